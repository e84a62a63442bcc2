"""Whatever is held under the scanner, parsing ends, raises nothing else, and hands on nothing dangerous."""

import re
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import MAX_LENGTH, MOST_CANDIDATES, ScanKind, ScanRules, carriers, items, ours, parse
from dockstation.domain.scan.gs1 import digital_link, elements

GTIN = "0109520123456788"
RULES = ScanRules(order_pattern=r"[A-Z0-9]*[A-Z0-9]*[A-Z0-9]*-", separator="|")
PIECES = st.sampled_from(
    (
        "01", "09520123456788", "10", "21", "17", "270131", "(", ")", "\x1d", "]C1", "]d2", "]Q3", "https://",
        "a.example", "/", "?", "&", "=", "%00", "%ff", "..", "1Z", "SF", "420", "94", "S/N:", "IMEI",
        "<b>", "'", '"', "\u202e", "٣", "ß",
    )
)  # fmt: skip
GROUPS = re.compile(r"\((?:\?:|\?P<\w+>)?([^()]*)\)(?:[+*]|\{\d+,\})")


@given(st.one_of(st.text(max_size=MAX_LENGTH + 1), st.lists(PIECES, max_size=60).map("".join)), st.text(max_size=8))
@example("\ud800", "")
@example("]", "UPCE")
@example("]C1", "")
@example("https://[", "")
@example("٣" * 15, "EAN13")
def test_parsing_raises_only_what_a_person_can_be_told(raw, symbology):
    try:
        scan = parse(raw, RULES, symbology)
    except DockstationError:
        return
    assert scan.shown.isprintable()
    assert len(scan.candidates) <= MOST_CANDIDATES
    assert all(1 <= len(each.value) <= 90 for each in scan.candidates)
    assert not any(set(each.value) & set("<>\"'\\;`\x1d\x00\n") for each in scan.candidates)
    assert all(part.isprintable() for part in scan.parts.values())


@given(st.binary(max_size=MAX_LENGTH))
def test_bytes_taken_for_latin_1_are_no_worse(content):
    raw = content.decode("latin-1")
    if raw.strip(" \r\n\t"):
        assert parse(raw).shown.isprintable()


@pytest.mark.parametrize(
    "raw",
    [
        "]C1" + "10" * 500, GTIN + "10" * 37, GTIN + "21" * 37, GTIN + "10A" * 24 + "#", "]C1" + "21" * 43 + "#",
        "(" * 1024, "(10)A" * 204, "(01)" * 256, "https://a" + "/01/1" * 203, "https://a/01/1?" + "&10=" * 250,
        "https://" + "a." * 500, "https://a/01/" + "%ff" * 300, "A" * 64, "A" * 63 + "!", "9" * 64,
        "]C1" + "\x1d" * 1000, "IMEI" + ":" * 1000, "S/N" + " " * 1000, "%" * 1024,
    ],
)  # fmt: skip
def test_a_code_made_to_be_slow_has_few_readings_and_ends(raw):
    assert len(parse(raw, RULES).candidates) <= MOST_CANDIDATES


def test_no_pattern_repeats_what_repeats_itself():
    """Such a pattern can take time without end; the bracketed form may, its pieces begin with a bracket each."""
    patterns = [shape.pattern for shape in carriers.SHAPES]
    patterns += [
        each
        for module in (items, ours, digital_link)
        for each in vars(module).values()
        if isinstance(each, re.Pattern)
    ]
    assert len(patterns) > 40
    for pattern in patterns:
        assert not [group for group in GROUPS.findall(pattern.pattern) if re.search(r"[+*]|\{\d+,", group)]


def test_the_ways_to_read_one_code_are_counted():
    assert len(elements.split(GTIN + "21" + "10A10B" * 3, said_so=False)) <= elements.MOST_READINGS


def test_random_digits_prove_no_carrier_and_seldom_anything():
    chance = Random(1)
    kinds = [parse("".join(chance.choices("0123456789", k=chance.randint(8, 34)))).kind for _ in range(4000)]
    assert kinds.count(ScanKind.TRACKING) == 0
    assert sum(kinds.count(each) for each in (ScanKind.GS1, ScanKind.IMEI, ScanKind.ORDER, ScanKind.SERIAL)) < 20
    assert kinds.count(ScanKind.GTIN) < 120


@pytest.mark.parametrize("raw", ["(21)<img/src=x>", "]C121';DROP", "https://a.example/01/09521234543213/21/%3Cb%3E"])
def test_markup_in_a_serial_number_is_told_but_never_looked_up(raw):
    scan = parse(raw)
    assert "serial" in scan.parts
    assert scan.parts["serial"] not in scan.codes
