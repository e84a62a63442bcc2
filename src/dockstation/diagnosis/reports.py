"""Reports of errors that nobody foresaw: one JSON file each, the newest fifty."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dockstation import __version__
from dockstation.diagnosis.failures import kinds_of, number_of, told

KEEP = 50
AGAIN_S = 60.0


class Reports:
    """``folder`` is made when the first is written. Nothing here raises: a report never makes a fault worse."""

    def __init__(
        self,
        folder: Path,
        recent: Callable[[], Sequence[str]] = tuple,
        settings: Callable[[], Mapping[str, Any]] = dict,
    ) -> None:
        self.folder = folder
        self._recent, self._settings = recent, settings
        self._written: dict[str, float] = {}

    def made(self, error: BaseException, where: str = "") -> dict[str, Any]:
        """The report of ``error``: what it was, where, on which system, and what the log said before."""
        head = {"number": number_of(error), "kind": kinds_of(error), "where": where}
        return {**head, **self._system(), "failure": told(error), "settings": self._settings(), "log": self._log()}

    def of_text(self, number: str, kind: str, lines: Sequence[str], at: datetime) -> dict[str, Any]:
        """The report of what no exception tells of; ``lines`` hold no data."""
        head = {"number": number, "kind": kind, "where": ""}
        more = {"failure": list(lines), "settings": self._settings(), "log": self._log()}
        return {**head, **self._system(), "at": at.isoformat(timespec="seconds"), **more}

    def is_due(self, number: str, now: float) -> bool:
        """Whether this fault has a report of this minute already: what happens all the time is told once."""
        last = self._written.get(number)
        if last is not None and now - last < AGAIN_S:
            return False
        self._written[number] = now
        return True

    def write(self, report: Mapping[str, Any]) -> Path | None:
        """Keep it, whole or not at all; None when it cannot be kept."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
            path = self.folder / f"{stamp}-{report['number']}.json"
            write_durably(path, json.dumps(report, indent=1, ensure_ascii=False).encode())
            for old in self.kept()[:-KEEP]:
                old.unlink(missing_ok=True)
        except OSError:
            return None
        return path

    def kept(self) -> list[Path]:
        """The oldest first."""
        return sorted(self.folder.glob("*-*.json"))

    def _system(self) -> dict[str, Any]:
        return {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "version": __version__,
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.release()} {platform.machine()}",
            "qt": qt_version(),
        }

    def _log(self) -> list[Any]:
        return [json.loads(line) for line in self._recent()]


def qt_version() -> str:
    """Of the Qt that this process works with, "" without one."""
    return str(getattr(sys.modules.get("PySide6.QtCore"), "__version__", ""))


def write_durably(path: Path, data: bytes) -> None:
    """For the owner's eyes, whole or not at all, and there after a power cut; OSError."""
    fresh = path.with_name(f".{path.name}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    with suppress(OSError):  # not every system opens folders
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
