"""A supervisor edits checklists and rules while the station works."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt

from dockstation.application.ports.store import PrintState
from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.settings import shipped
from tests.ui.main_window.dock import Dock

LIST, RULES, BINS = "checklists/phone.toml", "rules/phone.toml", "dispositions.toml"
SHIPPED, FIRST, SECOND = "How is the original box?", "Is the box whole?", "Is there a box?"
RIGHT, WRONG = 'answers.packaging != "sealed"', 'answers.pakaging != "sealed"'
NOTICE = "Rules: mistake"
DONATE = """
[donate]
word = { zh_CN = "捐赠", en = "Donate" }
meaning = { zh_CN = "捐给慈善机构", en = "To a charity" }
colour = "brown"
pictogram = "person"
bins = ["DONATE-1"]
"""


def edit(dock: Dock, name: str, old: str, new: str) -> int:
    """Change the file; the line on which it was."""
    file = dock.config / name
    text = file.read_text("utf-8")
    file.write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def back_home(dock: Dock) -> None:
    dock.tap("Pause")
    dock.reach("home")
    dock.settle()


def make_a_mistake(dock: Dock) -> int:
    """In a condition, before a parcel is opened; its line."""
    dock.begin()
    line = edit(dock, RULES, RIGHT, WRONG)
    dock.open_parcel()
    dock.until(lambda sight: sight.banner == "reject")
    return line


def test_a_change_counts_from_the_next_inspection_and_one_under_way_keeps_its_text(dock: Dock) -> None:
    dock.begin()
    edit(dock, LIST, SHIPPED, FIRST)
    dock.start_inspection()
    assert FIRST in dock.said
    edit(dock, LIST, FIRST, SECOND)
    back_home(dock)
    dock.scan(dock.events("UnitReceived")[0]["lpn"])
    dock.reach("inspect")
    assert FIRST in dock.said
    assert NOTICE not in dock.said


def test_a_mistake_is_said_and_stays_in_the_strip_while_work_goes_on_by_the_last_good_rules(dock: Dock) -> None:
    line = make_a_mistake(dock)
    assert f"rules/phone.toml, line {line}" in dock.said
    dock.press(Qt.Key.Key_Escape)
    dock.start_inspection()
    assert SHIPPED in dock.said
    assert NOTICE in dock.said
    dock.press(Qt.Key.Key_F12)
    assert "规则有错误" in dock.said
    dock.press(Qt.Key.Key_F12)
    edit(dock, RULES, WRONG, RIGHT)
    back_home(dock)
    dock.until(lambda _sight: NOTICE not in dock.said)


def test_who_taps_the_notice_reads_file_line_and_what_was_meant_until_it_is_mended(dock: Dock) -> None:
    line = make_a_mistake(dock)
    dock.tap(NOTICE)
    told = dock.until(lambda sight: sight.banner == "info").said
    for part in (str(dock.config / RULES)[-60:], f"line {line}", "pakaging", "Perhaps meant: packaging"):
        assert part in told
    edit(dock, RULES, WRONG, RIGHT)
    dock.tap(NOTICE)
    dock.until(lambda sight: sight.banner == "accept")
    assert "in order again" in dock.said
    assert NOTICE not in dock.said


def test_a_disposition_made_while_the_station_runs_has_its_word_and_label_at_once(
    dock: Dock, film: Path, printer: VirtualPrinter
) -> None:
    dock.configure(camera=film)
    shutil.copy(shipped("config") / BINS, dock.config)
    window = dock.begin()
    dock._qtbot.waitUntil(lambda: window.camera.newest is not None)
    with (dock.config / BINS).open("a", encoding="utf-8") as file:
        file.write(DONATE)
    edit(dock, RULES, 'then = "restock"', 'then = "donate"')
    assert dock.decide().bins == ("DONATE-1",)
    dock.until(lambda sight: sight.print_state is PrintState.SENT)
    assert "Donate" in dock.said
