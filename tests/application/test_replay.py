"""Past inspections decided anew by other rules: what changes, what cannot be said, and whose money it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dockstation.adapters.store.past import past_rulings
from dockstation.application.replay import replay
from dockstation.domain.grading import decide
from dockstation.domain.outcome import Ruling, RulingKind
from dockstation.domain.overruling import Change
from dockstation.domain.policy import TABLES, Policy, Rule, RuleBook
from dockstation.domain.text import Text
from tests.application.desk import INSPECTOR, SIGNED, SUPERVISOR, Desk

AT = "2026-11-20T08:00:00.000Z"


def policy(**changed: tuple[Rule, ...]) -> Policy:
    """Rules of one row a table, which keep ten percent back, but for the tables in ``changed``."""
    rows = {table: (Rule(f"{table}-all", table, Text(), deduct_percent=10),) for table in TABLES}
    return Policy((), (RuleBook("book", 1, ("*",), {**rows, **changed}),), {})


def past(lpn: str, currency: str = "CNY", value: int = 1000, **answers: str) -> tuple[str, Ruling]:
    """A unit as the unchanged rules decided it."""
    values: Mapping[str, Any] = {
        "answers": answers, "line": {"category": "phone", "unit_value": value}, "rma": {"currency": currency},
    }  # fmt: skip
    return lpn, Ruling(RulingKind.RULES, decide(policy().rules_for("phone"), values, value), "DEMO", AT)


def test_where_nothing_was_decided_nothing_is_said() -> None:
    told = replay(policy(), [])
    assert (told.decided, told.changes, told.stuck, told.deductions) == (0, [], [], {})


def test_what_is_kept_back_is_summed_for_each_currency_apart() -> None:
    units = [past("A"), past("B", value=500), past("C", "JPY", 70)]
    told = replay(policy(resolution=(Rule("resolution-all", "resolution", Text(), deduct_percent=20),)), units)
    sums = {currency: (each.before, each.after) for currency, each in told.deductions.items()}
    assert sums == {"CNY": (150, 300), "JPY": (7, 14)}
    assert [each.table for each in told.changes] == ["resolution"] * 3
    assert told.moves("resolution") == {}


def test_a_unit_that_falls_into_a_gap_is_told_and_the_others_are_decided() -> None:
    only_clean = (Rule("clean", "A", Text(), 'answers.dirt == "none"'),)
    told = replay(policy(grade=only_clean), [past("A", dirt="much"), past("B", dirt="none")])
    ((stuck,), (change,)) = told.stuck, told.changes
    assert (stuck.lpn, stuck.at, stuck.error.code, stuck.error.facts) == ("A", AT, "rules.gap", {"table": "grade"})
    assert (change.lpn, change.new.grade, told.decided) == ("B", "A", 1)
    assert told.deductions["CNY"].before == 100


@pytest.mark.parametrize("kept", [{"rma": {}}, {"rma": None}, {"line": {"category": "phone"}}, {"line": ["phone"]}])
def test_what_was_not_kept_then_is_not_guessed(kept: Mapping[str, Any]) -> None:
    lpn, ruling = past("A")
    values = {**ruling.decision.values, **kept}
    told = replay(policy(), [(lpn, replace(ruling, decision=replace(ruling.decision, values=values)))])
    assert [each.error.code for each in told.stuck] == ["replay.values"]
    assert (told.decided, told.deductions) == (0, {})


@pytest.mark.parametrize(
    ("table", "rule"),
    [
        ("responsibility", Rule("responsibility-all", "responsibility", Text(), evidence=("photo_of_box",))),
        ("disposition", Rule("disposition-all", "disposition", Text(), second_person=True)),
    ],
)
def test_another_claim_or_another_approval_is_a_change_as_well(table: str, rule: Rule) -> None:
    (change,) = replay(policy(**{table: (rule,)}), [past("A")]).changes
    assert (change.table, change.old_rule, change.new_rule) == (table, f"{table}-all", f"{table}-all")


@pytest.fixture
def decided(desk: Desk) -> str:
    return desk.decided()


def lpns(folder: Path) -> list[str]:
    return [lpn for lpn, _ in past_rulings(folder / "station.db")]


def test_an_overridden_unit_is_held_against_what_the_rules_had_said(desk: Desk, decided: str, tmp_path: Path) -> None:
    desk.override(decided, Change(disposition="scrap"), "safety", SIGNED, INSPECTOR)
    ((lpn, ruling),) = past_rulings(tmp_path / "station.db")
    assert (lpn, ruling.kind, ruling.decision.disposition) == (decided, RulingKind.RULES, "discount")


def test_a_voided_decision_counts_no_more_until_the_unit_is_decided_again(
    desk: Desk, decided: str, tmp_path: Path
) -> None:
    desk.void_decision(decided, "wrong_answer", SUPERVISOR)
    assert lpns(tmp_path) == []
    desk.inspect.answer(decided, "screen", "deep", INSPECTOR)
    desk.finish(decided)
    desk.decide(decided, INSPECTOR)
    ((_, ruling),) = past_rulings(tmp_path / "station.db")
    assert ruling.decision.grade == "C"
