"""How many codes are read, how many wrongly, and how fast: our stack beside each engine alone.

A corpus is a folder with ``index.json``, a list of ``{"file", "symbology", "text"}``; ``text`` null means that
the picture shows no code. Every picture is tried at 0, 90, 180 and 270 degrees.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import zxingcpp
from pyzbar import pyzbar

from dockstation.adapters.decoders.arrays import Picture
from dockstation.adapters.decoders.files import load
from dockstation.adapters.decoders.stack import DecoderStack
from dockstation.adapters.decoders.symbologies import expanded_upce, plain_name
from dockstation.adapters.decoders.zbar import ZbarDecoder
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.demo.pictures import write_film
from dockstation.demo.returns import sample_returns
from dockstation.settings import shipped

Truth = tuple[Picture, str, str | None]
Reader = Callable[[Picture], list[tuple[str, str]]]

RETAIL = frozenset({"EAN13", "EAN8", "UPCA", "UPCE"})
FAMILIES = {"QR": "QRCode", "MicroQR": "MicroQRCode", "RMQR": "RMQRCode", "DataBarExpStk": "DataBarExp"}
ZBAR_NAMES = {"CODABAR": "Codabar", "CODE128": "Code128", "CODE39": "Code39", "CODE93": "Code93", "I25": "ITF",
              "QRCODE": "QRCode", "DATABAR": "DataBar", "DATABAR_EXP": "DataBarExp"}  # fmt: skip


def run(corpus: Path | None) -> dict[str, Any]:
    """Rate and wrong in percent and mean milliseconds, as ``<reader>.<symbology>.<figure>``."""
    measured: dict[str, dict[str, list[tuple[bool, bool, float]]]] = defaultdict(lambda: defaultdict(list))
    readers = _readers()
    for picture, symbology, text in _from_corpus(corpus) if corpus else _generated():
        for turned in (np.ascontiguousarray(np.rot90(picture, turn)) for turn in range(4)):
            for name, reader in readers.items():
                start = time.perf_counter()
                codes = reader(turned)
                elapsed = (time.perf_counter() - start) * 1000
                measured[name][symbology].append((*_judged(codes, symbology, text), elapsed))
    figures = {
        f"{name}.{symbology}.{figure}": round(value, 2)
        for name, by_symbology in measured.items()
        for symbology, looks in sorted(by_symbology.items())
        for figure, value in _summary(symbology, looks)
    }
    units = {key: "ms" if key.endswith(".ms") else "%" for key in figures}
    return {"figures": figures, "units": units, "notes": f"{corpus or 'generated bench scenes'}, four rotations"}


def _readers() -> dict[str, Reader]:
    stack = DecoderStack(ZxingDecoder(), ZbarDecoder())
    return {
        "stack": lambda picture: [(code.symbology, code.text) for code in stack.decode(picture)],
        "zxing": _by_zxing,
        "pyzbar": _by_pyzbar,
    }


def _by_zxing(picture: Picture) -> list[tuple[str, str]]:
    found = zxingcpp.read_barcodes(picture, text_mode=zxingcpp.TextMode.Plain)
    return [(plain_name(each.format.name), each.text) for each in found]


def _by_pyzbar(picture: Picture) -> list[tuple[str, str]]:
    try:
        found = pyzbar.decode(picture)
    except ValueError:
        return []
    return [(ZBAR_NAMES.get(each.type, each.type), each.data.decode("utf-8", "replace")) for each in found]


def _judged(codes: list[tuple[str, str]], symbology: str, text: str | None) -> tuple[bool, bool]:
    """Right: the truth is among the texts of its family. Wrong: only other texts are, or any where no code is."""
    if text is None:
        return not codes, bool(codes)
    family, truth = _identity(symbology, text)
    texts = {each for kind, each in (_identity(*code) for code in codes) if kind == family}
    return truth in texts, bool(texts) and truth not in texts


def _identity(symbology: str, text: str) -> tuple[str, str]:
    if symbology not in RETAIL:
        return FAMILIES.get(symbology, symbology), text
    digits = expanded_upce(text) if symbology == "UPCE" and len(text) == 8 else text
    return "GTIN", digits.zfill(14)


def _summary(symbology: str, looks: list[tuple[bool, bool, float]]) -> Iterator[tuple[str, float]]:
    right, wrong, elapsed = (float(np.mean(column)) for column in zip(*looks, strict=True))
    if symbology != "NEG":
        yield "rate", 100 * right
    yield "wrong", 100 * wrong
    yield "ms", elapsed


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
