"""Pictures that others write into a folder, and when each of them is whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dockstation.domain.errors import DockstationError

MOST_WAITING = 64
GRACE_S = 10.0
"""An upload that stands still for this long is over, whatever it looks like."""

ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".heic", ".heif", ".tif", ".tiff"})
"""What calls itself a picture; everything else in the folder is left alone. Some of them can only be refused."""

State = tuple[int, int]
"""Size in bytes, time of the last change in nanoseconds: when both stay, nobody is writing."""


@dataclass(slots=True)
class _Met:
    state: State
    since: float
    looks: int = 1
    tried: bool = False


class Arrivals:
    """What lies in ``folder``. Symbolic links, subfolders, pipes, devices and hidden files are no pictures."""

    def __init__(self, folder: Path, clock: Callable[[], float], endings: Collection[str] = ENDINGS) -> None:
        self._folder = folder
        self._clock = clock
        self._endings = endings
        self._met: dict[str, _Met] = {}

    def there(self) -> dict[str, State]:
        """Every picture by its name; raises ``pictures.no_folder``."""
        try:
            return dict(self._pictures())
        except OSError as error:
            raise DockstationError("pictures.no_folder", folder=str(self._folder)) from error

    def _pictures(self) -> Iterator[tuple[str, State]]:
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or Path(entry.name).suffix.lower() not in self._endings:
                    continue
                with suppress(FileNotFoundError):
                    if entry.is_file(follow_symlinks=False):
                        yield entry.name, state_of(entry.stat(follow_symlinks=False))

    def whole(self, there: Mapping[str, State]) -> tuple[Path, ...]:
        """Those of ``there`` that nobody writes any more, the oldest first, 64 at the most."""
        self._met = {name: self._again(name, state) for name, state in there.items()}
        whole = [name for name, met in self._met.items() if self._is_whole(met)]
        whole.sort(key=lambda name: (self._met[name].state[1], name))
        return tuple(self._folder / name for name in whole[:MOST_WAITING])

    def _again(self, name: str, now: State) -> _Met:
        met = self._met.get(name)
        if met is None or met.state != now:
            return _Met(now, self._clock())
        met.looks += 1
        return met

    def _is_whole(self, met: _Met) -> bool:
        if met.tried or not met.state[0]:
            return self._rests(met)
        return met.looks > 1

    def _rests(self, met: _Met) -> bool:
        return self._clock() - met.since >= GRACE_S

    def is_over(self, name: str) -> bool:
        """Whether what could not be read will not become a picture any more; else it comes again once it rests."""
        met = self._met.get(name)
        if met and not self._rests(met):
            met.tried = True
            return False
        return True

    def state(self, path: Path) -> State:
        """As it was met last."""
        met = self._met.get(path.name)
        return met.state if met else state_of(path.lstat())


def state_of(facts: os.stat_result) -> State:
    """Size and time of a file."""
    return facts.st_size, facts.st_mtime_ns
