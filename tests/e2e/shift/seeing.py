"""What can be seen on a station's screen from outside its process, and where a finger finds what is on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, Listener
from pathlib import Path
from time import monotonic

from dockstation.ui.main_window.hands import Sight

SOCKET = "eyes"
PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Target:
    """Something to tap: its words, the key painted on it, and its middle in pixels of the screen."""

    text: str
    key: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Seen:
    """The screen at rest. ``said`` is what the page says, its clock aside; ``marked`` are the answers chosen so far.

    ``person`` is the badge of who works here.
    """

    sight: Sight
    said: str
    marked: tuple[str, ...]
    person: str
    targets: tuple[Target, ...]

    @property
    def page(self) -> tuple[object, ...]:
        """What tells one moment of the work from the next, whatever banner and status say meanwhile."""
        sight = self.sight
        work = (sight.stage, sight.units, sight.question, sight.step, sight.answers, sight.photos, sight.run)
        moment = (sight.asking, sight.print_state, sight.opened, sight.running)
        return (*work, *moment, self.person, self.said, self.marked)

    def target(self, text: str = "", key: str = "") -> Target:
        """The one that says this, or that this key is painted on."""
        found = [each for each in self.targets if (each.key == key if key else text == each.text)]
        found = found or [each for each in self.targets if text and each.text.startswith(text)]
        assert found, f"nothing to tap says {text or key!r}: {[each.text for each in self.targets]}"
        return found[0]


class Eyes:
    """Looks at the one station that answers in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._listener = Listener(str(folder / SOCKET), "AF_UNIX")
        self._line: Connection | None = None

    def ask(self, what: str) -> object:
        """What the station answers to one of its words."""
        if self._line is None:
            self._line = self._listener.accept()
        self._line.send(what)
        assert self._line.poll(PATIENCE_S), f"the station does not answer to {what}"
        return self._line.recv()

    def look(self) -> Seen:
        """The screen, once the station rests."""
        seen = self.ask("look")
        assert isinstance(seen, Seen)
        return seen

    def until(self, condition: Callable[[Seen], bool]) -> Seen:
        """Look until it is so; the station itself holds back the next answer while nothing has changed."""
        end = monotonic() + PATIENCE_S
        while not condition(seen := self.look()):
            assert monotonic() < end, f"{seen.sight}\n{seen.said}"
        return seen

    def reach(self, stage: str) -> Seen:
        """Wait until this is on the screen."""
        return self.until(lambda seen: seen.sight.stage == stage)

    def changed(self, before: Seen) -> Seen:
        """Wait until another moment of the work is on the screen."""
        return self.until(lambda seen: seen.page != before.page)

    def close(self) -> None:
        """Look no more."""
        if self._line is not None:
            self._line.close()
        self._listener.close()
