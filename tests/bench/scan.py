"""How many codes are read, how many wrongly, and how fast: our stack beside each engine alone.

A corpus is a folder with ``index.json``, a list of ``{"file", "symbology", "text"}``; ``text`` null means that
the picture shows no code. Every picture is tried at 0, 90, 180 and 270 degrees.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from dockstation.adapters.decoders.files import load
from dockstation.adapters.decoders.stack import DecoderStack
from dockstation.adapters.decoders.symbologies import expanded_upce
from dockstation.adapters.decoders.zbar import ZbarDecoder
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.application.ports.decoder import DecodedCode
from dockstation.demo.pictures import write_film
from dockstation.demo.returns import sample_returns
from dockstation.settings import shipped
from tests.bench.engines import Picture, by_pyzbar, by_zxing

Truth = tuple[Picture, str, str | None]
Reader = Callable[[Picture], Iterable[DecodedCode]]
Judged = tuple[bool, bool, float]
"""Right, wrong, milliseconds."""

RETAIL = frozenset({"EAN13", "EAN8", "UPCA", "UPCE"})
FAMILIES = {"QR": "QRCode", "MicroQR": "MicroQRCode", "RMQR": "RMQRCode", "DataBarExpStk": "DataBarExp"}


def run(corpus: Path | None) -> dict[str, Any]:
    """``QRCode_right``, ``_wrong`` in percent of looks, ``_ms`` the mean; ``all_``; the engines' own before them."""
    judged: dict[str, list[Judged]] = defaultdict(list)
    readers, pictures = _readers(), 0
    for picture, symbology, text in _from_corpus(corpus) if corpus else _generated():
        pictures += 1
        for turned in (np.ascontiguousarray(np.rot90(picture, turn)) for turn in range(4)):
            for name, reader in readers.items():
                look = _timed(reader, turned, symbology, text)
                judged[f"{name}{FAMILIES.get(symbology, symbology)}"].append(look)
                judged[f"{name}all"].append(look)
    figures = {f"{name}_{key}": value for name in sorted(judged) for key, value in _summary(judged[name]).items()}
    units = {key: "ms" if key.endswith("_ms") else "%" for key in figures}
    what = "pictures of a corpus" if corpus else "generated bench scenes, one entry a code"
    return {"figures": figures, "units": units, "notes": f"{pictures} {what}, at four rotations each"}


def _readers() -> dict[str, Reader]:
    stack = DecoderStack(ZxingDecoder(), ZbarDecoder())
    return {"": stack.decode, "pyzbar_": by_pyzbar, "zxingcpp_": by_zxing}


def _timed(reader: Reader, picture: Picture, symbology: str, text: str | None) -> Judged:
    start = time.perf_counter()
    codes = list(reader(picture))
    elapsed = (time.perf_counter() - start) * 1000
    return (*judge(codes, symbology, text), elapsed)


def judge(codes: Iterable[DecodedCode], symbology: str, text: str | None) -> tuple[bool, bool]:
    """Right: the truth is among the texts of its family. Wrong: only other texts are, or any where no code is."""
    if text is None:
        return not codes, bool(codes)
    family, truth = _identity(symbology, text)
    texts = {each for kind, each in (_identity(code.symbology, code.text) for code in codes) if kind == family}
    return truth in texts, bool(texts) and truth not in texts


def _identity(symbology: str, text: str) -> tuple[str, str]:
    if symbology not in RETAIL:
        return FAMILIES.get(symbology, symbology), text
    digits = expanded_upce(text) if symbology == "UPCE" and len(text) == 8 else text
    return "GTIN", digits.zfill(14)


def _summary(looks: list[Judged]) -> dict[str, float]:
    right, wrong, elapsed = (float(np.mean(column)) for column in zip(*looks, strict=True))
    return {"right": round(100 * right, 2), "wrong": round(100 * wrong, 2), "ms": round(elapsed, 1)}


def _from_corpus(folder: Path) -> Iterator[Truth]:
    for entry in json.loads((folder / "index.json").read_text("utf-8")):
        yield load(folder / entry["file"]), entry["symbology"], entry["text"]


def _generated() -> Iterator[Truth]:
    rmas = sample_returns(1, datetime(2026, 11, 2, tzinfo=UTC))[:8]
    with tempfile.TemporaryDirectory() as folder:
        film = write_film(Path(folder), rmas, shipped("resources") / "fonts" / "wqy-microhei-gbk.ttf")
        for path, rma in zip(film, rmas, strict=True):
            picture = load(path)
            yield picture, "QRCode", f"DSRMA-{rma.number}"
            yield picture, "Code128", rma.tracking_numbers[0]
