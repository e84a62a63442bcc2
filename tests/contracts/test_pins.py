"""Whoever keeps PINs keeps them so that only the PIN itself fits."""

from __future__ import annotations

import pytest

from dockstation.adapters.argon2_pins import Argon2Pins
from dockstation.application.ports.pins import Pins
from tests.fakes.pins import FakePins


@pytest.fixture(params=[Argon2Pins, FakePins])
def pins(request: pytest.FixtureRequest) -> Pins:
    made: Pins = request.param()
    return made


def test_only_the_pin_itself_fits_and_it_cannot_be_read_from_what_is_kept(pins: Pins) -> None:
    kept = pins.hashed("4711")
    assert "4711" not in kept
    assert pins.fits(kept, "4711")
    assert not pins.fits(kept, "4712")
    assert not pins.fits(kept, "")


@pytest.mark.parametrize("kept", ["", "4711", "$argon2id$v=19$m=65536,t=3,p=4$broken"])
def test_what_is_no_hash_fits_nothing(pins: Pins, kept: str) -> None:
    assert not pins.fits(kept, "4711")
