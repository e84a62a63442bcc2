"""The shipped rules, case by case as a returns manager would expect them."""

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.grading import decide
from dockstation.domain.policy import Rule, RuleBook
from dockstation.domain.rma import ReturnType
from dockstation.domain.text import Text
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from tests.fakes.returns import a_return
from tests.fakes.walks import policy_walk

POLICY = load_policy(ConfigFolders())
GOOD = {"packaging": "opened", "screen": "none", "housing": "none", "power": "pass", "account": "pass",
        "accessories": "complete"}  # fmt: skip


def decided(answers, return_type=ReturnType.NO_REASON, unit_value=399900):
    rma = a_return(return_type=return_type, unit_value=unit_value)
    line = rma.line("1")
    way = policy_walk(POLICY, rma, line)
    values = {**way.circumstances, **way.values(answers)}
    return decide(POLICY.rules_for("phone"), values, unit_value)


@pytest.mark.parametrize(
    ("answers", "return_type", "expected"),
    [
        ({"packaging": "sealed"}, ReturnType.NO_REASON, ("A", "restock", "customer", "refund_full", 0)),
        (GOOD, ReturnType.NO_REASON, ("B", "discount", "customer", "refund_full", 0)),
        (GOOD, ReturnType.QUALITY, ("B", "discount", "undetermined", "refund_full", 0)),
        (GOOD, ReturnType.WRONG_ITEM, ("B", "discount", "merchant", "refund_full", 0)),
        (GOOD | {"screen": "light"}, ReturnType.NO_REASON, ("B", "discount", "customer", "refund_part", 39990)),
        (GOOD | {"screen": "deep"}, ReturnType.NO_REASON, ("C", "repair", "customer", "refund_part", 119970)),
        (GOOD | {"screen": "cracked"}, ReturnType.TRANSIT_DAMAGE, ("D", "repair", "carrier", "refund_full", 0)),
        (GOOD | {"housing": "dented"}, ReturnType.NO_REASON, ("C", "repair", "customer", "refund_part", 119970)),
        (GOOD | {"power": "fail"}, ReturnType.QUALITY, ("D", "return_to_vendor", "supplier", "refund_full", 0)),
        (GOOD | {"power": "fail"}, ReturnType.NO_REASON, ("D", "repair", "customer", "refund_part", 119970)),
        (GOOD | {"account": "fail"}, ReturnType.NO_REASON, ("C", "quarantine", "customer", "refuse", 0)),
        (GOOD | {"accessories": "partly"}, ReturnType.NO_REASON, ("B", "discount", "customer", "refund_part", 39990)),
        (
            GOOD | {"accessories": "missing"},
            ReturnType.NO_REASON,
            ("C", "discount", "customer", "refund_part", 119970),
        ),
    ],
)
def test_a_phone_is_graded_as_expected(answers, return_type, expected):
    found = decided(answers, return_type)
    assert (found.grade, found.disposition, found.responsibility, found.resolution, found.deduction) == expected


def test_a_cheap_broken_phone_is_scrapped():
    assert decided(GOOD | {"screen": "cracked"}, unit_value=50000).disposition == "scrap"


def test_the_decision_says_which_rules_were_tried_and_which_decided():
    found = decided(GOOD | {"screen": "deep"})
    tried = [(each.rule_id, each.matched) for each in found.trace if each.table == "grade"]
    assert tried == [("grade-d-critical", False), ("grade-c-major", True)]
    assert found.reasons()[0].reason.in_language("zh_CN") == "有严重缺陷"
    assert found.values["defects"] == [
        {"code": "screen_scratch", "severity": "major", "question": "screen", "place": ""}
    ]


def test_a_table_without_a_match_is_a_named_gap():
    book = RuleBook("x", 1, ("*",), {"grade": (Rule("never", "A", Text(), "false"),)})
    with pytest.raises(DockstationError) as gap:
        decide(book, {}, 0)
    assert (gap.value.code, gap.value.facts["table"]) == ("rules.gap", "grade")


@pytest.mark.parametrize("condition", ["nonsense > 1", "1 +", '"text"', "answers.missing == 1"])
def test_a_rule_that_cannot_be_evaluated_is_named(condition):
    book = RuleBook("x", 1, ("*",), {"grade": (Rule("broken", "A", Text(), condition),)})
    with pytest.raises(DockstationError) as failed:
        decide(book, {"answers": {}}, 0)
    assert (failed.value.code, failed.value.facts["rule"]) == ("rules.failed", "broken")
