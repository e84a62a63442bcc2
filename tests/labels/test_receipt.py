"""The receipt says in both languages what was expected, what was found and what differed."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

from dockstation.bootstrap import FONT
from dockstation.domain.contents import Contents
from dockstation.domain.discrepancy import FLOWS, Discrepancy, DiscrepancyKind
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.receipt import Receipt
from dockstation.domain.unit import Unit, UnitState
from dockstation.labels.receipt import ReceiptPaper
from dockstation.labels.receipt_words import ANSWERS, KINDS, STATES
from dockstation.settings import shipped
from tests.fakes.returns import IMEI, a_return

RMA = "R26110001"
UNITS = (
    Unit("2A3222223", "p-1", RMA, "1", IMEI),
    Unit("2A3222224", "p-1", RMA, "", "", found_as="04006381333931"),
    Unit("2A3222225", "p-1", RMA, "2", state=UnitState.VOIDED),
)
TOLD = (
    Discrepancy("d-1", DiscrepancyKind.WRONG_ITEM, "p-1", RMA, "", "2A3222224", "sent_by_us", photos=("0" * 64,)),
    Discrepancy("d-2", DiscrepancyKind.MISSING, "p-1", RMA, "2", facts={"missing": "2"}),
)
INSIDE = Contents(Parcel("p-1", "SF1", (RMA,), ParcelState.OPENED), (a_return(),), UNITS, TOLD)


def text_of(inside: Contents, folder: Path) -> str:
    page = ReceiptPaper(shipped("resources") / FONT).draw(Receipt(inside, "王芳", "2026-11-26 09:30"))
    (folder / "receipt.pdf").write_bytes(page)
    command = ["pdftotext", "-layout", str(folder / "receipt.pdf"), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def test_it_lists_what_was_expected_found_and_differed(tmp_path: Path) -> None:
    text = text_of(INSIDE, tmp_path)
    for wanted in (
        "SF1", RMA, "王芳", "2026-11-26 09:30", "星河手机 12", "Galaxy River Phone 12", "TS-M-WH", IMEI, "2A3222224",
        "04006381333931", "错货", "Wrong item", "We had sent the wrong item", "2 × TS-M-WH",
    ):  # fmt: skip
        assert wanted in text, wanted
    assert "2A3222225" not in text


def test_more_than_a_page_goes_on_on_the_next(tmp_path: Path) -> None:
    units = tuple(replace(UNITS[0], lpn=f"2A32{n:05}") for n in range(120))
    text = text_of(replace(INSIDE, all_units=units), tmp_path)
    assert all(unit.lpn in text for unit in units)
    assert "4/4" in text.replace(" / ", "/")


def test_there_are_words_for_everything() -> None:
    assert set(KINDS) == set(DiscrepancyKind)
    assert set(STATES) == set(UnitState)
    assert {answer for flow in FLOWS.values() for answer in flow.answers} <= set(ANSWERS)
