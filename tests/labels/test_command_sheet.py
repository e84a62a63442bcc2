"""The sheet of codes, as it comes out of an office printer."""

from __future__ import annotations

import itertools
import math
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from dockstation.domain.commands import commands
from dockstation.domain.scan import ours
from dockstation.domain.scan.meaning import ScanKind
from dockstation.domain.text import Text
from dockstation.labels.command_sheet import Card, CommandSheet
from tests.labels.samples import FONT, PICTOGRAMS

CARDS = [Card(each.code, each.called, each.pictogram, each.word) for each in commands()]
DPI = 100
APART_MM = 30


def pages(folder: Path, cards: list[Card], language: str = "") -> list[Image.Image]:
    (folder / "sheet.pdf").write_bytes(CommandSheet(FONT, PICTOGRAMS).pages(cards, language))
    command = ["pdftoppm", "-r", str(DPI), "-gray", "-png", str(folder / "sheet.pdf"), str(folder / "page")]
    subprocess.run(command, check=True)
    drawn = []
    for each in sorted(folder.glob("page*.png")):
        with Image.open(each) as page:
            drawn.append(page.copy())
    return drawn


def text_of(folder: Path) -> str:
    command = ["pdftotext", "-raw", str(folder / "sheet.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def test_every_code_scans_from_a_coarse_picture_and_stands_apart(tmp_path: Path) -> None:
    read = []
    for page in pages(tmp_path, CARDS):
        found = zxingcpp.read_barcodes(page)
        read += [each.text for each in found]
        middles = [
            ((each.position.top_left.x + each.position.bottom_right.x) / 2,
             (each.position.top_left.y + each.position.bottom_right.y) / 2)
            for each in found
        ]  # fmt: skip
        nearest = min(math.dist(*pair) for pair in itertools.combinations(middles, 2))
        assert nearest > APART_MM / 25.4 * DPI
    assert sorted(read) == sorted(card.code for card in CARDS)


def test_it_is_in_both_languages_or_in_one(tmp_path: Path) -> None:
    pages(tmp_path, CARDS[:1])
    assert {"Yes", "是", "DSCMD-YES"} <= set(text_of(tmp_path).split())
    pages(tmp_path, CARDS[:1], "en")
    assert "是" not in text_of(tmp_path)


def test_the_page_is_a4(tmp_path: Path) -> None:
    page = pages(tmp_path, CARDS[:1])[0]
    assert [side / DPI * 25.4 for side in page.size] == pytest.approx([210, 297], abs=0.3)


@pytest.mark.parametrize("command", commands(), ids=lambda each: each.word)
def test_every_command_can_be_scanned_and_is_called_something(command) -> None:
    assert ours.read(command.code) == (ScanKind.COMMAND, command.word)
    assert all(command.called.by_language[language] for language in ("zh_CN", "en"))
    assert command.pictogram == "" or (PICTOGRAMS / f"{command.pictogram}.svg").is_file()


def test_no_two_commands_are_the_same() -> None:
    assert len({each.code for each in commands()}) == len(commands())
    assert len({each.called.in_language("zh_CN") for each in commands()}) == len(commands())


def test_badges_and_containers_scan_too(tmp_path: Path) -> None:
    cards = [
        Card("DSID-1042", Text({"en": "王小明"}), "person"),
        Card("DSBIN-RETURN-TO-VENDOR-12", Text({"en": "Vendor"}), "truck"),
    ]
    read = [each.text for page in pages(tmp_path, cards) for each in zxingcpp.read_barcodes(page)]
    assert sorted(read) == ["DSBIN-RETURN-TO-VENDOR-12", "DSID-1042"]
