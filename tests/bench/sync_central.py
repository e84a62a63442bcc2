"""The server as a bench's station speaks to it, and how long that takes to send everything."""

from __future__ import annotations

import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dockstation.adapters.central.credentials import Credentials, Tokens
from dockstation.adapters.central.http import HttpCentral
from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.ports.central import CentralFailed
from dockstation.application.ports.store import Note
from dockstation.application.sync import Pace, Sync

EVERY = 15.0
MOST_FAILURES = 5


def central(file: Path, url: str, tokens: dict[str, Any], timeout: float) -> HttpCentral:
    """The server at ``url`` for the station with these tokens and the database ``file``."""
    credentials = Credentials(file.with_suffix(".credentials"))
    names = ("station", "lpn_prefix", "access_token", "refresh_token")
    told = {name: tokens[name] for name in names}
    credentials.save(Tokens(**told, access_expires_at=datetime.now(UTC) + timedelta(hours=1)))
    return HttpCentral(url, credentials, timeout, at_once=True)  # as without a limit in the settings


def read_returns(file: Path, url: str, tokens: dict[str, Any]) -> None:
    """Let the database of that station have every return that the server knows."""
    store, cursor, more = SqlStore(file), "", True
    with closing(central(file, url, tokens, 60)) as there:
        while more:
            page = there.pull_rmas(cursor)
            cursor, more = page.cursor, page.more
            with store.unit_of_work() as work:
                work.rmas.put(page.items)
                work.notes.set(Note.RMA_CURSOR, cursor)
                work.commit()
    store.close()


def drained(file: Path, url: str, tokens: dict[str, Any], timeout: float = 60) -> float:
    """Seconds until the database of that station has sent everything, with its own waits after failures."""
    store, pace = SqlStore(file), Pace(EVERY)
    with closing(central(file, url, tokens, timeout)) as there:
        sync = Sync(store, SystemClock(), there, PhotoFolder(file.parent / "photos"))
        began = time.perf_counter()
        while pace.failures or pace.network == "unknown" or _has_more(store):
            try:
                pace.passed(sync.once())
            except CentralFailed as failure:
                if pace.failures > MOST_FAILURES:
                    raise
                time.sleep(pace.failed(failure))
        seconds = time.perf_counter() - began
    store.close()
    return seconds


def _has_more(store: SqlStore) -> bool:
    with store.unit_of_work() as work:
        return bool(work.outbox.pending(1) or work.outbox.pending_photos(1))
