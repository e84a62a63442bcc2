"""Badge and PIN of another person; the PIN is forgotten with every try."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from dockstation.application.signing import Signature
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan, ScanKind
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.intake import HIDDEN
from dockstation.ui.main_window.page_stage import PageStage
from dockstation.ui.main_window.pin_entry import PinEntry
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.sign import SignScreen

ELSEWHERE = ("BACK", "PAUSE", "CONFIRM", "NEXT")
"""What means the same here as everywhere."""


class SignStage(PageStage):
    """What is scanned here is a badge, or digits behind ``DSCMD-``; it signs nobody in."""

    typing_asked = Signal()

    camera_reads = elsewhere = True
    screen: SignScreen

    def __init__(self, desk: Desk, screen: SignScreen) -> None:
        super().__init__(desk, screen)
        self._say: Callable[[], str] = str
        self._decider = ""
        self._then: Callable[[Signature], None] = lambda _signature: None
        self._signer: Operator | None = None
        self._pin = PinEntry(self.refresh, lambda: self._signer is not None and not desk.busy)
        screen.pressed.connect(self._pin.press)
        screen.confirmed.connect(self.confirm)
        screen.typing_asked.connect(self.typing_asked)
        screen.hidden.connect(self._forget)

    def ask(self, say: Callable[[], str], decider: str, then: Callable[[Signature], None]) -> None:
        """Ask for a signature under what ``say`` says, not by the badge ``decider``."""
        self._say, self._decider, self._then = say, decider, then
        self._forget()
        self.shown.emit()

    def _forget(self) -> None:
        self._signer = None
        self._pin.forget()
        self.refresh()

    def refresh(self) -> None:
        """Show the same again."""
        name = self._signer.name if self._signer else ""
        self.screen.show_signing(self._say(), name, len(self._pin))

    def scan(self, scan: Scan) -> None:
        """The badge; anything else may be a PIN that slipped, and is not repeated."""
        if scan.kind is not ScanKind.BADGE:
            self._desk.reject(DockstationError("scan.not_now", code=HIDDEN))
            return
        badge, decider = scan.value, self._decider

        def look(use: UseCases, _by: Operator) -> Operator:
            return use.approve.signing.signer(badge, decider)

        self._desk.act(look, self._found)

    def _found(self, signer: Operator) -> None:
        self._signer = signer
        self._pin.forget()
        self.refresh()

    def command(self, word: str) -> bool:
        """Digits of the PIN, UNDO for the last one, CANCEL; what is unknown may be a PIN that slipped."""
        if self._pin.command(word) or super().command(word):
            return True
        if word not in ELSEWHERE:
            self._desk.reject(DockstationError("scan.not_now", code=HIDDEN))
        return word not in ELSEWHERE

    def key(self, key: int) -> bool:
        """The same by keys; Esc goes back."""
        return super().key(key) or self._pin.key(key)

    def confirm(self) -> None:
        """Sign with what was entered; without a digit nothing is tried."""
        if self._signer is None or not len(self._pin) or self._desk.busy:
            return
        self._then(Signature(self._signer.badge, self._pin.take()))
