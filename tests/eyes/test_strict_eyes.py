"""Our TSPL, ESC/POS and PDF as strict readers of other hands see them: the same dots, and every code reads."""

from __future__ import annotations

import subprocess
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from dockstation.adapters.printers.documents import Pdf
from dockstation.adapters.printers.escpos import EscPos
from dockstation.adapters.printers.tspl import Tspl
from dockstation.domain.label import Bitmap
from tests.eyes import strict_escpos, strict_tspl
from tests.eyes.every_label import EVERY, LABELS, SHIPPED, SYMBOLS
from tests.labels.samples import image

AT_300 = [name for name, seen in SHIPPED.items() if seen.dpi == 300]


@pytest.mark.parametrize("name", EVERY)
def test_tspl_holds_our_label_dot_for_dot_and_nothing_else(name: str) -> None:
    bitmap = EVERY[name].bitmap
    assert padded(strict_tspl.read(Tspl().encode(bitmap), bitmap.dpi)) == padded(bitmap)


@pytest.mark.parametrize("name", EVERY)
def test_escpos_holds_our_label_dot_for_dot_and_nothing_else(name: str) -> None:
    bitmap = EVERY[name].bitmap
    assert strict_escpos.read(EscPos().encode(bitmap), bitmap.dpi) == padded(bitmap)


@pytest.mark.parametrize("name", AT_300)
def test_a_page_is_our_label_dot_for_dot(name: str) -> None:
    bitmap = SHIPPED[name].bitmap
    page = on_paper(Pdf().encode(bitmap), bitmap.dpi)
    assert page.size == (bitmap.width, bitmap.height)
    assert page.tobytes() == image(bitmap).tobytes()


@pytest.mark.parametrize("name", AT_300)
def test_every_code_reads_on_the_drawn_page(name: str) -> None:
    seen = SHIPPED[name]
    page = on_paper(LABELS[seen.language].pdf(seen.content, seen.layout), 300)
    found = sorted((SYMBOLS[each.symbology.name], each.text) for each in zxingcpp.read_barcodes(page))
    assert found == list(seen.codes)


def padded(bitmap: Bitmap) -> Bitmap:
    """With whole bytes a row, as printers take them."""
    return Bitmap(bitmap.stride * 8, bitmap.height, bitmap.dpi, bitmap.rows)


def on_paper(pdf: bytes, dpi: int) -> Image.Image:
    command = ["pdftoppm", "-r", str(dpi), "-gray", "-singlefile", "-"]
    return Image.open(BytesIO(subprocess.run(command, input=pdf, check=True, capture_output=True).stdout))
