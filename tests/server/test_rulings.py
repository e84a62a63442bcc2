"""What stations rule about an outcome later reaches whoever reads outcomes, and nothing is overwritten."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.chain import Chain, outcome
from tests.server.conftest import Dock, rma

VERDICT = {
    "grade": "D", "disposition": "scrap", "responsibility": "carrier", "resolution": "refund_full", "deduction": 0,
    "freight": "carrier", "evidence": ["photo_parcel"],
}  # fmt: skip
KEPT = {"amount": 1500, "percent": 10, "what": "", "reason": {"en": "Used"}}


@pytest.fixture
def unit(dock: Dock, name: str) -> str:
    dock.server.import_rmas([rma(name)])
    return f"U{name}"


def completed(chain: Chain, unit: str, **more: Any) -> Any:
    return chain.completed(
        outcome(unit, unit[1:], **{"by": "INES", "deductions": [KEPT], "freight": "merchant", **more})
    )


def ruled(chain: Chain, kind: str, unit: str, **more: Any) -> Any:
    return chain.add(kind, {"lpn": unit, "by": "INES", **more}, f"unit:{unit}")


def overridden(chain: Chain, unit: str) -> Any:
    return ruled(chain, "DispositionOverridden", unit, reason="safety", approved_by="SUE", **VERDICT)


def results(dock: Dock, *events: Any) -> list[str]:
    return [each["result"] for each in dock.send(events)]


def of_unit(dock: Dock, unit: str) -> list[dict[str, Any]]:
    return [each for each in dock.server.outcomes() if each["lpn"] == unit]


def test_an_outcome_tells_of_freight_deductions_and_who_decided(dock: Dock, unit: str) -> None:
    results(dock, completed(Chain(dock.station), unit))
    (found,) = of_unit(dock, unit)
    assert (found["freight"], found["deductions"], found["by"], found["stands"]) == ("merchant", [KEPT], "INES", True)


def test_an_override_is_what_stands_and_keeps_what_it_overrode(dock: Dock, unit: str) -> None:
    chain = Chain(dock.station)
    assert results(dock, completed(chain, unit), overridden(chain, unit)) == ["created"] * 2
    before, after = of_unit(dock, unit)
    assert (before["stands"], after["stands"], after["kind"]) == (False, True, "override")
    assert (after["disposition"], after["approved_by"], after["reason"]) == ("scrap", "SUE", "safety")
    assert (after["deductions"], after["freight"]) == ([], "carrier")
    assert [(each["kind"], each["disposition"]) for each in after["history"]] == [("rules", "discount")]


def test_an_approval_names_who_gave_it_and_changes_nothing_else(dock: Dock, unit: str) -> None:
    chain = Chain(dock.station)
    done = completed(chain, unit)
    approved = ruled(chain, "DecisionApproved", unit, approved_by="SUE")
    assert results(dock, done, approved) == ["created"] * 2
    before, after = of_unit(dock, unit)
    assert (after["kind"], after["approved_by"], after["disposition"]) == ("approval", "SUE", before["disposition"])
    assert after["deductions"] == [KEPT]


def test_after_a_void_nothing_stands_until_the_unit_is_decided_again(dock: Dock, unit: str) -> None:
    chain = Chain(dock.station)
    results(dock, completed(chain, unit), ruled(chain, "DecisionVoided", unit, reason="wrong_answer"))
    assert [each["stands"] for each in of_unit(dock, unit)] == [False, False]
    assert results(dock, completed(chain, unit, grade="D")) == ["created"]
    found = of_unit(dock, unit)
    assert [each["stands"] for each in found] == [False, False, True]
    assert [each["kind"] for each in found[-1]["history"]] == ["rules", "void"]


def test_without_a_void_a_second_outcome_is_for_review_as_before(dock: Dock, unit: str) -> None:
    chain = Chain(dock.station)
    assert results(dock, completed(chain, unit), completed(chain, unit, grade="D")) == ["created", "needs_review"]


def test_another_stations_ruling_leaves_what_stands_alone(dock: Dock, unit: str) -> None:
    mine, other = Chain(dock.station), Dock(dock.server)
    theirs = Chain(other.station)
    results(dock, completed(mine, unit))
    assert results(other, completed(theirs, unit, grade="D"), overridden(theirs, unit)) == ["needs_review", "created"]
    (stands,) = [each for each in of_unit(dock, unit) if each["stands"]]
    assert (stands["station"], stands["grade"]) == (dock.station, "B")


def test_a_ruling_about_nothing_is_kept_for_review(dock: Dock, unit: str) -> None:
    assert results(dock, overridden(Chain(dock.station), unit)) == ["needs_review"]
    assert of_unit(dock, unit) == []


def test_a_ruling_sent_twice_counts_once(dock: Dock, unit: str) -> None:
    chain = Chain(dock.station)
    events = (completed(chain, unit), overridden(chain, unit))
    results(dock, *events)
    assert results(dock, *events) == ["duplicate"] * 2
    assert len(of_unit(dock, unit)) == 2


@pytest.mark.parametrize(
    "body",
    [
        {"grade": "D"},
        {**VERDICT, "deduction": -1},
        {**VERDICT, "deductions": [{"amount": "much"}]},
        {**VERDICT, "evidence": ["x"] * 21},
        {**VERDICT, "reason": "x" * 129},
        {**VERDICT, "grade": {"$gt": ""}},
    ],
)
def test_a_hostile_ruling_is_rejected_and_what_stands_stays(dock: Dock, unit: str, body: dict[str, Any]) -> None:
    chain = Chain(dock.station)
    done = completed(chain, unit)
    assert results(dock, done, ruled(chain, "DispositionOverridden", unit, **body)) == ["created", "rejected"]
    assert [each["stands"] for each in of_unit(dock, unit)] == [True]
