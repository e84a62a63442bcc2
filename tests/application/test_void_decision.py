"""A decision is redone before the unit is put away, with the answers as they were."""

import pytest

from dockstation.application.queries import Filter
from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import RulingKind
from dockstation.domain.unit import UnitState
from tests.application.desk import INSPECTOR, SUPERVISOR


def test_back_to_the_checklist_with_the_answers_kept_and_to_be_changed(desk):
    lpn = desk.decided()
    desk.void_decision(lpn, "wrong_answer", SUPERVISOR)
    desk.reopen()
    assert desk.queries.unit(lpn).state is UnitState.INSPECTING
    assert desk.queries.inspect(lpn).answers["screen"] == "none"
    desk.inspect.begin(lpn, INSPECTOR)
    desk.inspect.answer(lpn, "power", "fail", INSPECTOR)
    desk.finish(lpn)
    decision = desk.decide(lpn, INSPECTOR)
    assert (decision.disposition, decision.grade) != ("discount", "A")
    kinds = [each.kind for each in desk.queries.decision(lpn, None).rulings]
    assert kinds == [RulingKind.RULES, RulingKind.VOID, RulingKind.RULES]


def test_it_waits_again_among_what_is_to_be_inspected(desk):
    lpn = desk.decided()
    desk.void_decision(lpn, "wrong_answer", SUPERVISOR)
    (waiting,) = desk.queries.home(Filter.INSPECT).waiting
    assert (waiting.lpn, waiting.state) == (lpn, UnitState.INSPECTING)


def test_the_event_says_what_stood_who_took_it_back_and_why(desk):
    lpn = desk.decided()
    desk.void_decision(lpn, "something_found", SUPERVISOR)
    (body,) = desk.bodies("DecisionVoided")
    assert (body["lpn"], body["reason"], body["by"], body["disposition"]) == (
        lpn,
        "something_found",
        "SUPER",
        "discount",
    )


def test_voiding_twice_counts_once(desk):
    lpn = desk.decided()
    for _ in range(2):
        desk.void_decision(lpn, "wrong_answer", SUPERVISOR)
    assert desk.kinds().count("DecisionVoided") == 1


def test_a_label_that_is_out_has_to_be_torn_off(desk):
    lpn = desk.decided()
    desk.labelled(lpn)
    assert desk.void_decision(lpn, "wrong_answer", SUPERVISOR)
    desk.decide(lpn, INSPECTOR)
    view = desk.queries.decision(lpn, None)
    assert (view.unit.state, view.job) == (UnitState.DECIDED, None)
    with pytest.raises(DockstationError, match=r"unit\.transition"):
        desk.put_away(lpn, "DISCOUNT-1", INSPECTOR)
    desk.labelled(lpn)
    desk.put_away(lpn, "DISCOUNT-1", INSPECTOR)


@pytest.mark.parametrize(
    ("by", "reason", "code"),
    [(INSPECTOR, "wrong_answer", "role.forbidden"), (SUPERVISOR, "", "ruling.reason")],
)
def test_it_takes_a_supervisor_and_a_reason(desk, by, reason, code):
    lpn = desk.decided()
    with pytest.raises(DockstationError, match=code):
        desk.void_decision(lpn, reason, by)
    assert desk.queries.unit(lpn).state is UnitState.DECIDED


def test_what_is_put_away_or_not_decided_yet_cannot_be_voided(desk):
    lpn = desk.inspected()
    with pytest.raises(DockstationError, match=r"unit\.transition"):
        desk.void_decision(lpn, "wrong_answer", SUPERVISOR)
    desk.decide(lpn, INSPECTOR)
    desk.labelled(lpn)
    desk.put_away(lpn, "DISCOUNT-1", INSPECTOR)
    with pytest.raises(DockstationError, match=r"ruling\.late"):
        desk.void_decision(lpn, "wrong_answer", SUPERVISOR)


def test_a_decided_unit_is_inspected_anew_only_after_its_decision_was_voided(desk):
    lpn = desk.decided()
    with pytest.raises(DockstationError, match=r"unit\.transition"):
        desk.inspect.begin(lpn, INSPECTOR)
    with pytest.raises(DockstationError, match=r"unit\.transition"):
        desk.inspect.answer(lpn, "power", "fail", INSPECTOR)
