"""One page over the whole window for what nobody foresaw; while it is shown, nothing else takes keys or scans."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from dockstation.diagnosis.lines import facts
from dockstation.domain.commands import PREFIX
from dockstation.domain.errors import DockstationError
from dockstation.domain.scanner import KEYBOARD
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.messages import sentence
from dockstation.ui.screens import crash
from dockstation.ui.screens.crash import CrashScreen

AGAIN_S, OFTEN_S, OFTEN = 60.0, 600.0, 3
UNTRUSTED = (MemoryError, RecursionError, SystemError, ImportError)
"""After these nothing that runs in this process can be relied on."""
KEYS = {
    Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3,
    Qt.Key.Key_Escape: 3, Qt.Key.Key_Backspace: 3,
}  # fmt: skip
COMMANDS = {"CONFIRM": 1, "NEXT": 1, "BACK": 3, "CANCEL": 3, "1": 1, "2": 2, "3": 3}
ELSEWHERE = (Qt.Key.Key_F11, Qt.Key.Key_F12)
"""Theme and language change here as well."""
log = logging.getLogger(__name__)


class CrashCover(QObject):
    """Going on leads home, where everything is read from the store anew. It is offered only where that is safe.

    That is: the station is up, no thread has died, the failure is none of UNTRUSTED, the same one was not shown
    within the last minute, and it is not the third within ten minutes.
    """

    restart_asked = Signal(bool)
    """Whether safely."""
    start_asked = Signal()
    leave_asked = Signal()

    def __init__(
        self, window: QWidget, desk: Desk, go_home: Callable[[], None], save: Callable[[], Path] | None
    ) -> None:
        super().__init__(window)
        self._desk, self._go_home, self._save = desk, go_home, save
        self._screen: CrashScreen | None = None
        self._window = window
        self._number, self._may_go_on, self._is_offer = "", False, False
        self._shown: list[tuple[float, str]] = []
        desk.crashed.connect(self.show)

    @property
    def is_shown(self) -> bool:
        """Whether it covers the window."""
        return self._screen is not None and not self._screen.isHidden()

    def show(self, failure: DockstationError, *, thread_died: bool = False) -> None:
        """Say it; while one is said, others are only logged."""
        now, number = monotonic(), str(failure.facts["id"])
        safe = not thread_died and self._is_safe(failure, number, now)
        self._shown = [*((at, of) for at, of in self._shown if now - at < OFTEN_S), (now, number)]
        if self.is_shown:
            self._may_go_on = self._may_go_on and safe
        else:
            self._number, self._may_go_on, self._is_offer = number, safe, False
        if not self._is_offer:
            self._cover().show_crash(self._number, may_go_on=self._may_go_on)
        self._raise()

    def offer_safe_start(self) -> None:
        """Ask how to start, before anything is opened."""
        self._is_offer = True
        self._cover().show_offer()
        self._raise()

    def before_key(self, then: Callable[[int], None]) -> Callable[[int], None]:
        """What takes a key: this page while it is shown, else ``then``."""

        def key(key: int) -> None:
            if not self.is_shown or key in ELSEWHERE:
                then(key)
            elif place := KEYS.get(Qt.Key(key)):
                self._cover().choose(place)

        return key

    def before_scan(self, then: Callable[[str, str], None]) -> Callable[..., None]:
        """What takes a scan: this page while it is shown, and only its commands, else ``then``."""

        def scan(code: str, device: str = KEYBOARD) -> None:
            if not self.is_shown:
                then(code, device)
            elif place := COMMANDS.get(code.removeprefix(PREFIX) if code.startswith(PREFIX) else ""):
                self._cover().choose(place)
            else:
                self._desk.sounded.emit("reject")

        return scan

    def _is_safe(self, failure: DockstationError, number: str, now: float) -> bool:
        again = any(of == number and now - at < AGAIN_S for at, of in self._shown)
        often = sum(now - at < OFTEN_S for at, _ in self._shown) + 1 >= OFTEN
        trusted = not isinstance(failure.__cause__, UNTRUSTED)
        return trusted and not again and not often and self._desk.use_cases is not None

    def _cover(self) -> CrashScreen:
        if self._screen is None:  # made when it is needed: the first paint does not wait for it
            self._screen = CrashScreen(self._window)
            self._screen.hide()
            self._screen.chosen.connect(self._chosen)
            self._window.installEventFilter(self)
        return self._screen

    def _raise(self) -> None:
        self._desk.halted = True
        screen = self._cover()
        screen.setGeometry(self._window.rect())
        screen.show()
        screen.raise_()

    def _chosen(self, place: int) -> None:
        log.info("chosen on the crash page", extra=facts(place=place, offer=self._is_offer))
        crashed: dict[int, Callable[[], None]] = {
            crash.RESTART: partial(self.restart_asked.emit, False),
            crash.SAVE: self._keep,
            crash.GO_ON: self._go_on,
        }
        offered: dict[int, Callable[[], None]] = {
            crash.SAFELY: partial(self.restart_asked.emit, True),
            crash.AS_ALWAYS: self._start_as_always,
            crash.LEAVE: self.leave_asked.emit,
        }
        (offered if self._is_offer else crashed)[place]()

    def _start_as_always(self) -> None:
        self._hide()
        self.start_asked.emit()

    def _keep(self) -> None:
        if self._save is not None:
            self._note(self.tr("The report is being written."))
            self._desk.background.run("report", self._save, self._kept, self._not_kept)

    def _kept(self, path: Path) -> None:
        self._note(self.tr("Saved: {0}").format(path))

    def _not_kept(self, error: BaseException) -> None:
        self._note(sentence(error) if isinstance(error, DockstationError) else self.tr("It could not be saved."))

    def _note(self, text: str) -> None:
        self._cover().show_crash(self._number, may_go_on=self._may_go_on, note=text)

    def _go_on(self) -> None:
        self._hide()
        self._desk.banner.acknowledge()
        if self._desk.operator is not None:
            self._go_home()
        elif not self._desk.busy:
            self._desk.idle.emit()

    def _hide(self) -> None:
        self._desk.halted = self._is_offer = False
        self._cover().hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window, always."""
        if event.type() == QEvent.Type.Resize and self._screen is not None:
            self._screen.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)
