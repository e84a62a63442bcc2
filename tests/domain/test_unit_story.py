"""What the events of several stations tell of one unit."""

from __future__ import annotations

import pytest

from dockstation.domain.unit import UnitState
from dockstation.domain.unit_story import MOST_PHOTOS, Told, UnitStory, state_by, story_of

LPN, AT = "K7M22222T", "2026-03-02T08:00:00Z"
GOODS = {"rma_number": "R1", "line_id": "1", "serial": "S1", "by": "ANNA"}
TO_THE_LABEL = ("UnitReceived", "InspectionStarted", "InspectionCompleted", "LabelSent")


def told(kind: str, station: str = "st-1", at: str = AT, **body: object) -> Told:
    return Told(station, kind, at, body)


def story(*events: Told) -> UnitStory:
    found = story_of(LPN, events)
    assert found is not None
    return found


def test_of_a_unit_that_nobody_tells_of_there_is_no_story() -> None:
    assert story_of(LPN, []) is None


@pytest.mark.parametrize(
    ("after", "state"),
    [
        ((), UnitState.LABELLED),
        (("UnitReceived", "InspectionStarted"), UnitState.LABELLED),
        (("DecisionVoided",), UnitState.INSPECTING),
        (("DispositionOverridden",), UnitState.DECIDED),
        (("DispositionOverridden", "LabelConfirmed", "UnitPutAway"), UnitState.PUT_AWAY),
        (("DecisionVoided", "InspectionCompleted"), UnitState.DECIDED),
        (("UnitPutAway", "DecisionVoided", "DispositionOverridden"), UnitState.PUT_AWAY),
        (("UnitVoided", "DecisionVoided", "InspectionCompleted"), UnitState.VOIDED),
        (("SecondOpinionGiven", "DecisionApproved", "SomethingNew"), UnitState.LABELLED),
    ],
)
def test_late_events_take_nothing_back_and_what_was_taken_back_is(after: tuple[str, ...], state: UnitState) -> None:
    assert state_by((*TO_THE_LABEL, *after)) is state


def test_a_decision_that_was_not_made_yet_cannot_be_taken_back() -> None:
    assert state_by(["UnitReceived", "DecisionVoided"]) is UnitState.RECEIVED
    assert state_by(["InspectionStarted", "DispositionOverridden"]) is UnitState.INSPECTING


def test_what_it_is_stays_known_and_who_had_it_last_is_told() -> None:
    at_the_second = told("UnitTakenOver", "st-2", "2026-03-03T09:00:00Z", rma_number="R1", by="BEN")
    found = story(told("UnitReceived", **GOODS), told("UnitHandedOver", note="needs_expert"), at_the_second)
    assert (found.rma_number, found.serial, found.received_at) == ("R1", "S1", AT)
    assert (found.station, found.by, found.note) == ("st-2", "BEN", "")


def test_while_nobody_has_taken_it_up_the_reason_of_the_handover_stands() -> None:
    assert story(told("UnitReceived", **GOODS), told("UnitHandedOver", note="needs_expert")).note == "needs_expert"


def test_only_answers_that_stand_are_told_in_the_order_given_last() -> None:
    found = story(
        told("QuestionAnswered", question="box", answer="sealed"),
        told("QuestionAnswered", question="screen", answer="none"),
        told("QuestionAnswered", question="box", answer="opened", withdrawn=["screen", 7]),
        told("QuestionAnswered", question="power", answer="pass"),
        told("QuestionAnswered", question="account", answer="fail"),
        told("AnswerWithdrawn", question="power", withdrawn=["account"]),
        told("QuestionAnswered", question="smell", answer="x" * 4097),
    )
    assert list(found.answers.items()) == [("box", "opened")]


def test_a_photo_of_two_questions_is_discarded_of_one_and_marked_of_both() -> None:
    name = "a" * 64
    pin = [{"kind": "pin", "x": 0.5, "y": 0.5, "defect": "scratch"}]
    both = [told("PhotoTaken", sha256=name, question=each, size=7, by="ANNA") for each in ("screen", "back")]
    found = story(*both, told("PhotoMarked", sha256=name, marks=pin))
    assert [(each.question_id, len(each.marks)) for each in found.photos] == [("screen", 1), ("back", 1)]
    left = story(*both, told("PhotoDiscarded", sha256=name, question="screen")).photos
    assert [(each.question_id, each.size, each.taken_at) for each in left] == [("back", 7, AT)]


def test_more_photos_than_any_unit_has_are_left_out() -> None:
    flood = [told("PhotoTaken", sha256=f"{number:064x}", question="q") for number in range(MOST_PHOTOS + 5)]
    assert len(story(*flood).photos) == MOST_PHOTOS
