"""Keyboard scanners: Qt's key events in, scans out. A scan is never typing, and its Enter never clicks."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit

from dockstation.domain.scan import MAX_LENGTH, ScanRules
from dockstation.domain.scanner import ScannerProfile
from dockstation.ui.wedge.burst import Burst, Keystrokes, Overflow, Part, Scanned, Verdict
from dockstation.ui.wedge.interpreter import Interpreter
from dockstation.ui.wedge.positions import keyboard

__all__ = ["Keystrokes", "Wedge"]

Key = Qt.Key


def _numbers(*keys: Qt.Key) -> frozenset[int]:
    """As events carry them: to ask each member of an enumeration for its value costs more than the rest."""
    return frozenset(key.value for key in keys)


_ENTERS = _numbers(Key.Key_Return, Key.Key_Enter)
_ENTER_TEXTS = frozenset({"\r", "\n", "\r\n"})
_TABS = _numbers(Key.Key_Tab)
_TAB_TEXTS = frozenset({"\t"})
_MODIFIERS = _numbers(
    Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta, Key.Key_Mode_switch,
    Key.Key_CapsLock, Key.Key_NumLock, Key.Key_ScrollLock,
)  # fmt: skip
_ALWAYS_SHORTCUTS = _numbers(Key.Key_Escape, *(Key(Key.Key_F1.value + number) for number in range(24)))
_SHORTCUTS = _ALWAYS_SHORTCUTS | _numbers(
    Key.Key_Space, Key.Key_Backspace, Key.Key_Delete, Key.Key_Return, Key.Key_Enter, Key.Key_Tab,
    Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down,
    Key.Key_Plus, Key.Key_Minus, Key.Key_Period, Key.Key_Comma,
    *(Key(Key.Key_0.value + number) for number in range(10)),
)  # fmt: skip
_NOT_ON_US = (
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier | Qt.KeyboardModifier.GroupSwitchModifier
)
_LATE_MS = 10
"""A precise timer that is later than this was held up."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


@dataclass(frozen=True, slots=True)
class _Press:
    key: int
    modifiers: Qt.KeyboardModifier
    native: tuple[int, int, int]
    """Scan code, virtual key and modifiers as the platform counts them."""
    text: str

    @classmethod
    def of(cls, event: QKeyEvent) -> _Press:
        native = (event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers())
        return cls(event.key(), event.modifiers(), native, event.text())

    def event(self, kind: QEvent.Type) -> QKeyEvent:
        return QKeyEvent(kind, self.key, self.modifiers, *self.native, self.text)

    def among(self, keys: frozenset[int]) -> bool:
        return self.key in keys and self.modifiers in _PLAIN


