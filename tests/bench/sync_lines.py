"""A thousand events over slow and lossy lines."""

from __future__ import annotations

import statistics
from pathlib import Path

from tests.bench.sync_backlog import fill
from tests.bench.sync_central import drained
from tests.fakes.faulty_proxy import Fault, FaultyProxy
from tests.fakes.server_process import ServerProcess

EVENTS, ROUNDS = 1_000, 5
LOSS = {Fault.REQUEST_LOST: 0.005, Fault.ANSWER_LOST: 0.005}
LINES = {"drain_1000_s": (0.0, {}), "drain_1000_50_ms_s": (0.05, LOSS), "drain_1000_200_ms_s": (0.2, LOSS)}
NOTES = (
    f"lines: {EVENTS} events through a proxy that adds so long to each round trip and loses 1 % of all requests or "
    f"answers with their connection, the station's own waits in it, median of {ROUNDS}. "
)


def run(folder: Path, server: ServerProcess) -> dict[str, float]:
    """Seconds until all are there."""
    took: dict[str, list[float]] = {name: [] for name in LINES}
    for round_ in range(ROUNDS):
        for name, (delay, rates) in LINES.items():
            tokens, file = server.enrol("Far away"), folder / f"{name}-{round_}.db"
            fill(file, EVENTS, EVENTS, tokens["station"], 10**6 * len(took[name]))
            with FaultyProxy(server.port, round_, rates, delay) as proxy:
                took[name].append(drained(file, proxy.url, tokens))
            file.unlink()
    return {name: statistics.median(each) for name, each in took.items()}
