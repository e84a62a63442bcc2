"""``./run torture NAME --minutes N``: campaigns too long for the suite; each failing seed prints itself."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.fakes.postgres import Cluster
from tests.simulation.run import simulate
from tests.torture.kill import Campaign
from tests.torture.nursery import Nursery
from tests.torture.openapi import campaign as openapi_campaign
from tests.torture.sync import Campaign as SyncCampaign

KILLS_A_ROUND = 30
UNITS_A_ROUND = 20
OPENAPI_SECONDS = 60
DATABASES = ("sqlite", "postgresql")


def main() -> int:
    parser = argparse.ArgumentParser("./run torture")
    parser.add_argument("name", choices=["kill", "openapi", "sim", "sync"])
    parser.add_argument("--minutes", type=float, default=None, help="new seeds for so long (default 10; sync: one)")
    parser.add_argument("--seed", type=int, default=None, help="run this one seed and end")
    parser.add_argument("--kills", type=int, default=300, metavar="N", help="sync: in each round (default 300)")
    parser.add_argument("--database", choices=[*DATABASES, "both"], default="both", help="sync: the server's")
    options = parser.parse_args()
    rounds: dict[str, Callable[[int, bool], int]] = {
        "kill": kill_round,
        "openapi": openapi_round,
        "sim": sim_round,
        "sync": lambda seed, _whole_story: sync_round(seed, options.kills, options.database),
    }
    return campaign(rounds[options.name], options, 0 if options.name == "sync" else 10)


def campaign(one_round: Callable[[int, bool], int], options: argparse.Namespace, usual_minutes: float) -> int:
    minutes = usual_minutes if options.minutes is None else options.minutes
    end, failed, seeds = time.monotonic() + minutes * 60, 0, 0
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
        return 1 if openapi_campaign(Path(folder), seed, OPENAPI_SECONDS) else 0


def sync_round(seed: int, kills: int, database: str) -> int:
    failed = 0
    for each in DATABASES if database == "both" else (database,):
        if each == "sqlite":
            failed += sync_campaign(seed, kills, each, None)
        else:
            with Cluster() as cluster:
                failed += sync_campaign(seed, kills, each, cluster.database())
    return failed


def sync_campaign(seed: int, kills: int, name: str, database: str | None) -> int:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, Nursery() as nursery:
        campaign = SyncCampaign(Path(folder), seed, nursery, database)
        campaign.run(kills)
    for each in campaign.violations:
        print(f"seed {seed}, {name}: {each}")
    print(
        f"seed {seed}, {name}: {dict(campaign.kills)} killed, {dict(campaign.told)}, faults {dict(campaign.faults)}"
    )
    print(f"  {time.monotonic() - began:.0f} s, {len(campaign.violations)} violations", flush=True)
    return 1 if campaign.violations else 0


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
