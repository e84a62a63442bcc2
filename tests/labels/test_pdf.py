"""The PDF for printers that are no label printers."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from tests.labels.samples import BOTH_CODES, CONTENT, HOSTILE, LPN, shipped_labels

LABELS = shipped_labels()


def tool(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def on_paper(pdf: bytes, folder: Path) -> Image.Image:
    (folder / "label.pdf").write_bytes(pdf)
    tool("pdftoppm", "-r", "203", "-gray", "-png", "-singlefile", folder / "label.pdf", folder / "label")
    return Image.open(folder / "label.png")


def read(picture: Image.Image) -> list[tuple[str, str]]:
    names = {zxingcpp.BarcodeFormat.Code128: "CODE128", zxingcpp.BarcodeFormat.QRCode: "QRCODE"}
    return sorted((names[code.symbology], code.text) for code in zxingcpp.read_barcodes(picture))


def text_of(pdf: bytes, folder: Path) -> str:
    (folder / "label.pdf").write_bytes(pdf)
    return tool("pdftotext", "-raw", folder / "label.pdf", "-")


def test_its_codes_scan_from_paper(tmp_path: Path) -> None:
    assert read(on_paper(LABELS.pdf(CONTENT, "disposition"), tmp_path)) == BOTH_CODES
    assert read(on_paper(LABELS.pdf(CONTENT, "licence_plate"), tmp_path)) == [("QRCODE", LPN)]


@pytest.mark.parametrize(("layout", "width", "height"), [("disposition", 100, 60), ("licence_plate", 50, 30)])
def test_the_page_is_exactly_the_label(tmp_path: Path, layout: str, width: float, height: float) -> None:
    (tmp_path / "label.pdf").write_bytes(LABELS.pdf(CONTENT, layout))
    told = tool("pdfinfo", tmp_path / "label.pdf")
    size = next(line for line in told.splitlines() if line.startswith("Page size")).split()
    assert [float(size[2]) / 72 * 25.4, float(size[4]) / 72 * 25.4] == pytest.approx([width, height], abs=0.001)
    assert "Pages:           1" in told


def test_the_one_font_is_embedded(tmp_path: Path) -> None:
    (tmp_path / "label.pdf").write_bytes(LABELS.pdf(CONTENT, "disposition"))
    fonts = tool("pdffonts", tmp_path / "label.pdf").splitlines()[2:]
    assert len(fonts) == 1
    assert fonts[0].split()[0].endswith("+WenQuanYiMicroHei")
    assert fonts[0].split()[-5:-4] == ["yes"]


def test_the_same_content_gives_the_same_bytes() -> None:
    assert LABELS.pdf(CONTENT, "disposition") == shipped_labels().pdf(CONTENT, "disposition")


def test_chinese_can_be_copied_out_of_it(tmp_path: Path) -> None:
    assert "机身有磕碰，屏幕有深划痕" in text_of(LABELS.pdf(CONTENT, "disposition"), tmp_path)


def test_markup_is_text(tmp_path: Path) -> None:
    pdf = LABELS.pdf(replace(CONTENT, name='<img src="/etc/passwd"/>', reason="a\x1bb"), "disposition")
    text = text_of(pdf, tmp_path)
    assert '<img src="/etc/passwd"/>' in text
    assert "a‹ESC›b" in text
    assert b"/XObject" not in pdf


@pytest.mark.parametrize("kind", ["zpl", "escape bytes", "right to left", "long word", "lone surrogate"])
def test_hostile_text_leaves_a_label_that_scans(tmp_path: Path, kind: str) -> None:
    value = HOSTILE[kind]
    content = replace(CONTENT, name=value, reason=value, grade=value, disposition_word=value)
    assert read(on_paper(LABELS.pdf(content, "disposition"), tmp_path)) == BOTH_CODES
