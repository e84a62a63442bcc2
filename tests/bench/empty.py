"""How often something is read where no code is: drawn noise, text, walls and fences, and pieces of empty photos."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from dockstation.adapters.decoders.files import load
from dockstation.adapters.decoders.stack import DecoderStack
from dockstation.adapters.decoders.zbar import ZbarDecoder
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.application.ports.decoder import DecodedCode
from tests.adapters.decoders.codeless import KINDS, without_code
from tests.bench.engines import Picture

_PIECE = 400, 320
SEED = 1


def run(count: int, corpus: Path | None = None) -> dict[str, Any]:
    """``pictures``, ``reads``, and ``milliseconds`` a picture; the notes name what was read."""
    start = time.perf_counter()
    read, pictures = read_in(pictures_without_code(count, SEED, corpus))
    each = 1000 * (time.perf_counter() - start) / max(pictures, 1)
    return {
        "figures": {"pictures": pictures, "reads": len(read), "milliseconds": round(each, 1)},
        "units": {"pictures": "", "reads": "", "milliseconds": "ms"},
        "notes": "; ".join(f"{code.symbology} {code.text!r}" for code in read) or "nothing was read",
    }


def read_in(pictures: Iterator[Picture]) -> tuple[list[DecodedCode], int]:
    """What was read in ``pictures``, and how many they were."""
    decoder = DecoderStack(ZxingDecoder(), ZbarDecoder())
    readings = [decoder.decode(picture) for picture in pictures]
    return [code for codes in readings for code in codes], len(readings)


def pictures_without_code(count: int, seed: int, corpus: Path | None = None) -> Iterator[Picture]:
    """``count`` pictures, all kinds in turn; the photos of a ``corpus`` that show no code give pieces."""
    photos = list(_empty_photos(corpus)) if corpus else []
    kinds = (*KINDS, *("piece",) * bool(photos))
    for number in range(count):
        kind = kinds[number % len(kinds)]
        yield _piece(photos, number, seed) if kind == "piece" else without_code(kind, number, seed)


def _empty_photos(corpus: Path) -> Iterator[Picture]:
    for entry in json.loads((corpus / "index.json").read_text("utf-8")):
        if entry["text"] is None:
            yield load(corpus / entry["file"])


def _piece(photos: list[Picture], number: int, seed: int) -> Picture:
    chance = np.random.default_rng([seed, number])
    photo = photos[int(chance.integers(len(photos)))]
    left, top = (
        int(chance.integers(max(1, side - cut))) for side, cut in zip(photo.shape[::-1], _PIECE, strict=True)
    )
    cut = photo[top : top + _PIECE[1], left : left + _PIECE[0]]
    return np.ascontiguousarray(np.rot90(cut, int(chance.integers(4))))
