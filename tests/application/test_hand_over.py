"""Half-done work goes to another person of this station, and everybody's part stays theirs."""

from __future__ import annotations

from typing import Any

import pytest

from dockstation.application.queries import Filter, WaitingUnit
from dockstation.domain.errors import DockstationError
from dockstation.domain.handover import Taken
from dockstation.domain.operator import Operator, Role
from tests.application.desk import CLERK, INSPECTOR, Desk

BOB = Operator("BOB", "Bob", Role.INSPECTOR)


def bodies(desk: Desk, kind: str) -> list[dict[str, Any]]:
    with desk.store.unit_of_work() as work:
        return [dict(event.body) for event in work.outbox.pending(1000) if event.kind == kind]


def begun(desk: Desk) -> str:
    lpn = desk.counted()
    desk.inspect.begin(lpn, INSPECTOR)
    desk.inspect.answer(lpn, "packaging", "opened", INSPECTOR)
    return lpn


def test_another_person_goes_on_where_the_first_stopped(desk: Desk) -> None:
    lpn = begun(desk)
    assert desk.hand_over.take(lpn, BOB) == Taken(INSPECTOR.badge)
    desk.inspect.answer(lpn, "screen", "none", BOB)
    assert dict(desk.queries.inspect(lpn).answers) == {"packaging": "opened", "screen": "none"}
    assert [each["by"] for each in bodies(desk, "QuestionAnswered")] == [INSPECTOR.badge, BOB.badge]
    (told,) = bodies(desk, "UnitTakenOver")
    assert (told["from"], told["to"], told["from_station"]) == (INSPECTOR.badge, BOB.badge, "")


def test_it_is_said_once_and_never_of_ones_own_work(desk: Desk) -> None:
    lpn = begun(desk)
    assert desk.hand_over.take(lpn, INSPECTOR) is None
    desk.hand_over.take(lpn, BOB)
    desk.reopen()
    assert desk.hand_over.take(lpn, BOB) is None
    assert len(bodies(desk, "UnitTakenOver")) == 1


def test_handed_over_on_purpose_it_is_nobodys_and_shows_the_note(desk: Desk) -> None:
    lpn = begun(desk)
    desk.hand_over.give(lpn, "second_opinion", INSPECTOR)
    desk.hand_over.give(lpn, "second_opinion", INSPECTOR)
    assert [each["note"] for each in bodies(desk, "UnitHandedOver")] == ["second_opinion"]
    assert desk.queries.home(Filter.MINE, INSPECTOR.badge).waiting == ()
    (unit,) = desk.queries.home().waiting
    assert isinstance(unit, WaitingUnit)
    assert (unit.holder, unit.note) == (INSPECTOR.badge, "second_opinion")


def test_whoever_takes_it_up_reads_the_note_and_has_it_from_then_on(desk: Desk) -> None:
    lpn = begun(desk)
    desk.hand_over.give(lpn, "part_missing", INSPECTOR)
    assert desk.hand_over.take(lpn, BOB) == Taken(INSPECTOR.badge, "part_missing")
    (unit,) = desk.queries.home(Filter.MINE, BOB.badge).waiting
    assert isinstance(unit, WaitingUnit)
    assert unit.note == ""


def test_after_a_restart_the_station_does_not_go_on_with_what_was_handed_over(desk: Desk) -> None:
    lpn = begun(desk)
    assert desk.queries.unfinished() is not None
    desk.hand_over.give(lpn, "shift_ends", INSPECTOR)
    desk.reopen()
    assert desk.queries.unfinished() is None


def test_a_decided_unit_is_handed_over_too(desk: Desk) -> None:
    lpn = desk.decided()
    desk.hand_over.give(lpn, "supervisor", INSPECTOR)
    assert desk.hand_over.take(lpn, BOB) == Taken(INSPECTOR.badge, "supervisor")


def test_what_is_put_away_is_handed_to_nobody(desk: Desk) -> None:
    lpn = desk.decided()
    job = desk.print_label.queue(lpn, INSPECTOR)
    desk.print_label.send(job.job_id, INSPECTOR)
    disposition = desk.queries.decision(lpn, None).disposition
    desk.put_away(lpn, disposition.bins[0], INSPECTOR)
    with pytest.raises(DockstationError, match=r"unit\.transition"):
        desk.hand_over.give(lpn, "supervisor", INSPECTOR)
    assert desk.hand_over.take(lpn, BOB) is None


@pytest.mark.parametrize(
    ("note", "by", "code"), [("", INSPECTOR, "handover.note"), ("supervisor", CLERK, "role.forbidden")]
)
def test_without_a_note_or_the_right_it_stays_where_it_is(desk: Desk, note: str, by: Operator, code: str) -> None:
    lpn = begun(desk)
    with pytest.raises(DockstationError) as refused:
        desk.hand_over.give(lpn, note, by)
    assert refused.value.code == code
    assert bodies(desk, "UnitHandedOver") == []
