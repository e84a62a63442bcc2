"""When a parcel's weight tells that something else is inside."""

from dataclasses import replace

import pytest

from dockstation.domain.weight import WeightRule, expected_grams
from tests.fakes.returns import a_return

RULE = WeightRule(percent=25, packaging_g=500)


def test_the_goods_of_all_its_returns_weigh_together():
    assert expected_grams([a_return()]) == 420 + 2 * 180
    assert expected_grams([a_return(), a_return("R2")]) == 2 * 780
    assert expected_grams([]) == 0


def test_a_return_of_several_boxes_says_nothing_of_one():
    assert expected_grams([a_return(tracking=("A", "B"))]) == 0


def test_a_line_that_nobody_weighed_leaves_it_open():
    rma = a_return()
    assert expected_grams([replace(rma, lines=(rma.lines[0], replace(rma.lines[1], weight_g=0)))]) == 0


@pytest.mark.parametrize(
    ("weight", "off"), [(1, True), (584, True), (585, False), (780, False), (1475, False), (1476, True)]
)
def test_lighter_than_the_goods_or_heavier_than_goods_and_box_is_far_off(weight, off):
    assert RULE.is_far_off(weight, 780) is off


@pytest.mark.parametrize(("weight", "expected"), [(0, 780), (780, 0), (-1, 780)])
def test_what_is_not_known_is_never_far_off(weight, expected):
    assert RULE.is_far_off(weight, expected) is False
