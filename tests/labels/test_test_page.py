"""The page of the scanner self-test, as it comes out of an office printer."""

from __future__ import annotations

import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dockstation.adapters.decoders.stack import DecoderStack
from dockstation.bootstrap import open_still_decoder
from dockstation.domain.scanner import KEYBOARD, Layout, ScannerProfile
from dockstation.domain.self_test import (
    MAKES,
    PAGE,
    Finding,
    FindingKind,
    Heard,
    TestCode,
    TestedScanner,
    Tone,
    recognise,
)
from dockstation.labels.scanner_fixes import load_fixes
from dockstation.labels.test_page import LANGUAGES, ScannerPaper, place
from dockstation.settings import shipped
from tests.labels.samples import FONT
from tests.labels.test_pdf import text_of, tool

RESOURCES = shipped("resources")
FIXES = load_fixes(RESOURCES)
PAPER = ScannerPaper(FONT, FIXES)
SAMPLE = {
    "codes": "QR Code", "wanted": "a@b", "came": 'a"b', "system": "de", "scanner": "fr", "separator": "\x1d",
    "prefix": "~", "suffix": "#",
}  # fmt: skip
EVERYTHING = TestedScanner(
    ScannerProfile(KEYBOARD, Layout.US),
    tuple(Finding(kind, SAMPLE) for kind in FindingKind),
    "2026-11-24T04:00:00Z",
    "ANNA",
)


@pytest.fixture(scope="module", params=[203, 300])
def sheet(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """The page in dots of a printer."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "page.pdf").write_bytes(PAPER.page())
    dpi = str(request.param)
    tool("pdftoppm", "-r", dpi, "-gray", "-png", "-singlefile", folder / "page.pdf", folder / "page")
    picture = Image.open(folder / "page.png")
    picture.info["dpi"] = (request.param, request.param)
    return picture


@pytest.fixture(scope="module")
def decoder() -> DecoderStack:
    return open_still_decoder()


@pytest.mark.parametrize("code", PAGE, ids=lambda code: f"{code.number}-{code.name}")
def test_every_code_on_the_page_is_read_by_the_station_itself_and_known_again(
    sheet: Image.Image, decoder: DecoderStack, code: TestCode
) -> None:
    cut = _cut(sheet, code)
    read = decoder.decode(np.array(cut.convert("L")))
    assert [recognise(Heard("belt", each.text)) for each in read] == [code]


def _cut(sheet: Image.Image, code: TestCode) -> Image.Image:
    left, top, width, height = (each * sheet.info["dpi"][0] / 25.4 for each in place(code))
    return sheet.crop((round(left), round(top), round(left + width), round(top + height)))


def test_the_page_is_one_sheet_of_a4_in_both_languages_or_in_one(tmp_path: Path) -> None:
    both = text_of(PAPER.page(), tmp_path)
    told = tool("pdfinfo", tmp_path / "label.pdf")
    assert "Pages:           1" in told
    assert "A4" in told
    assert ("Scanner test page" in both, "扫描枪检测页" in both) == (True, True)
    assert "扫描枪" not in text_of(PAPER.page("en"), tmp_path)
    assert "Scanner test" not in text_of(PAPER.page("zh_CN"), tmp_path)


@pytest.mark.parametrize("code", PAGE, ids=lambda code: f"{code.number}-{code.name}")
def test_the_picture_on_the_screen_is_that_code(decoder: DecoderStack, code: TestCode) -> None:
    bitmap = PAPER.picture(code)
    rows = np.frombuffer(bitmap.rows, np.uint8).reshape(bitmap.height, bitmap.stride)
    black = np.unpackbits(rows, axis=1)[:, : bitmap.width].astype(bool)
    shown = np.where(black, 0, 255).astype(np.uint8).repeat(4, axis=0).repeat(4, axis=1)
    assert [recognise(Heard("belt", each.text)) for each in decoder.decode(shown)] == [code]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", MAKES)
def test_the_report_says_all_that_was_found_and_the_makers_fix_on_one_sheet(
    tmp_path: Path, make: str, language: str
) -> None:
    text = "".join(text_of(PAPER.report(EVERYTHING, make, language), tmp_path).split())
    assert "Pages:           1" in tool("pdfinfo", tmp_path / "label.pdf")
    for finding in EVERYTHING.findings:
        assert "".join(FIXES.says(finding, language).split()) in text, finding
        assert "".join(FIXES.fix(finding, make, language).split()) in text, finding


@pytest.mark.parametrize("make", MAKES)
def test_whatever_must_be_mended_has_a_fix_for_every_make_in_both_languages(make: str) -> None:
    for kind in FindingKind:
        finding = Finding(kind, SAMPLE)
        for language in LANGUAGES:
            assert FIXES.says(finding, language)
            assert (finding.tone is Tone.GOOD) or FIXES.fix(finding, make, language), (kind, make, language)


def _texts(tables: object) -> Iterator[dict[str, str]]:
    if isinstance(tables, dict):
        if all(isinstance(each, str) for each in tables.values()):
            yield tables
        else:
            for each in tables.values():
                yield from _texts(each)


def test_every_sentence_is_there_in_both_languages_with_the_same_places() -> None:
    tables = tomllib.loads((RESOURCES / "scanners" / "fixes.toml").read_text("utf-8"))
    for text in _texts(tables):
        assert set(text) == set(LANGUAGES), text
        assert len({frozenset(name for name in SAMPLE if f"{{{name}}}" in each) for each in text.values()}) == 1, text
        for each in text.values():
            assert "{" not in each.format_map(SAMPLE)


def test_what_a_device_sent_is_shown_as_text_and_never_invisible(tmp_path: Path) -> None:
    finding = Finding(FindingKind.CHARACTERS_WRONG, {"wanted": "a", "came": "\x1b[2J{x}<b>"})
    assert FIXES.says(finding, "en").endswith("‹ESC›[2J{x}<b>")


def test_the_same_page_has_the_same_bytes() -> None:
    assert PAPER.page() == PAPER.page()


def test_fonts_are_embedded(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(PAPER.page())
    listed = subprocess.run(["pdffonts", tmp_path / "page.pdf"], check=True, capture_output=True, text=True).stdout
    assert listed.splitlines()[2].split()[-5:-4] == ["yes"]
