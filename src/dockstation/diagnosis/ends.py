"""How the last run of the station ended: closed, or not; by a fault in native code, or again and again."""

from __future__ import annotations

import faulthandler
import json
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from dockstation.diagnosis.failures import file_of, number_of_text
from dockstation.diagnosis.recorder import ERRORS
from dockstation.diagnosis.reports import Reports, write_durably

NATIVE, STARTS = "native.txt", "starts.json"
LOOP, WITHIN_S = 3, 60.0
LONGEST = 400
_FRAME = re.compile(r'  File "([^"\n]+)", line (\d+) in (\S+)')
_HEAD = re.compile(r"(Fatal Python error: [\w ()]+|Current thread|Thread|Windows fatal exception: [\w ]+).*")


@dataclass(frozen=True, slots=True)
class LastEnd:
    """What is known of the last run at the start of this one.

    ``died_at`` is when native code failed, with the ``number`` of its report; ``is_loop`` after three starts within a
    minute of which none was closed.
    """

    died_at: datetime | None = None
    number: str = ""
    is_loop: bool = False


class Ends:
    """Kept in the data folder. Nothing here raises: without a disk there are only fewer facts."""

    def __init__(self, data: Path) -> None:
        self._folder = data / ERRORS
        self._file: TextIO | None = None

    def begin(self, reports: Reports) -> LastEnd:
        """Look at the last end, then watch this run."""
        died_at, number = self._take_native(reports)
        starts = self._recent_starts()
        self._keep(starts := [*starts, time.time()])
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file = (self._folder / NATIVE).open("w", encoding="utf-8")
            faulthandler.enable(self._file)
        return LastEnd(died_at, number, len(starts) > LOOP)

    def end(self, *, closed: bool) -> None:
        """This run is over; ``closed`` when a person ended it, not a fault."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            with suppress(OSError):
                (self._folder / NATIVE).unlink(missing_ok=True)
        if closed:
            self._keep([])

    def _take_native(self, reports: Reports) -> tuple[datetime | None, str]:
        path = self._folder / NATIVE
        try:
            lines = _safe(path.read_text("utf-8", errors="replace"))
            at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except OSError:
            return None, ""
        if not lines:
            return None, ""
        number = number_of_text("\n".join(_where(lines)))
        reports.write(reports.of_text(number, "native", lines, at))
        with suppress(OSError):
            path.unlink()
        return at, number

    def _recent_starts(self) -> list[float]:
        try:
            kept = json.loads((self._folder / STARTS).read_text("ascii"))
            return [float(each) for each in kept if 0 <= time.time() - float(each) <= WITHIN_S]
        except (OSError, ValueError, TypeError):
            return []

    def _keep(self, starts: list[float]) -> None:
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_durably(self._folder / STARTS, json.dumps(starts).encode())


def _where(lines: list[str]) -> list[str]:
    """What happened and the thread that it happened in; the others do something else each time."""
    if "Current thread" not in lines:
        return lines[:1]
    begins = lines.index("Current thread") + 1
    ends = next((at for at in range(begins, len(lines)) if not lines[at].startswith(" ")), len(lines))
    return [lines[0], *lines[begins:ends]]


def _safe(text: str) -> list[str]:
    """The lines of a dump that say where it was: kinds and places in the code."""
    lines: list[str] = []
    for line in text.splitlines()[:LONGEST]:
        if frame := _FRAME.fullmatch(line):
            lines.append(f"  {file_of(frame[1])}:{frame[2]} {frame[3]}")
        elif head := _HEAD.match(line):
            lines.append(head[1])
    return lines
