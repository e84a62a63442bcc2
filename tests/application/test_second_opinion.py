"""A second inspector looks without sight of what the first has found."""

import pytest

from dockstation.application.ports.store import Note
from dockstation.application.queries import Filter
from dockstation.domain.errors import DockstationError
from dockstation.domain.opinion import OpinionState, is_chosen
from dockstation.domain.unit import UnitState
from tests.application.desk import BOSS, CLERK, INSPECTOR, SECOND, SUPERVISOR, Desk
from tests.fakes.returns import SHIRT_GTIN


@pytest.fixture
def desk(tmp_path):
    """Every unit gets a second opinion here."""
    desk = Desk(tmp_path, opinion_percent=100)
    yield desk
    desk.store.close()


def test_label_and_bin_wait_for_it(desk):
    lpn = desk.decided()
    assert desk.queries.decision(lpn, None).is_held
    with pytest.raises(DockstationError, match=r"opinion\.wanted"):
        desk.print_label.queue(lpn, INSPECTOR)
    desk.looked_at_again(lpn)
    desk.labelled(lpn)
    desk.put_away(lpn, "DISCOUNT-1", INSPECTOR)


def test_it_is_for_somebody_else_than_the_first_inspector(desk):
    lpn = desk.decided()
    for act in (desk.inspect_again.begin, desk.inspect_again.give):
        with pytest.raises(DockstationError, match=r"opinion\.same_person"):
            act(lpn, INSPECTOR)
    desk.inspect_again.begin(lpn, SECOND)
    with pytest.raises(DockstationError, match=r"opinion\.same_person"):
        desk.inspect_again.answer(lpn, "packaging", "opened", INSPECTOR)


def test_whoever_had_a_part_in_the_first_or_has_looked_at_it_is_no_second(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, SECOND)
    desk.finish(lpn, SECOND, until="screen")
    desk.finish(lpn, INSPECTOR)
    desk.decide(lpn, INSPECTOR)
    desk.hand_over.take(lpn, SUPERVISOR)
    assert [desk.inspect_again.is_for(lpn, each) for each in (INSPECTOR, SECOND, SUPERVISOR)] == [False] * 3
    with pytest.raises(DockstationError, match=r"opinion\.same_person"):
        desk.inspect_again.begin(lpn, SECOND)
    assert desk.inspect_again.is_for(lpn, BOSS)
    assert not desk.inspect_again.is_for(lpn, CLERK)


def test_the_worklist_shows_it_as_such_to_be_inspected(desk):
    lpn = desk.decided()
    (waiting,) = desk.queries.home(Filter.INSPECT, SECOND.badge).waiting
    assert (waiting.lpn, waiting.opinion) == (lpn, "wanted")
    assert desk.queries.home(Filter.FINISH).waiting == ()
    desk.looked_at_again(lpn, screen="deep")
    (waiting,) = desk.queries.home(Filter.FINISH).waiting
    assert waiting.opinion == "differs"


def test_the_second_inspector_begins_with_no_answer_and_changes_none_of_the_firsts(desk):
    lpn = desk.decided()
    desk.inspect_again.begin(lpn, SECOND)
    view = desk.queries.inspect(lpn, opinion=True)
    assert (dict(view.answers), view.photos, view.step.question.id) == ({}, (), "packaging")
    desk.inspect_again.answer(lpn, "packaging", "sealed", SECOND)
    desk.reopen()
    assert desk.queries.inspect(lpn, opinion=True).answers == {"packaging": "sealed"}
    assert desk.queries.inspect(lpn).answers["packaging"] == "opened"
    assert desk.queries.unit(lpn).state is UnitState.DECIDED


def test_the_first_decision_stands_and_the_event_tells_of_both(desk):
    lpn = desk.decided()
    compared = desk.looked_at_again(lpn, screen="deep")
    view = desk.queries.decision(lpn, None)
    assert (view.decision.disposition, view.opinion.state) == ("discount", OpinionState.DIFFERS)
    assert compared.differing()[0] == "screen"
    (body,) = desk.bodies("SecondOpinionGiven")
    assert (body["by"], body["first_by"], body["answers"]["screen"]) == ("BEN", "DEMO", "deep")
    assert body["differing"] == list(compared.differing())
    assert len(body["photos"]) >= 1
    assert desk.kinds().count("InspectionCompleted") == 1


def test_two_alike_need_no_supervisor(desk):
    lpn = desk.decided()
    desk.looked_at_again(lpn)
    assert desk.queries.opinion(lpn).state is OpinionState.GIVEN
    assert desk.queries.differing() == ()


def test_two_that_differ_are_for_the_supervisor_until_settled(desk):
    lpn = desk.decided()
    desk.looked_at_again(lpn, screen="deep")
    assert [each.lpn for each in desk.queries.differing()] == [lpn]
    with pytest.raises(DockstationError, match=r"role\.forbidden"):
        desk.inspect_again.settle(lpn, INSPECTOR)
    desk.inspect_again.settle(lpn, SUPERVISOR)
    desk.inspect_again.settle(lpn, SUPERVISOR)
    assert desk.queries.differing() == ()


