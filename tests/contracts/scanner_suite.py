"""What every scanner does that is no keyboard to the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from time import monotonic
from typing import Protocol

import pytest

from dockstation.application.ports.scanner import Delivery, Scanner
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import MAX_LENGTH

GS = "\x1d"
PATIENCE_S = 20.0
A_SHORT_PAUSE_S = 0.02


class World(Protocol):
    """A scanner that is plugged in, and the hands that hold it."""

    @property
    def scanner(self) -> Scanner: ...
    def send(self, text: str) -> None:
        """The device sends; ``\\r`` ends a code. Waits while the scanner does not take it."""

    def unplug(self) -> None: ...
    def plug_in(self) -> None: ...


def next_of(scanner: Scanner) -> Delivery:
    until = monotonic() + PATIENCE_S
    while monotonic() < until:
        if delivery := scanner.read():
            return delivery
    raise AssertionError("nothing came")


@contextmanager
def meanwhile(*steps: Callable[[], object]) -> Iterator[None]:
    """One step after the other, beside what is done within."""

    def all_steps() -> None:
        for step in steps:
            step()

    hands = threading.Thread(target=all_steps)
    hands.start()
    yield
    hands.join(PATIENCE_S)
    assert not hands.is_alive()


class ScannerContract:
    """Subclasses give the fixture ``world``, its scanner open."""

    @pytest.mark.parametrize(
        "code",
        ["1Z999AA10123456784", f"]C1010690123456789221ABC{GS}1012", "]d2张三的退货单", "退货", "a", "X" * MAX_LENGTH],
        ids=["text", "GS1 with its identifier", "both", "Chinese", "one character", "as long as may be"],
    )
    def test_a_code_arrives_as_it_was_sent(self, world: World, code: str) -> None:
        with meanwhile(partial(world.send, f"{code}\r")):
            assert next_of(world.scanner) == Delivery(code, len(code))

    def test_two_codes_at_once_are_two(self, world: World) -> None:
        world.send("FIRST\rSECOND\r")
        assert [next_of(world.scanner).text for _ in range(2)] == ["FIRST", "SECOND"]

    def test_a_code_that_trickles_in_is_one(self, world: World) -> None:
        def trickle() -> None:
            for character in "TRICKLE\r":
                world.send(character)
                threading.Event().wait(A_SHORT_PAUSE_S)

        with meanwhile(trickle):
            assert next_of(world.scanner).text == "TRICKLE"

    def test_of_two_hundred_codes_in_a_row_none_is_lost(self, world: World) -> None:
        codes = [f"CODE-{number:04}" for number in range(200)]
        with meanwhile(*(partial(world.send, f"{code}\r") for code in codes)):
            assert [next_of(world.scanner).text for _ in codes] == codes
        assert world.scanner.read() is None

    @pytest.mark.parametrize("length", [MAX_LENGTH + 1, 10 * MAX_LENGTH])
    def test_what_is_too_long_is_only_counted_and_the_next_code_comes(self, world: World, length: int) -> None:
        with meanwhile(partial(world.send, "X" * length + "\rNEXT\r")):
            assert next_of(world.scanner) == Delivery("", length)
            assert next_of(world.scanner).text == "NEXT"

    def test_without_a_code_reading_returns_within_half_a_second(self, world: World) -> None:
        began = monotonic()
        assert world.scanner.read() is None
        assert monotonic() - began < 0.5 + 0.3  # a loaded machine's leeway

    def test_a_scanner_pulled_out_is_lost_with_the_code_that_was_on_its_way(self, world: World) -> None:
        world.send("HALF A CO")
        world.unplug()
        with pytest.raises(DockstationError) as caught:
            next_of(world.scanner)
        assert caught.value.code == "scanner.lost"
        assert caught.value.facts["name"] == world.scanner.name
        assert caught.value.facts["device"]

    def test_a_scanner_that_is_not_there_says_so(self, world: World) -> None:
        world.unplug()
        with pytest.raises(DockstationError) as caught:
            world.scanner.open()
        assert caught.value.code == "scanner.unavailable"
        assert caught.value.facts["name"] == world.scanner.name
        assert caught.value.facts["device"]
        assert caught.value.facts["why"]

    def test_a_scanner_plugged_in_again_reads_again_and_from_the_beginning(self, world: World) -> None:
        world.send("HALF A CO")
        world.unplug()
        with pytest.raises(DockstationError):
            next_of(world.scanner)
        world.plug_in()
        world.scanner.open()
        world.send("WHOLE\r")
        assert next_of(world.scanner).text == "WHOLE"

    def test_closing_ends_a_read_under_way(self, world: World) -> None:
        assert sorted(_seconds_until_closed(world.scanner) for _ in range(5))[2] < 0.2

    def test_a_closed_scanner_gives_nothing_closes_twice_and_opens_again(self, world: World) -> None:
        world.scanner.close()
        world.scanner.close()
        assert world.scanner.read() is None
        world.scanner.open()
        world.send("AGAIN\r")
        assert next_of(world.scanner).text == "AGAIN"


def _seconds_until_closed(scanner: Scanner) -> float:
    results: list[Delivery | None] = []
    began, reading = monotonic(), threading.Event()

    def read() -> None:
        reading.set()
        results.append(scanner.read())

    scanner.open()
    with meanwhile(read):
        reading.wait(PATIENCE_S)
        threading.Event().wait(A_SHORT_PAUSE_S)
        scanner.close()
    assert results == [None]
    return monotonic() - began
