"""An administrator says who works here, and the first one comes in by a code."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt

from dockstation.settings import load_station
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.test_entrance import at_work, enter_pin


def governed(dock: Dock) -> None:
    dock.govern()
    dock.begin("BOSS")
    dock.reach("home")


def write(dock: Dock, text: str) -> None:
    dock.reach("people_entry")
    dock.window.people.way.people.entry.screen._field.setText(text)
    dock.tap("OK")


def people(dock: Dock) -> dict[str, tuple[str, str, bool, bool]]:
    staff = load_station(dock.place.folders).everybody()
    return {
        each.operator.badge: (each.operator.name, each.operator.role.value, bool(each.pin), each.may_work)
        for each in staff
    }


def test_somebody_new_gets_badge_role_and_pin_and_signs_in(dock: Dock) -> None:
    governed(dock)
    dock.press(Qt.Key.Key_9)
    dock.reach("person")
    dock.press(Qt.Key.Key_3)
    dock.reach("people")
    dock.press(Qt.Key.Key_Return)
    dock.reach("people_entry")
    dock.scan("DSID-EVA")
    dock.settle()
    dock.press(Qt.Key.Key_Return)
    write(dock, "Eva")
    dock.reach("people")
    dock.tap("inspects")
    dock.until(lambda sight: sight.banner == "accept")
    assert people(dock)["EVA"] == ("Eva", "inspector", False, True)
    dock.tap("Eva")
    dock.tap("New PIN")
    dock.reach("people_pin")
    enter_pin(dock, "4711")
    enter_pin(dock, "4712")
    assert "differ" in dock.sight.said
    enter_pin(dock, "4711")
    enter_pin(dock, "4711")
    dock.reach("people")
    assert people(dock)["EVA"] == ("Eva", "inspector", True, True)
    dock.press(Qt.Key.Key_Escape)
    dock.reach("home")
    dock.scan("DSID-EVA")
    dock.until(lambda _sight: at_work(dock) == "Eva")


def test_who_is_let_go_cannot_sign_in_and_a_supervisor_changes_nobody(dock: Dock) -> None:
    governed(dock)
    dock.scan("DSCMD-PEOPLE")
    dock.reach("people")
    dock.tap("Carl")
    dock.tap("Let go")
    dock.until(lambda sight: sight.banner == "accept")
    assert "works here no more" in dock.said
    dock.press(Qt.Key.Key_Escape)
    dock.reach("home")
    dock.scan("DSID-CARL")
    dock.settle()
    assert (dock.sight.banner, at_work(dock)) == ("reject", "Li")
    dock.scan("DSID-SUE")
    dock.until(lambda _sight: at_work(dock) == "Sue")
    dock.scan("DSCMD-PEOPLE")
    dock.until(lambda sight: sight.banner == "reject")
    assert dock.sight.stage == "home"


def test_a_new_station_shows_a_code_once_and_takes_its_first_administrator(dock: Dock) -> None:
    file = dock.config / "station.toml"
    file.write_text(file.read_text("utf-8").partition("[[people]]")[0], "utf-8")
    dock.begin("")
    dock.reach("people")
    (code,) = re.findall(r"\d{4} \d{4} \d{4}", dock.said)
    dock.window.close()
    dock.begin("")
    dock.reach("people_pin")
    assert code not in dock.said
    enter_pin(dock, "000000000000")
    assert "not the code" in dock.sight.said
    enter_pin(dock, code.replace(" ", ""))
    dock.reach("people_entry")
    dock.scan("DSID-LI-2026")
    dock.settle()
    dock.press(Qt.Key.Key_Return)
    write(dock, "Li")
    dock.reach("people_pin")
    enter_pin(dock, "4711")
    enter_pin(dock, "4711")
    assert dock.reach("home").said == "Signed in: Li"
    assert people(dock) == {"LI-2026": ("Li", "administrator", True, True)}
