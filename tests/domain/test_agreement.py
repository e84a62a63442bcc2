"""How far inspectors agree, beyond chance."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockstation.domain.agreement import report
from dockstation.domain.opinion import Comparison, Side, is_chosen

PLATES = [f"2A3{n:05}X" for n in range(2000)]


def compared(first, second, by=("A", "B")):
    one, other = (Side(badge, {"q": said}, "A", "restock") for badge, said in zip(by, (first, second), strict=True))
    return Comparison("x", one, other, "2026-01-01T00:00:00Z")


def test_kappa_is_that_of_the_textbook():
    """Cohen's example of 50 grant proposals: 20 and 15 alike, 5 and 10 not; kappa is 0.4."""
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    found = report(compared(*pair) for pair in pairs).questions["q"]
    assert (found.count, found.agreed, found.rate) == (50, 35, 0.7)
    assert found.kappa == pytest.approx(0.4)


def test_where_everybody_always_says_the_same_kappa_says_nothing():
    found = report([compared("yes", "yes")] * 3)
    assert (found.questions["q"].rate, found.questions["q"].kappa) == (1.0, None)
    assert found.questions["grade"].kappa is None


def test_each_inspector_is_measured_by_the_pairs_of_theirs():
    found = report([compared("yes", "no", ("A", "B")), compared("yes", "yes", ("A", "C"))]).inspectors
    assert (found["A"].count, found["A"].agreed) == (6, 5)
    assert (found["B"].agreed, found["C"].agreed) == (2, 3)


def test_nothing_compared_is_no_figure():
    found = report([])
    assert (found.units, dict(found.questions), dict(found.inspectors)) == (0, {}, {})


def test_a_question_only_one_was_asked_is_no_difference():
    first = Side("A", {"q": "yes", "more": "x"}, "A", "restock")
    assert Comparison("x", first, Side("B", {"q": "yes"}, "A", "restock"), "").differing() == ()


@given(st.text("0123456789abcdef", min_size=64, max_size=64), st.integers(0, 100))
@settings(max_examples=50)
def test_as_many_units_are_chosen_as_the_share_says_whatever_the_secret(secret, percent):
    chosen = [each for each in PLATES if is_chosen(each, percent, secret)]
    assert abs(len(chosen) - 20 * percent) < 150
    assert chosen == [each for each in chosen if is_chosen(each, min(100, percent + 10), secret)]
    assert len(chosen) == {0: 0, 100: len(PLATES)}.get(percent, len(chosen))


def test_without_the_stations_secret_nobody_foresees_which_units_are_chosen():
    one, other = ({each for each in PLATES if is_chosen(each, 50, secret)} for secret in ("a", "b"))
    assert abs(len(one & other) - 500) < 100
