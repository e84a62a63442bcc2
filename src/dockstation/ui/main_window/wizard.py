"""Setting the station up, step by step: each can be left out, and is found again in the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from dockstation.domain.check import Check
from dockstation.domain.operator import Operator
from dockstation.domain.station_setup import DONE
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.camera_set_up import SOURCE, CameraSetUpStage
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.settings_pages import SettingsPages
from dockstation.ui.main_window.settings_words import ENROL
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.main_window.wizard_words import HERE, NEXT, STEPS, SUMMARY, SetUp, WizardWords
from dockstation.ui.screens.ask import AskScreen

WIZARD = "wizard"
LANGUAGE = "station.language"


class Wizard(QObject):
    """Shows one step after the other; what is set up in each is written at once."""

    shown = Signal()
    left = Signal()
    """At the end, or back from the first step."""
    way_asked = Signal(str)
    """To the scanner test, or the printers."""

    def __init__(self, desk: Desk, pages: SettingsPages, camera: CameraSetUpStage) -> None:
        super().__init__()
        self._desk, self._pages, self._camera = desk, pages, camera
        self.asking = AskStage(desk, AskScreen())
        self.asking.shown.connect(self.shown)
        self.asking.left.connect(lambda: self._step_by(-1))
        self.words = WizardWords()
        self.step = STEPS[0]
        self.known = SetUp()
        self.is_first = False
        """Whether this is a first start: how far it has come is kept then, and only then."""
        self._amends = False
        """Whether the step is one that the summary led to: it leads back there."""
        self.held: Callable[[], Mapping[str, Callable[[], str]]] = dict
        """How the devices are that this window holds, by names of checks."""
        pages.enrolled.connect(self._enrolled)

    def begin(self, step: str = "") -> None:
        """From this step on, else from the first."""
        self._amends = False
        self.show(step if step in STEPS else STEPS[0])

    def show(self, step: str = "") -> None:
        """This step, else the present one anew."""
        reached = step or self.step

        def look(use: UseCases, by: Operator) -> SetUp:
            if self.is_first:
                use.set_up.station.reach(reached)
            tested = tuple(each.device for each in use.self_test.keep.profiles())
            people = tuple(use.roster.book.current.operators.values())
            return SetUp(use.set_up.station.settings(by), use.set_up.station.station(), tested, people)

        self._desk.do(look, partial(self._show, reached))

    def _show(self, step: str, known: SetUp) -> None:
        self.step, self.known, self._pages.view = step, known, known.view
        if step == "camera":
            head = lambda: (self.words.head(step), self.words.go_on(ready=self._camera.sees))  # noqa: E731
            self._camera.enter(head, known.view, partial(self._step_by, 1), partial(self._step_by, -1))
            return
        self.asking.ask(lambda: self.words.step(step, self.known), self._answered)
        if step == SUMMARY:
            self._check()

    def _step_by(self, steps: int) -> None:
        if self._amends:
            self.begin(SUMMARY)
            return
        place = STEPS.index(self.step) + steps
        if place < 0:
            self.left.emit()
        elif place < len(STEPS):
            self.show(STEPS[place])
        elif self.is_first:
            self._desk.act(lambda use, _by: use.set_up.station.reach(DONE), lambda _none: self.left.emit())
        else:
            self.left.emit()

    def _answered(self, what: str) -> None:
        if what == NEXT:
            self._step_by(1)
        elif self.step == SUMMARY:
            self._amends = True
            self.show(what)
        elif self.step == "language":
            self._pages.change(LANGUAGE, what, partial(self._step_by, 1))
        elif what == ENROL:
            self._pages.ask_code(self.show)
        elif what == HERE:
            self._pages.serve_here()
        else:
            self.way_asked.emit(what)

    def choose_camera(self, source: str) -> None:
        """This one counts from now on; its picture follows."""
        self._pages.change(SOURCE, source, lambda: self._camera.show_settings(self._pages.view))

    def _enrolled(self) -> None:
        if self.asking.screen.isVisible() and self.step == "server":
            self.show()

    def _check(self) -> None:
        use_cases = self._desk.use_cases
        if use_cases is not None:
            look = partial(use_cases.set_up.checks, self.held())
            self._desk.background.run("report", look, self._checked, self._desk.reject)

    def _checked(self, checks: tuple[Check, ...]) -> None:
        self.known = replace(self.known, checks=checks)
        if self.step == SUMMARY:
            self.asking.refresh()