def test_it_is_given_once(desk):
    lpn = desk.decided()
    desk.looked_at_again(lpn)
    with pytest.raises(DockstationError, match=r"opinion\.none"):
        desk.inspect_again.give(lpn, SECOND)
    assert desk.kinds().count("SecondOpinionGiven") == 1


def test_nothing_is_given_while_a_question_is_open(desk):
    lpn = desk.decided()
    desk.inspect_again.begin(lpn, SECOND)
    with pytest.raises(DockstationError, match=r"answer\.out_of_turn"):
        desk.inspect_again.give(lpn, SECOND)


def test_a_supervisor_may_waive_it_with_a_reason(desk):
    lpn = desk.decided()
    for by, reason, code in ((INSPECTOR, "urgent", "role.forbidden"), (BOSS, "", "ruling.reason")):
        with pytest.raises(DockstationError, match=code):
            desk.inspect_again.waive(lpn, reason, by)
    for _ in range(2):
        desk.inspect_again.waive(lpn, "nobody_else", BOSS)
    assert desk.bodies("SecondOpinionWaived") == [{"lpn": lpn, "reason": "nobody_else", "by": "BOSS"}]
    desk.labelled(lpn)


def test_a_voided_decision_wants_it_again_of_whoever_did_not_decide_then(desk):
    lpn = desk.decided()
    desk.void_decision(lpn, "wrong_answer", SUPERVISOR)
    with pytest.raises(DockstationError, match=r"opinion\.none"):
        desk.inspect_again.begin(lpn, SECOND)
    desk.decide(lpn, SECOND)
    with pytest.raises(DockstationError, match=r"opinion\.same_person"):
        desk.inspect_again.begin(lpn, SECOND)
    desk.inspect_again.begin(lpn, BOSS)


def test_the_agreement_is_counted_from_what_was_given(desk):
    desk.looked_at_again(desk.decided(), screen="deep")
    found = desk.agreement()
    assert (found.units, found.questions["screen"].rate, found.questions["power"].rate) == (1, 0.0, 1.0)
    assert set(found.inspectors) == {"DEMO", "BEN"}
    assert desk.agreement("2027-01-01").units == 0


def test_the_choice_hangs_on_a_secret_that_the_station_draws_once(tmp_path, tmp_path_factory):
    desk, other = Desk(tmp_path, opinion_percent=50), Desk(tmp_path_factory.mktemp("other"), opinion_percent=50)
    phone = desk.decided()
    drawn = _secret(desk)
    desk.reopen()
    shirt = desk.count(desk.queries.unit(phone).parcel_id, SHIRT_GTIN[1:]).lpn
    desk.inspect.begin(shirt, INSPECTOR)
    desk.finish(shirt)
    desk.decide(shirt, INSPECTOR)
    other.decided()
    assert (len(drawn), _secret(desk) == drawn, _secret(other) == drawn) == (64, True, False)
    for lpn in (phone, shirt):
        assert (desk.queries.opinion(lpn) is not None) is is_chosen(lpn, 50, drawn)
    assert drawn not in str([desk.bodies(kind) for kind in desk.kinds()])
    for each in (desk, other):
        each.store.close()


def _secret(desk):
    with desk.store.unit_of_work() as work:
        return work.notes.get(Note.OPINION_KEY)


def test_nothing_is_taken_over_from_another_item_and_the_first_record_stays(desk):
    lpn = desk.decided()
    before = desk.queries.inspect(lpn).answers
    desk.inspect_again.begin(lpn, SECOND)
    with pytest.raises(DockstationError, match=r"inspection\.no_repeat"):
        desk.inspect_again.repeat(lpn, SECOND)
    assert (desk.queries.inspect(lpn).answers, desk.queries.inspect(lpn, opinion=True).answers) == (before, {})


def test_other_words_of_ones_own_are_no_difference(desk):
    lpn = desk.decided(remark="smells of smoke")
    assert desk.looked_at_again(lpn, remark="smoke!").differing() == ()


def test_a_start_leads_to_a_second_inspection_only_once_it_has_begun(desk):
    lpn = desk.decided()
    assert desk.queries.unfinished() is None
    desk.inspect_again.begin(lpn, SECOND)
    desk.reopen()
    assert desk.queries.unfinished().lpn == lpn


def test_what_was_begun_by_who_then_became_the_first_is_begun_anew(desk):
    lpn = desk.decided()
    desk.inspect_again.begin(lpn, SECOND)
    desk.inspect_again.answer(lpn, "packaging", "sealed", SECOND)
    desk.void_decision(lpn, "wrong_answer", SUPERVISOR)
    desk.decide(lpn, SECOND)
    desk.inspect_again.begin(lpn, BOSS)
    assert dict(desk.queries.inspect(lpn, opinion=True).answers) == {}
    desk.inspect_again.answer(lpn, "packaging", "opened", BOSS)
    desk.inspect_again.begin(lpn, BOSS)
    assert desk.queries.inspect(lpn, opinion=True).answers == {"packaging": "opened"}
