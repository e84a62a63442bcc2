"""Help says what this very screen expects; nothing on the screen is lost by asking."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dockstation.domain.commands import commands
from dockstation.domain.scan import parse
from dockstation.ui.main_window.flow import CONFIRM
from dockstation.ui.messages.help import HELP
from dockstation.ui.screens.entry import Entry
from tests.fakes.returns import IMEI, SHIRT_GTIN
from tests.ui import samples
from tests.ui.keys import type_into
from tests.ui.looking import said, tap
from tests.ui.main_window.dock import Dock

Key = Qt.Key
CAPS = {
    "Enter": Key.Key_Return, "Esc": Key.Key_Escape, "Space": Key.Key_Space, "←": Key.Key_Backspace,
    "→": Key.Key_Right, "↑ ↓": Key.Key_Down, "0–9": Key.Key_1, **{f"1–{n}": Key.Key_1 for n in range(2, 10)},
    **{f"{n}": Key(Key.Key_0 + n) for n in range(10)}, **{f"F{n}": Key(Key.Key_F1 + n - 1) for n in range(1, 13)},
}  # fmt: skip
GENERAL = {*CONFIRM, "BACK", "PAUSE", "LOCK", "SIGNOUT"}
"""What the flow knows for every stage."""
ELSEWHERE = ("choosing", "entrance", "typing_badge", "person", "people", "people_entry", "people_pin")
"""Driven by test_choosing, test_entrance and test_people."""


def test_f1_says_what_the_screen_expects_with_codes_to_scan(dock: Dock) -> None:
    dock.begin()
    dock.press(Key.Key_F1)
    assert "Scan the parcel's return label" in dock.said
    assert "DSCMD-SEARCH" in dock.window.help.screen.codes  # type: ignore[union-attr]  # it is open
    dock.press(Key.Key_F1)
    assert not dock.window.help.is_open


@pytest.mark.parametrize("way", ["key", "code", "tap", "return"])
def test_help_closes_in_every_way_and_confirms_nothing(dock: Dock, way: str) -> None:
    dock.begin()
    dock.count_phone()
    tap(dock.window, "Help")
    assert "Scan every item in the parcel" in dock.said
    if way == "tap":
        assert dock.window.help.screen is not None
        QTest.mouseClick(dock.window.help.screen, Qt.MouseButton.LeftButton)
    elif way == "code":
        dock.scan("DSCMD-BACK")
    else:
        dock.press(Key.Key_Escape if way == "key" else Key.Key_Return)
    dock.until(lambda _sight: not dock.window.help.is_open)
    assert dock.sight.stage == "receive"
    assert dock.events("InspectionStarted") == []


def test_a_code_scanned_while_help_is_open_counts_on_the_screen_below(dock: Dock) -> None:
    dock.begin()
    dock.open_parcel()
    dock.scan("DSCMD-HELP")
    dock.until(lambda _sight: dock.window.help.is_open)
    dock.scan(IMEI)
    assert dock.until(lambda sight: bool(sight.units)).stage == "receive"
    assert not dock.window.help.is_open


def test_help_needs_no_badge(dock: Dock) -> None:
    dock.begin("")
    dock.scan("DSCMD-HELP")
    dock.until(lambda _sight: dock.window.help.is_open)
    assert "Scan your badge to begin" in dock.said
    assert dock.sight.banner == ""


def test_what_was_typed_is_still_there_and_goes_on(dock: Dock) -> None:
    dock.begin()
    dock.press(Key.Key_F4)
    for char in "R2":
        type_into(dock.window.windowHandle(), char)
        dock._quiet()
    dock.press(Key.Key_F1)
    assert "as it is printed below the bars" in said(dock.window.help.screen)  # type: ignore[arg-type]  # open
    type_into(dock.window.windowHandle(), "9")
    dock._quiet()
    assert not dock.window.help.is_open
    type_into(dock.window.windowHandle(), "6")
    dock._quiet()
    assert dock.window.pages.typing._field.text() == "R26"


def test_help_speaks_the_other_language_at_once(dock: Dock) -> None:
    dock.begin()
    dock.press(Key.Key_F1)
    dock.press(Key.Key_F12)
    assert "扫描包裹上的退货面单" in dock.said
    dock.press(Key.Key_F12)
    assert dock.window.help.is_open


def test_every_screen_has_help_and_every_code_shown_is_a_command(dock: Dock) -> None:
    dock.begin()
    pages = {*dock.window.pages._screens, "badge"}
    assert set(HELP) == pages
    known = {each.word for each in commands()}
    assert {word for each in HELP.values() for word in each.commands} <= known
    assert {cap for each in HELP.values() for cap, _ in each.keys} <= set(CAPS)


class _Walk:
    """Brings a station to every screen, again and again."""

    def __init__(self, dock: Dock) -> None:
        self.dock, self.flow = dock, dock.window.flow
        self.lpn = ""
        plain: dict[str, Callable[[], object]] = {
            name: self.flow.stages[name].enter  # type: ignore[attr-defined]  # these have it
            for name in ("dock", "held", "labels", "outbox", "search")
        }
        self.ways: dict[str, Callable[[], object]] = {
            **self._counting(), "home": self.flow.go_home, **plain, **self._deciding(),
            "shortlist": lambda: self.flow.shortlist.enter(parse("SF1"), samples.shortlist(3), may_ask=True),
            "printers": self.flow.printers.enter,
            "printer_question": lambda: self._after("printers", Key.Key_1), "printer_entry": self._entry,
            "typing": self._typing, "self_test": self.dock.window.self_test.begin, **self._setting_up(),
        }  # fmt: skip

    def _setting_up(self) -> dict[str, Callable[[], object]]:
        way = self.dock.window.set_up
        return {
            "settings": way.pages.enter,
            "settings_entry": lambda: way.pages.ask_code(self.flow.go_home),
            "wizard": way.wizard.begin,
            "camera_set_up": lambda: way.wizard.begin("camera"),
        }

    def _counting(self) -> dict[str, Callable[[], object]]:
        return {
            "receive": lambda: self.flow.receive.enter(self.flow.receive.parcel_id),
            "problem": lambda: self._after("receive", Key.Key_F10),
            "weighing": lambda: self._after("receive", Key.Key_F2),
            "asking": lambda: self._after("receive", Key.Key_F3),
            "discrepancy": lambda: self._after("problem", Key.Key_1),
        }

    def _deciding(self) -> dict[str, Callable[[], object]]:
        over = self.flow.overruling
        return {
            "inspect": lambda: self.flow.inspect.enter(self.lpn),
            "hand_over": lambda: self._after("inspect", Key.Key_F8), "photos": self._photos,
            "decision": lambda: self.flow.decision.enter(self.lpn, fresh=False),
            "history": lambda: self.dock.window.history.stage.enter_unit(self.lpn),
            "overruling": lambda: self._after("decision", Key.Key_F9),
            "words": lambda: over.writing.ask(lambda: "", lambda _text: None),
            "signing": lambda: over._signing.ask(lambda: "", "X", lambda _signature: None),
        }  # fmt: skip

    def to(self, page: str) -> None:
        if page in ("typing", "self_test"):
            self.flow.go_home()
            self.rest()
        self.dock.window.banner.clear()
        self.dock.window._show_stage()
        self.ways[page]()
        self.dock.until(lambda _sight: self.dock.window.pages.name == page)

    def rest(self) -> None:
        self.dock.until(lambda _sight: not self.dock.window.desk.busy)

    def _after(self, page: str, key: Qt.Key) -> None:
        self.to(page)
        self.dock.window._key(key)

    def _photos(self) -> None:
        view = self.flow.inspect.view
        assert view is not None
        self.flow.photos.enter(view.unit.lpn, view.photos[0].sha256)

    def _entry(self) -> None:
        self.flow.printers.entry.ask(lambda: Entry("Name", ""), lambda _text: self.flow.go_home(), "x")

    def _typing(self) -> None:
        self.dock.window._type_code()
        self.dock.window.pages.typing._field.setText("R26120000")


def _seen(dock: Dock) -> object:
    window = dock.window
    return (window.pages.name, window.banner.kind, window.pages.grab().toImage(), QApplication.focusWidget())


def _works(walk: _Walk, page: str, cap: str) -> bool:
    """Whether the stage answers to the key, or anything at all is seen of it."""
    walk.to(page)
    stage, key = walk.flow.stages.get(page), CAPS[cap]
    if stage is not None and stage.key(key):
        walk.rest()
        return True
    before = _seen(walk.dock)
    walk.dock.press(key)
    walk.rest()
    return key == Key.Key_F5 or _seen(walk.dock) != before


def _commanded(walk: _Walk, page: str, word: str) -> bool:
    walk.to(page)
    stage = walk.flow.stages[page]
    done = stage.command(word) or word in GENERAL
    walk.rest()
    return done


def _missing(walk: _Walk, pages: Iterable[str]) -> list[tuple[str, str]]:
    missing: list[tuple[str, str]] = []
    for page in pages:
        told = HELP[page]
        missing += [(page, cap) for cap, _ in told.keys if not _works(walk, page, cap)]
        missing += [(page, word) for word in told.commands if not _commanded(walk, page, word)]
    return missing


def test_every_key_and_code_that_help_shows_works_on_its_screen(dock: Dock, film: Path) -> None:
    """One station, walked through every screen but those with nothing to drive, and those with tests of their own."""
    dock.configure(camera=film)
    dock.govern()
    dock.begin("BOSS")
    walk = _Walk(dock)
    dock.open_parcel()
    for number, code in enumerate((IMEI, SHIRT_GTIN), 1):
        dock.scan(code)
        dock.until(lambda sight, number=number: len(sight.units) == number)  # type: ignore[misc]  # lambda
    walk.lpn = next(each.lpn for each in dock.read(lambda work: work.units.of_rma("R26110001")) if each.serial)
    walk.to("inspect")
    dock.press(Key.Key_1)
    decided = ("photos", "decision", "history", "overruling", "words", "signing")
    assert _missing(walk, [each for each in walk.ways if each not in decided]) == []
    walk.to("inspect")
    dock._qtbot.waitUntil(lambda: dock.window.camera.eyes is not None, timeout=10_000)  # chosen anew on its page
    dock.decide()
    dock.until(lambda sight: sight.banner == "reject")  # there is no printer
    assert _missing(walk, decided) == []
    assert {*walk.ways, "start", "badge", *ELSEWHERE} == set(HELP)
