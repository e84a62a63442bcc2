"""The station is killed at 6 random moments and started again: the draft is there, each outcome arrives once."""

import random

import pytest

from tests.torture.kill import Campaign


@pytest.mark.timeout(420)
def test_six_kills_lose_nothing_and_double_nothing(tmp_path):
    seed = random.randrange(2**32)
    campaign = Campaign(tmp_path / "out", seed, units=3)
    campaign.run(kills=6)
    print(f"seed {seed}, kills by stage: {dict(campaign.kills)}")
    assert campaign.violations == [], f"seed {seed}"
    assert campaign.kills.total() == 6
