"""Whoever writes checklists and rules is told everything that is wrong with them, with the line, before use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockstation.domain.errors import DockstationError
from dockstation.settings import ConfigFolders
from dockstation.settings.check import check, load_checked, search
from dockstation.settings.check.conditions import faults
from dockstation.settings.check.kinds import BOOL, NUMBER, STRING, Kind, record, several, word

LIST = "checklists/generic.toml"
RULES = "rules/generic.toml"
SEALED = "when = 'answers.packaging != \"sealed\"'"
CRITICAL = "when = 'defects.exists(d, d.severity == \"critical\")'"


@pytest.fixture
def few_walks(monkeypatch: pytest.MonkeyPatch) -> None:
    """For what is found without them."""
    monkeypatch.setattr(search, "RANDOM_WALKS", 2)
    monkeypatch.setattr(search, "DIRECTED_WALKS", 2)


def test_the_shipped_files_have_no_mistake() -> None:
    assert [each.error for each in check(ConfigFolders()) if not each.warning] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        (LIST, SEALED, "when = 'answers.packaging !='", "settings.condition"),
        (LIST, SEALED, "when = 'answers.packagin != \"sealed\"'", "settings.condition_name"),
        (LIST, SEALED, "when = 'answers.packaging != \"seald\"'", "settings.condition_word"),
        (LIST, SEALED, 'when = \'answers.packaging in ["opened", "seald"]\'', "settings.condition_word"),
        (LIST, SEALED, "when = 'answers.packaging < 3'", "settings.condition_type"),
        (LIST, SEALED, "when = 'answers.packaging'", "settings.condition_type"),
        (LIST, SEALED, "when = 'answers.works == \"pass\"'", "settings.later_question"),
        (LIST, SEALED, "when = 'size(defects) > 0'", "settings.condition_name"),
        (LIST, SEALED, "when = 'packaging_is_sealed()'", "settings.condition_name"),
        (LIST, ', en = "Any goods"', "", "settings.translation"),
        (LIST, 'en = "How does the item look?"', f'en = "{"x" * 61}"', "settings.too_long"),
        (LIST, 'id = "sealed",', 'id = "sealed", picture = "unicorn",', "settings.no_picture"),
        (RULES, CRITICAL, "when = 'defects.exists(d, d.code == \"brokn\")'", "settings.condition_word"),
        (RULES, CRITICAL, "when = 'defects.exists(d, d.sverity == \"critical\")'", "settings.condition_name"),
        (RULES, CRITICAL, "when = '\"counterfit\" in discrepancies'", "settings.condition_word"),
        (RULES, CRITICAL, "when = 'rma.return_type == \"qualty\"'", "settings.condition_word"),
        (RULES, CRITICAL, "when = 'line.unit_valu > 3'", "settings.condition_name"),
        (RULES, CRITICAL, "when = 'line.sku.exists(d, true)'", "settings.condition_type"),
        (RULES, CRITICAL, "when = 'grade == \"A\"'", "settings.condition_name"),
        (RULES, 'when = \'responsibility == "carrier"\'', 'when = \'grade == "E"\'', "settings.condition_word"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(few_walks, own, name, old, new, code) -> None:
    path = own.edit(name, old, new)
    (found,) = [each for each in check(own.folders) if not each.warning]
    assert (found.error.code, found.place) == (code, (str(path), own.line))


@pytest.mark.parametrize("when", ["answers.packaging != 'seald'", "answers.packagin == 'x'", "answers.packaging =="])
def test_a_station_does_not_take_conditions_that_cannot_be_right(own, when) -> None:
    own.edit(LIST, SEALED, f'when = "{when}"')
    with pytest.raises(DockstationError, match=r"settings\.condition"):
        load_checked(own.folders)


def test_all_mistakes_are_told_at_once(own) -> None:
    own.edit(LIST, "criterion =", "critereon =")
    text = (own.folder / LIST).read_text("utf-8").replace('"major"', '"bad"')
    own.write(LIST, text.replace("version = 1", 'version = "1"'))
    own.edit(RULES, 'then = "D"', 'then = "E"')
    told = {(each.error.code, each.error.facts.get("key")) for each in check(own.folders)}
    assert told >= {
        ("settings.unknown_key", "critereon"),
        ("settings.missing", "question.criterion"),
        ("settings.wrong_type", "version"),
        ("settings.wrong_type", "severity"),
        ("settings.wrong_type", "then"),
    }


def test_a_rule_behind_one_that_always_holds_is_told(own) -> None:
    own.edit(RULES, "when = 'size(defects) > 0'\nthen = \"B\"", 'then = "B"')
    (found,) = [each.error for each in check(own.folders) if not each.warning]
    assert (found.code, found.facts["value"], found.facts["other"]) == (
        "settings.rule_hidden", "grade-a", "grade-b-minor",
    )  # fmt: skip


def test_a_rule_with_the_condition_of_an_earlier_one_is_told(own) -> None:
    own.edit(RULES, "when = 'size(defects) > 0'", CRITICAL)
    assert [each.error.facts["value"] for each in check(own.folders) if not each.warning] == ["grade-b-minor"]


def test_answers_that_no_rule_covers_are_shown(own) -> None:
    own.edit(RULES, 'id = "grade-a"\n', 'id = "grade-a"\nwhen = \'answers.packaging == "sealed"\'\n')
    (found,) = [each for each in check(own.folders) if each.error.code == "settings.rule_gap"]
    assert found.error.facts["table"] == "grade"
    assert found.example["answers"]["packaging"] == "opened"


def test_a_question_that_is_never_asked_is_a_warning(own) -> None:
    own.edit(LIST, SEALED, 'when = \'answers.packaging == "sealed" && answers.packaging == "opened"\'')
    (found,) = [each for each in check(own.folders) if each.error.code == "settings.never_asked"]
    assert (found.warning, found.error.facts["value"], found.place[1]) == (True, "condition", own.line)


def test_a_rule_that_no_answers_reach_is_a_warning(own) -> None:
    own.edit(RULES, CRITICAL, "when = 'size(defects) > 90'")
    assert ("settings.never_decides", True, own.line) in [
        (each.error.code, each.warning, each.place[1]) for each in check(own.folders)
    ]


def test_goods_without_rules_are_told(own) -> None:
    own.edit(RULES, 'categories = ["*"]', 'categories = ["gadgets"]')
    assert {each.error.code for each in check(own.folders)} == {"settings.no_rules"}


def test_a_drawing_in_the_warehouse_s_own_folder_is_found(few_walks, own) -> None:
    own.edit(LIST, 'text = { zh_CN = "密封未拆"', 'picture = "unicorn", text = { zh_CN = "密封未拆"')
    own.write("criteria/unicorn.svg", "<svg/>")
    assert [each.error for each in check(own.folders) if not each.warning] == []


SCOPE = {
    "answers": record(screen=word(("none", "deep", "")), battery=NUMBER, seen=several(word(("a", "b")))),
    "defects": several(record(code=word(("dent",)), severity=word(("minor",)))),
    "line": record(unit_value=NUMBER, sku=STRING),
    "rma": record(in_window=BOOL),
    "found": Kind("map", item=NUMBER),
}


@pytest.mark.parametrize(
    "condition",
    [
        'answers.screen in ["none", "deep"] && !(answers.battery < 80)',
        'answers.seen.exists(s, s == "a") || "b" in answers.seen',
        'defects.filter(d, d.severity == "minor").size() > 1',
        "size(defects.map(d, d.code)) > 0 && has(answers.battery)",
        "line.unit_value * 2 + 1 >= 10 ? rma.in_window : answers.battery == null",
        'line.sku.startsWith("A-") && found["Cable"] < 2 && found.cable < 2',
        "!rma.in_window && -1 < line.unit_value",
    ],
)
def test_what_cel_can_do_with_these_names_is_right(condition) -> None:
    assert faults(condition, SCOPE) == ()


def test_the_column_of_what_cannot_be_read_is_told() -> None:
    (fault,) = faults('answers.screen == "none" &&', SCOPE)
    assert (fault.code, fault.facts["column"]) == ("settings.condition", 28)


@given(st.text(alphabet="ab.(){}[]<>=!&|?:,'\"1 +-", max_size=40))
def test_whatever_stands_in_a_condition_is_told_or_right_and_never_a_traceback(condition) -> None:
    for fault in faults(condition, SCOPE):
        assert fault.code != "settings.condition" or int(fault.facts["column"]) >= 1


def test_the_same_check_twice_says_the_same(few_walks, own) -> None:
    own.edit(RULES, CRITICAL, "when = 'size(defects) > 90'")
    once, again = [[(str(each.error), each.example) for each in check(own.folders)] for _ in range(2)]
    assert once == again
