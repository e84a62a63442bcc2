"""A checklist or rule book that extends another."""

from __future__ import annotations

import pytest

from dockstation.settings.policy import load_policy
from tests.fakes.returns import a_return
from tests.settings.conftest import Own

HEAD = """id = "{id}"
version = 1
title = {{ zh_CN = "表", en = "List" }}
"""
QUESTION = """
[[question]]
id = "{id}"
section = "{section}"
kind = "pass_fail"
text = {{ zh_CN = "{text}", en = "{text}" }}
criterion = {{ zh_CN = "看", en = "Look" }}
options = [
  {{ id = "pass", text = {{ zh_CN = "是", en = "Yes" }} }},
  {{ id = "fail", text = {{ zh_CN = "否", en = "No" }} }},
]
"""


def question(name: str, section: str = "appearance", text: str = "Good?", more: str = "") -> str:
    return QUESTION.format(id=name, section=section, text=text) + more


def checklist(own: Own, name: str, head: str, *questions: str) -> None:
    own.write(f"checklists/{name}.toml", HEAD.format(id=name) + head + "".join(questions))


def base(own: Own, head: str = "abstract = true\n") -> None:
    checklist(own, "machines", head, question("case"), question("plug"), question("runs", "function"))


def asked(own: Own, name: str = "toasters") -> list[tuple[str, str]]:
    found = next(each for each in load_policy(own.folders).checklists if each.id == name)
    return [(each.id, each.text.in_language("en")) for each in found.questions]


def test_it_asks_what_the_other_asks_with_its_own_questions_in_their_places(own: Own) -> None:
    base(own)
    head = 'extends = "machines"\nwithout = ["plug"]\ncategories = ["toasters"]\n'
    own_ones = (
        question("grid", more='after = "case"\n'), question("crumbs"), question("runs", "function", "Does it toast?"),
    )  # fmt: skip
    checklist(own, "toasters", head, *own_ones)
    assert asked(own) == [("case", "Good?"), ("grid", "Good?"), ("crumbs", "Good?"), ("runs", "Does it toast?")]
    assert "machines" not in {each.id for each in load_policy(own.folders).checklists}


@pytest.mark.parametrize(
    ("head", "code", "value"),
    [
        ('extends = "maschines"\n', "settings.extends", "maschines"),
        ('extends = "toasters"\n', "settings.extends", "toasters"),
        ('extends = "machines"\nwithout = ["plugg"]\n', "settings.wrong_type", None),
    ],
)
def test_what_it_cannot_extend_is_said_with_the_line(own: Own, head: str, code: str, value: str | None) -> None:
    base(own)
    checklist(own, "toasters", 'categories = ["toasters"]\n' + head, question("crumbs"))
    refused = own.refusal("checklists/toasters.toml")
    assert (refused.code, refused.facts.get("value")) == (code, value)
    assert refused.facts["line"] in (5, 6)


def test_two_that_extend_each_other_are_refused(own: Own) -> None:
    base(own, 'extends = "toasters"\nabstract = true\n')
    checklist(own, "toasters", 'categories = ["toasters"]\nextends = "machines"\n', question("crumbs"))
    own_refusal = own.refusal("checklists/machines.toml")
    assert own_refusal.code == "settings.extends"


@pytest.mark.parametrize(
    ("head", "value", "chosen"),
    [
        ('categories = ["phone"]\nskus = ["PH-12-128-BK"]\n', 1, True),
        ('categories = ["phone"]\nreturn_types = ["no_reason"]\n', 1, True),
        ('categories = ["phone"]\nreturn_types = ["quality"]\n', 1, False),
        ('categories = ["*"]\nskus = ["PH-12-128-BK"]\n', 1, True),
        ('categories = ["phone"]\nleast_value = 100000\n', 100_000, True),
        ('categories = ["phone"]\nleast_value = 100000\n', 99_999, False),
    ],
)
def test_the_most_special_checklist_counts(own: Own, head: str, value: int, chosen: bool) -> None:
    checklist(own, "special", head, question("case"))
    rma = a_return(unit_value=value)
    assert (load_policy(own.folders).checklist_for(rma, rma.line("1")).id == "special") is chosen


RULES = """id = "toasters"
version = 1
categories = ["toasters"]
extends = "generic"

[[grade]]
id = "burnt"
when = 'defects.exists(d, d.code == "broken")'
then = "D"
reason = { zh_CN = "烧坏", en = "Burnt" }

[[resolution]]
id = "full"
then = "refund_part"
deduct_percent = 5
reason = { zh_CN = "扣 5%", en = "5 % deducted" }
"""


def test_rules_come_before_those_they_extend_and_the_same_id_takes_its_place(own: Own) -> None:
    own.write("rules/toasters.toml", RULES)
    policy = load_policy(own.folders)
    mine, theirs = policy.rules_for("toasters").tables, policy.rules_for("anything").tables
    assert [each.id for each in mine["grade"]] == ["burnt", *[each.id for each in theirs["grade"]]]
    assert [each.id for each in mine["resolution"]] == [each.id for each in theirs["resolution"]]
    assert next(each for each in mine["resolution"] if each.id == "full").deduct_percent == 5
