"""What people do about a decision: look at why, override, void, approve, waive."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dockstation.application.queries import DecisionView
from dockstation.application.release import require_changeable
from dockstation.application.signing import Signature
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Task
from dockstation.domain.outcome import Disposition
from dockstation.domain.overruling import OVERRIDE_REASONS, VOID_REASONS, WAIVE_REASONS, Change, decided_by
from dockstation.domain.text import Text
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.bins import Bins
from dockstation.ui.main_window.comparing import Comparing
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.overruling_words import IN_WORDS, PARTLY, OverrulingWords
from dockstation.ui.main_window.reporting import Reporting
from dockstation.ui.main_window.sign_stage import SignStage
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.main_window.words_stage import WordsStage
from dockstation.ui.screens.words import WordsScreen

NEEDS = {"override": Task.INSPECT, "sign": Task.INSPECT, "void": Task.VOID}
"""Who may begin what changes a decision; the use cases ask again."""


class Overruling(QObject):
    """Asks on the pages ``asking``, ``writing`` and ``signing``, then says where the unit is to be seen again."""

    decision_wanted = Signal(str, bool)
    """A licence plate; whether its label is to be printed at once."""
    inspection_wanted = Signal(str)
    opinion_wanted = Signal(str)
    history_wanted = Signal(str)
    copy_queued = Signal(object)
    """The PrintJob that is to be sent."""

    def __init__(self, desk: Desk, asking: AskStage, signing: SignStage) -> None:
        super().__init__()
        self._desk = desk
        self._asking = asking
        self.writing = WordsStage(desk, WordsScreen())
        self._signing = signing
        self.pages: Mapping[str, AskStage | WordsStage | SignStage] = {
            "overruling": asking, "words": self.writing, "signing": signing
        }  # fmt: skip
        """By the names of their stages."""
        self._words = OverrulingWords()
        self.bins, self.comparing = Bins(desk, asking), Comparing(desk, asking)
        self.reporting = Reporting(desk)
        self.comparing.decision_wanted.connect(self.decision_wanted)
        self._lpn = ""

    def take_up(self, lpn: str) -> None:
        """A decided unit from the worklist or a scan: its decision, or its second inspection."""
        self._desk.do(lambda use, by: (use.inspect_again.is_for(lpn, by), by), lambda found: self._met(lpn, *found))

    def _met(self, lpn: str, is_for_them: bool, by: Operator) -> None:
        self._lpn = lpn
        if is_for_them and by.may(Task.APPROVE):
            self._asking.ask(lambda: self._words.second(lpn), self._chosen)
        elif is_for_them:
            self.opinion_wanted.emit(lpn)
        else:
            self.decision_wanted.emit(lpn, False)

    def more(self, view: DecisionView) -> None:
        """What else can be done."""
        by = self._desk.operator
        if by is not None and not self._desk.busy:
            self._desk.banner.acknowledge()
            self._asking.ask(
                lambda: self._words.more(view, self._desk.operator or by), lambda chosen: self.begin(chosen, view)
            )

    def begin(self, what: str, view: DecisionView) -> None:
        """One of the answers of ``more``; what this person may not do, or nobody any more, is said at once."""
        if not self._may(what, view):
            return
        self._lpn = view.unit.lpn
        acts: dict[str, Callable[[DecisionView], None]] = {
            "why": self._why,
            "override": self._override,
            "sign": self.sign,
            "compare": lambda view: self.comparing.compare(view.unit.lpn),
            "reprint": self._reprint,
            "report": self._report,
            "history": lambda view: self.history_wanted.emit(view.unit.lpn),
        }
        if what in acts:
            acts[what](view)
        else:
            self._chosen(what)

    def _may(self, what: str, view: DecisionView) -> bool:
        by = self._desk.operator
        if by is None or what not in NEEDS:
            return by is not None
        try:
            by.require(NEEDS[what])
            require_changeable(view.unit)
        except DockstationError as error:
            self._desk.reject(error)
            return False
        return True

    def _chosen(self, what: str) -> None:
        """What needs no more than the licence plate."""
        acts: dict[str, Callable[[], None]] = {
            "again": lambda: self.opinion_wanted.emit(self._lpn),
            "look": lambda: self.decision_wanted.emit(self._lpn, False),
            "void": self._void,
            "waive": self._waive,
            "full": lambda: self.bins.ask("full"),
            "emptied": lambda: self.bins.ask("emptied"),
        }
        acts[what]()

    def _why(self, view: DecisionView) -> None:
        def ask(known: tuple[Disposition, ...]) -> None:
            desk = self._desk
            self._asking.ask(lambda: self._words.trace(view, known, desk.language, desk.people), lambda _none: None)

        self._desk.act(lambda use, _by: use.queries.dispositions(), ask)

    def sign(self, view: DecisionView) -> None:
        """Another person approves what stands."""
        lpn = view.unit.lpn

        def say() -> str:
            text = QCoreApplication.translate("Overruling", "Approve {0}: {1}")
            return text.format(lpn, view.disposition.word.in_language(self._desk.language))

        def approve(signature: Signature) -> None:
            self._desk.act(lambda use, by: use.approve(lpn, signature, by), lambda _none: self._ruled(lpn))

        self._signing.ask(say, decided_by(view.rulings), approve)

    def _reprint(self, view: DecisionView) -> None:
        """A copy of a label that somebody has in hand, with the reason for it."""
        job_id = view.job.job_id if view.job else ""

        def queue(reason: str) -> None:
            self._desk.act(lambda use, by: use.print_queue.reprint(job_id, reason, by), self.copy_queued.emit)

        self._asking.ask(lambda: self._words.copy(view.unit.lpn), queue)

    def _report(self, view: DecisionView) -> None:
        """Written beside the work, which goes on at the decision."""
        self.reporting.write(view.unit.lpn)
        self.decision_wanted.emit(view.unit.lpn, False)

    def _override(self, view: DecisionView) -> None:
        def ask(dispositions: tuple[Disposition, ...]) -> None:
            self._asking.ask(
                lambda: self._words.change(view), lambda what: self._override_to(view, what, dispositions)
            )

        self._desk.act(lambda use, _by: use.queries.dispositions(), ask)

    def _override_to(self, view: DecisionView, what: str, known: tuple[Disposition, ...]) -> None:
        def chosen(value: str) -> None:
            part, percent = value.removeprefix(PARTLY).strip(), 0
            if what == "resolution" and part.isdigit():
                value, percent = PARTLY, int(part)
            self._override_because(view, Change(**{what: value}, deduct_percent=percent), known)

        self._asking.ask(lambda: self._words.values(what, view, known, self._desk.language), chosen)

    def _override_because(self, view: DecisionView, change: Change, known: tuple[Disposition, ...]) -> None:
        def say() -> str:
            return self._words.override_title(change, known, self._desk.language)

        self._ask_why(say, OVERRIDE_REASONS, lambda reason: self._sign_override(view, change, reason, say))

    def _ask_why(self, say: Callable[[], str], offered: Mapping[str, Text], then: Callable[[str], None]) -> None:
        """One of the reasons ``offered``, or other words, under what ``say`` says."""

        def chosen(reason: str) -> None:
            if reason == IN_WORDS:
                self.writing.ask(say, then)
            else:
                then(reason)

        self._asking.ask(lambda: self._words.reasons(say(), offered, self._desk.language), chosen)

    def _sign_override(self, view: DecisionView, change: Change, reason: str, say: Callable[[], str]) -> None:
        lpn, by = view.unit.lpn, self._desk.operator

        def override(signature: Signature) -> None:
            self._desk.act(
                lambda use, by: use.override(lpn, change, reason, signature, by), lambda _decision: self._ruled(lpn)
            )

        self._signing.ask(say, by.badge if by else "", override)

    def _ruled(self, lpn: str) -> None:
        self._desk.changed.emit()
        self._desk.accept(QCoreApplication.translate("Overruling", "Signed: {0}").format(lpn))
        self.decision_wanted.emit(lpn, True)

    def _void(self) -> None:
        lpn = self._lpn

        def take_back(use: UseCases, by: Operator, reason: str) -> bool:
            torn = use.void_decision(lpn, reason, by)
            use.hand_over.take(lpn, by)  # here, lest its message covers what is said of the label
            return torn

        def void(reason: str) -> None:
            self._desk.act(lambda use, by: take_back(use, by, reason), lambda torn: self._voided(lpn, torn))

        self._ask_why(lambda: self._words.void_title(lpn), VOID_REASONS, void)

    def _voided(self, lpn: str, torn: bool) -> None:
        self._desk.changed.emit()
        plain = QCoreApplication.translate("Overruling", "{0} is open again; its answers are kept")
        label = QCoreApplication.translate("Overruling", "{0} is open again. Its label is worthless: tear it off")
        self._desk.accept((label if torn else plain).format(lpn))
        self.inspection_wanted.emit(lpn)

    def _waive(self) -> None:
        lpn = self._lpn

        def waive(reason: str) -> None:
            self._desk.act(lambda use, by: use.inspect_again.waive(lpn, reason, by), lambda _none: self._on(lpn))

        self._ask_why(lambda: self._words.waive_title(lpn), WAIVE_REASONS, waive)

    def _on(self, lpn: str) -> None:
        self._desk.changed.emit()
        self.decision_wanted.emit(lpn, True)
