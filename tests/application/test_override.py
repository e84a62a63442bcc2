"""A person overrules the rules, and another one signs for it."""

import pytest

from dockstation.application.outbox import about_unit
from dockstation.application.ports.store import PrintJob, PrintState
from dockstation.application.signing import Signature
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent
from dockstation.domain.outcome import RulingKind
from dockstation.domain.overruling import Change, in_words
from dockstation.domain.unit import UnitState
from tests.application.desk import BOSS, CLERK, INSPECTOR, PIN, SECOND, SIGNED, SUPERVISOR

SCRAP = Change(disposition="scrap")


def test_both_decisions_are_kept_and_the_second_one_counts(desk):
    lpn = desk.decided()
    before = desk.queries.decision(lpn, None).decision
    desk.override(lpn, SCRAP, "safety", SIGNED, INSPECTOR)
    desk.reopen()
    view = desk.queries.decision(lpn, None)
    assert (before.disposition, view.decision.disposition, view.disposition.code) == ("discount", "scrap", "scrap")
    assert [each.kind for each in view.rulings] == [RulingKind.RULES, RulingKind.OVERRIDE]
    assert view.rulings[0].decision == before
    (body,) = desk.bodies("DispositionOverridden")
    told = {name: body[name] for name in ("reason", "by", "approved_by", "disposition")}
    assert told == {"reason": "safety", "by": "DEMO", "approved_by": "SUPER", "disposition": "scrap"}
    assert (body["from"]["disposition"], body["to"]["disposition"]) == ("discount", "scrap")


def test_the_reason_on_the_label_is_the_persons_and_no_longer_the_rules(desk):
    lpn = desk.decided()
    desk.override(lpn, SCRAP, "safety", SIGNED, INSPECTOR)
    why = [each.reason.in_language("en") for each in desk.queries.decision(lpn, None).decision.reasons()]
    assert "For safety" in why
    tables = [each.table for each in desk.queries.decision(lpn, None).decision.reasons()]
    assert sorted(tables) == sorted(set(tables))


def test_what_the_rules_tried_stays_beside_the_persons_word(desk):
    lpn = desk.decided()
    before = desk.queries.decision(lpn, None).decision
    desk.override(lpn, SCRAP, in_words(" the box  is\nwet "), SIGNED, INSPECTOR)
    desk.override(lpn, Change(disposition="repair"), "safety", SIGNED, INSPECTOR)
    after = desk.queries.decision(lpn, None).decision
    assert after.trace[: len(before.trace)] == before.trace
    assert [(each.rule_id, each.value) for each in after.trace[len(before.trace) :]] == [
        ("override", "scrap"), ("override", "repair"),
    ]  # fmt: skip
    decided = {each.table: each.value for each in after.reasons()}
    assert decided == {each.table: each.value for each in before.reasons()} | {"disposition": "repair"}
    told = desk.bodies("DispositionOverridden")
    assert (told[0]["reason"], told[0]["trace"][-1]["reason"]) == ("other: the box is wet", {"und": "the box is wet"})
    assert len(told[1]["trace"]) == len(after.trace)


def test_a_part_of_the_refund_is_named_in_percent_and_kept_back_from_the_units_value(desk):
    lpn = desk.decided()
    value = desk.queries.decision(lpn, None).line.unit_value
    desk.override(lpn, Change(resolution="refund_part", deduct_percent=25), "customer_agreed", SIGNED, INSPECTOR)
    decision = desk.queries.decision(lpn, None).decision
    assert (decision.resolution, decision.deduction, decision.deductions[0].percent) == (
        "refund_part",
        value // 4,
        25,
    )
    desk.override(lpn, Change(resolution="refuse"), "owner_decides", SIGNED, INSPECTOR)
    assert desk.queries.decision(lpn, None).decision.deduction == 0


@pytest.mark.parametrize(
    ("by", "badge", "code"),
    [
        (SUPERVISOR, "SUPER", "approval.same_person"),
        (INSPECTOR, "BEN", "role.forbidden"),
        (INSPECTOR, "BOSS", "pin.none"),
        (INSPECTOR, "NOBODY", "person.unknown"),
        (CLERK, "SUPER", "role.forbidden"),
    ],
)
def test_nobody_signs_who_may_not(desk, by, badge, code):
    lpn = desk.decided()
    with pytest.raises(DockstationError, match=code):
        desk.override(lpn, SCRAP, "safety", Signature(badge, PIN), by)
    assert desk.queries.decision(lpn, None).disposition.code == "discount"
    assert desk.bodies("DispositionOverridden") == []


def test_a_supervisor_needs_a_second_person_as_well(desk):
    lpn = desk.decided()
    desk.override(lpn, SCRAP, "safety", SIGNED, BOSS)
    assert desk.bodies("DispositionOverridden")[0]["approved_by"] == "SUPER"


