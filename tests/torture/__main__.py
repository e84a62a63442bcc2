"""``./run torture NAME --minutes N``: campaigns too long for the suite; each failing seed prints itself."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.torture.kill import Campaign

KILLS_A_ROUND = 30
UNITS_A_ROUND = 20


def main() -> int:
    parser = argparse.ArgumentParser("./run torture")
    parser.add_argument("name", choices=["kill"])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=None, help="run this one seed and end")
    options = parser.parse_args()
    end, failed = time.monotonic() + options.minutes * 60, 0
    while True:
        seed = random.randrange(2**32) if options.seed is None else options.seed
        failed += kill_round(seed)
        if options.seed is not None or time.monotonic() > end:
            return 1 if failed else 0


def kill_round(seed: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        campaign = Campaign(Path(folder) / "out", seed, UNITS_A_ROUND)
        campaign.run(KILLS_A_ROUND)
    for each in campaign.violations:
        print(f"seed {seed}: {each}")
    kills = campaign.kills
    print(f"seed {seed}: {kills.total()} kills at {dict(kills)}, {len(campaign.violations)} violations")
    return 1 if campaign.violations else 0


if __name__ == "__main__":
    sys.exit(main())
