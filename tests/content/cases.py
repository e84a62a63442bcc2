"""A case: goods, what was found at them, and what has to come of it; and the walk that takes it there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from dockstation.domain.checklist import QuestionKind, Step, Walk, counted
from dockstation.domain.circumstances import circumstances
from dockstation.domain.grading import decide, holds
from dockstation.domain.outcome import Decision
from dockstation.domain.parcel import Condition, Parcel
from dockstation.domain.policy import Policy
from dockstation.domain.rma import Accessory, ReturnType, Rma, RmaLine, Wanted
from dockstation.domain.unit import Unit
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from tests.fakes.returns import a_return

NOW = datetime(2026, 3, 2, tzinfo=UTC)
SERIAL = "SN7F3K2201"
QUALITY, NO_REASON, SIZE, STYLE, WRONG, TRANSIT, SPECIAL = (
    ReturnType.QUALITY, ReturnType.NO_REASON, ReturnType.WRONG_SIZE, ReturnType.WRONG_STYLE, ReturnType.WRONG_ITEM,
    ReturnType.TRANSIT_DAMAGE, ReturnType.SPECIAL,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Then:
    """What is decided. ``deduction`` in minor currency units; ``second``: another person has to approve."""

    grade: str
    disposition: str
    responsibility: str
    resolution: str
    freight: str
    deduction: int = 0
    second: bool = False


@dataclass(frozen=True, slots=True)
class Goods:
    """The line that a checklist's cases are about, values in minor currency units."""

    category: str
    value: int
    accessories: tuple[Accessory, ...] = ()
    serials: tuple[str, ...] = ()
    weight_g: int = 0
    gtin: str = "06923450657713"


@dataclass(frozen=True, slots=True)
class Case:
    """One item: ``answers`` are all that is asked of it but the accessories, of which ``missing`` did not come."""

    name: str
    answers: Mapping[str, str]
    then: Then
    why: ReturnType = NO_REASON
    value: int = 0
    missing: Sequence[str] = ()
    differing: Sequence[str] = ()
    parcel: Condition = Condition.INTACT
    wanted: Wanted = Wanted.REFUND
    late: bool = False
    flags: tuple[str, ...] = ()
    customer: tuple[str, ...] = field(default=())


def but(answers: Mapping[str, str], **changed: str | None) -> dict[str, str]:
    """The answers with these changed; None for what is not asked then."""
    return {key: value for key, value in (dict(answers) | changed).items() if value is not None}


def only(answers: Mapping[str, str], *asked: str) -> dict[str, str]:
    """Those of the answers that are asked."""
    return {key: answers[key] for key in asked}


def table(cases: Sequence[Case]) -> pytest.MarkDecorator:
    """A test for each case, named by it."""
    return pytest.mark.parametrize("case", [pytest.param(each, id=each.name) for each in cases])


POLICY = load_policy(ConfigFolders())


def check(goods: Goods, case: Case, policy: Policy = POLICY) -> None:
    """The case comes out as it says, and nothing was answered that was not asked."""
    found = outcome(goods, case, policy)
    assert case.then == Then(
        found.grade, found.disposition, found.responsibility, found.resolution, found.freight, found.deduction,
        second=bool(found.second_person),
    ), [each.rule_id for each in found.reasons()]  # fmt: skip


def outcome(goods: Goods, case: Case, policy: Policy = POLICY) -> Decision:
    """The decision about the case."""
    rma, line = a_case(goods, case)
    way = a_walk(policy, rma, line, case)
    answers = _walked(way, case)
    values = {**way.circumstances, **way.values(answers)}
    return decide(policy.rules_for(line.category), values, line.unit_value)


def a_case(goods: Goods, case: Case) -> tuple[Rma, RmaLine]:
    """The return and the line that the case is about."""
    base = a_return(return_type=case.why)
    line = replace(
        base.line("1"), category=goods.category, unit_value=case.value or goods.value, serials=goods.serials,
        accessories=goods.accessories, weight_g=goods.weight_g, gtin=goods.gtin, flags=case.flags,
    )  # fmt: skip
    ends = NOW - timedelta(days=10) if case.late else NOW + timedelta(days=5)
    rma = replace(base, wanted=case.wanted, lines=(line,), window_ends=ends, flags=case.customer)
    return rma, line


def a_walk(policy: Policy, rma: Rma, line: RmaLine, case: Case) -> Walk:
    """The way through the checklist that is in force for it."""
    unit = Unit("2A3000017", "p1", rma.number, line.line_id)
    parcel = Parcel("p1", "SF1234567890123", condition=case.parcel)
    seen = circumstances(unit, rma, line, parcel, case.differing, 0, NOW)
    return Walk(policy.checklist_for(rma, line), line, seen, holds)


def _walked(way: Walk, case: Case) -> dict[str, str]:
    answers: dict[str, str] = {}
    shown: list[tuple[str, str]] = []
    while (step := way.next_step(answers, shown)).question is not None:
        question = step.question
        if step.step is Step.PHOTO:
            shown.append((question.id, step.view))
        elif step.step is Step.NOTE:
            answers[f"{question.id}.note"] = "as the inspector saw it"
        elif question.kind is QuestionKind.ACCESSORIES:
            answers[question.id] = _pieces(way.line, case.missing)
        else:
            assert question.id in case.answers, f"the case does not answer {question.id}"
            answers[question.id] = case.answers[question.id]
    stray = set(case.answers) - set(answers)
    assert not stray, f"never asked: {sorted(stray)}"
    assert "accessories" in answers or not case.missing, "nobody asked for the accessories"
    return answers


def _pieces(line: RmaLine, missing: Sequence[str]) -> str:
    assert set(missing) <= {each.name for each in line.accessories}
    return counted({each.name: 0 if each.name in missing else each.count for each in line.accessories})
