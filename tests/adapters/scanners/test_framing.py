"""Bytes of a scanner become codes, whatever the line makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockstation.adapters.scanners.framing import MAX_BYTES, MOST_COUNTED, Framer
from dockstation.application.ports.scanner import Delivery
from dockstation.domain.scan import MAX_LENGTH


def codes(framer: Framer) -> list[str]:
    found = []
    while delivery := framer.next():
        found.append(delivery.text)
    return found


def heard(*parts: bytes) -> list[str]:
    framer = Framer()
    for part in parts:
        framer.feed(part)
    return codes(framer)


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t", b"\x03", b"\x03\r\n"])
def test_every_usual_end_ends_a_code_once(end: bytes) -> None:
    assert heard(b"A1" + end + b"B2" + end) == ["A1", "B2"]
    assert heard(b"A1", *(bytes([byte]) for byte in end), b"B2", end) == ["A1", "B2"]


def test_without_an_end_a_code_is_whole_when_the_line_falls_silent() -> None:
    framer = Framer()
    framer.feed(b"A1")
    assert codes(framer) == []
    framer.pause()
    framer.pause()
    assert codes(framer) == ["A1"]


def test_stx_and_etx_around_a_code_are_not_part_of_it() -> None:
    assert heard(b"\x02A1\x03\x02B2\x03") == ["A1", "B2"]


def test_a_code_that_lost_its_end_does_not_grow_together_with_the_next() -> None:
    assert heard(b"\x02A1", b"\x02B2\x03") == ["A1", "B2"]


@pytest.mark.parametrize(
    "code",
    ["]C10109\x1d10AB", "\x1d0109", "[)>\x1e06\x1d1T5\x1e\x04", "张三的退货", "caffè", "🧾 1"],
    ids=["GS", "GS first", "ISO 15434", "Chinese", "accent", "emoji"],
)
def test_utf_8_comes_untouched(code: str) -> None:
    assert heard(code.encode() + b"\r") == [code]


def test_chinese_in_gb18030_is_read() -> None:
    assert heard("退货单-龘𠀀".encode("gb18030") + b"\r") == ["退货单-龘𠀀"]


def test_what_is_neither_is_latin_1() -> None:
    assert heard(b"M\xfcller \xb0\r") == ["Müller °"]


def test_noise_before_a_code_is_dropped_and_noise_alone_is_no_code() -> None:
    assert heard(b"\x00\xff\x00A1\x00\r") == ["A1"]
    framer = Framer()
    framer.feed(b"\x00\xff\x1b\x00")
    framer.pause()
    framer.feed(b"A1\r")
    assert codes(framer) == ["A1"]


def test_a_nul_amid_a_code_stays_so_that_it_is_not_taken_for_another_code() -> None:
    assert heard(b"A\x001\r") == ["A\x001"]


def test_a_code_that_lost_a_part_is_dropped_and_the_next_one_is_not() -> None:
    framer = Framer()
    framer.feed(b"A")
    framer.spoil()
    framer.feed(b"1\rB2\r")
    assert codes(framer) == ["B2"]


@pytest.mark.parametrize("sign", ["X", "é", "货", "🧾"])
def test_the_limit_counts_characters_and_not_bytes(sign: str) -> None:
    framer = Framer()
    framer.feed((sign * MAX_LENGTH + "\r" + sign * (MAX_LENGTH + 1) + "\r").encode())
    assert framer.next() == Delivery(sign * MAX_LENGTH, MAX_LENGTH)
    assert framer.next() == Delivery("", MAX_LENGTH + 1)


def test_a_line_that_never_ends_takes_no_room_and_is_refused_once() -> None:
    framer = Framer()
    for _ in range(300):
        framer.feed(b"X" * MAX_BYTES)
    assert len(framer._held) <= MAX_BYTES + 1
    assert framer.next() is None
    framer.feed(b"\rA1\r")
    delivery = framer.next()
    assert delivery
    assert (delivery.text, delivery.length >= MOST_COUNTED) == ("", True)
    assert codes(framer) == ["A1"]


@given(st.binary(max_size=400), st.data())
def test_where_the_line_cuts_the_bytes_changes_nothing(data: bytes, draws: st.DataObject) -> None:
    cuts = sorted(draws.draw(st.lists(st.integers(0, len(data)), max_size=5)))
    parts = [data[start:end] for start, end in zip([0, *cuts], [*cuts, len(data)], strict=True)]
    assert heard(*parts, b"\r") == heard(data, b"\r")
