"""A folder that phones upload to: each picture is met once, whole, and put aside afterwards."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from dockstation.application.ports.pictures import Outcome
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


class WatchedFolder:
    """See the port. Symbolic links, subfolders, pipes, devices and hidden files are no pictures."""

    def __init__(self, folder: Path, clock: Callable[[], float] = monotonic) -> None:
        self._folder = folder
        self._clock = clock
        self._met: dict[str, _Met] = {}
        self._stuck: dict[str, State] = {}

    def look(self) -> tuple[Path, ...]:
        """See the port."""
        try:
            there = dict(_pictures(self._folder))
        except OSError as error:
            raise DockstationError("pictures.no_folder", folder=str(self._folder)) from error
        self._stuck = {name: each for name, each in self._stuck.items() if there.get(name) == each}
        self._met = {name: self._again(name, each) for name, each in there.items() if name not in self._stuck}
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

    def settle(self, path: Path, outcome: Outcome) -> bool:
        """See the port."""
        met = self._met.get(path.name)
        if met and outcome is Outcome.REFUSED and not self._rests(met):
            met.tried = True
            return False
        try:
            _move(path, self._folder / outcome)
        except FileNotFoundError:
            return False
        except OSError as error:
            self._stuck[path.name] = met.state if met else _state(path.lstat())
            raise DockstationError("pictures.not_moved", file=str(path)) from error
        return True


def _pictures(folder: Path) -> Iterator[tuple[str, State]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or Path(entry.name).suffix.lower() not in ENDINGS:
                continue
            with suppress(FileNotFoundError):
                if entry.is_file(follow_symlinks=False):
                    yield entry.name, _state(entry.stat(follow_symlinks=False))


def _state(facts: os.stat_result) -> State:
    return facts.st_size, facts.st_mtime_ns


def _move(path: Path, folder: Path) -> None:
    """Into ``folder`` under a name that nobody has there; FileNotFoundError when it is not there any more."""
    path.lstat()
    folder.mkdir(exist_ok=True)
    if not stat.S_ISDIR(folder.lstat().st_mode):
        raise NotADirectoryError(folder)
    place = _reserved(folder, path)
    try:
        path.replace(place)
    except OSError:
        place.unlink(missing_ok=True)
        raise


def _reserved(folder: Path, path: Path) -> Path:
    for number in range(1, 100_000):
        place = folder / (path.name if number == 1 else f"{path.stem[:60]}-{number}{path.suffix}")
        with suppress(FileExistsError):
            os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            return place
    raise FileExistsError(folder)
