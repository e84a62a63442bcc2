"""What the rules leave to two people waits for the second."""

from dataclasses import replace

import pytest

from dockstation.application.signing import Signature
from dockstation.domain.errors import DockstationError
from dockstation.domain.overruling import Change
from tests.application.desk import BOSS, INSPECTOR, PIN, POLICY, SIGNED, SUPERVISOR, Desk


@pytest.fixture
def desk(tmp_path):
    """Every disposition wants two people here."""
    books = []
    for book in POLICY.rule_books:
        rules = tuple(replace(each, second_person=True) for each in book.tables["disposition"])
        books.append(replace(book, tables={**book.tables, "disposition": rules}))
    desk = Desk(tmp_path, replace(POLICY, rule_books=tuple(books)))
    yield desk
    desk.store.close()


def test_an_unapproved_decision_gets_no_label_and_no_place(desk):
    lpn = desk.decided()
    view = desk.queries.decision(lpn, None)
    assert (view.is_unapproved, view.is_held) == (True, True)
    with pytest.raises(DockstationError, match=r"decision\.unapproved"):
        desk.print_label.queue(lpn, INSPECTOR)
    with pytest.raises(DockstationError, match=r"decision\.unapproved"):
        desk.put_away(lpn, "DISCOUNT-1", SUPERVISOR)


def test_once_another_person_has_signed_the_work_goes_on(desk):
    lpn = desk.decided()
    desk.approve(lpn, SIGNED, INSPECTOR)
    desk.reopen()
    assert not desk.queries.decision(lpn, None).is_held
    desk.labelled(lpn)
    desk.put_away(lpn, "DISCOUNT-1", INSPECTOR)
    (body,) = desk.bodies("DecisionApproved")
    assert (body["by"], body["approved_by"], body["disposition"]) == ("DEMO", "SUPER", "discount")


def test_approving_twice_is_written_down_once(desk):
    lpn = desk.decided()
    for _ in range(2):
        desk.approve(lpn, SIGNED, INSPECTOR)
    assert desk.kinds().count("DecisionApproved") == 1
    assert len(desk.queries.decision(lpn, None).rulings) == 2


def test_nobody_approves_what_that_person_has_decided(desk):
    lpn = desk.inspected()
    desk.decide(lpn, SUPERVISOR)
    with pytest.raises(DockstationError, match=r"approval\.same_person"):
        desk.approve(lpn, SIGNED, BOSS)
    assert desk.bodies("DecisionApproved") == []


def test_a_supervisor_who_is_signed_in_may_sign_for_what_an_inspector_decided(desk):
    lpn = desk.decided()
    desk.approve(lpn, SIGNED, SUPERVISOR)
    assert not desk.queries.decision(lpn, None).is_held


def test_a_wrong_pin_approves_nothing(desk):
    lpn = desk.decided()
    with pytest.raises(DockstationError, match=r"pin\.wrong"):
        desk.approve(lpn, Signature("SUPER", "1111"), INSPECTOR)
    assert desk.queries.decision(lpn, None).is_held


def test_an_override_is_signed_already(desk):
    lpn = desk.decided()
    desk.override(lpn, Change(disposition="quarantine"), "safety", SIGNED, INSPECTOR)
    assert not desk.queries.decision(lpn, None).is_held
    desk.print_label.queue(lpn, INSPECTOR)


def test_what_was_voided_after_its_approval_has_to_be_approved_again(desk):
    lpn = desk.decided()
    desk.approve(lpn, Signature("SUPER", PIN), INSPECTOR)
    desk.void_decision(lpn, "wrong_answer", SUPERVISOR)
    desk.decide(lpn, INSPECTOR)
    assert desk.queries.decision(lpn, None).is_held
