"""Two inspections of one unit side by side, and how far inspectors agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from dockstation.application.queries import ComparisonView
from dockstation.domain.operator import Operator, Task
from dockstation.domain.opinion import OpinionState, SecondOpinion
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.comparing_words import SETTLE, ComparingWords
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.use_cases import UseCases


class Comparing(QObject):
    """Shows what both found; a supervisor settles where they differ."""

    decision_wanted = Signal(str, bool)
    """A licence plate; whether its label is to be printed at once."""

    def __init__(self, desk: Desk, asking: AskStage) -> None:
        super().__init__()
        self._desk = desk
        self._asking = asking
        self._words = ComparingWords()

    def given(self, lpn: str) -> None:
        """The second inspection is done just now; what was compared comes before label and bin."""
        self._look(lpn, lambda view, _by: self._ask(view, may_settle=False, goes_on=True))

    def compare(self, lpn: str) -> None:
        """Look at both again."""

        def show(view: ComparisonView, by: Operator) -> None:
            differs = view.opinion.state is OpinionState.DIFFERS
            self._ask(view, may_settle=differs and by.may(Task.APPROVE), goes_on=False)

        self._look(lpn, show)

    def _look(self, lpn: str, show: Callable[[ComparisonView, Operator], None]) -> None:
        self._desk.act(lambda use, by: (use.queries.comparison(lpn), by), lambda found: show(*found))

    def _ask(self, view: ComparisonView, *, may_settle: bool, goes_on: bool) -> None:
        desk, lpn = self._desk, view.opinion.lpn

        def say_so(chosen: str) -> None:
            if chosen == SETTLE:
                desk.act(lambda use, by: use.inspect_again.settle(lpn, by), lambda _none: self._settled(lpn))
            else:
                self.decision_wanted.emit(lpn, True)

        words = self._words
        self._asking.ask(
            lambda: words.compare(view, desk.people, desk.language, may_settle=may_settle, goes_on=goes_on), say_so
        )

    def _settled(self, lpn: str) -> None:
        self._desk.changed.emit()
        self.decision_wanted.emit(lpn, False)

    def agreement(self) -> None:
        """The supervisor's page: figures, and what is to be looked at."""

        def look(use: UseCases, by: Operator) -> Callable[[], None]:
            by.require(Task.APPROVE)
            found, differing, asked = use.agreement(), use.queries.differing(), use.queries.questions()
            desk, words = self._desk, self._words
            return lambda: self._asking.ask(
                lambda: words.agreement(found, desk.people, len(differing), asked, desk.language),
                lambda _differing: self._choose(differing),
            )

        self._desk.act(look, lambda show: show())

    def _choose(self, differing: Sequence[SecondOpinion]) -> None:
        self._asking.ask(lambda: self._words.differing(differing, self._desk.people), self.compare)
