"""A folder that another camera's program puts its pictures into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import monotonic

from dockstation.adapters.pictures.arrivals import ENDINGS, Arrivals, State

RAW = frozenset({".cr2", ".cr3", ".nef", ".arw", ".raf", ".orf", ".rw2", ".dng", ".pef"})
"""A sensor's own files: alone they can only be refused, beside a picture of the same name they are left alone."""


class ShotFolder:
    """See the port. Files are told apart by their names, and never touched."""

    def __init__(self, folder: Path, clock: Callable[[], float] = monotonic) -> None:
        self._folder = folder
        self._arrivals = Arrivals(folder, clock, ENDINGS | RAW)
        self._passed: set[str] | None = None
        """The names that do not count; None before the first look."""

    def begin(self) -> tuple[Path, ...]:
        """See the port."""
        before, self._passed = self._passed, None
        there = self._arrivals.there()
        self._passed = set(there)
        late = (name for name, _ in _usable(there) if before is not None and name not in before)
        return tuple(self._folder / name for name in late)

    def look(self) -> tuple[Path, ...]:
        """See the port."""
        there = self._arrivals.there()
        if self._passed is None:
            self._passed = set(there)
        fresh = {name: state for name, state in _usable(there) if name not in self._passed}
        return self._arrivals.whole(fresh)

    def settle(self, path: Path, *, taken: bool) -> bool:
        """See the port."""
        if not taken and not self._arrivals.is_over(path.name):
            return False
        if self._passed is not None:
            self._passed.add(path.name)
        return True


def _usable(there: Mapping[str, State]) -> Iterator[tuple[str, State]]:
    pictures = {Path(name).stem for name in there if Path(name).suffix.lower() not in RAW}
    for name, state in there.items():
        if Path(name).suffix.lower() not in RAW or Path(name).stem not in pictures:
            yield name, state
