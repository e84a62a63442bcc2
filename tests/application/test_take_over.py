"""A unit that another station began goes on here, by what the server has heard of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.central import CentralFailed, FailureClass
from dockstation.application.ports.store import Note
from dockstation.application.queries import WaitingUnit
from dockstation.application.sync import Sync
from dockstation.domain.checklist import Step
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.evidence import Mark, MarkKind
from dockstation.domain.handover import Taken
from dockstation.domain.operator import Operator, Role
from dockstation.domain.parcel import ParcelState
from dockstation.domain.unit import UnitState
from dockstation.domain.unit_story import Told, story_of
from tests.application.desk import CLERK, INSPECTOR, Desk, a_shot
from tests.fakes.central import FakeCentral
from tests.fakes.returns import IMEI, a_return

BOB = Operator("BOB", "Bob", Role.INSPECTOR)


@pytest.fixture
def central() -> FakeCentral:
    central = FakeCentral("st-1")
    central.expect(a_return())
    return central


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    """Another station, which has neither the return nor the unit."""
    folder = tmp_path / "other"
    folder.mkdir()
    other = Desk(folder)
    other.clock._ids = 900_000
    with other.store.unit_of_work() as work:
        work.notes.set(Note.STATION, "st-2")
        work.notes.set(Note.LPN_PREFIX, "9ZZ")
        work.rmas.remove(["R26110001"])
        work.commit()
    yield other
    other.store.close()


def send(desk: Desk, central: FakeCentral) -> None:
    with desk.store.unit_of_work() as work:
        central.station = work.notes.get(Note.STATION) or ""
    Sync(desk.store, desk.clock, central, desk.photos).once()


def half_done(desk: Desk) -> str:
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    desk.inspect.answer(lpn, "packaging", "opened", INSPECTOR)
    desk.inspect.answer(lpn, "serial", "na", INSPECTOR)
    desk.inspect.answer(lpn, "screen", "light", INSPECTOR)
    desk.inspect.photograph(lpn, "screen", a_shot("screen"), INSPECTOR)
    return lpn


def test_discards_marks_and_who_took_a_photo_come_along(desk: Desk, other: Desk, central: FakeCentral) -> None:
    lpn = half_done(desk)
    dim = replace(a_shot("dim"), warnings=("too_dark",))
    kept = desk.inspect.photograph(lpn, "screen", dim, INSPECTOR)
    (first, _) = desk.queries.inspect(lpn).photos
    desk.keep_photos.discard(lpn, "screen", first.sha256, INSPECTOR)
    desk.keep_photos.mark(lpn, kept.sha256, [Mark(MarkKind.ARROW, 0.5, 0.5, 0.9, 0.9, "screen_scratch")], INSPECTOR)
    send(desk, central)
    other.take_over(central, lpn, BOB)
    (here,) = desk.queries.inspect(lpn).photos
    (there,) = other.queries.inspect(lpn).photos
    assert there == replace(here, at_server=True)
    assert (there.by, there.station, there.warnings, len(there.marks)) == ("DEMO", "st-1", ("too_dark",), 1)


@pytest.mark.parametrize(
    "marks", ["none", [1], [{"kind": "star"}], [{"kind": "pin", "x": "0"}], [{"kind": "pin", "x": 7, "y": 0}], None]
)
def test_marks_that_are_none_are_as_if_they_were_not_there(marks: object) -> None:
    name = "a" * 64
    taken = Told("st-1", "PhotoTaken", "2026-11-20T08:00:00Z", {"sha256": name, "question": "screen"})
    story = story_of("2A3000017", [taken, Told("st-1", "PhotoMarked", "", {"sha256": name, "marks": marks})])
    assert story is not None
    assert [photo.marks for photo in story.photos] == [()]


def test_answers_and_photos_come_along_and_the_next_question_is_asked(
    desk: Desk, other: Desk, central: FakeCentral
) -> None:
    lpn = half_done(desk)
    send(desk, central)
    unit, taken = other.take_over(central, lpn, BOB) or pytest.fail("unknown")
    assert (unit.lpn, unit.serial, unit.state) == (lpn, IMEI, UnitState.INSPECTING)
    assert taken == Taken(INSPECTOR.badge, "", "Dock 1")
    view = other.queries.inspect(lpn)
    assert dict(view.answers) == {"packaging": "opened", "serial": "na", "screen": "light"}
    assert [(photo.question_id, photo.at_server) for photo in view.photos] == [("screen", True)]
    assert (view.step.step, view.step.question and view.step.question.id) == (Step.ANSWER, "housing")


def test_the_other_station_decides_with_the_photos_that_it_has_only_by_name(
    desk: Desk, other: Desk, central: FakeCentral
) -> None:
    lpn = half_done(desk)
    send(desk, central)
    other.take_over(central, lpn, BOB)
    other.finish(lpn)
    other.decide(lpn, BOB)
    send(other, central)
    (done,) = [each for each in central.events.values() if each.kind == "InspectionCompleted"]
    assert (done.station, [each["question"] for each in done.body["photos"]]) == (
        "st-2", ["screen", "overall", "overall"],
    )  # fmt: skip
    assert {each["sha256"] for each in done.body["photos"]} <= set(central.photos)


def test_it_is_written_down_from_whom_and_where_it_came(desk: Desk, other: Desk, central: FakeCentral) -> None:
    lpn = half_done(desk)
    desk.hand_over.give(lpn, "other_station", INSPECTOR)
    send(desk, central)
    assert other.take_over(central, lpn, BOB) is not None
    with other.store.unit_of_work() as work:
        (event,) = work.outbox.pending(10)
        parcel = work.parcels.get(work.units.get(lpn).parcel_id)
    told = {name: event.body[name] for name in ("from", "from_station", "to", "note", "parcel_code")}
    assert (event.kind, told) == (
        "UnitTakenOver",
        {
            "from": "DEMO", "from_station": "st-1", "to": "BOB", "note": "other_station",
            "parcel_code": "SF1234567890123",
        },
    )  # fmt: skip
    assert (parcel.state, parcel.arrived_at) == (ParcelState.RECEIVED, "2026-03-02T08:00:00.000Z")
    (waiting,) = other.queries.home().waiting
    assert isinstance(waiting, WaitingUnit)
    assert (waiting.holder, waiting.origin, waiting.note) == ("BOB", "Dock 1", "")


def test_a_unit_that_nobody_has_begun_is_begun_here(desk: Desk, other: Desk, central: FakeCentral) -> None:
    lpn = desk.counted()
    send(desk, central)
    assert other.take_over(central, lpn, BOB) is not None
    other.inspect.begin(lpn, BOB)
    assert other.queries.inspect(lpn).number == 1


def test_taken_over_twice_it_is_here_once(desk: Desk, other: Desk, central: FakeCentral) -> None:
    lpn = half_done(desk)
    send(desk, central)
    other.take_over(central, lpn, BOB)
    other.reopen()
    again = other.take_over(central, lpn, BOB)
    assert again is not None
    assert again[1] == Taken("")
    assert other.kinds() == ["UnitTakenOver"]


def test_what_is_decided_there_is_not_taken_over(desk: Desk, other: Desk, central: FakeCentral) -> None:
    lpn = desk.decided()
    send(desk, central)
    with pytest.raises(DockstationError) as refused:
        other.take_over(central, lpn, BOB)
    assert (refused.value.code, refused.value.facts["station"]) == ("unit.done_elsewhere", "Dock 1")
    assert other.kinds() == []


def test_answers_that_this_stations_checklist_does_not_know_are_asked_again(
    desk: Desk, other: Desk, central: FakeCentral
) -> None:
    lpn = half_done(desk)
    with desk.store.unit_of_work() as work:
        for question, answer in (("packaging", "of gold"), ("riddle", "yes")):
            body = {"lpn": lpn, "question": question, "answer": answer, "by": INSPECTOR.badge}
            record(work, desk.clock, Fact(about_unit(lpn), "QuestionAnswered", body))
        work.commit()
    send(desk, central)
    other.take_over(central, lpn, BOB)
    assert dict(other.queries.inspect(lpn).answers) == {"serial": "na", "screen": "light"}


def test_a_unit_that_nobody_knows_changes_nothing(other: Desk, central: FakeCentral) -> None:
    assert other.take_over(central, "K7M22222T", BOB) is None
    assert other.kinds() == []


def test_a_unit_whose_return_nobody_knows_is_refused(desk: Desk, other: Desk, central: FakeCentral) -> None:
    lpn = half_done(desk)
    send(desk, central)
    central._rmas.clear()
    with pytest.raises(DockstationError, match=r"rma\.unknown"):
        other.take_over(central, lpn, BOB)
    assert other.kinds() == []


def test_without_the_server_or_the_right_nothing_changes(desk: Desk, other: Desk, central: FakeCentral) -> None:
    lpn = half_done(desk)
    send(desk, central)
    with pytest.raises(DockstationError, match=r"role\.forbidden"):
        other.take_over(central, lpn, CLERK)
    central.down = True
    with pytest.raises(CentralFailed) as failed:
        other.take_over(central, lpn, BOB)
    assert failed.value.failure is FailureClass.LATER
    assert other.kinds() == []


def test_bodies_that_are_not_what_they_should_be_tell_nothing() -> None:
    hostile = {
        "question": ["x"],
        "answer": {},
        "sha256": "../../etc/passwd",
        "rma_number": 7,
        "version": True,
        "by": None,
    }
    kinds = ("UnitReceived", "InspectionStarted", "QuestionAnswered", "PhotoTaken", "UnitHandedOver", "Invented")
    story = story_of("K7M22222T", [Told("st-1", kind, "2026-03-02T08:00:00Z", hostile) for kind in kinds])
    assert story is not None
    assert (story.rma_number, story.checklist_version, dict(story.answers), story.photos) == ("", 0, {}, ())


def test_a_unit_that_nobody_expected_comes_along_as_what_it_was_found_as(
    desk: Desk, other: Desk, central: FakeCentral
) -> None:
    whose = {"lpn": "2A3222234", "by": INSPECTOR.badge}
    goods = {"rma_number": "R26110001", "line_id": "", "found_as": "a red kettle", "parcel_code": "SF1234567890123"}
    started = {"checklist": "generic", "version": 1}
    with desk.store.unit_of_work() as work:
        for kind, body in (("UnitReceived", goods), ("InspectionStarted", started)):
            record(work, desk.clock, Fact(about_unit("2A3222234"), kind, whose | body))
        work.commit()
    send(desk, central)
    assert other.take_over(central, "2A3222234", BOB) is not None
    assert other.queries.inspect("2A3222234").checklist.id == "generic"
    (waiting,) = other.queries.home().waiting
    assert isinstance(waiting, WaitingUnit)
    assert waiting.name.in_language("en") == "a red kettle"
