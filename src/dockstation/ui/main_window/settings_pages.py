"""The station's settings: from the groups to each question and back, and enrolling the station."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from dockstation.application.set_station_up import SetStationUp, SettingsView
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan, ScanKind
from dockstation.domain.station_setup import Setting
from dockstation.ui import messages
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.entry_stage import EntryStage
from dockstation.ui.main_window.settings_words import ENROL, GROUPS, RESTART, SettingsWords
from dockstation.ui.main_window.stage import Stage
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.ask import AskScreen
from dockstation.ui.screens.entry import EntryScreen

ASKING, ENTRY = "settings", "settings_entry"


class SettingsPages(QObject):
    """Groups, a question, a value."""

    shown = Signal(str)
    """One of ``stages``."""
    left = Signal()
    way_asked = Signal(str)
    """One of the ways of ``settings_words``."""
    restart_asked = Signal()
    enrolled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.asking = AskStage(desk, AskScreen())
        self.entry = EntryStage(desk, EntryScreen())
        self.stages: dict[str, Stage] = {ASKING: self.asking, ENTRY: self.entry}
        self.words = SettingsWords()
        self.apply: Callable[[str, SettingsView], bool] = lambda _name, _view: False
        """Lets a change count at once, where it can."""
        self.view: SettingsView = ()
        self.group = ""
        """Whose settings are on the screen, "" for all groups."""
        self.enrolling = False
        """Whether a code of the server is asked for."""
        self._waiting = False
        self._back: Callable[[], None] = self._leave
        self.asking.shown.connect(lambda: self.shown.emit(ASKING))
        self.entry.shown.connect(lambda: self.shown.emit(ENTRY))
        for stage in (self.asking, self.entry):
            stage.left.connect(self._left)

    def _left(self) -> None:
        self._back()

    def enter(self) -> None:
        """Who may not is told so."""
        self._desk.act(lambda use, by: use.set_up.station.settings(by), self._opened)

    def _opened(self, view: SettingsView) -> None:
        self.view = view
        self.show_groups()

    def show_groups(self) -> None:
        """All of them."""
        self.group, self._back, self.enrolling = "", self._leave, False
        self.asking.ask(lambda: self.words.groups(waiting=self._waiting), self._chosen)

    def _leave(self) -> None:
        self.left.emit()

    def _chosen(self, what: str) -> None:
        if what == RESTART:
            self.restart_asked.emit()
        elif what in GROUPS:
            self.show_group(what)
        else:
            self.way_asked.emit(what)

    def show_group(self, group: str) -> None:
        """Its settings, and what counts now."""
        self.group, self._back, self.enrolling = group, self.show_groups, False
        self.asking.ask(lambda: self.words.group(group, self.view), self._ask)

    def _ask(self, what: str) -> None:
        setting = next((each for each in self.view if each.name == what), None)
        if setting is not None:
            self._back = partial(self.show_group, self.group)
            self._ask_value(setting)
        elif what == ENROL:
            self.ask_code(partial(self.show_group, self.group))
        else:
            self.way_asked.emit(what)

    def _ask_value(self, setting: Setting) -> None:
        kept = partial(self.show_group, self.group)
        if setting.choices:
            self.asking.ask(lambda: self.words.choices(setting), lambda text: self.change(setting.name, text, kept))
            return
        shown = messages.without_password(setting.text)

        def entered(text: str) -> None:
            self.change(setting.name, setting.text if text == shown else text, kept)

        self.entry.ask(lambda: self.words.entry(setting), entered, shown)

    def change(self, name: str, text: str, then: Callable[[], None]) -> None:
        """Write it, and let it count."""

        def written(view: SettingsView) -> None:
            self.view = view
            at_once = self.apply(name, view)
            self._waiting = self._waiting or not at_once
            self._desk.accept(self.words.kept(name, at_once=at_once))
            then()

        self._desk.act(lambda use, by: use.set_up.station.change(name, text, by), written)

    def ask_code(self, back: Callable[[], None]) -> None:
        """The one-time code of a server; ``back`` is shown afterwards, or when there is none."""
        self._back, self.enrolling = back, True
        self.entry.ask(self.words.enrolment, self.enrol)

    def enrol(self, code: str) -> None:
        """Enrol with this code."""
        self._enrol(lambda station, by: station.enrol(code, by))

    def serve_here(self) -> None:
        """Let the server run on this computer, and enrol there."""
        self._enrol(lambda station, by: station.serve_here(by))
        if self._desk.busy:
            self._desk.ask(self.words.starting())

    def _enrol(self, way: Callable[[SetStationUp, Operator], str]) -> None:
        def work(use: UseCases, by: Operator) -> SettingsView:
            way(use.set_up.station, by)
            return use.set_up.station.settings(by)

        def done(view: SettingsView) -> None:
            self.view = view
            self._desk.accept(self.words.enrolled())
            self.enrolled.emit()
            if self.enrolling:
                self.enrolling = False
                self._back()

        self._desk.act(work, done, "network")

    def takes(self, scan: Scan) -> bool:
        """A code for the page of a value, which may be none of this trade."""
        if scan.kind in (ScanKind.COMMAND, ScanKind.BADGE):
            return False
        if self.enrolling:
            self.enrol(self.text_of(scan))
        else:
            self.entry.screen.take(self.text_of(scan))
        return True

    @staticmethod
    def text_of(scan: Scan) -> str:
        """All of what was scanned, where it is none of this trade's codes."""
        return scan.value if scan.kind in (ScanKind.UNKNOWN, ScanKind.CODE) else scan.shown
