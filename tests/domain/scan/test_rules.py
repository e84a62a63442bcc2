"""Order numbers are whatever the warehouse says they look like, as long as looking stays quick."""

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import ScanKind, ScanRules, parse


@pytest.mark.parametrize(
    ("pattern", "raw"),
    [
        (r"\d{6}-\d{7}", "260214-0012345"),
        (r"#\d{4,6}", "#10012"),
        (r"ORD-[A-Z]{2}\d{8}|#\d{4,6}", "ORD-CN20260214"),
        (r"PO_[A-Z0-9-]+", "PO_7-EU-4711"),
        (r"\d{12}", "986578788855"),
    ],
)
def test_an_order_number_is_known_by_its_pattern(pattern, raw):
    scan = parse(raw, ScanRules(order_pattern=pattern))
    assert (scan.kind, scan.value, scan.parts) == (ScanKind.ORDER, raw, {"order_number": raw})


def test_what_a_carrier_may_have_given_out_as_well_is_kept():
    scan = parse("986578788855", ScanRules(order_pattern=r"\d{12}"))
    assert [(each.kind, each.carrier) for each in scan.candidates] == [("order", ""), ("tracking", "fedex")]


def test_what_is_certainly_a_carriers_is_left_to_the_store():
    scan = parse("1Z5R89390357567127", ScanRules(order_pattern=r"1Z[A-Z0-9]{16}"))
    assert scan.kind is ScanKind.CODE
    assert {each.kind for each in scan.candidates} == {ScanKind.ORDER, ScanKind.TRACKING}


@pytest.mark.parametrize("raw", ["260214-001234", "x260214-0012345", "260214-0012345\n1", "٢٦٠٢١٤-٠٠١٢٣٤٥"])
def test_what_is_written_otherwise_is_no_order_number(raw):
    assert parse(raw, ScanRules(order_pattern=r"\d{6}-\d{7}")).kind is not ScanKind.ORDER


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        r"(\d*)*x",
        ".*",
        r"\d+\d+\d+\d+x",
        "[z-a]",
        r"\d{9,2}",
        "a||b",
        "a|",
        "^a$",
        r"\w",
        "a++",
        "[" * 40,
        "é",
    ],
)
def test_a_pattern_that_could_be_slow_or_makes_no_sense_is_refused(pattern):
    with pytest.raises(DockstationError, match=r"scan\.order_pattern"):
        ScanRules(order_pattern=pattern)
