"""Stations and server are killed under a bad line: what was confirmed arrives once, in order, with its photos."""

import random

import pytest

from tests.torture.nursery import Nursery
from tests.torture.sync import Campaign

KILLS = 12


@pytest.fixture(scope="module")
def nursery():
    with Nursery() as nursery:
        yield nursery


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
@pytest.mark.timeout(240)
def test_kills_under_a_bad_line_lose_nothing_and_double_nothing(request, tmp_path, nursery, database):
    url = request.getfixturevalue("postgres").database() if database == "postgresql" else None
    seed = random.randrange(2**32)
    campaign = Campaign(tmp_path, seed, nursery, url)
    campaign.run(KILLS)
    print(f"seed {seed}: {dict(campaign.kills)}, {dict(campaign.told)}, {dict(campaign.faults)}")
    assert campaign.violations == [], f"seed {seed}"
    assert campaign.kills.total() >= KILLS
    assert campaign.told["confirmed"] > 0