@pytest.mark.parametrize(
    ("change", "reason", "code"),
    [
        (SCRAP, "", "ruling.reason"),
        (SCRAP, "because", "ruling.reason"),
        (SCRAP, "other: ", "ruling.words"),
        (SCRAP, "other: " + "x" * 101, "ruling.words"),
        (SCRAP, "other: a\u202eb", "ruling.words"),
        (Change(), "safety", "ruling.unchanged"),
        (Change(disposition="discount"), "safety", "ruling.unchanged"),
        (Change(disposition="the moon"), "safety", "disposition.unknown"),
        (Change(resolution="refund_part"), "safety", "ruling.sum"),
    ],
)
def test_what_is_no_override_is_refused_before_anybody_signs(desk, change, reason, code):
    lpn = desk.decided()
    with pytest.raises(DockstationError, match=code):
        desk.override(lpn, change, reason, Signature("SUPER", "0000"), INSPECTOR)
    with desk.store.unit_of_work() as work:
        assert work.pin_attempts.get("SUPER").failed == 0


def test_the_label_printed_before_counts_no_more(desk):
    lpn = desk.decided()
    old = desk.labelled(lpn)
    desk.override(lpn, SCRAP, "safety", SIGNED, INSPECTOR)
    view = desk.queries.decision(lpn, None)
    assert (view.unit.state, view.job) == (UnitState.DECIDED, None)
    with pytest.raises(DockstationError, match=r"print\.not_sent"):
        desk.print_label.confirm(lpn, INSPECTOR)
    new = desk.labelled(lpn)
    with desk.store.unit_of_work() as work:
        states = {job.job_id: (job.copy, job.state) for job in work.spool.of(about_unit(lpn))}
    assert states == {old.job_id: (0, PrintState.STALE), new.job_id: (0, PrintState.CONFIRMED)}
    assert desk.queries.unit(lpn).state is UnitState.LABELLED


def test_the_licence_plate_stays_what_it_was(desk):
    lpn = desk.decided()
    plate = PrintJob("p", about_unit(lpn), "label", "plate", 0, b"", "", PrintState.SENT, LabelContent(lpn=lpn))
    with desk.store.unit_of_work() as work:
        work.spool.put(plate)
        work.commit()
    desk.override(lpn, SCRAP, "safety", SIGNED, INSPECTOR)
    with desk.store.unit_of_work() as work:
        assert work.spool.get("p").state is PrintState.SENT


def test_a_label_that_was_waiting_to_be_printed_is_printed_no_more(desk):
    lpn = desk.decided()
    waiting = desk.print_label.queue(lpn, INSPECTOR)
    desk.override(lpn, SCRAP, "safety", SIGNED, INSPECTOR)
    with pytest.raises(DockstationError, match=r"print\.stale"):
        desk.print_label.send(waiting.job_id, INSPECTOR)
    assert desk.print_label.queue(lpn, INSPECTOR).job_id != waiting.job_id
    assert desk.printer.received == []


def test_another_advice_leaves_the_label_as_it_is(desk):
    lpn = desk.decided()
    desk.labelled(lpn)
    desk.override(lpn, Change(resolution="exchange"), "customer_agreed", SIGNED, INSPECTOR)
    assert desk.queries.unit(lpn).state is UnitState.LABELLED
    desk.put_away(lpn, "DISCOUNT-1", INSPECTOR)


def test_what_is_put_away_is_overridden_no_more(desk):
    lpn = desk.decided()
    desk.labelled(lpn)
    desk.put_away(lpn, "DISCOUNT-1", INSPECTOR)
    with pytest.raises(DockstationError, match=r"ruling\.late"):
        desk.override(lpn, SCRAP, "safety", SIGNED, INSPECTOR)


def test_a_full_disk_overrides_nothing_and_says_nothing_of_it(desk, monkeypatch):
    lpn = desk.decided()

    def full(_self: object) -> None:
        raise DockstationError("disk.full")

    real = type(desk.store.unit_of_work()).commit
    signed = desk.signing(SIGNED, "DEMO")
    assert signed == SUPERVISOR
    monkeypatch.setattr(type(desk.store.unit_of_work()), "commit", full)
    with pytest.raises(DockstationError, match=r"disk\.full"):
        desk.override(lpn, SCRAP, "safety", SIGNED, INSPECTOR)
    monkeypatch.setattr(type(desk.store.unit_of_work()), "commit", real)
    desk.reopen()
    assert desk.queries.decision(lpn, None).disposition.code == "discount"
    assert desk.bodies("DispositionOverridden") == []


def test_the_pin_is_nowhere_in_the_data(desk, tmp_path):
    """Other digits may stand there by chance; a PIN of letters would not."""
    signature = Signature("SUPER", "never-to-be-kept")
    with pytest.raises(DockstationError, match=r"pin\.wrong") as refused:
        desk.override(desk.decided(), SCRAP, "safety", signature, INSPECTOR)
    desk.reopen()
    assert "never" not in f"{signature!r} {refused.value!r} {refused.value.facts}"
    assert not [each for each in tmp_path.rglob("*") if each.is_file() and b"never-to-be" in each.read_bytes()]


def test_the_second_inspector_is_no_second_person_for_an_override(desk):
    with pytest.raises(DockstationError, match=r"role\.forbidden"):
        desk.override(desk.decided(), SCRAP, "safety", Signature(SECOND.badge, PIN), INSPECTOR)
