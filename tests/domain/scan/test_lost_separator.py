"""Readers that garble or lose the separator: what is still certain is said, the rest is left to the store."""

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import SEPARATORS, ScanKind, ScanRules, parse

GTIN = "09520123456788"


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_substitute_that_the_warehouse_named_is_the_separator(separator):
    raw = f"01{GTIN}10ABC1{separator}2112345"
    assert parse(raw, ScanRules(separator=separator)).parts == {"gtin": GTIN, "batch_lot": "ABC1", "serial": "12345"}
    assert parse(raw).kind is ScanKind.UNKNOWN


@pytest.mark.parametrize("separator", ["A", "1", "/", ":", "||", "\x1d", " "])
def test_a_character_that_values_may_hold_cannot_be_the_substitute(separator):
    with pytest.raises(DockstationError, match=r"scan\.separator"):
        ScanRules(separator=separator)


def test_lost_before_a_field_of_fixed_length_it_is_not_missed():
    scan = parse(f"01{GTIN}11260131310300019517270131")
    assert scan.parts == {
        "gtin": GTIN, "prod_date": "2026-01-31", "net_weight_kg": "000.195", "expiry": "2027-01-31",
    }  # fmt: skip


def test_one_field_of_varying_length_at_the_end_needs_none():
    assert parse(f"01{GTIN}17270131" + "21K7QX").parts["serial"] == "K7QX"


def test_lost_between_two_fields_of_varying_length_no_field_is_claimed():
    scan = parse(f"01{GTIN}10ABC2112345")
    assert scan.kind is ScanKind.GS1
    assert scan.parts == {"gtin": GTIN}
    assert scan.codes == ("12345", GTIN)


def test_a_serial_number_that_may_end_early_is_looked_up_whole_first():
    scan = parse(f"01{GTIN}21AB1099")
    assert scan.parts == {"gtin": GTIN}
    assert scan.codes == ("AB1099", "AB", GTIN)


def test_a_reader_that_tells_fnc1_is_believed_to_send_it():
    assert parse(f"]C101{GTIN}21AB1099").parts == {"gtin": GTIN, "serial": "AB1099"}


def test_but_not_where_that_gives_no_sense():
    raw = f"]d201{GTIN}10{'A' * 15}21{'B' * 15}"
    assert parse(raw).parts == {"gtin": GTIN, "batch_lot": "A" * 15, "serial": "B" * 15}
