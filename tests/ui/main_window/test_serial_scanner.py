"""A scanner at a serial port, through the whole station; the port is a real pty."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from dockstation.domain.self_test import PAGE
from tests.ui.main_window.dock import LABEL, Dock

TABLE = '\n[[scanners]]\nname = "belt"\nkind = "serial"\ndevice = "{}"\nprefix = "~"\n'


class Port:
    """One end is the scanner's, ``path`` is the other."""

    def __init__(self) -> None:
        self._scanner, self._station = os.openpty()
        self.path = os.ttyname(self._station)

    def send(self, text: str) -> None:
        os.write(self._scanner, text.encode() + b"\r")

    def close(self) -> None:
        for end in (self._scanner, self._station):
            if end >= 0:
                os.close(end)
        self._scanner = self._station = -1


@pytest.fixture
def port() -> Iterator[Port]:
    port = Port()
    yield port
    port.close()


def begin(dock: Dock, port: Port) -> None:
    settings = dock.config / "station.toml"
    settings.write_text(settings.read_text("utf-8") + TABLE.format(port.path), "utf-8")
    dock.begin()
    loop = dock.window.readers._loops[0]
    dock._qtbot.waitUntil(lambda: loop._there is True)


def test_its_codes_count_like_any_others_without_their_prefix(dock: Dock, port: Port) -> None:
    begin(dock, port)
    port.send(f"~{LABEL}")
    dock.reach("receive")


def test_unplugged_it_is_said_once_and_the_work_goes_on_with_other_scanners(dock: Dock, port: Port) -> None:
    begin(dock, port)
    port.close()
    dock.until(lambda sight: sight.banner == "reject" and "belt" in sight.said)
    dock.open_parcel()


def test_the_self_test_knows_it_by_its_name(dock: Dock, port: Port) -> None:
    begin(dock, port)
    port.send(PAGE[0].text)
    dock.reach("self_test")
    dock._qtbot.waitUntil(lambda: "belt" in dock.said)
