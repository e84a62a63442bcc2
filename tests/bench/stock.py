"""A station that expects many returns, as its passes to the server brought them."""

from __future__ import annotations

import time
from pathlib import Path

from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.ports.store import Note
from dockstation.application.sync import Sync
from tests.bench.many_returns import ManyReturns


def stock(data: Path, central: ManyReturns) -> float:
    """Make ``data`` and pull all that ``central`` has into it; the seconds that took."""
    data.mkdir()
    store = SqlStore(data / "station.db")
    with store.unit_of_work() as work:
        work.notes.set(Note.STATION, "S1")
        work.notes.set(Note.LPN_PREFIX, "K7M")
        work.commit()
    sync = Sync(store, SystemClock(), central, PhotoFolder(data / "photos"))
    began = time.monotonic()
    while sync.once().more:
        pass
    seconds = time.monotonic() - began
    store.close()
    return seconds
