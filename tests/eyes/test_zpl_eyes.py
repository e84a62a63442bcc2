"""Our ZPL as two programs of other people draw it: the same dots, and every code reads."""

from __future__ import annotations

import json
import subprocess
from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import IO, Any

import pytest
import zxingcpp
from PIL import Image

from dockstation.adapters.printers.zpl import Zpl
from tests.eyes.every_label import EVERY, Seen
from tests.labels.samples import image, scanned

SCRIPT = Path(__file__).with_name("render.js")
DENSITY = {203: 8, 300: 12, 600: 24}


@dataclass(frozen=True)
class Drawn:
    """What the two made of a label."""

    told: Mapping[str, Any]

    @cached_property
    def picture(self) -> Image.Image:
        return Image.open(BytesIO(b64decode(self.told["png"]))).convert("L")


def _asked(seen: Seen) -> str:
    bitmap = seen.bitmap
    zpl = Zpl(10, 3).encode(bitmap).decode()
    asked = {"zpl": zpl, "width": bitmap.width, "height": bitmap.height, "density": DENSITY[seen.dpi]}
    return json.dumps(asked) + "\n"


def _ask(to: IO[str], labels: Iterable[Seen]) -> None:
    with to:
        for each in labels:
            to.write(_asked(each))
            to.flush()


def drawn(name: str) -> Drawn:
    """What they made of this label."""
    seen = EVERY[name]
    return _drawn(seen.language, seen.dpi)[name]


@cache
def _drawn(language: str, dpi: int) -> Mapping[str, Drawn]:
    """Every label of these, by one process that draws while we do."""
    labels = {name: seen for name, seen in EVERY.items() if (seen.language, seen.dpi) == (language, dpi)}
    with subprocess.Popen(["node", SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as node:
        assert node.stdin
        assert node.stdout
        asking = Thread(target=_ask, args=(node.stdin, labels.values()))
        asking.start()
        told = map(json.loads, node.stdout)
        seen = {name: Drawn(each) for name, each in zip(labels, told, strict=True)}
        asking.join()
    return seen


@pytest.mark.parametrize("name", EVERY)
def test_two_other_programs_draw_our_label_dot_for_dot(name: str) -> None:
    bitmap, one = EVERY[name].bitmap, drawn(name)
    assert one.picture.crop((0, 0, bitmap.width, bitmap.height)).tobytes() == image(bitmap).tobytes()
    assert (one.told["width"], one.told["height"], one.told["told"]) == (bitmap.width, bitmap.height, [])
    assert b64decode(one.told["rows"]) == bitmap.rows


@pytest.mark.parametrize("name", EVERY)
def test_every_code_reads_on_what_they_drew(name: str) -> None:
    codes, picture = EVERY[name].codes, drawn(name).picture
    if codes and codes[0][0] == "DATAMATRIX":  # which ZBar does not read
        assert sorted(("DATAMATRIX", each.text) for each in zxingcpp.read_barcodes(picture)) == list(codes)
    else:
        assert scanned(picture) == list(codes)
