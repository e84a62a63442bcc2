"""Two inspections of one unit side by side, and how far inspectors agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dockstation.application.queries import ComparisonView
from dockstation.domain.operator import Operator, Task
from dockstation.domain.opinion import OpinionState, SecondOpinion
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.comparing_words import GO_ON, SETTLE, ComparingWords
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
        self._desk.accept(QCoreApplication.translate("Comparing", "The second opinion is kept"))
        go_on = partial(self.decision_wanted.emit, lpn, True)
        self._look(lpn, lambda view, _by: self._ask(view, GO_ON, go_on))

    def compare(self, lpn: str) -> None:
        """Look at both again."""
        self._compare(lpn, partial(self.decision_wanted.emit, lpn, False))

    def _compare(self, lpn: str, then: Callable[[], None]) -> None:
        """A supervisor may settle it, and goes on with ``then``."""

        def show(view: ComparisonView, by: Operator) -> None:
            may_settle = view.opinion.state is OpinionState.DIFFERS and by.may(Task.APPROVE)
            self._ask(view, SETTLE if may_settle else "", partial(self._settle, lpn, then))

        self._look(lpn, show)

    def _settle(self, lpn: str, then: Callable[[], None]) -> None:
        def settled(_none: None) -> None:
            text = QCoreApplication.translate("Comparing", "Settled: the decision about {0} stands")
            self._desk.changed.emit()
            self._desk.accept(text.format(lpn))
            then()

        self._desk.act(lambda use, by: use.inspect_again.settle(lpn, by), settled)

    def _look(self, lpn: str, show: Callable[[ComparisonView, Operator], None]) -> None:
        self._desk.act(lambda use, by: (use.queries.comparison(lpn), by), lambda found: show(*found))

    def _ask(self, view: ComparisonView, enter: str, then: Callable[[], None]) -> None:
        desk, words = self._desk, self._words
        self._asking.ask(lambda: words.compare(view, desk.people, desk.language, enter), lambda _enter: then())

    def agreement(self) -> None:
        """The supervisor's page: figures, and what is to be looked at."""

        def look(use: UseCases, by: Operator) -> Callable[[], None]:
            found, differing, asked = use.agreement.shown_to(by), use.queries.differing(), use.queries.questions()
            desk, words = self._desk, self._words
            return lambda: self._asking.ask(
                lambda: words.agreement(found, desk.people, len(differing), asked, desk.language),
                lambda _differing: self._choose(differing),
            )

        self._desk.act(look, lambda show: show())

    def _choose(self, differing: Sequence[SecondOpinion]) -> None:
        def one(lpn: str) -> None:
            self._compare(lpn, self.agreement)

        self._asking.ask(lambda: self._words.differing(differing, self._desk.people), one)
