"""Whether a station with a million events behind it is as quick as one with ten thousand."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.inspect import Inspect
from dockstation.application.sync import Sync
from dockstation.domain.policy import PolicyBook
from dockstation.domain.unit import Unit
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from tests.application.desk import INSPECTOR
from tests.bench.sync_backlog import a_return_of, fill
from tests.bench.sync_central import central
from tests.fakes.server_process import ServerProcess

SIZES = (10_000, 100_000, 1_000_000)
PENDING, ROUNDS = 2_000, 4
ANSWERS = 100
UNIT, NUMBER = "2A3ZZZZZZ", 10**8
NOTES = (
    "sizes: a station's database of so many events with the units they tell of, the newest "
    f"{PENDING * ROUNDS} unsent; commit: an answer by the use case, median of {ANSWERS * ROUNDS} in turn with the "
    f"other sizes; drain: {PENDING} events by the station's passes, median of {ROUNDS} in turn."
)


@dataclass
class Sized:
    """A station with a database of a size."""

    store: SqlStore
    sync: Sync
    inspect: Inspect


def run(folder: Path, server: ServerProcess, sizes: tuple[int, ...]) -> dict[str, float]:
    """Medians of every size, and the largest against the smallest."""
    commits: dict[int, list[float]] = {size: [] for size in sizes}
    drains: dict[int, list[float]] = {size: [] for size in sizes}
    with ExitStack() as life:
        stations = {size: life.enter_context(_station(folder, server, size)) for size in sizes}
        for _ in range(ROUNDS):
            for size, station in stations.items():
                commits[size] += _answers(station)
            for size, station in stations.items():
                drains[size].append(_drained(station))
    figures = {f"commit_ms_{size}": statistics.median(each) for size, each in commits.items()}
    figures |= {f"drain_events_per_s_{size}": PENDING / statistics.median(each) for size, each in drains.items()}
    if len(sizes) > 1:
        name, (least, most) = f"{_short(sizes[-1])}_{_short(sizes[0])}", (sizes[0], sizes[-1])
        figures[f"commit_ratio_{name}"] = figures[f"commit_ms_{most}"] / figures[f"commit_ms_{least}"]
        ratio = figures[f"drain_events_per_s_{least}"] / figures[f"drain_events_per_s_{most}"]
        figures[f"drain_ratio_{name}"] = ratio
    return figures


def _short(size: int) -> str:
    return f"{size // 1_000_000}m" if size >= 1_000_000 else f"{size // 1_000}k"


@contextmanager
def _station(folder: Path, server: ServerProcess, size: int) -> Iterator[Sized]:
    file, tokens = folder / f"size-{size}.db", server.enrol(f"Size {size}")
    fill(file, size, PENDING * ROUNDS, tokens["station"], size)
    store, clock = SqlStore(file), SystemClock()
    there, photos = central(file, server.url, tokens, 60), PhotoFolder(folder / "photos")
    inspect = Inspect(store, clock, photos, PolicyBook(load_policy(ConfigFolders())))
    _begin(store, inspect)
    yield Sized(store, Sync(store, clock, there, photos), inspect)
    there.close()
    store.close()
    file.unlink()


def _begin(store: SqlStore, inspect: Inspect) -> None:
    """An inspection of one more unit, up to its first question."""
    with store.unit_of_work() as work:
        rma = a_return_of(NUMBER)
        work.rmas.put([rma])
        any_unit = work.units.get(_a_unit(work))
        work.units.put(Unit(UNIT, any_unit.parcel_id, rma.number, "1", "356938035643809"))
        work.commit()
    inspect.begin(UNIT, INSPECTOR)


def _a_unit(work: Any) -> str:
    last = work.outbox.pending(1)[0]
    unit: str = last.body.get("lpn") or ""
    if unit:
        return unit
    found: str = work.units.of_parcel(last.body["parcel_id"])[0].lpn
    return found


def _answers(station: Sized) -> list[float]:
    took = []
    for place in range(ANSWERS):
        began = time.perf_counter()
        station.inspect.answer(UNIT, "packaging", ("opened", "sealed")[place % 2], INSPECTOR)
        took.append((time.perf_counter() - began) * 1000)
    return took


def _drained(station: Sized) -> float:
    """Seconds for so many events; what was answered since the last time goes with them."""
    began, sent = time.perf_counter(), 0
    while sent < PENDING:
        sent += station.sync.once().events
    return (time.perf_counter() - began) * PENDING / sent