class Wedge(QObject):
    """Holds every key until its pace shows what it is: part of a scan, typing, or a shortcut.

    Keys are taken once, where the window gets them. Keys at most ``gap_ms`` apart belong together.
    ``minimum`` characters are a scan even when no Enter or Tab ends them, unless somebody is typing.
    ``rules`` are the warehouse's, for codes that only one way of reading the keys makes sense of; ``platform`` is
    Qt's name of the one whose scan codes come, the present one unless told.
    """

    scanned = Signal(str)
    raw = Signal(object)
    """The Keystrokes of a scan, right before ``scanned`` says what they mean."""
    refused = Signal(str, int)
    key = Signal(int)
    pressed = Signal()
    """Any key, whatever it turns out to be part of."""
    pasted = Signal()
    """The keys for pasting, pressed where no text field has the focus."""

    def __init__(
        self,
        app: QGuiApplication,
        gap_ms: int = 50,
        minimum: int = 3,
        rules: ScanRules | None = None,
        platform: str = "",
    ) -> None:
        super().__init__(app)
        self._burst: Burst[_Press] = Burst(gap_ms, minimum, MAX_LENGTH)
        self._interpreter = Interpreter(rules)
        self._keyboard = keyboard(platform or QGuiApplication.platformName())
        self._replaying = False
        self._seen = 0.0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.setInterval(gap_ms + 1)
        self._pause.timeout.connect(self._on_pause)
        app.installEventFilter(self)

    @property
    def profile(self) -> ScannerProfile:
        """What is known of the keyboard scanners; may be changed at any time."""
        return self._interpreter.profile

    @profile.setter
    def profile(self, profile: ScannerProfile) -> None:
        self._interpreter.profile = profile
        self._burst.prefix, self._burst.suffix = self._interpreter.prefix, self._interpreter.suffix

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take key events on their way into a window; True for those taken."""
        if isinstance(event, QInputMethodQueryEvent):
            return _answered(event)
        if self._replaying or not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow):
            return False
        if event.key() in _MODIFIERS:
            return False
        if event.isAutoRepeat() and self._burst.is_held(self._time(event)):
            return not _typing()  # a key that is held down; within a burst Qt calls any doubled character that
        if event.type() == QEvent.Type.KeyPress:
            self._take(event)
        event.accept()  # of a ShortcutOverride: no shortcut may come before the pace is known
        return True

    def _take(self, event: QKeyEvent) -> None:
        press = _Press.of(event)
        position = self._position(press) or press.text
        self._seen = monotonic()
        self.pressed.emit()
        self._burst.typing = _typing()
        verdicts = self._burst.feed(press, _part(press, position), position, press.text, self._time(event))
        self._pause.start()
        self._announce(verdicts)

    def _position(self, press: _Press) -> str:
        if self._keyboard is None or press.modifiers & _NOT_ON_US:
            return ""
        code, _, native_modifiers = press.native
        shift = bool(press.modifiers & Qt.KeyboardModifier.ShiftModifier)
        control = bool(press.modifiers & Qt.KeyboardModifier.ControlModifier)
        return self._keyboard.character(code, native_modifiers, shift=shift, control=control)

    def _time(self, event: QKeyEvent) -> float:
        return event.timestamp() or monotonic() * 1000

    def _on_pause(self) -> None:
        if (monotonic() - self._seen) * 1000 > self._pause.interval() + _LATE_MS:
            # The window was busy, or the machine was: keys may be waiting behind this timer.
            self._seen = monotonic()
            self._pause.start()
        else:
            self._announce(self._burst.pause())

    def _announce(self, verdicts: list[Verdict[_Press]]) -> None:
        for verdict in verdicts:
            if isinstance(verdict, Scanned):
                self.raw.emit(verdict.keystrokes)
                self.scanned.emit(self._interpreter.data(verdict.keystrokes))
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
        down = press.event(QEvent.Type.KeyPress)
        if not _typing() and down.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
            return
        target = _focused()
        if target is None:
            return
        self._replaying = True
        try:
            QCoreApplication.sendEvent(target, down)
            QCoreApplication.sendEvent(target, press.event(QEvent.Type.KeyRelease))
        finally:
            self._replaying = False


def _part(press: _Press, position: str) -> Part:
    if press.among(_ENTERS) or press.text in _ENTER_TEXTS or position in _ENTER_TEXTS:
        return Part.ENTER
    if press.among(_TABS) or press.text in _TAB_TEXTS or position in _TAB_TEXTS:
        return Part.TAB
    if press.among(_ALWAYS_SHORTCUTS) or press.key == Key.Key_Backspace.value:
        return Part.NONE
    return Part.TEXT if position else Part.NONE


def _answered(query: QInputMethodQueryEvent) -> bool:
    """Answer that no input method is wanted, unless somebody types: it would swallow the keys of a scan."""
    if _typing():
        return False
    query.setValue(Qt.InputMethodQuery.ImEnabled, False)
    query.accept()
    return True


def _focused() -> QObject | None:
    # Qt's stubs forget that there may be none.
    return cast("QObject | None", QGuiApplication.focusObject())


def _typing() -> bool:
    """Whether a text field that can be written has the focus."""
    focused = _focused()
    fields = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
    return isinstance(focused, fields) and not focused.isReadOnly()
