"""The inspection report, asked for at the decision and written beside the work."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from tests.fakes.paper import letters
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.test_overruling import decided

ASK = "DSCMD-REPORT"


@pytest.fixture
def shelf(dock: Dock, tmp_path: Path) -> Path:
    """A folder that station.toml names, which is not there yet."""
    folder = tmp_path / "shared" / "reports"
    settings = dock.config / "station.toml"
    settings.write_text(f"{settings.read_text('utf-8')}\n[reports]\nfolder = '{folder}'\n", "utf-8")
    return folder


def test_a_report_from_the_page_of_why_and_more_lies_in_the_data_folder(dock: Dock) -> None:
    dock.configure(cooldown=0, language="zh_CN")
    lpn = decided(dock)
    dock.scan("DSCMD-MORE")
    dock.reach("overruling")
    dock.tap("报告存为 PDF")
    file = dock.data / "reports" / f"{lpn}.pdf"
    sight = dock.until(lambda sight: sight.banner == "accept")
    assert (sight.stage, str(file)[-100:] in dock.said) == ("decision", True)
    words = letters(file.read_bytes())
    assert lpn in words
    assert "质检报告" in words


def test_a_second_report_lies_beside_the_first_and_the_work_goes_on_meanwhile(dock: Dock, shelf: Path) -> None:
    lpn, gate = decided(dock), Event()
    dock.hold("report", gate.wait)
    dock.scan(ASK)
    dock.until(lambda sight: f"Writing the report of {lpn}" in sight.said)
    dock.scan("DSCMD-WHY")
    dock.reach("overruling")
    gate.set()
    dock.until(lambda sight: sight.banner == "accept")
    first = (shelf / f"{lpn}.pdf").read_bytes()
    dock.scan("DSCMD-BACK")
    dock.reach("decision")
    dock.settle()
    dock.scan(ASK)
    dock.until(lambda sight: f"{lpn}-2.pdf" in sight.said)
    assert sorted(each.name for each in shelf.iterdir()) == [f"{lpn}-2.pdf", f"{lpn}.pdf"]
    assert (shelf / f"{lpn}.pdf").read_bytes() == first
    assert lpn in letters((shelf / f"{lpn}-2.pdf").read_bytes())


def test_a_folder_that_cannot_be_written_to_is_named_and_the_decision_stays(dock: Dock, shelf: Path) -> None:
    shelf.parent.write_text("a file where the folder should be")
    decided(dock)
    dock.scan(ASK)
    said = dock.until(lambda sight: sight.banner == "reject").said
    assert "reports cannot be used" in said
    assert dock.sight.stage == "decision"
