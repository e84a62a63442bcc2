"""Which keys are a scan and which are typing, by their pace and what is known of the scanner; no Qt in here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

Press = TypeVar("Press")
NO_FINGERS = 8
REPEAT_MS = 100
"""No keyboard repeats a key that is held down sooner: 200 ms is the least that systems can be set to."""


class Part(Enum):
    """What a key may contribute to a scan."""

    TEXT = "text"
    ENTER = "enter"
    TAB = "tab"
    NONE = "none"
    """A key without text: an arrow, a function key. No scan begins with one."""


ENDS = frozenset({Part.ENTER, Part.TAB})


@dataclass(frozen=True, slots=True)
class Keystrokes:
    """One scan as it came, prefix and suffix with it: by the keys' places on a US keyboard, and as the system's text.

    ``end`` is "enter" or "tab", which neither string holds, else the suffix, which they do, or "" for a pause.
    """

    positions: str
    texts: str
    end: str


@dataclass(frozen=True, slots=True)
class Scanned:
    """A scan, exactly as it came."""

    keystrokes: Keystrokes


@dataclass(frozen=True, slots=True)
class Overflow:
    """More characters than any code has; the rest is being swallowed."""

    length: int


@dataclass(frozen=True, slots=True)
class Typed(Generic[Press]):
    """Keys that a person pressed, in order."""

    presses: tuple[Press, ...]


Verdict = Scanned | Overflow | Typed[Press]


@dataclass(slots=True)
class Burst(Generic[Press]):
    """Keys since the last pause. Times in milliseconds on any clock that only goes forward.

    A burst of ``minimum`` characters, or of any characters when Enter, Tab or the ``suffix`` ends it, is a scan.
    While ``typing`` only what no fingers can do is one: ``NO_FINGERS`` characters with their end, or the ``prefix``
    in front.
    """

    gap_ms: int
    minimum: int
    limit: int
    typing: bool = False
    prefix: str = ""
    suffix: str = ""
    _presses: list[Press] = field(default_factory=list)
    _keys: list[tuple[str, str]] = field(default_factory=list)
    _length: int = 0
    _last: float = float("-inf")
    _swallowing: bool = False
    _ended: bool = False

    def feed(self, press: Press, part: Part, position: str, text: str, at: float) -> list[Verdict[Press]]:
        """One key, by its place and by the system; says what became of keys that are settled by it."""
        verdicts = self.pause() if self.is_quiet(at) else []
        self._last = at
        ends = part in ENDS
        if self._swallowing or (ends and self._ended and not self._presses):
            return verdicts
        if ends and self._keys:
            return [*verdicts, self._end(press, part.value)]
        if part is Part.NONE and not self._presses:
            return [*verdicts, Typed((press,))]
        self._presses.append(press)
        if part is Part.TEXT:
            self._keys.append((position, text))
            self._length += max(len(position), len(text))
        return [*verdicts, *self._full()]

    def _full(self) -> list[Verdict[Press]]:
        if self._length > self.limit:
            overflow = Overflow(self._length)
            self._clear()
            self._swallowing = True
            return [overflow]
        return [self._scanned(self.suffix)] if self._is_complete() else []

    def is_quiet(self, at: float) -> bool:
        """Whether the last key was longer ago than the gap."""
        return at - self._last > self.gap_ms

    def is_held(self, at: float) -> bool:
        """Whether a key that comes again now is held down, however slow the scanner may be."""
        return at - self._last > min(self.gap_ms, REPEAT_MS)

    def pause(self) -> list[Verdict[Press]]:
        """The keys have stopped; says what those held were."""
        presses = tuple(self._presses)
        scan = self._is_scan(self.minimum, len(self._keys) >= self.minimum and not self.typing)
        verdict: Verdict[Press] = self._scanned("") if scan else Typed(presses)
        self._clear()
        return [verdict] if presses else []

    def _end(self, press: Press, end: str) -> Verdict[Press]:
        if self._is_scan(1, not self.typing or len(self._keys) >= NO_FINGERS):
            return self._scanned(end)
        typed = Typed((*self._presses, press))
        self._clear()
        return typed

    def _is_complete(self) -> bool:
        length = len(self._keys) - len(self.suffix)
        if not self.suffix or length < 1 or not any(read == self.suffix for read in _read(self._keys[length:])):
            return False
        return self._is_scan(1 + len(self.suffix), not self.typing or length >= NO_FINGERS)

    def _is_scan(self, least: int, by_pace: bool) -> bool:
        if by_pace or not self.prefix or len(self._keys) < len(self.prefix) + least:
            return by_pace
        return self.prefix in _read(self._keys[: len(self.prefix)])

    def _scanned(self, end: str) -> Scanned:
        scanned = Scanned(Keystrokes(*_read(self._keys), end))
        self._clear()
        self._ended = True
        return scanned

    def _clear(self) -> None:
        self._presses.clear()
        self._keys.clear()
        self._length = 0
        self._swallowing = self._ended = False


def _read(keys: list[tuple[str, str]]) -> tuple[str, str]:
    return "".join(position for position, _ in keys), "".join(text for _, text in keys)
