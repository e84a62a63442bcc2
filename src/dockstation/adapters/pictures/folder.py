"""A folder that phones upload to: each picture is met once, whole, and put aside afterwards."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

from dockstation.adapters.pictures.arrivals import Arrivals, State
from dockstation.application.ports.pictures import Outcome
from dockstation.domain.errors import DockstationError


class WatchedFolder:
    """See the port."""

    def __init__(self, folder: Path, clock: Callable[[], float] = monotonic) -> None:
        self._folder = folder
        self._arrivals = Arrivals(folder, clock)
        self._stuck: dict[str, State] = {}

    def look(self) -> tuple[Path, ...]:
        """See the port."""
        there = self._arrivals.there()
        self._stuck = {name: each for name, each in self._stuck.items() if there.get(name) == each}
        return self._arrivals.whole({name: each for name, each in there.items() if name not in self._stuck})

    def settle(self, path: Path, outcome: Outcome) -> bool:
        """See the port."""
        if outcome is Outcome.REFUSED and not self._arrivals.is_over(path.name):
            return False
        try:
            _move(path, self._folder / outcome)
        except FileNotFoundError:
            return False
        except OSError as error:
            self._stuck[path.name] = self._arrivals.state(path)
            raise DockstationError("pictures.not_moved", file=str(path)) from error
        return True


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
