"""The bytes of each language, and what is made of what printers answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from dockstation.adapters.printers.device import Language
from dockstation.adapters.printers.documents import Pdf, Png
from dockstation.adapters.printers.escpos import EscPos
from dockstation.adapters.printers.placing import Placed, moved
from dockstation.adapters.printers.tspl import Tspl
from dockstation.adapters.printers.zpl import Zpl
from dockstation.application.ports.printer import PrinterState
from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.demo.virtual_printer.server import STATES
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap
from tests.labels.samples import CONTENT, image, printed, shipped_labels
from tests.printers import printer_at

LABEL = shipped_labels().bitmap(CONTENT, "disposition", 203)
DOT = Bitmap(10, 4, 203, bytes.fromhex("0000 4000 0000 0000"))
SIMPLE = {"ready", "paper_out", "head_open"}
SAID = {
    "zpl": SIMPLE | {"ribbon_out", "paused", "hot"},
    "tspl": SIMPLE | {"ribbon_out", "paused", "hot"},
    "escpos": SIMPLE | {"hot", "offline"},
}


@pytest.mark.parametrize("language", ["zpl", "tspl", "escpos"])
def test_a_whole_label_comes_out_dot_for_dot_and_nothing_is_misunderstood(tmp_path: Path, language: str) -> None:
    with VirtualPrinter(tmp_path, language=language) as virtual:
        printer = printer_at(virtual.port, language)
        printer.send(printer.encode(LABEL))
    assert printed(tmp_path) == [LABEL]
    assert not (tmp_path / "printer.log").exists()


@pytest.mark.parametrize(
    ("language", "fault"), [(each, fault) for each, said in SAID.items() for fault in sorted(said)]
)
def test_what_is_wrong_with_the_printer_is_told_in_every_language(tmp_path: Path, language: str, fault: str) -> None:
    with VirtualPrinter(tmp_path, language=language) as virtual:
        (tmp_path / "fault").write_text(fault if fault in STATES else "none")
        assert printer_at(virtual.port, language).status() == fault


@pytest.mark.parametrize("language", ["zpl", "tspl", "escpos"])
@pytest.mark.parametrize("fault", ["garbage", "late"])
def test_nonsense_and_late_answers_are_no_answer(tmp_path: Path, language: str, fault: str) -> None:
    with VirtualPrinter(tmp_path, language=language) as virtual:
        (tmp_path / "fault").write_text(fault)
        assert printer_at(virtual.port, language, timeout=0.3).status() is PrinterState.NO_ANSWER


@pytest.mark.parametrize(
    ("language", "commands"),
    [
        (Zpl(7, 4), (b"~SD07^XA", b"^PR4")),
        (Tspl(3, 9, 5), (b"GAP 3 mm,0 mm\r\n", b"DENSITY 9\r\n", b"SPEED 5\r\n")),
        (EscPos(cut=True, darkness=6, speed=2), (b"\x1d(K\x02\x001\x06", b"\x1d(K\x02\x002\x02")),
    ],
    ids=["zpl", "tspl", "escpos"],
)
def test_darkness_and_speed_are_sent_where_they_are_set(
    tmp_path: Path, language: Language, commands: tuple[bytes, ...]
) -> None:
    data = language.encode(Bitmap(16, 1, 203, b"\xf0\x0f"))
    assert all(command in data for command in commands)
    assert not any(command in type(language)().encode(DOT) for command in commands)
    with VirtualPrinter(tmp_path, language=language.ending) as virtual:
        printer_at(virtual.port, language.ending).send(data)
    assert printed(tmp_path) == [Bitmap(16, 1, 203, b"\xf0\x0f")]
    assert not (tmp_path / "printer.log").exists()


def test_a_receipt_printer_without_a_knife_feeds_the_paper_out(tmp_path: Path) -> None:
    assert EscPos(cut=False).encode(DOT).endswith(b"\n\n\n\n")
    assert b"\x1dV" in EscPos().encode(DOT)


def test_encoding_says_nothing_on_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    EscPos().encode(DOT)
    assert capfd.readouterr() == ("", "")


def test_talk_of_its_own_between_the_answers_is_told_apart() -> None:
    judge = EscPos().enquiry.judge
    assert judge(bytes.fromhex("14 00 00 0f  12  13  16 14 08 00 0f 12 11 12")) is PrinterState.HEAD_OPEN
    assert judge(bytes.fromhex("14 00 00 0f")) is PrinterState.NO_ANSWER


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (b"\x00", PrinterState.READY),
        (b"\x20", PrinterState.READY),
        (b"\x05", PrinterState.HEAD_OPEN),
        (b"\x0c", PrinterState.PAPER_OUT),
        (b"\x08", PrinterState.RIBBON_OUT),
        (b"\x40", PrinterState.HEAD_OPEN),
        (b"\x02", PrinterState.FAULT),
        (b"\x02\x02E@@B\x03\r\n", PrinterState.FAULT),
        (b"\x00\x02EBHA\x03\r\n", PrinterState.PAPER_OUT),
        (b"\x00\x02@A@@\x03\r\n", PrinterState.READY),
        (b"\x00\x02E@@@\x03\r\n", PrinterState.FAULT),
        (b"\x00\x02K@@@\x03\r\n", PrinterState.PAUSED),
        (b"\x20\x02P@@@\x03\r\n", PrinterState.READY),
        (b"\x00\x02E@A@\x03\r\n", PrinterState.HOT),
        (b"\x02@@@@\x03\r\n", PrinterState.READY),
        (b"\x02\x00\x00\x00\x00\x03\r\n", PrinterState.NO_ANSWER),
        (b"", PrinterState.NO_ANSWER),
        (b"hello", PrinterState.NO_ANSWER),
    ],
)
def test_what_tsc_printers_say_is_understood(answer: bytes, state: PrinterState) -> None:
    assert Tspl().enquiry.judge(answer) is state


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ("12 12 12 12", PrinterState.READY),
        ("16 12 12 1e", PrinterState.READY),
        ("1a 1a 12 12", PrinterState.OFFLINE),
        ("1a 56 52 12", PrinterState.HEAD_OPEN),
        ("1a 52 1a 12", PrinterState.FAULT),
        ("1a 52 12 12", PrinterState.FAULT),
        ("1a 52 52 12", PrinterState.HOT),
        ("1a 32 12 7e", PrinterState.PAPER_OUT),
    ],
)
def test_what_receipt_printers_say_is_understood(answers: str, state: PrinterState) -> None:
    assert EscPos().enquiry.judge(bytes.fromhex(answers)) is state


@pytest.mark.parametrize("language", [Pdf(), Png()], ids=["pdf", "png"])
def test_a_document_is_the_same_whenever_it_is_made(language: Language) -> None:
    data = language.encode(LABEL)
    assert data == language.encode(LABEL)
    assert data.startswith((b"%PDF-", b"\x89PNG"))


def test_an_offset_moves_the_label_on_its_paper() -> None:
    assert moved(DOT, 2, 1) == Bitmap(10, 4, 203, bytes.fromhex("0000 0000 1000 0000"))
    assert moved(DOT, -1, -1) == Bitmap(10, 4, 203, bytes.fromhex("8000 0000 0000 0000"))
    assert moved(DOT, -2, 0).rows == bytes(8)
    placed = Placed("label", Png(), right=25.4 / 203 * 2, down=25.4 / 203)
    assert placed.encode(DOT) == Png().encode(moved(DOT, 2, 1))
    assert image(moved(LABEL, 0, 0)).tobytes() == image(LABEL).tobytes()


def test_a_label_larger_than_the_paper_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(DockstationError) as refused:
        Placed("roll", EscPos(), width=72).encode(LABEL)
    assert (refused.value.code, refused.value.facts["printer"]) == ("printer.too_small", "roll")
    assert Placed("roll", Zpl(), width=100, height=60).encode(LABEL) == Zpl().encode(LABEL)
