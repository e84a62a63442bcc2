"""Answers and photos are durable as they are given; the decision names its rules."""

from dataclasses import replace

import pytest

from dockstation.application.inspect import Inspect
from dockstation.domain.errors import DockstationError
from dockstation.domain.policy import PolicyBook
from dockstation.domain.unit import UnitState
from tests.application.desk import CLERK, INSPECTOR, PHONE, POLICY, a_shot


def test_an_answer_is_there_after_a_restart(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    desk.inspect.answer(lpn, "packaging", "opened", INSPECTOR)
    desk.reopen()
    view = desk.queries.inspect(lpn)
    assert (dict(view.answers), view.step.question.id) == ({"packaging": "opened"}, "serial")
    assert desk.queries.unfinished().lpn == lpn


def test_a_changed_answer_counts_and_the_first_stays_in_the_record(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    desk.inspect.answer(lpn, "packaging", "opened", INSPECTOR)
    desk.inspect.answer(lpn, "packaging", "sealed", INSPECTOR)
    assert desk.queries.inspect(lpn).answers["packaging"] == "sealed"
    assert desk.kinds().count("QuestionAnswered") == 2


def test_what_was_begun_is_there_after_a_restart_and_answers_nothing(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    desk.inspect.begin_answer(lpn, "packaging", "opened", INSPECTOR)
    desk.reopen()
    view = desk.queries.inspect(lpn)
    assert (view.begun, view.answers, view.step.question.id) == ({"packaging": "opened"}, {}, "packaging")
    assert "QuestionAnswered" not in desk.kinds()
    desk.inspect.answer(lpn, "packaging", "sealed", INSPECTOR)
    assert desk.queries.inspect(lpn).begun == {}


def test_what_fits_no_question_is_not_kept_as_begun(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    for question, text in [("packaging", "purple"), ("account", "pass")]:
        with pytest.raises(DockstationError, match="answer"):
            desk.inspect.begin_answer(lpn, question, text, INSPECTOR)
    assert desk.queries.inspect(lpn).begun == {}


def test_going_on_with_an_inspection_begins_no_second_one(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    desk.inspect.begin(lpn, INSPECTOR)
    assert desk.kinds().count("InspectionStarted") == 1


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        ("packaging", "purple", "answer.not_an_option"),
        ("colour", "red", "answer.unknown_question"),
        ("account", "pass", "answer.out_of_turn"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_and_changes_nothing(desk, question, answer, code):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    before = desk.kinds()
    with pytest.raises(DockstationError, match=code):
        desk.inspect.answer(lpn, question, answer, INSPECTOR)
    assert desk.kinds() == before


def test_nothing_is_decided_while_a_photo_is_missing(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    desk.inspect.answer(lpn, "packaging", "sealed", INSPECTOR)
    with pytest.raises(DockstationError, match=r"photo\.needed"):
        desk.decide(lpn, INSPECTOR)
    assert desk.queries.unit(lpn).state is UnitState.INSPECTING


def test_the_outcome_carries_answers_defects_photos_and_the_rules_that_decided(desk):
    lpn = desk.decided(screen="deep")
    with desk.store.unit_of_work() as work:
        outcome = next(event.body for event in work.outbox.pending(100) if event.kind == "InspectionCompleted")
    assert (outcome["lpn"], outcome["grade"], outcome["disposition"], outcome["deduction"]) == (
        lpn, "C", "repair", 119970,
    )  # fmt: skip
    assert [(each["code"], each["severity"]) for each in outcome["defects"]] == [("screen_scratch", "major")]
    sides = [("screen", ""), ("overall", "front"), ("overall", "back")]
    assert [(each["question"], each["view"]) for each in outcome["photos"]] == sides
    assert {each["rule_id"] for each in outcome["trace"] if each["matched"]} >= {"major-c", "major-repair"}


def test_a_decided_unit_takes_no_more_answers(desk):
    lpn = desk.decided()
    with pytest.raises(DockstationError, match=r"unit\.transition"):
        desk.inspect.answer(lpn, "screen", "deep", INSPECTOR)
    with pytest.raises(DockstationError, match=r"unit\.transition"):
        desk.inspect.photograph(lpn, "overall", a_shot("late"), INSPECTOR)


def test_a_clerk_may_receive_but_not_inspect(desk):
    lpn = desk.counted()
    with pytest.raises(DockstationError, match=r"role\.forbidden"):
        desk.inspect.begin(lpn, CLERK)


def test_every_photo_waits_for_the_server_with_its_bytes_on_disk(desk):
    desk.inspected(screen="deep")
    with desk.store.unit_of_work() as work:
        waiting = work.outbox.pending_photos(10)
    assert sorted(desk.photos.read(each) for each in waiting) == [
        b"jpeg of overall back", b"jpeg of overall front", b"jpeg of screen",
    ]  # fmt: skip


def test_an_answer_that_hides_others_withdraws_them_and_they_are_asked_again(desk):
    lpn = desk.inspected(screen="deep")
    desk.inspect.answer(lpn, "packaging", "sealed", INSPECTOR)
    assert set(desk.queries.inspect(lpn).answers) == {"packaging"}
    withdrawn = desk.bodies("QuestionAnswered")[-1]["withdrawn"]
    assert {"accessories", "account", "housing", "power", "screen"} < set(withdrawn)
    desk.inspect.answer(lpn, "packaging", "opened", INSPECTOR)
    assert desk.queries.inspect(lpn).step.question.id == "serial"


def test_an_inspection_goes_on_with_the_text_that_it_began_with(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    shorter = replace(PHONE, questions=PHONE.questions[:1])
    edited = Inspect(desk.store, desk.clock, desk.photos, PolicyBook(replace(POLICY, checklists=(shorter,))))
    edited.answer(lpn, "packaging", "opened", INSPECTOR)
    edited.answer(lpn, "screen", "none", INSPECTOR)
    assert dict(desk.queries.inspect(lpn).answers) == {"packaging": "opened", "screen": "none"}


def test_the_answer_given_last_is_taken_back_and_stays_in_the_record(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    for question, answer in (("packaging", "opened"), ("screen", "none"), ("packaging", "damaged")):
        desk.inspect.answer(lpn, question, answer, INSPECTOR)
    assert desk.inspect.undo(lpn, INSPECTOR) == "packaging"
    assert dict(desk.queries.inspect(lpn).answers) == {"screen": "none"}
    (body,) = desk.bodies("AnswerWithdrawn")
    assert (body["question"], body["by"]) == ("packaging", "DEMO")
    desk.inspect.undo(lpn, INSPECTOR)
    with pytest.raises(DockstationError, match=r"answer\.none_yet"):
        desk.inspect.undo(lpn, INSPECTOR)


def test_what_hung_on_the_answer_taken_back_goes_with_it(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    for question, answer in (("packaging", "opened"), ("power", "pass"), ("account", "pass"), ("power", "pass")):
        desk.inspect.answer(lpn, question, answer, INSPECTOR)
    desk.inspect.undo(lpn, INSPECTOR)
    assert dict(desk.queries.inspect(lpn).answers) == {"packaging": "opened"}
    assert desk.bodies("AnswerWithdrawn")[0]["withdrawn"] == ["account"]


def test_a_change_says_which_answers_it_hides(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    assert desk.inspect.answer(lpn, "packaging", "opened", INSPECTOR) == ()
    desk.inspect.answer(lpn, "screen", "none", INSPECTOR)
    assert desk.inspect.answer(lpn, "packaging", "sealed", INSPECTOR) == ("screen",)


def test_a_clerk_takes_nothing_back_and_repeats_nothing(desk):
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    for forbidden in (desk.inspect.undo, desk.inspect.repeat):
        with pytest.raises(DockstationError, match=r"role\.forbidden"):
            forbidden(lpn, CLERK)
