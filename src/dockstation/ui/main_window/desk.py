"""What the stages of the work share: the use cases, the person, the threads, and how an answer is shown."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from functools import partial
from time import monotonic
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from dockstation.diagnosis.failures import number_of
from dockstation.diagnosis.lines import facts
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.privacy import Discretion
from dockstation.ui.background import Background
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.messages import sentence
from dockstation.ui.widgets.banner import Banner

T = TypeVar("T")
P = ParamSpec("P")
log = logging.getLogger(__name__)


class Desk(QObject):
    """One piece of work at a time: while one runs, taps are ignored and scans wait."""

    began = Signal()
    """Work is under way where none was."""
    idle = Signal()
    """The work asked for is done, or has failed and been said."""
    changed = Signal()
    """Something was written that the server should hear of."""
    refused = Signal(str)
    """The code of a failure that was shown."""
    sounded = Signal(str)
    """accept, question or reject, for the ears."""
    crashed = Signal(object)
    """A failure that nobody foresaw, as foreseen() tells of it."""
    printer_asked = Signal()
    """Somebody wants to know how the printer is."""

    def __init__(
        self, background: Background, banner: Banner, language: str, discretion: Discretion = Discretion.FULL
    ) -> None:
        super().__init__()
        self.background = background
        self.banner = banner
        self.language, self.discretion = language, discretion
        self.use_cases: UseCases | None = None
        self.operator: Operator | None = None
        self.people: Mapping[str, str] = {}
        """Names by badge."""
        self.halted = False
        """While the crash page covers everything, scans wait and taps are ignored."""
        self._running: Counter[str] = Counter()
        self._standing: DockstationError | None = None

    @property
    def busy(self) -> bool:
        """Whether a piece of work is under way, or the station has not come up yet."""
        return self._running.total() > 0 or self.use_cases is None or self.halted

    def close(self) -> None:
        """Let go of everything behind the window."""
        use_cases, self.use_cases = self.use_cases, None
        if use_cases is not None:
            use_cases.close()

    def running(self, lane: str) -> int:
        """How many pieces of work of this lane are under way or wait; 0 while another lane has some as well."""
        return self._running[lane] if self._running.total() == self._running[lane] else 0

    def act(self, work: Callable[[UseCases, Operator], T], done: Callable[[T], None], lane: str = "store") -> None:
        """What a person asks for on the screen, having read what stood there; nothing while work is under way."""
        if not self.busy:
            self.banner.acknowledge()
            self.do(work, done, lane)

    def do(self, work: Callable[[UseCases, Operator], T], done: Callable[[T], None], lane: str = "store") -> None:
        """Run ``work`` off the window's thread for the person signed in; a failure is shown and changes nothing."""
        use_cases, operator = self.use_cases, self.operator
        if use_cases is None:
            return
        if operator is None:
            self.reject(DockstationError("person.none"))
            return
        self._run(partial(timed, work, use_cases, operator), done, lane)

    def do_for_nobody(self, work: Callable[[UseCases], T], done: Callable[[T], None]) -> None:
        """The same where nobody need be signed in: who comes to the station is looked at."""
        if self.use_cases is not None:
            self._run(partial(timed, work, self.use_cases), done, "store")

    def _run(self, work: Callable[[], T], done: Callable[[T], None], lane: str) -> None:
        self._running[lane] += 1
        if self._running.total() == 1:
            self.began.emit()
        self.background.run(
            lane,
            work,
            lambda result: self._done(lane, done, result),
            lambda error: self._failed(lane, error),
        )

    def _done(self, lane: str, done: Callable[[T], None], result: T) -> None:
        self._running[lane] -= 1
        try:
            done(result)
        finally:
            self._rest()

    def _failed(self, lane: str, error: BaseException) -> None:
        self._running[lane] -= 1
        self.reject(error)
        self._rest()

    def _rest(self) -> None:
        if not self._running.total():
            self.idle.emit()

    def accept(self, text: str) -> None:
        """Say that it worked; a standing reject stays, for who has not read it yet."""
        self.banner.show_message("accept", text)
        self.sounded.emit("accept")

    def ask(self, text: str) -> None:
        """Say what is to be done next, or what is being waited for; a standing reject stays."""
        self.banner.show_message("info", text)

    def question(self, text: str) -> None:
        """Ask for an answer, so that it is seen and heard; a standing reject stays."""
        self.banner.show_message("question", text)
        self.sounded.emit("question")

    def settle(self) -> None:
        """The question is answered, or was given up."""
        if self.banner.kind == "question":
            self.banner.clear()

    def reject(self, error: BaseException) -> None:
        """Say what went wrong until somebody has acknowledged it; what nobody foresaw gets a page of its own."""
        failure = foreseen(error)
        if failure.code == "internal":
            self.crashed.emit(failure)
        else:
            self._standing = failure
            self.banner.show_message("reject", sentence(failure))
        self.sounded.emit("reject")
        self.refused.emit(failure.code)

    def withdraw(self, codes: Collection[str]) -> None:
        """What was said with one of these codes is so no more."""
        if self._standing is not None and self._standing.code in codes and self.banner.kind == "reject":
            self.banner.acknowledge()

    def retranslate(self) -> None:
        """Say a standing reject in the present language; other messages have had their time."""
        if self._standing is not None and self.banner.kind == "reject":
            self.banner.show_message("reject", sentence(self._standing))
        else:
            self.banner.clear()


def foreseen(error: BaseException) -> DockstationError:
    """``error``, or what stands for it when nobody foresaw it: that one goes to the log, and is its cause."""
    if isinstance(error, DockstationError):
        return error
    log.error("unforeseen failure", exc_info=error)
    failure = DockstationError("internal", id=number_of(error))
    failure.__cause__ = error
    return failure


def timed(work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """Do it; its name in the code and how long it took go to the log."""
    began, code = monotonic(), "ok"
    try:
        return work(*given, **named)
    except BaseException as error:
        code = error.code if isinstance(error, DockstationError) else type(error).__name__
        raise
    finally:
        ms = round(1000 * (monotonic() - began), 1)
        log.info("use case", extra=facts(name=_name_of(work), ms=ms, answer=code))


def _name_of(work: object) -> str:
    while isinstance(work, partial):
        work = work.func
    name = str(getattr(work, "__qualname__", type(work).__name__))
    return name.replace(".<locals>", "").replace(".<lambda>", "")
