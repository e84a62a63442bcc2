"""Codes as the standards and the carriers document them mean what they say there."""

import pytest

from dockstation.domain.scan import ScanKind, ScanRules, parse
from tests.domain.scan.examples import pairs, rows

RULES = ScanRules(year=2026)


@pytest.mark.parametrize(("raw", "carrier", "proof", "numbers"), rows("carriers.tsv"))
def test_a_tracking_number_is_its_carriers_as_far_as_it_proves(raw, carrier, proof, numbers):
    scan = parse(raw, RULES)
    found = [each.value for each in scan.candidates if each.kind is ScanKind.TRACKING and each.carrier == carrier]
    if proof == "no":
        assert found == []
        return
    wanted = numbers.split(",")
    assert found[: len(wanted)] == wanted
    assert (scan.kind is ScanKind.TRACKING) == (proof == "sure")
    if proof == "sure":
        assert (scan.value, scan.parts["carrier"], scan.parts["tracking_number"]) == (wanted[0], carrier, wanted[0])


@pytest.mark.parametrize(("raw", "parts", "codes"), rows("gs1.tsv"))
def test_a_gs1_code_gives_its_parts_and_what_to_look_up(raw, parts, codes):
    scan = parse(raw, RULES)
    assert (scan.kind, scan.parts) == (ScanKind.GS1, pairs(parts))
    assert scan.codes == (() if codes == "-" else tuple(codes.split(",")))


@pytest.mark.parametrize("raw", rows("not_gs1.tsv"))
def test_what_only_looks_like_gs1_gives_no_parts(raw):
    scan = parse(raw, RULES)
    assert scan.kind in (ScanKind.UNKNOWN, ScanKind.CODE)
    assert scan.parts == {}


@pytest.mark.parametrize(("raw", "symbology", "kind", "value", "parts"), rows("items.tsv"))
def test_a_number_on_goods_is_what_its_check_digit_proves(raw, symbology, kind, value, parts):
    scan = parse(raw, RULES, symbology.strip("-"))
    assert (scan.kind, scan.value, dict(scan.parts)) == (kind, value, pairs(parts))
