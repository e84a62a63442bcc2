"""Signing in with badge and PIN, locking, signing out: the work stays where it was."""

from __future__ import annotations

import logging

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt

from tests.ui.looking import tap
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.test_typing import type_code

ANNAS, SUES = "4711", "9052"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
KEYS = {str(n): Qt.Key(Qt.Key.Key_0 + n) for n in range(10)}


def locking(dock: Dock, *, pin: bool = False, minutes: float = 0) -> None:
    """Anna and Sue have PINs, Carl has none."""
    file = dock.config / "station.toml"
    text = file.read_text("utf-8")
    for badge, each in (("ANNA", ANNAS), ("SUE", SUES)):
        text = text.replace(f'badge = "{badge}"\n', f'badge = "{badge}"\npin = "{QUICK.hash(each)}"\n')
    table = f"[sign_in]\npin = {str(pin).lower()}\nlock_minutes = {minutes}\n\n"
    file.write_text(text.replace("[labels]", table + "[labels]"), "utf-8")


def enter_pin(dock: Dock, pin: str) -> None:
    """Off a sheet of codes: quicker than key by key."""
    dock.scan(f"DSCMD-{pin}", "DSCMD-CONFIRM")
    dock.settle()


def type_pin(dock: Dock, pin: str) -> None:
    for digit in pin:
        dock.press(KEYS[digit])
    dock.press(Qt.Key.Key_Return)
    dock.settle()


def at_work(dock: Dock) -> str:
    return dock.window.desk.operator.name if dock.window.desk.operator else ""


def test_badge_and_pin_sign_in_where_config_asks_for_both(dock: Dock) -> None:
    locking(dock, pin=True)
    dock.begin("")
    dock.scan("DSID-CARL")
    dock.settle()
    assert "Carl has no PIN" in dock.sight.said
    assert dock.sight.stage == "home"
    dock.scan("DSID-ANNA")
    dock.reach("entrance")
    assert at_work(dock) == ""
    type_pin(dock, ANNAS)
    assert dock.reach("home").said == "Signed in: Anna"


def test_a_wrong_pin_lets_nobody_in_and_makes_wait_across_a_restart(dock: Dock) -> None:
    locking(dock, pin=True)
    dock.begin("ANNA")
    dock.reach("entrance")
    for _ in range(3):
        enter_pin(dock, "0000")
    assert "not Anna's PIN" in dock.sight.said
    dock.window.close()
    dock.begin("ANNA")
    enter_pin(dock, ANNAS)
    assert "Too many wrong PINs" in dock.sight.said
    assert at_work(dock) == ""


def test_no_pin_is_shown_or_logged_however_it_comes(dock: Dock, caplog: pytest.LogCaptureFixture) -> None:
    locking(dock, pin=True)
    caplog.set_level(logging.DEBUG)
    dock.begin("")
    shown: list[str] = []
    dock.window.intake.heard.connect(lambda _number, code, _kind: shown.append(code))
    dock.scan(ANNAS)  # before any badge
    dock.settle()
    dock.scan("DSID-ANNA")
    dock.reach("entrance")
    dock.press(Qt.Key.Key_Escape)
    dock.scan("DSID-ANNA", ANNAS, ANNAS)  # as a plain code, twice
    dock.settle()
    assert ANNAS not in dock.sight.said
    dock.press(Qt.Key.Key_Escape)
    dock.scan("DSID-ANNA")
    dock.settle()
    enter_pin(dock, "0" + ANNAS)
    dock.scan(f"DSCMD-{ANNAS}")
    dock.settle()
    assert "••••" in dock.said
    assert ANNAS not in dock.said + dock.sight.said + caplog.text + "".join(shown)


def test_the_same_person_comes_back_to_the_very_place(dock: Dock) -> None:
    locking(dock, pin=True)
    dock.begin("")
    dock.scan("DSID-ANNA")
    dock.reach("entrance")
    enter_pin(dock, ANNAS)
    dock.start_inspection()
    dock.press(Qt.Key.Key_1)
    before = dock.until(lambda sight: bool(sight.answers))
    dock.scan("DSID-SUE")
    dock.reach("entrance")
    dock.press(Qt.Key.Key_Escape)  # she changed her mind
    dock.reach("inspect")
    assert at_work(dock) == "Anna"
    dock.scan("DSCMD-LOCK")
    dock.reach("entrance")
    assert "The work of Anna" in dock.said
    dock.scan("DSRMA-R26110001")  # no work behind a lock
    dock.settle()
    dock.press(Qt.Key.Key_Escape)
    dock.press(Qt.Key.Key_2)
    dock.scan("DSID-ANNA")
    dock.settle()
    enter_pin(dock, ANNAS)
    after = dock.reach("inspect")
    assert (after.lpn, after.question, after.answers) == (before.lpn, before.question, before.answers)


def test_another_person_begins_at_home_and_the_work_waits(dock: Dock) -> None:
    dock.begin("ANNA")
    lpn = dock.start_inspection().lpn
    dock.scan("DSCMD-LOCK")
    dock.reach("entrance")
    dock.scan("DSID-SUE")
    dock.reach("home")
    assert at_work(dock) == "Sue"
    dock.scan(lpn)
    assert dock.reach("inspect").lpn == lpn


def test_it_locks_by_itself_when_nobody_touches_it(dock: Dock) -> None:
    locking(dock, minutes=0.01)
    dock.begin("ANNA")
    dock.reach("entrance")
    dock.scan("DSID-ANNA")
    dock.reach("home")


def test_a_pin_that_nobody_goes_on_with_is_asked_for_no_longer(dock: Dock) -> None:
    locking(dock, pin=True, minutes=0.01)
    dock.begin("ANNA")
    dock.reach("home")
    assert at_work(dock) == ""


def test_signing_out_by_code_or_touch_leaves_the_station_to_the_next_badge(dock: Dock) -> None:
    dock.begin("ANNA")
    dock.open_parcel()
    dock.scan("DSCMD-SIGNOUT")
    dock.reach("home")
    assert at_work(dock) == ""
    assert "Scan your badge" in dock.said
    dock.scan("DSID-SUE")
    dock.until(lambda _sight: at_work(dock) == "Sue")
    dock.press(Qt.Key.Key_9)
    dock.reach("person")
    dock.press(Qt.Key.Key_2)
    dock.until(lambda _sight: at_work(dock) == "")


def test_locking_by_touch_keeps_the_place(dock: Dock) -> None:
    dock.begin("ANNA")
    dock.open_parcel()
    dock.window._strip.person_asked.emit()
    dock.reach("person")
    tap(dock.window, "Lock")
    dock.reach("entrance")
    dock.press(Qt.Key.Key_F4)
    dock.reach("typing_badge")
    type_code(dock, "DSID-ANNA")
    dock.press(Qt.Key.Key_Return)
    dock.reach("receive")
