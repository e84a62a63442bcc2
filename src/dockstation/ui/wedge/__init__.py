"""Keyboard scanners: Qt's key events in, scans out. A scan is never typing, and its Enter never clicks."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit

from dockstation.domain.scan import MAX_LENGTH
from dockstation.ui.wedge.burst import Burst, Overflow, Part, Scanned, Verdict

Key = Qt.Key
_ENDS = frozenset({Key.Key_Return, Key.Key_Enter, Key.Key_Tab})
_END_TEXTS = frozenset({"\r", "\n", "\r\n", "\t"})
_MODIFIERS = frozenset(
    {
        Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta,
        Key.Key_CapsLock, Key.Key_NumLock, Key.Key_ScrollLock,
    }
)  # fmt: skip
_ALWAYS_SHORTCUTS = frozenset({Key.Key_Escape, *(Key(Key.Key_F1.value + number) for number in range(24))})
_SHORTCUTS = _ALWAYS_SHORTCUTS | frozenset(
    {
        Key.Key_Space, Key.Key_Backspace, Key.Key_Return, Key.Key_Enter,
        Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down,
        *(Key(Key.Key_1.value + number) for number in range(9)),
    }
)  # fmt: skip
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


@dataclass(frozen=True, slots=True)
class _Press:
    key: int
    modifiers: Qt.KeyboardModifier
    text: str

    def event(self, kind: QEvent.Type) -> QKeyEvent:
        return QKeyEvent(kind, self.key, self.modifiers, self.text)

    def among(self, keys: frozenset[Qt.Key]) -> bool:
        return self.modifiers in _PLAIN and any(self.key == key.value for key in keys)


class Wedge(QObject):
    """Holds every key until its pace shows what it is: part of a scan, typing, or a shortcut.

    Keys are taken once, where the window gets them. Keys at most ``gap_ms`` apart belong together.
    ``minimum`` characters are a scan even when no Enter or Tab ends them, unless somebody is typing.
    """

    scanned = Signal(str)
    refused = Signal(str, int)
    key = Signal(int)

    def __init__(self, app: QGuiApplication, gap_ms: int = 50, minimum: int = 3) -> None:
        super().__init__(app)
        self._burst: Burst[_Press] = Burst(gap_ms, minimum, MAX_LENGTH)
        self._replaying = False
        self._seen = 0.0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.setInterval(gap_ms + 1)
        self._pause.timeout.connect(self._on_pause)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take key events on their way into a window; True for those taken."""
        if self._replaying or not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow):
            return False
        if any(event.key() == key.value for key in _MODIFIERS):
            return False
        if event.isAutoRepeat() and self._burst.is_quiet(self._time(event)):
            return not _typing()  # a key that is held down; within a burst Qt calls any doubled character that
        if event.type() == QEvent.Type.KeyPress:
            self._take(event)
        event.accept()  # of a ShortcutOverride: no shortcut may come before the pace is known
        return True

    def _take(self, event: QKeyEvent) -> None:
        press = _Press(event.key(), event.modifiers(), event.text())
        part = Part.TEXT if press.text else Part.NONE
        if press.among(_ENDS) or press.text in _END_TEXTS:
            part = Part.END
        elif press.among(_ALWAYS_SHORTCUTS) or press.key == Key.Key_Backspace.value:
            part = Part.NONE
        self._seen = monotonic()
        self._burst.typing = _typing()
        verdicts = self._burst.feed(press, part, press.text, self._time(event))
        self._pause.start()
        self._announce(verdicts)

    def _time(self, event: QKeyEvent) -> float:
        return event.timestamp() or monotonic() * 1000

    def _on_pause(self) -> None:
        if (monotonic() - self._seen) * 1000 > 2 * self._pause.interval():
            # The window itself was busy: keys may be waiting behind this timer.
            self._seen = monotonic()
            self._pause.start()
        else:
            self._announce(self._burst.pause())

    def _announce(self, verdicts: list[Verdict[_Press]]) -> None:
        for verdict in verdicts:
            if isinstance(verdict, Scanned):
                self.scanned.emit(verdict.text)
            elif isinstance(verdict, Overflow):
                self.refused.emit("scan.too_long", verdict.length)
            else:
                for press in verdict.presses:
                    self._give_back(press)

    def _give_back(self, press: _Press) -> None:
        keys = _ALWAYS_SHORTCUTS if _typing() else _SHORTCUTS
        if press.among(keys):
            self.key.emit(press.key)
            return
        target = _focused()
        if target is None:
            return
        self._replaying = True
        try:
            QCoreApplication.sendEvent(target, press.event(QEvent.Type.KeyPress))
            QCoreApplication.sendEvent(target, press.event(QEvent.Type.KeyRelease))
        finally:
            self._replaying = False


def _focused() -> QObject | None:
    # Qt's stubs forget that there may be none.
    return cast("QObject | None", QGuiApplication.focusObject())


def _typing() -> bool:
    """Whether a text field that can be written has the focus."""
    focused = _focused()
    fields = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
    return isinstance(focused, fields) and not focused.isReadOnly()
