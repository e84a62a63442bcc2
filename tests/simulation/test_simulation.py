"""Nothing lost, nothing doubled, everything in order, whatever fails: a few seeds of ``./run torture sim``."""

from __future__ import annotations

import random
import time

import pytest

from tests.simulation.run import schemas, simulate

FIXED = (26, 32, 35)
"""In which the power goes at the server and at stations, among much else."""
SECONDS, LONGEST = 8.0, 15.0
"""Of the processor, and on a machine that has other things to do."""


@pytest.mark.parametrize("seed", FIXED)
def test_everything_arrives_once_and_in_order_whatever_fails(seed):
    run = simulate(seed)
    assert run.events > 0
    assert run.faults
    assert not run.violations, run


def test_everything_arrives_once_and_in_order_with_seeds_that_nobody_chose():
    schemas()
    end, latest = time.process_time() + SECONDS, time.monotonic() + LONGEST
    while time.process_time() < end and time.monotonic() < latest:
        run = simulate(random.randrange(2**32))
        print(f"seed {run.seed}")
        assert not run.violations, run


def test_a_seed_tells_the_same_story_each_time():
    assert simulate(FIXED[0]).story == simulate(FIXED[0]).story
