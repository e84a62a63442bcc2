"""The station is killed at 15 random moments and started again: the draft is there, each outcome arrives once."""

import random

import pytest

from tests.torture.kill import Campaign


@pytest.mark.timeout(420)
def test_fifteen_kills_lose_nothing_and_double_nothing(tmp_path):
    seed = random.randrange(2**32)
    campaign = Campaign(tmp_path / "out", seed, units=6)
    campaign.run(kills=15)
    print(f"seed {seed}, kills by stage: {dict(campaign.kills)}")
    assert campaign.violations == [], f"seed {seed}"
    assert campaign.kills.total() == 15
