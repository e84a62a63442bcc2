"""One station's backups: made one at a time, and the last good one remembered beside its data."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from dockstation.adapters.store.backups import databases
from dockstation.adapters.store.backups.making import Made, make
from dockstation.domain.errors import DockstationError

RECORD, LOCK = "backup.json", "backup.lock"


class StationBackups:
    """See the port. ``target`` is the folder for all stations' backups; ``keep`` of this one's stay."""

    def __init__(self, data: Path, target: Path, every: timedelta, keep: int) -> None:
        self._data, self._target, self._keep = data, target, keep
        self.every = every

    def last_good(self) -> datetime | None:
        """See the port; what was written there under another name for the folder does not count."""
        try:
            told = json.loads((self._data / RECORD).read_bytes())
            return datetime.fromisoformat(told["made_at"]) if told["folder"] == str(self._target) else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def make(self) -> datetime:
        """See the port."""
        return self.run(again=self.last_good() is not None).backup.made_at

    def run(self, *, again: bool = False) -> Made:
        """Make one; ``again`` as ``making.make`` has it. ``backup.running`` while another one is being made."""
        try:
            with FileLock(self._data / LOCK, timeout=0):
                made = make(self._data, self._target, self._keep, again=again)
        except Timeout as error:
            raise DockstationError("backup.running") from error
        self._remember(made)
        return made

    def _remember(self, made: Made) -> None:
        told = {"folder": str(self._target), "made_at": made.backup.manifest.made_at}
        fresh = self._data / f"{RECORD}.new"
        fresh.write_text(json.dumps(told), "utf-8")
        databases.make_durable(fresh)
        fresh.replace(self._data / RECORD)
