"""What scales send, as their manuals give it, and what is none of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockstation.adapters.scales.formats import Frames, Lines, checksum, generic, toledo
from dockstation.application.ports.scale import Reading
from tests.adapters.scales.messages import generic_line, toledo_frame

KG3, GRAMS = 0x2D, 0x22


@pytest.mark.parametrize(
    ("line", "grams", "stable"),
    [
        (b"ST,GS,+  1.234kg", 1234, True),
        (b"US,GS,+  1.234kg", 1234, False),
        (b"ST,NT,-  0.020,kg", -20, True),
        (b"ST,GS    20.7g", 21, True),
        (b"ST,GS,   245.6 g", 246, True),
        (b"ST,+00001234.5  g", 1234, True),
        (b"  12.73 g ?", 13, False),
        (b"  0.211 kg", 211, True),
        (b"st,gs, 2.0 lb", 907, True),
        (b"ST,GS,  1.0 oz", 28, True),
    ],
)
def test_lines_of_usual_scales(line: bytes, grams: int, stable: bool) -> None:
    assert generic(line) == Reading(grams, stable)


@pytest.mark.parametrize(
    "line",
    [b"", b"OL,+9999999.9  g", b"QT,+00012345 PC", b"ST,GS,+", b"1.234", b"ST,GS,1.2.3kg", b"1e9kg", b"hello",
     b"9" * 9 + b"kg", b"1kg" + b" " * 80, b"\xff\x00\x01"],
)  # fmt: skip
def test_what_is_no_weight_is_none(line: bytes) -> None:
    assert generic(line) is None


def frame(point: int, status: int, unit: int, digits: bytes) -> bytes:
    return bytes((2, point, status, unit)) + digits + b"000000\r"


@pytest.mark.parametrize(
    ("point", "status", "unit", "digits", "grams", "stable"),
    [
        (KG3, 0x30, 0x20, b"  1234", 1234, True),
        (KG3, 0x38, 0x20, b"001234", 1234, False),
        (KG3, 0x32, 0x20, b"    20", -20, True),
        (0x2C, 0x30, 0x20, b"   123", 1230, True),
        (GRAMS, 0x30, 0x21, b"   250", 250, True),
        (0x2B, 0x20, 0x20, b"    20", 907, True),
        (0x21, 0x30, 0x21, b"    12", 120, True),
        (KG3, 0x70, 0x20, b"  1234", 1234, False),
    ],
    ids=["kg", "moving", "negative", "two places", "grams", "pounds", "a fixed zero", "not zeroed since power-up"],
)
def test_frames_of_mettler_toledo(
    point: int, status: int, unit: int, digits: bytes, grams: int, stable: bool
) -> None:
    assert toledo(frame(point, status, unit, digits)) == Reading(grams, stable)


@pytest.mark.parametrize(
    "torn",
    [frame(KG3, 0x34, 0x20, b"  1234"), frame(KG3, 0x30, 0x22, b"  1234"), frame(KG3, 0x30, 0x20, b"12x456"),
     frame(KG3, 0x02, 0x20, b"  1234"), frame(KG3, 0x30, 0x20, b" 1234"), b""],
    ids=["out of range", "tons", "no digits", "no status", "too short", "nothing"],
)  # fmt: skip
def test_frames_that_tell_no_weight_are_none(torn: bytes) -> None:
    assert toledo(torn) is None


def test_parity_in_the_eighth_bit_changes_nothing() -> None:
    def even(data: bytes) -> bytes:
        return bytes(each | (each.bit_count() % 2) << 7 for each in data)

    assert Lines().feed(even(generic_line(1234))) == [Reading(1234, stable=True)]
    assert Frames().feed(even(toledo_frame(1234) * 2)) == [Reading(1234, stable=True)] * 2


@pytest.mark.parametrize("check", [True, False])
def test_frames_follow_each_other_with_a_checksum_or_without(check: bool) -> None:
    frames = Frames()
    stream = b"".join(toledo_frame(grams, check=check) for grams in (1, 22, 333))
    found = [each for byte in stream for each in frames.feed(bytes((byte,)))] + frames.pause()
    assert [each.grams for each in found] == [1, 22, 333]


def test_a_frame_with_a_wrong_checksum_is_dropped_and_the_next_counts() -> None:
    bad = toledo_frame(9999, check=False)
    assert Frames().feed(bad + bytes(((checksum(bad) ^ 0x55) | 0x40,)) + toledo_frame(5) + b"\x02") == [
        Reading(5, stable=True)
    ]


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_hostile_bytes_raise_nothing_and_are_not_kept(pieces: list[bytes]) -> None:
    lines, frames = Lines(), Frames()
    for piece in pieces:
        for reading in (*lines.feed(piece), *frames.feed(piece)):
            assert abs(reading.grams) < 10**12
        assert max(len(lines._rest), len(frames._rest)) <= 65
    assert lines.feed(b"\n" + generic_line(7))[-1] == Reading(7, stable=True)


def test_a_line_that_never_ends_costs_nothing_and_is_no_weight() -> None:
    lines = Lines()
    for _ in range(1000):
        assert lines.feed(b"1" * 100) == []
    assert len(lines._rest) <= 65
    assert lines.feed(b"kg\r\n") == []
