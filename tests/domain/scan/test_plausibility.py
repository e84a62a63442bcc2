"""A scan under a foreign keyboard layout: which of the two readings of its keys is the code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockstation.domain.scan import MAX_LENGTH, ScanRules
from dockstation.domain.scan.plausibility import Source, judge

PLACES, SYSTEM = Source.PLACES, Source.SYSTEM


@pytest.mark.parametrize(
    ("places", "system"),
    [
        ("DSRMA-R26110001", "DSR?Q)R\xe9-&&\xe0\xe0\xe0&"),
        ("DSID-DEMO", "DSID\xdfDEMO"),
        ("DSCMD-CONFIRM", "dscmd-confirm"),
        ("4006381333931", '\'\xe0\xe0-"_&"""\xe7"&'),
        ("1Z5R89390357567127", "1Y5R89390357567127"),
        ("AZ-4711-Y", "\u0424\u042f-4711-\u041d"),
        ("q[w", "az"),
    ],
)
def test_a_scanner_set_to_us_is_read_by_the_places_of_its_keys(places, system):
    assert judge(places, system) == judge(places, system, lately=SYSTEM)
    assert (judge(places, system).source, judge(places, system).certain) == (PLACES, True)


@pytest.mark.parametrize(
    ("places", "system"),
    [
        ("DSR:Q6R@^!!)))!", "DSRMA-R26110001"),
        ("DSID/DEMO", "DSID-DEMO"),
        ("$))^#*!###(#!", "4006381333931"),
        ("1Y5R89390357567127", "1Z5R89390357567127"),
        ("dscmd-confirm", "DSCMD-CONFIRM"),
    ],
)
def test_a_scanner_set_to_the_systems_layout_is_read_by_its_text(places, system):
    judgement = judge(places, system, lately=PLACES)
    assert (judgement.source, judgement.certain) == (SYSTEM, True)


@pytest.mark.parametrize(("places", "system"), [("RY454885473RU", "RZ454885473RU"), ("SNQZ2146", "SNQY2146")])
def test_where_both_make_sense_the_scans_before_tell_and_without_them_the_places(places, system):
    assert [judge(places, system, lately=lately).source for lately in (PLACES, SYSTEM, None)] == [
        PLACES,
        SYSTEM,
        PLACES,
    ]
    assert not judge(places, system).certain


def test_what_tells_nothing_certain_is_read_as_the_neater_of_the_two():
    assert (judge("AY/4711/Z", "AZ-4711-Y").source, judge("AZ-4711-Y", "AY/4711/Z").source) == (SYSTEM, PLACES)
    assert (judge("A/B_7", "A/B-7").source, judge("A/B-7", "A/B_7").source) == (SYSTEM, PLACES)
    assert judge("AY/4711/Z", "AZ-4711-Y", lately=PLACES).source is PLACES


def test_a_warehouses_own_order_numbers_make_sense():
    rules = ScanRules(order_pattern="QA\\d{4}")
    assert judge("AQ4711", "QA4711").source is PLACES
    assert (judge("AQ4711", "QA4711", rules).source, judge("AQ4711", "QA4711", rules).certain) == (SYSTEM, True)


def test_keys_that_only_the_system_knows_are_its_text():
    assert judge("", "4006381333931").source is SYSTEM


@given(st.text(max_size=MAX_LENGTH + 1), st.text(max_size=MAX_LENGTH + 1), st.sampled_from([None, PLACES, SYSTEM]))
def test_whatever_comes_it_is_one_of_the_two(places, system, lately):
    assert judge(places, system, lately=lately).source in (PLACES, SYSTEM)
