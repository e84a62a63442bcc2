"""Checklists, rules and dispositions: every kind of mistake is told before anybody works with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dockstation.domain.policy import TABLES
from dockstation.domain.rma import Rma, RmaLine
from dockstation.settings import ConfigFolders, shipped
from dockstation.settings.policy import load_policy
from dockstation.settings.policy.dispositions import COLOURS
from dockstation.ui import theme
from tests.fakes.returns import a_return
from tests.settings.conftest import sample


def goods(category: str) -> tuple[Rma, RmaLine]:
    rma = a_return()
    return rma, replace(rma.line("1"), category=category)


LIST = "checklists/generic.toml"
RULES = "rules/generic.toml"
BINS = "dispositions.toml"
ROOM = "# capacity = { RESTOCK-1 = 40 }"


def test_the_shipped_files_are_good():
    policy = load_policy(ConfigFolders())
    assert policy.checklist_for(*goods("phone")).id == "phone"
    assert policy.rules_for("anything at all").id == "generic"
    assert set(policy.dispositions) >= {"restock", "discount", "repair", "scrap", "quarantine"}


def test_every_text_of_the_shipped_files_is_there_in_chinese_and_english():
    policy = load_policy(ConfigFolders())
    texts = [text for each in policy.dispositions.values() for text in (each.word, each.meaning)]
    for checklist in policy.checklists:
        texts.append(checklist.title)
        for question in checklist.questions:
            texts += [question.text, question.criterion, *[option.text for option in question.options]]
    texts += [rule.reason for book in policy.rule_books for name in TABLES for rule in book.tables[name]]
    assert len(texts) > 100
    assert [text for text in texts if not (text.by_language.get("zh_CN") and text.by_language.get("en"))] == []


def test_an_own_checklist_replaces_the_shipped_one_of_its_name(own):
    own.edit(LIST, "version = 1", "version = 7")
    policy = load_policy(own.folders)
    assert policy.checklist_for(*goods("gadgets")).version == 7
    assert (
        policy.checklist_for(*goods("phone")).version
        == load_policy(ConfigFolders()).checklist_for(*goods("phone")).version
    )


def test_an_own_checklist_of_another_name_joins_the_shipped_ones(own):
    text = (
        (shipped("config") / LIST)
        .read_text("utf-8")
        .replace('"generic"', '"gadgets"')
        .replace('["*"]', '["gadgets"]')
    )
    own.write("checklists/gadgets.toml", text)
    policy = load_policy(own.folders)
    assert (policy.checklist_for(*goods("gadgets")).id, policy.checklist_for(*goods("gizmos")).id) == (
        "gadgets",
        "generic",
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "key", "meant"),
    [
        (LIST, "criterion =", "critereon =", "critereon", "criterion"),
        (LIST, "options = [", "option = [", "option", "options"),
        (LIST, "photo = true", "foto = true", "foto", "photo"),
        (LIST, "[[question]]", "[[questions]]", "questions", "question"),
        (RULES, "then =", "than =", "than", "then"),
        (RULES, "[[grade]]", "[[grades]]", "grades", "grade"),
        (BINS, "pictogram =", "pictogramm =", "pictogramm", "pictogram"),
        (BINS, ROOM, "capacity = { RESTOK-1 = 40 }", "RESTOK-1", "RESTOCK-1"),
    ],
)
def test_a_key_that_nobody_reads_is_named_with_what_was_meant(own, name, old, new, key, meant):
    own.edit(name, old, new)
    refused = own.refusal(name)
    assert refused.code == "settings.unknown_key"
    assert (refused.facts["line"], refused.facts["key"], refused.facts["meant"]) == (own.line, key, meant)


@pytest.mark.parametrize(
    ("name", "old", "new", "key"),
    [
        (LIST, "version = 1", 'version = "1"', "version"),
        (LIST, 'categories = ["*"]', 'categories = "*"', "categories"),
        (LIST, 'categories = ["*"]', "categories = [1]", "categories"),
        (LIST, 'en = "Any goods"', "en = 1", "title"),
        (LIST, "zh_CN", "zh_cn", "title"),
        (LIST, 'section = "appearance"', 'section = "looks"', "section"),
        (LIST, 'kind = "one_of"', 'kind = "many_of"', "kind"),
        (LIST, 'severity = "major"', 'severity = "bad"', "severity"),
        (LIST, 'severity = "minor", photo = true', 'severity = "minor", photo = 1', "photo"),
        (RULES, 'then = "scrap"', 'then = "scrapp"', "then"),
        (RULES, "deduct_percent = 30", "deduct_percent = 300", "deduct_percent"),
        (BINS, 'bins = ["RESTOCK-1", "RESTOCK-2"]', 'bins = "RESTOCK-1"', "bins"),
        (BINS, "[restock]", "restock = 1\n[shelf]", "restock"),
        (BINS, 'colour = "green"', 'colour = "greenish"', "colour"),
        (BINS, ROOM, "capacity = 40", "capacity"),
        (BINS, ROOM, "capacity = { RESTOCK-1 = 0 }", "RESTOCK-1"),
        (BINS, ROOM, "capacity = { RESTOCK-1 = true }", "RESTOCK-1"),
        (BINS, ROOM, "capacity = { RESTOCK-1 = 100001 }", "RESTOCK-1"),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_its_line(own, name, old, new, key):
    own.edit(name, old, new)
    refused = own.refusal(name)
    assert (refused.code, refused.facts["line"], refused.facts["key"]) == ("settings.wrong_type", own.line, key)


@pytest.mark.parametrize("options", ["5", '"yes"', '["yes", "no"]', "{ yes = 1 }"])
def test_options_that_are_no_list_of_tables_are_refused(own, options):
    question = '[[question]]\nid = "q"\nsection = "grading"\nkind = "one_of"\ntext = { en = "Q" }\n'
    own.edit(LIST, "[[question]]", f'{question}criterion = {{ en = "C" }}\noptions = {options}\n\n[[question]]')
    refused = own.refusal(LIST)
    assert (refused.code, refused.facts["line"]) == ("settings.wrong_type", own.line + 6)


@pytest.mark.parametrize(
    ("name", "old", "new", "key"),
    [
        (LIST, 'id = "generic"', "", "id"),
        (LIST, 'criterion = { zh_CN = "密封', '# criterion = { zh_CN = "密封', "question.criterion"),
        (LIST, "options = [\n", "# ", "packaging.options"),
        (LIST, 'id = "sealed", ', "", "question.options.id"),
        (RULES, 'then = "D"\n', "", "grade.then"),
        (BINS, 'bins = ["SCRAP-1"]', "", "scrap.bins"),
    ],
)
def test_what_is_missing_is_named(own, name, old, new, key):
    path = own.edit(name, old, new)
    if "options" in old:
        text = path.read_text("utf-8").split("\n")
        path.write_text("\n".join(text[:11] + text[16:]), "utf-8")
    refused = own.refusal(name)
    assert (refused.code, refused.facts["key"]) == ("settings.missing", key)


def test_a_drawing_that_no_label_could_show_is_refused_with_those_there_are(own):
    own.edit(BINS, 'pictogram = "shelf"', 'pictogram = "shelve"')
    refused = own.refusal(BINS)
    assert (refused.code, refused.facts["line"], refused.facts["value"]) == (
        "settings.not_known", own.line, "shelve",
    )  # fmt: skip
    assert str(refused.facts["meant"]).startswith("shelf")


def test_every_colour_that_a_disposition_may_have_is_one_of_the_screen():
    assert set(COLOURS) == set(theme.SIGNALS)


@pytest.mark.parametrize("table", TABLES)
def test_a_rule_table_that_is_not_there_is_missing(own, table):
    text = sample(RULES).read_text("utf-8").split("\n\n")
    own.write(RULES, "\n\n".join(part for part in text if f"[[{table}]]" not in part))
    refused = own.refusal(RULES)
    assert (refused.code, refused.facts["key"]) == ("settings.missing", f"[[{table}]]")


@pytest.mark.parametrize(
    ("name", "old", "new", "value"),
    [
        (LIST, 'id = "condition"', 'id = "packaging"', "packaging"),
        (LIST, 'id = "opened"', 'id = "sealed"', "sealed"),
        (RULES, 'id = "grade-c-major"', 'id = "grade-d-critical"', "grade-d-critical"),
        ("checklists/phone.toml", 'id = "phone"', 'id = "generic"', "generic"),
        ("rules/phone.toml", 'categories = ["phone"]', 'categories = ["*"]', "*"),
    ],
)
def test_what_is_there_twice_is_refused(own, name, old, new, value):
    own.edit(name, old, new)
    refused = own.refusal(name)
    assert (refused.code, refused.facts["value"], refused.facts["line"]) == ("settings.twice", value, own.line)


def test_two_checklists_for_one_category_are_refused(own):
    text = (
        (shipped("config") / "checklists/phone.toml").read_text("utf-8").replace('id = "phone"', 'id = "handset"', 1)
    )
    own.write("checklists/handset.toml", text)
    own.write("checklists/phone.toml", (shipped("config") / "checklists/phone.toml").read_text("utf-8"))
    refused = own.refusal("checklists/phone.toml")
    assert (refused.code, refused.facts["value"]) == ("settings.twice", "phone")
