"""What every scale does."""

from __future__ import annotations

import threading
from time import monotonic
from typing import Protocol

import pytest

from dockstation.application.ports.scale import Reading, Scale
from dockstation.domain.errors import DockstationError

PATIENCE_S = 20.0


class World(Protocol):
    """A scale that is plugged in, and the hands that load it."""

    @property
    def scale(self) -> Scale: ...
    def show(self, grams: int, *, stable: bool = True) -> None:
        """The device tells this weight once."""

    def unplug(self) -> None: ...
    def plug_in(self) -> None: ...


def next_of(scale: Scale) -> Reading:
    until = monotonic() + PATIENCE_S
    while monotonic() < until:
        if reading := scale.read():
            return reading
    raise AssertionError("nothing came")


class ScaleContract:
    """Subclasses give the fixture ``world``, its scale open."""

    @pytest.mark.parametrize("grams", [0, 5, 1234, 30_000, -20])
    def test_a_weight_arrives_in_grams(self, world: World, grams: int) -> None:
        world.show(grams)
        assert next_of(world.scale) == Reading(grams, stable=True)

    def test_a_weight_that_still_moves_says_so(self, world: World) -> None:
        world.show(700, stable=False)
        assert next_of(world.scale) == Reading(700, stable=False)

    def test_of_many_the_newest_counts_in_the_end(self, world: World) -> None:
        for grams in range(100):
            world.show(grams, stable=False)
        world.show(1500)
        while (reading := next_of(world.scale)) != Reading(1500, stable=True):
            assert not reading.stable

    def test_without_a_weight_reading_returns_within_half_a_second(self, world: World) -> None:
        began = monotonic()
        assert world.scale.read() is None
        assert monotonic() - began < 0.5 + 0.3  # a loaded machine's leeway

    def test_a_scale_pulled_out_is_lost(self, world: World) -> None:
        world.unplug()
        with pytest.raises(DockstationError) as caught:
            next_of(world.scale)
        assert caught.value.code == "scale.lost"
        assert caught.value.facts["device"]

    def test_a_scale_that_is_not_there_says_so(self, world: World) -> None:
        world.unplug()
        with pytest.raises(DockstationError) as caught:
            world.scale.open()
        assert caught.value.code == "scale.unavailable"
        assert caught.value.facts["device"]
        assert caught.value.facts["why"]

    def test_a_scale_plugged_in_again_tells_again(self, world: World) -> None:
        world.unplug()
        with pytest.raises(DockstationError):
            next_of(world.scale)
        world.plug_in()
        world.scale.open()
        world.show(42)
        assert next_of(world.scale).grams == 42

    def test_closing_ends_a_read_under_way(self, world: World) -> None:
        results: list[Reading | None] = []
        reading = threading.Event()

        def read() -> None:
            reading.set()
            results.append(world.scale.read())

        thread = threading.Thread(target=read)
        thread.start()
        reading.wait(PATIENCE_S)
        world.scale.close()
        thread.join(PATIENCE_S)
        assert results == [None]

    def test_a_closed_scale_gives_nothing_closes_twice_and_opens_again(self, world: World) -> None:
        world.scale.close()
        world.scale.close()
        assert world.scale.read() is None
        world.scale.open()
        world.show(9)
        assert next_of(world.scale).grams == 9
