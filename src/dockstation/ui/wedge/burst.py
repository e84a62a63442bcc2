"""Which keys are a scan and which are typing, by their pace alone; no Qt in here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Generic, TypeVar

Press = TypeVar("Press")
NO_FINGERS = 8


class Part(Enum):
    """What a key may contribute to a scan."""

    TEXT = auto()
    END = auto()
    """Enter or Tab."""
    NONE = auto()
    """A key without text: an arrow, a function key. No scan begins with one."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A scan, exactly as it came."""

    text: str


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

    A burst of ``minimum`` characters, or of any characters when Enter or Tab ends it, is a scan. While ``typing``
    only what no fingers can do is one: ``NO_FINGERS`` characters with their end.
    """

    gap_ms: int
    minimum: int
    limit: int
    typing: bool = False
    _presses: list[Press] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _length: int = 0
    _last: float = float("-inf")
    _swallowing: bool = False
    _ended: bool = False

    def feed(self, press: Press, part: Part, text: str, at: float) -> list[Verdict[Press]]:
        """One key; says what became of keys that are settled by it."""
        verdicts = self.pause() if self.is_quiet(at) else []
        self._last = at
        if self._swallowing or (part is Part.END and self._ended and not self._presses):
            return verdicts
        if part is Part.END and self._text:
            return [*verdicts, self._end(press)]
        if part is Part.NONE and not self._presses:
            return [*verdicts, Typed((press,))]
        self._presses.append(press)
        if part is Part.TEXT:
            self._text.append(text)
            self._length += len(text)
        if self._length > self.limit:
            verdicts.append(Overflow(self._length))
            self._clear()
            self._swallowing = True
        return verdicts

    def is_quiet(self, at: float) -> bool:
        """Whether the last key was longer ago than the gap."""
        return at - self._last > self.gap_ms

    def pause(self) -> list[Verdict[Press]]:
        """The keys have stopped; says what those held were."""
        presses = tuple(self._presses)
        scan = len(self._text) >= self.minimum and not self.typing
        verdict: Verdict[Press] = self._scanned() if scan else Typed(presses)
        self._clear()
        return [verdict] if presses else []

    def _end(self, press: Press) -> Verdict[Press]:
        if not self.typing or len(self._text) >= NO_FINGERS:
            return self._scanned()
        typed = Typed((*self._presses, press))
        self._clear()
        return typed

    def _scanned(self) -> Scanned:
        scanned = Scanned("".join(self._text))
        self._clear()
        self._ended = True
        return scanned

    def _clear(self) -> None:
        self._presses.clear()
        self._text.clear()
        self._length = 0
        self._swallowing = self._ended = False
