"""Three ways of doing the same: by the codes of a sheet, by keys, by a finger. Each uses nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from tests.e2e.shift.seeing import Eyes, Target
from tests.ui.display import Display

TYPING_MS = "8"
"""Between the keys of a person; the station is told that a scanner's lie ``SCANNER_MS`` apart at the most."""
FINGER_PX = 9
"""No finger hits the very place that it hit before."""


@dataclass(frozen=True, slots=True)
class Way:
    """How something is asked for: commands behind ``DSCMD-``, keys by xdotool's names, words on buttons."""

    commands: Sequence[str]
    keys: Sequence[str]
    taps: Sequence[str]


CONFIRM = Way(("CONFIRM",), ("Return",), ("@Enter",))
PHOTO = Way(("PHOTO",), ("space",), ("@Space",))
CLOSE = Way(("NEXT",), ("Right",), ("@→",))
DOCK = Way(("DOCK",), ("F8",), ("@F8",))
LEAVE_DOCK = Way(("BACK",), ("F8",), ("@F8",))
DAMAGED = Way(("DAMAGED",), ("2",), ("@2",))
NOTHING = Way(("NO",), ("0",), ("@0",))
OVERRIDE = Way(("OVERRIDE",), ("F9", "2"), ("@F9", "@2"))
SIGN_OUT = Way(("SIGNOUT",), ("9", "2"), ("Anna", "@2"))
"""``@`` is before the key that is painted on a button: its words change with language, moment and room."""


class Hand(Protocol):
    """``strokes`` counts what it did: codes scanned, keys pressed, or taps."""

    strokes: int
    scanner_ms: int
    """How the station's [scan] gap_ms is to be set for it."""

    def go(self, way: Way) -> None:
        """Ask for something on the screen, one page after the other."""

    def choose(self, n: int) -> None:
        """The ``n``-th answer, from 1."""

    def enter(self, code: str) -> None:
        """A code that is on the goods, the paper or the shelf."""

    def number(self, text: str) -> None:
        """A number that was asked for, and that it is one."""

    def pin(self, digits: str) -> None:
        """The PIN that is asked for, and that it is all of it."""

    def all_pieces(self, counts: Sequence[int]) -> None:
        """Every accessory is there, in these numbers."""

    def stuck(self, lpn: str) -> None:
        """The label is on the unit."""

    def put_into(self, name: str) -> None:
        """The bin is the one that the screen calls so."""


class Codes:
    """A scanner, goods, and a sheet of command codes; no keyboard, no finger on the glass."""

    scanner_ms = 800  # xdotool pauses within a code while others have the machine: a wireless scanner's setting

    def __init__(self, display: Display, _eyes: Eyes) -> None:
        self._display = display
        self.strokes = 0

    def enter(self, code: str) -> None:
        self.strokes += 1
        self._display.scan(code)

    def _commands(self, *words: str) -> None:
        self.strokes += len(words)
        self._display.keyboard("type", "--delay", "0", "".join(f"DSCMD-{word}\n" for word in words))

    def go(self, way: Way) -> None:
        self._commands(*way.commands)

    def choose(self, n: int) -> None:
        self._commands(str(n))

    def number(self, text: str) -> None:
        self._commands(f"Q{text}", "NEXT")

    def pin(self, digits: str) -> None:
        self._commands(*(digits[n : n + 2] for n in range(0, len(digits), 2)), "CONFIRM")

    def all_pieces(self, counts: Sequence[int]) -> None:
        self._commands("YES")

    def stuck(self, lpn: str) -> None:
        self.enter(lpn)

    def put_into(self, name: str) -> None:
        self.enter(f"DSBIN-{name}")


class Keys:
    """A keyboard; nothing is scanned, nothing is tapped."""

    scanner_ms = 1

    def __init__(self, display: Display, eyes: Eyes) -> None:
        self._display, self._eyes = display, eyes
        self.strokes = 0

    def _press(self, *keys: str) -> None:
        self.strokes += len(keys)
        self._display.keyboard("key", "--delay", TYPING_MS, *keys)

    def go(self, way: Way) -> None:
        for key in way.keys[:-1]:
            before = self._eyes.look()
            self._press(key)
            self._eyes.changed(before)
        self._press(way.keys[-1])

    def choose(self, n: int) -> None:
        self._press(str(n))

    def enter(self, code: str) -> None:
        self._press("F4")
        self._eyes.until(lambda seen: seen.sight.stage.startswith("typing"))
        self.strokes += len(code)
        self._display.keyboard("type", "--delay", TYPING_MS, code)
        self._press("Return")

    def number(self, text: str) -> None:
        self._press(*("period" if each == "." else each for each in text), "Return")

    def pin(self, digits: str) -> None:
        self.number(digits)

    def all_pieces(self, counts: Sequence[int]) -> None:
        self._press(*map(str, counts), "Return")

    def stuck(self, lpn: str) -> None:
        self.go(CONFIRM)

    def put_into(self, name: str) -> None:
        self.enter(name)


class Touch:
    """A finger on the glass; no key, no scan."""

    scanner_ms = 50

    def __init__(self, display: Display, eyes: Eyes) -> None:
        self._display, self._eyes = display, eyes
        self.strokes = 0

    def _tap(self, *targets: Target) -> None:
        self._display.keyboard(*(word for each in targets for word in self._finger(each)))

    def _finger(self, target: Target) -> Iterator[str]:
        self.strokes += 1
        beside = FINGER_PX if self.strokes % 2 else -FINGER_PX
        yield from ("mousemove", str(target.x + beside), str(target.y), "click", "--delay", "0", "1")

    def _tap_what_says(self, words: str) -> None:
        seen = self._eyes.look()
        self._tap(seen.target(key=words[1:]) if words.startswith("@") else seen.target(words))

    def go(self, way: Way) -> None:
        for words in way.taps[:-1]:
            before = self._eyes.look()
            self._tap_what_says(words)
            self._eyes.changed(before)
        self._tap_what_says(way.taps[-1])

    def choose(self, n: int) -> None:
        self._tap_what_says(f"@{n}")

    def enter(self, code: str) -> None:
        self._tap_what_says("@F4")
        seen = self._eyes.until(lambda seen: seen.sight.stage.startswith("typing"))
        self._tap(*(seen.target(each) for each in code), seen.target(key="Enter"))

    def number(self, text: str) -> None:
        seen = self._eyes.look()
        self._tap(*(seen.target(each) for each in text))
        self._eyes.changed(seen)
        self.go(CONFIRM)

    def pin(self, digits: str) -> None:
        self.number(digits)

    def all_pieces(self, counts: Sequence[int]) -> None:
        self._tap_what_says("All there")

    def stuck(self, lpn: str) -> None:
        self.go(CONFIRM)

    def put_into(self, name: str) -> None:
        self.enter(name)


HANDS: dict[str, type[Codes | Keys | Touch]] = {"codes": Codes, "keys": Keys, "touch": Touch}
