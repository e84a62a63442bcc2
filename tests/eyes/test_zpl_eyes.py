"""Our ZPL as two programs of other people draw it: the same dots, and every code reads."""

from __future__ import annotations

import json
import subprocess
from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from dockstation.adapters.printers.zpl import Zpl
from dockstation.domain.label import Bitmap, LabelContent
from tests.labels.samples import BOTH_CODES, CONTENT, HOSTILE, image, scanned, shipped_labels

SCRIPT = Path(__file__).with_name("render.js")
LABELS = shipped_labels()
DENSITY = {203: 8, 300: 12, 600: 24}
PARCEL = LabelContent(parcel="SF1234567890123", carrier="SF EXPRESS", rma_number="R26110001", operator="Anna")
CONTENTS = {
    "plain": (CONTENT, "disposition", 203),
    "void": (replace(CONTENT, void=True), "disposition", 203),
    "fine": (CONTENT, "disposition", 300),
    "finest": (CONTENT, "disposition", 600),
    "plate": (CONTENT, "licence_plate", 203),
    "parcel": (PARCEL, "parcel", 203),
    **{name: (replace(CONTENT, name=text, reason=text), "disposition", 203) for name, text in HOSTILE.items()},
}


@pytest.fixture(scope="module")
def drawn() -> dict[str, tuple[Bitmap, dict[str, object]]]:
    """Every label with what the two made of it, by one process."""
    bitmaps = {name: LABELS.bitmap(*content) for name, content in CONTENTS.items()}
    asked = [
        {
            "zpl": Zpl(10, 3).encode(each).decode(),
            "width": each.width,
            "height": each.height,
            "density": DENSITY[each.dpi],
        }
        for each in bitmaps.values()
    ]
    lines = "".join(json.dumps(each) + "\n" for each in asked)
    done = subprocess.run(["node", SCRIPT], input=lines, capture_output=True, text=True, check=True, timeout=100)
    seen = map(json.loads, done.stdout.splitlines())
    return {name: (bitmap, told) for (name, bitmap), told in zip(bitmaps.items(), seen, strict=True)}


@pytest.mark.parametrize("name", CONTENTS)
def test_two_other_programs_draw_our_label_dot_for_dot(drawn, name: str) -> None:
    bitmap, told = drawn[name]
    picture = Image.open(BytesIO(b64decode(told["png"]))).convert("L")
    assert picture.crop((0, 0, bitmap.width, bitmap.height)).tobytes() == image(bitmap).tobytes()
    assert (told["width"], told["height"], told["told"]) == (bitmap.width, bitmap.height, [])
    assert b64decode(told["rows"]) == bitmap.rows


@pytest.mark.parametrize("name", ["plain", "fine", "finest", *HOSTILE])
def test_every_code_reads_on_what_they_drew(drawn, name: str) -> None:
    _, told = drawn[name]
    assert scanned(Image.open(BytesIO(b64decode(told["png"]))).convert("L")) == BOTH_CODES
