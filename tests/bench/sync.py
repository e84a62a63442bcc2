"""How fast a long backlog goes to the server: events, photos, on slow lines, and out of large databases."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.bench import sync_lines, sync_photos, sync_sizes
from tests.bench.sync_backlog import fill, messages
from tests.bench.sync_central import drained, read_returns
from tests.bench.sync_least import least_server
from tests.fakes.postgres import DURABLE, Cluster
from tests.fakes.server_process import ServerProcess

ROUNDS = 5
Figures = dict[str, float]


def run(events: int, sizes: tuple[int, ...] = sync_sizes.SIZES) -> dict[str, Any]:
    """Figures of ``events`` events sent in rounds, beside the least a server can do; sizes up to ten times that."""
    figures: Figures = {}
    with ExitStack() as life:
        folder = Path(life.enter_context(tempfile.TemporaryDirectory()))
        cluster = life.enter_context(Cluster(DURABLE))
        server = life.enter_context(ServerProcess(folder / "server", database=cluster.database()))
        least = life.enter_context(least_server(cluster.database(), folder / "least"))
        figures |= _events(folder, server, least, max(1, events // ROUNDS))
        figures |= sync_photos.run(folder, server, least)
        figures |= sync_lines.run(folder, server)
        figures |= sync_sizes.run(folder, server, tuple(each for each in sizes if each <= 10 * events))
    return {
        "figures": {name: round(value, 2) for name, value in figures.items()},
        "units": {name: _unit(name) for name in figures},
        "notes": (
            "events: the station's own passes over a database of what real inspections told, into PostgreSQL with "
            "fsync; least: the same passes to a server of the same framework that only inserts what came unless its "
            f"id is there, with the returns read before; {ROUNDS} rounds each in turn, medians. "
            + sync_photos.NOTES
            + sync_lines.NOTES
            + sync_sizes.NOTES
        ),
    }


def _unit(name: str) -> str:
    if "ratio" in name or "share" in name:
        return "×"
    endings = {"_per_s": "1/s", "_mb_s": "MB/s", "_ms": "ms", "_s": "s"}
    ends = (unit for end, unit in endings.items() if name.endswith(end))
    return next(ends, "1/s" if "_per_s_" in name else "MB/s" if "_mb_s_" in name else "ms")


def _events(folder: Path, server: ServerProcess, least: str, events: int) -> Figures:
    took: dict[str, list[float]] = {"ours": [], "least": []}
    jobs = 0
    for round_ in range(ROUNDS):
        tokens, file = server.enrol(f"Dock {round_}"), folder / f"round-{round_}.db"
        first, jobs = jobs, fill(file, events, events, tokens["station"], jobs)
        for page in messages(first, jobs):
            server.import_rmas(page)
        read_returns(file, server.url, tokens)
        other = Path(shutil.copy(file, folder / f"round-{round_}-least.db"))
        took["least"].append(drained(other, least, tokens))
        took["ours"].append(drained(file, server.url, tokens))
        for each in (file, other):
            each.unlink()
    _require_whole(server, events)
    ours, fewest = statistics.median(took["ours"]), statistics.median(took["least"])
    return {
        "events_per_s": events / ours,
        "events_per_s_least": events / fewest,
        "events_100000_s": ours / events * 100_000,
        "ratio_to_batch_insert": ours / fewest,
    }


def _require_whole(server: ServerProcess, events: int) -> None:
    told = server.admin("GET", "/metrics").text
    taken = f'dockstation_events_total{{result="created"}} {float(events * ROUNDS)}'
    if taken not in told:
        raise RuntimeError([line for line in told.splitlines() if line.startswith("dockstation_events_total")])
