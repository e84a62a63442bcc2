"""``./run torture NAME --minutes N``: campaigns too long for the suite; each failing seed prints itself."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.simulation.run import simulate
from tests.torture.kill import Campaign
from tests.torture.openapi import campaign

KILLS_A_ROUND = 30
UNITS_A_ROUND = 20
OPENAPI_SECONDS = 60


def main() -> int:
    parser = argparse.ArgumentParser("./run torture")
    parser.add_argument("name", choices=["kill", "openapi", "sim"])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=None, help="run this one seed and end")
    options = parser.parse_args()
    end, failed, seeds = time.monotonic() + options.minutes * 60, 0, 0
    rounds = {"kill": kill_round, "openapi": openapi_round, "sim": sim_round}
    one_round = rounds[options.name]
    while True:
        seed = random.randrange(2**32) if options.seed is None else options.seed
        failed += one_round(seed, options.seed is not None)
        seeds += 1
        if options.seed is not None or time.monotonic() > end:
            print(f"{seeds} seeds, {failed} failed")
            return 1 if failed else 0


def kill_round(seed: int, _whole_story: bool) -> int:
    with tempfile.TemporaryDirectory() as folder:
        campaign = Campaign(Path(folder) / "out", seed, UNITS_A_ROUND)
        campaign.run(KILLS_A_ROUND)
    for each in campaign.violations:
        print(f"seed {seed}: {each}")
    kills = campaign.kills
    print(f"seed {seed}: {kills.total()} kills at {dict(kills)}, {len(campaign.violations)} violations")
    return 1 if campaign.violations else 0


def openapi_round(seed: int, _whole_story: bool) -> int:
    with tempfile.TemporaryDirectory() as folder:
        return 1 if campaign(Path(folder), seed, OPENAPI_SECONDS) else 0


def sim_round(seed: int, whole_story: bool) -> int:
    run = simulate(seed)
    if whole_story:
        print("\n".join(run.story))
        print(f"{run.events} events, {run.photos} photos, faults: {dict(run.faults)}")
    if run.violations or whole_story:
        print(run, flush=True)
    return 1 if run.violations else 0


if __name__ == "__main__":
    sys.exit(main())
