"""The codes that this system prints, and what is refused before anything is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockstation.domain import lpn
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import MAX_LENGTH, ScanKind, parse


@pytest.mark.parametrize(
    ("raw", "kind", "value"),
    [
        ("DSCMD-CONFIRM", ScanKind.COMMAND, "CONFIRM"),
        ("DSID-DEMO", ScanKind.BADGE, "DEMO"),
        ("DSBIN-RESTOCK-1", ScanKind.CONTAINER, "RESTOCK-1"),
        ("DSRMA-R26110001\r", ScanKind.RMA_LABEL, "R26110001"),
        ("]Q1DSCMD-CONFIRM", ScanKind.COMMAND, "CONFIRM"),
    ],
)
def test_a_code_of_our_own_gets_its_kind_and_value(raw, kind, value):
    scan = parse(raw)
    assert (scan.kind, scan.value, scan.codes) == (kind, value, (value,))


@pytest.mark.parametrize("raw", ["DSCMD-confirm", "DSID-", "DSBIN-" + "A" * 33, "XDSCMD-CONFIRM", "DSCMD-A\nB"])
def test_what_only_resembles_one_is_none(raw):
    assert parse(raw).kind in (ScanKind.CODE, ScanKind.UNKNOWN)


@pytest.mark.parametrize(
    "raw",
    ["\x01\x02\x03", "📦📦📦", "^XA^FO50,50^FDx^FS^XZ", "../../etc/passwd", "<img src=x>", "'; DROP TABLE rmas;--"],
)
def test_garbage_is_an_unknown_code_and_never_looked_up(raw):
    assert parse(raw).kind is ScanKind.UNKNOWN


def test_control_characters_are_shown_by_their_names():
    assert parse("\x01ab\x1d\x7f\u202e").shown == "‹SOH›ab‹GS›‹U+007F›‹U+202E›"


def test_ten_thousand_characters_are_refused_with_their_length():
    with pytest.raises(DockstationError) as refused:
        parse("A" * 10_000)
    assert (refused.value.code, refused.value.facts["length"]) == ("scan.too_long", 10_000)


def test_nothing_at_all_is_refused():
    with pytest.raises(DockstationError, match=r"scan\.empty"):
        parse(" \r\n")


@given(st.text(min_size=1, max_size=MAX_LENGTH))
def test_whatever_is_scanned_what_is_shown_is_short_and_printable(raw):
    try:
        scan = parse(raw)
    except DockstationError:
        return
    assert len(scan.shown) <= 65
    assert scan.shown.isprintable()


@given(st.integers(0, lpn.CAPACITY - 1))
def test_every_licence_plate_is_recognised(counter):
    plate = lpn.make("2A3", counter)
    assert len(plate) == 9
    assert parse(plate).kind is ScanKind.LPN


@given(st.integers(0, lpn.CAPACITY - 1), st.integers(0, 8), st.sampled_from(lpn.ALPHABET))
def test_one_wrong_character_in_a_licence_plate_is_caught(counter, place, wrong):
    plate = lpn.make("2A3", counter)
    changed = plate[:place] + wrong + plate[place + 1 :]
    assert changed == plate or not lpn.is_lpn(changed)


def test_the_counter_ends_where_the_characters_end():
    with pytest.raises(DockstationError, match=r"lpn\.exhausted"):
        lpn.make("2A3", lpn.CAPACITY)
