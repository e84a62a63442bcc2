"""Photos of 3 MB: the station's passes beside a plain PUT to a server that keeps them as durably."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import requests

from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.sync import Sync
from tests.bench.sync_backlog import fill
from tests.bench.sync_central import central
from tests.fakes.server_process import ServerProcess

ROUNDS, PHOTOS, SIZE = 7, 20, 3_000_000
NOTES = (
    f"photos: {PHOTOS} of 3 MB a round, {ROUNDS} rounds in turn, beside a plain PUT over one connection to a server "
    "that hashes, writes and fsyncs. "
)


def run(folder: Path, server: ServerProcess, least: str) -> dict[str, float]:
    """MB/s of both, and ours as a share of the plain one."""
    file, tokens = folder / "photos.db", server.enrol("Photos")
    fill(file, 1, 0, tokens["station"])
    photos = PhotoFolder(folder / "photos")
    store = SqlStore(file)
    ours, bare = [], []
    with closing(central(file, server.url, tokens, 60)) as there, requests.Session() as session:
        sync = Sync(store, SystemClock(), there, photos)
        for _ in range(ROUNDS):
            shots = [os.urandom(SIZE) for _ in range(PHOTOS)]
            names = [photos.save(each) for each in shots]
            bare.append(_timed(partial(_put, session, least, photos, names)))
            with store.unit_of_work() as work:
                for each in names:
                    work.outbox.add_photo(each, SIZE)
                work.commit()
            ours.append(_timed(partial(_sent, sync)))
    store.close()
    megabytes = PHOTOS * SIZE / 1e6
    speeds = megabytes / statistics.median(ours), megabytes / statistics.median(bare)
    return {
        "photos_mb_s": speeds[0],
        "photos_mb_s_bare_put": speeds[1],
        "photo_share_of_bare_put": speeds[0] / speeds[1],
    }


def _put(session: requests.Session, url: str, photos: PhotoFolder, names: list[str]) -> None:
    for name in names:
        with photos.path(name).open("rb") as file:
            session.put(f"{url}/bare/{name}", data=file, timeout=60).raise_for_status()


def _sent(sync: Sync) -> None:
    done = sync.once()
    if (done.photos, done.more) != (PHOTOS, False):
        raise RuntimeError(done)


def _timed(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
