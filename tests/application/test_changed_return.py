"""The server changes a return while, or after, its unit is inspected here."""

from dataclasses import replace

import pytest

from dockstation.domain.checklist import Step
from dockstation.domain.errors import DockstationError
from dockstation.domain.rma import Accessory
from tests.application.desk import INSPECTOR, SUPERVISOR
from tests.fakes.returns import a_return

PEN = (Accessory("charger", 1, 9900), Accessory("pen", 1, 4900))


def now_with_a_pen(desk):
    """The cable is no longer part of it, a pen is."""
    rma = a_return(version=9)
    desk.expect(replace(rma, lines=(replace(rma.lines[0], accessories=PEN), *rma.lines[1:])))


def test_what_was_decided_is_shown_as_it_was_decided_and_goes_into_its_bin(desk):
    lpn = desk.decided(accessories='{"cable":0,"charger":1}')
    before = desk.queries.decision(lpn, None)
    now_with_a_pen(desk)
    after = desk.queries.decision(lpn, None)
    assert [each.code for each in after.defects] == [each.code for each in before.defects] == ["accessory_missing"]
    desk.labelled(lpn)
    desk.put_away(lpn, after.disposition.bins[0], INSPECTOR)


def test_pieces_that_changed_under_way_are_counted_once_more_before_the_decision(desk):
    lpn = desk.inspected()
    now_with_a_pen(desk)
    view = desk.queries.inspect(lpn)
    assert (view.step.step, view.step.question.id) == (Step.ANSWER, "accessories")
    with pytest.raises(DockstationError, match=r"answer\.out_of_turn"):
        desk.decide(lpn, INSPECTOR)
    desk.inspect.answer(lpn, "accessories", '{"charger":1,"pen":0}', INSPECTOR)
    desk.decide(lpn, INSPECTOR)
    assert desk.bodies("InspectionCompleted")[-1]["missing"] == [{"name": "pen", "count": 1, "value": 4900}]


def test_what_was_begun_on_the_former_pieces_is_forgotten(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    desk.finish(lpn, INSPECTOR, until="accessories")
    desk.inspect.begin_answer(lpn, "accessories", '{"cable":1}', INSPECTOR)
    now_with_a_pen(desk)
    assert desk.queries.inspect(lpn).begun == {}


def test_a_voided_decision_asks_for_the_pieces_of_now(desk):
    lpn = desk.decided()
    now_with_a_pen(desk)
    desk.void_decision(lpn, "wrong_answer", SUPERVISOR)
    assert desk.queries.inspect(lpn).step.question.id == "accessories"
