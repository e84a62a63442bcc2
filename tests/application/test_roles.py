"""Every use case asks for the role before it looks at anything, whoever told of the person."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from dockstation import application
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Role, Task
from dockstation.domain.people import People, Person

RECEIVING = [
    "arrive.Arrive", "arrive.Arrive.known", "arrive.Arrive.note_condition", "arrive.Arrive.weigh",
    "arrive.Arrive.refuse", "hand_over.HandOver.take", "hold_parcel.HoldParcel", "print_label.PrintLabel.preview",
    "print_label.PrintLabel.pdf", "print_label.PrintLabel.send", "print_label.PrintLabel.confirm",
    "print_parcel_label.PrintParcelLabel.print", "print_plate.PrintPlate", "print_queue.PrintQueue.send",
    "print_queue.PrintQueue.confirm", "print_queue.PrintQueue.reprint", "print_queue.PrintQueue.void",
    "print_queue.PrintQueue.move", "print_queue.PrintQueue.release", "print_queue.PrintQueue.release_others",
    "print_receipt.PrintReceipt", "put_away.PutAway", "put_away.PutAway.call_full", "put_away.PutAway.exchange",
    "receive.Receive.open_parcel", "receive.Receive.add_rma", "receive.Receive.count", "receive.Receive.take_in",
    "receive.Receive.void", "receive.Receive.close", "record_discrepancy.RecordDiscrepancy",
    "record_discrepancy.RecordDiscrepancy.photograph", "record_discrepancy.RecordDiscrepancy.withdraw",
]  # fmt: skip
INSPECTING = [
    "approve.Approve", "decide.Decide", "hand_over.HandOver.give", "inspect.Inspect.begin", "inspect.Inspect.answer",
    "inspect.Inspect.begin_answer", "inspect.Inspect.undo", "inspect.Inspect.repeat", "inspect.Inspect.photograph",
    "keep_photos.KeepPhotos.discard", "keep_photos.KeepPhotos.mark", "override.Override",
    "print_label.PrintLabel.queue",
    "second_opinion.InspectAgain.begin", "second_opinion.InspectAgain.answer",
    "second_opinion.InspectAgain.begin_answer", "second_opinion.InspectAgain.undo",
    "second_opinion.InspectAgain.photograph", "second_opinion.InspectAgain.repeat",
    "second_opinion.InspectAgain.give",
    "take_over.TakeOver",
]  # fmt: skip
APPROVING = [
    "agreement.Agreement.shown_to", "second_opinion.InspectAgain.waive", "second_opinion.InspectAgain.settle",
]  # fmt: skip
SETTLING = [f"outbox_queue.OutboxQueue.{each}" for each in ("send_again", "take_note", "send_photos_again")]
SETTING_UP = [
    *(
        f"set_printers_up.SetPrintersUp.{each}"
        for each in (
            "view", "state", "change", "add", "choose", "test", "calibrate", "take_mark", "attached", "on_network",
        )
    ),
    *(f"set_station_up.SetStationUp.{each}" for each in ("settings", "change", "enrol", "serve_here")),
]  # fmt: skip
MANAGING = [f"manage_people.ManagePeople.{each}" for each in ("view", "add", "change_role", "set_pin", "let_work")]
NEEDS = {
    **dict.fromkeys(RECEIVING, Task.RECEIVE),
    **dict.fromkeys(INSPECTING, Task.INSPECT),
    **dict.fromkeys(APPROVING, Task.APPROVE),
    **dict.fromkeys(SETTLING, Task.SETTLE),
    **dict.fromkeys(SETTING_UP, Task.SET_UP),
    **dict.fromkeys(MANAGING, Task.PEOPLE),
    "hold_parcel.HoldParcel.match": Task.MATCH,
    "void_decision.VoidDecision": Task.VOID,
}
INNER = {
    "record_discrepancy.RecordDiscrepancy.within", "record_discrepancy.RecordDiscrepancy.withdraw_within",
    "second_opinion.InspectAgain.is_for", "signing.Signing.prove", "signing.Signing.prove_by",
    *(f"spooling.Spooling.{each}" for each in ("queue", "send", "settle", "tell")),
}  # fmt: skip
"""Parts of other use cases, which have asked; a question about a person; and proving who one is."""
MAY = {
    Role.CLERK: {Task.RECEIVE},
    Role.INSPECTOR: {Task.RECEIVE, Task.INSPECT},
    Role.SUPERVISOR: {*Task} - {Task.PEOPLE, Task.SET_UP},
    Role.ADMINISTRATOR: {*Task},
}


def _verbs() -> Iterator[tuple[str, type, Callable[..., Any]]]:
    """Every public method of a use case that is told who acts."""
    for found in pkgutil.walk_packages(application.__path__, f"{application.__name__}."):
        if ".ports" in found.name:
            continue
        module = importlib.import_module(found.name)
        for kind in vars(module).values():
            if inspect.isclass(kind) and kind.__module__ == found.name and not kind.__name__.startswith("_"):
                yield from _methods(found.name.removeprefix(f"{application.__name__}."), kind)


def _methods(module: str, kind: type) -> Iterator[tuple[str, type, Callable[..., Any]]]:
    for name, method in vars(kind).items():
        public = name == "__call__" or not name.startswith("_")
        if inspect.isfunction(method) and public and "Operator" in _takes(method):
            yield f"{module}.{kind.__name__}{'' if name == '__call__' else f'.{name}'}", kind, method


def _takes(method: Callable[..., Any]) -> list[object]:
    return [each.annotation for each in inspect.signature(method).parameters.values()]


VERBS = {name: (kind, method) for name, kind, method in _verbs()}


def refused(name: str, by: Operator) -> bool:
    """Whether the role is why it cannot be done; there is no store behind it to do anything in."""
    kind, method = VERBS[name]
    parameters = list(inspect.signature(method).parameters.values())[1:]
    given = {each.name: by if each.annotation == "Operator" else None for each in parameters}
    try:
        method(object.__new__(kind), **given)
    except DockstationError as error:
        return error.code == "role.forbidden"
    except (AttributeError, TypeError, KeyError):
        return False  # past the question, and at the store
    raise AssertionError(f"{name} did something without a store")


def person(role: Role, source: str) -> Operator:
    """As station.toml tells of somebody with the server out of reach for ever, or as the last sync did."""
    told = Operator("B", "Bo", role)
    other = Operator("B", "Bo", Role.CLERK if role is not Role.CLERK else Role.ADMINISTRATOR)
    synced = [Person(told)] if source == "server" else []
    return People.of([other if synced else told], {}, synced).operators["B"]


def test_no_use_case_is_missing_in_the_table() -> None:
    assert set(VERBS) == {*NEEDS, *INNER}


@pytest.mark.parametrize("source", ["station", "server"])
@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_do_what_is_its_own_and_nothing_else(role: Role, source: str) -> None:
    by = person(role, source)
    assert {name for name in NEEDS if refused(name, by)} == {
        name for name, task in NEEDS.items() if task not in MAY[role]
    }


def test_who_may_do_nothing_is_refused_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """What every role may do is asked about as well."""
    monkeypatch.setitem(vars(importlib.import_module("dockstation.domain.operator"))["_ALLOWED"], Role.CLERK, set())
    assert [name for name in NEEDS if not refused(name, person(Role.CLERK, "station"))] == []
