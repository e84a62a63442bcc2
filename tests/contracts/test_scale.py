"""The fake, and a serial scale of either kind on a real line, keep one contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dockstation.adapters.scales.serial_scale import SerialScale
from tests.adapters.scales.messages import generic_line, toledo_frame
from tests.adapters.scanners.lines import SerialCable
from tests.contracts.scale_suite import ScaleContract
from tests.fakes.scale import FakeScale


class FakeWorld:
    def __init__(self) -> None:
        self.scale = FakeScale()
        self.show, self.unplug, self.plug_in = self.scale.show, self.scale.unplug, self.scale.plug_in


class SerialWorld:
    def __init__(self, cable: SerialCable, kind: str) -> None:
        self.scale = SerialScale(kind, str(cable.path))
        self.unplug, self.plug_in = cable.unplug, cable.plug_in
        self._cable, self._message = cable, toledo_frame if kind == "toledo" else generic_line

    def show(self, grams: int, *, stable: bool = True) -> None:
        self._cable.send(self._message(grams, stable=stable))


class TestFakeScale(ScaleContract):
    @pytest.fixture
    def world(self) -> Iterator[FakeWorld]:
        world = FakeWorld()
        world.scale.open()
        yield world
        world.scale.close()


@pytest.mark.parametrize("world", ["generic", "toledo"], indirect=True)
class TestSerialScale(ScaleContract):
    @pytest.fixture
    def world(self, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[SerialWorld]:
        with SerialCable(tmp_path) as cable:
            world = SerialWorld(cable, request.param)
            world.scale.open()
            yield world
            world.scale.close()
