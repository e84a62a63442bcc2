"""Who tries PINs waits longer and longer, whatever is switched off in between."""

import pytest

from dockstation.application.signing import Signature
from dockstation.domain.errors import DockstationError
from tests.application.desk import SIGNED, SUPERVISOR

WRONG = Signature("SUPER", "0000")


def wrong(desk, times):
    for _ in range(times):
        with pytest.raises(DockstationError, match=r"pin\.wrong"):
            desk.signing(WRONG, "DEMO")


def test_after_three_wrong_pins_even_the_right_one_has_to_wait(desk):
    wrong(desk, 3)
    with pytest.raises(DockstationError, match=r"pin\.wait") as refused:
        desk.signing(SIGNED, "DEMO")
    assert 25 <= int(refused.value.facts["seconds"]) <= 30
    desk.clock.advance(seconds=31)
    assert desk.signing(SIGNED, "DEMO") == SUPERVISOR


def test_the_wait_grows_with_every_wrong_pin_and_a_restart_does_not_end_it(desk):
    wrong(desk, 3)
    desk.clock.advance(seconds=31)
    wrong(desk, 1)
    desk.clock.advance(seconds=31)
    desk.reopen()
    with pytest.raises(DockstationError, match=r"pin\.wait"):
        desk.signing(SIGNED, "DEMO")
    desk.clock.advance(seconds=30)
    assert desk.signing(SIGNED, "DEMO") == SUPERVISOR


def test_the_right_pin_forgives_those_before(desk):
    wrong(desk, 2)
    desk.signing(SIGNED, "DEMO")
    wrong(desk, 2)
    assert desk.signing(SIGNED, "DEMO") == SUPERVISOR


def test_a_try_is_counted_before_it_is_looked_at(desk, monkeypatch):
    """Killed in between, it has been a try."""

    def killed(*_args: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(desk.signing._pins, "fits", killed)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            desk.signing(SIGNED, "DEMO")
    desk.reopen()
    with pytest.raises(DockstationError, match=r"pin\.wait"):
        desk.signing(SIGNED, "DEMO")


def test_one_persons_wrong_pins_keep_nobody_else_waiting(desk):
    wrong(desk, 3)
    with pytest.raises(DockstationError, match=r"role\.forbidden"):
        desk.signing(Signature("BEN", "4711"), "DEMO")


def test_a_clock_that_was_set_back_a_day_makes_nobody_wait_for_a_day(desk):
    wrong(desk, 3)
    desk.clock.advance(days=-1)
    with pytest.raises(DockstationError, match=r"pin\.wait"):
        desk.signing(SIGNED, "DEMO")
    desk.clock.advance(seconds=31)
    assert desk.signing(SIGNED, "DEMO").badge == "SUPER"
