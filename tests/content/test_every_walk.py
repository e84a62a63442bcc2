"""Whatever is answered: every shipped checklist comes to an end, and every end to one decision."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockstation.domain.checklist import (
    CHOICES,
    MEASURES,
    NOT_APPLICABLE,
    Question,
    QuestionKind,
    Step,
    Tick,
    Walk,
    counted,
    ticked,
)
from dockstation.domain.circumstances import circumstances
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.grading import decide, holds
from dockstation.domain.outcome import Decision
from dockstation.domain.parcel import Condition, Parcel
from dockstation.domain.policy import TABLES
from dockstation.domain.rma import Accessory, ReturnType, Wanted
from dockstation.domain.unit import Unit
from tests.content.cases import NOW, POLICY
from tests.fakes.returns import a_return

MOST_STEPS = 120
EXAMPLES = 25
TWO_PEOPLE = 200_000
"""The value from which scrapping needs a second person, in minor currency units."""
CATEGORIES = sorted({each.categories[0] for each in POLICY.checklists})


def an_answer(data: st.DataObject, question: Question, pieces: tuple[Accessory, ...]) -> str:
    """Anything that may be answered to the question."""
    if question.not_applicable and data.draw(st.booleans()):
        return NOT_APPLICABLE
    if question.kind in CHOICES:
        return data.draw(st.sampled_from(question.options)).id
    if question.kind is QuestionKind.SEVERAL_OF:
        return several(data, question)
    if question.kind is QuestionKind.ACCESSORIES:
        return counted({each.name: data.draw(st.integers(0, each.count)) for each in pieces})
    if question.kind in MEASURES and question.measure:
        return str(data.draw(st.integers(int(question.measure.least), int(question.measure.most))))
    return data.draw(st.sampled_from(["", "SN7F3K2201", "06923450657713"])) or ("" if not question.required else "X")


def several(data: st.DataObject, question: Question) -> str:
    """Some of the options, each with its severity and its place where those are asked."""
    chosen = data.draw(st.lists(st.sampled_from(question.options), max_size=3, unique_by=lambda each: each.id))
    severities = list(type(question.severity)) if question.severities else [None]
    places = [each.id for each in question.places] or [""]
    return ticked(
        [Tick(each.id, data.draw(st.sampled_from(severities)), data.draw(st.sampled_from(places))) for each in chosen]
    )


def a_walk(data: st.DataObject, category: str) -> Walk:
    """A unit of that category, whatever befell it."""
    draw = data.draw
    rma = a_return(return_type=draw(st.sampled_from(ReturnType)))
    rma = replace(
        rma,
        wanted=draw(st.sampled_from(Wanted)),
        window_ends=draw(st.sampled_from([rma.window_ends, rma.window_ends.replace(year=2025)])),
        flags=draw(st.sampled_from([(), ("abusive_returns",)])),
    )
    line = replace(
        rma.line("1"),
        category=category,
        unit_value=draw(st.sampled_from([0, 2000, 40000, 250000, 900000])),
        accessories=draw(st.sampled_from([(), (Accessory("cable", 2, 1000),)])),
        flags=draw(st.sampled_from([(), ("recalled",), ("chilled",)])),
    )
    differing = draw(st.lists(st.sampled_from([each.value for each in DiscrepancyKind]), max_size=2))
    parcel = Parcel("p1", "SF1234567890123", condition=draw(st.sampled_from([None, *Condition])))
    seen = circumstances(Unit("2A3000017", "p1", rma.number, "1"), rma, line, parcel, differing, 0, NOW)
    return Walk(POLICY.checklist_for(rma, line), line, seen, holds)


def walked(data: st.DataObject, way: Walk) -> dict[str, str]:
    """Answers to the end, which comes in time."""
    answers: dict[str, str] = {}
    shown: list[tuple[str, str]] = []
    for _ in range(MOST_STEPS):
        step = way.next_step(answers, shown)
        if step.question is None:
            return answers
        if step.step is Step.PHOTO:
            shown.append((step.question.id, step.view))
        elif step.step is Step.NOTE:
            answers[f"{step.question.id}.note"] = "seen"
        else:
            answers[step.question.id] = an_answer(data, step.question, way.line.accessories)
    raise AssertionError(answers)


def decided(way: Walk, answers: dict[str, str]) -> Decision:
    values = {**way.circumstances, **way.values(answers)}
    return decide(POLICY.rules_for(way.line.category), values, way.line.unit_value)


@pytest.mark.parametrize("category", CATEGORIES)
@settings(max_examples=EXAMPLES)
@given(st.data())
def test_every_way_ends_in_one_decision_that_can_be_stood_by(category: str, data: st.DataObject) -> None:
    way = a_walk(data, category)
    answers = walked(data, way)
    found = decided(way, answers)
    assert [each.table for each in found.reasons()] == list(TABLES)
    assert 0 <= found.deduction <= way.line.unit_value
    if found.disposition == "return_to_customer":
        assert (found.resolution, found.deduction) == ("refuse", 0)
    if found.disposition == "scrap" and way.line.unit_value >= TWO_PEOPLE:
        assert found.second_person
    if found.disposition in {"restock", "discount"}:
        assert "critical" not in {each.severity.value for each in way.defects(answers)}
        assert not {"recalled", "hazardous"} & set(way.circumstances["discrepancies"])


@pytest.mark.parametrize("category", CATEGORIES)
@settings(max_examples=EXAMPLES)
@given(st.data())
def test_a_customer_with_many_returns_is_decided_like_any_other(category: str, data: st.DataObject) -> None:
    way = a_walk(data, category)
    answers = walked(data, way)
    calm = {
        **way.circumstances,
        "rma": {**way.circumstances["rma"], "flags": []},
        "discrepancies": [each for each in way.circumstances["discrepancies"] if each != "flagged_customer"],
    }
    other = Walk(way.checklist, way.line, calm, holds)
    mine, theirs = decided(way, answers), decided(other, answers)
    assert [getattr(mine, table) for table in TABLES] == [getattr(theirs, table) for table in TABLES]
    assert mine.deduction == theirs.deduction
