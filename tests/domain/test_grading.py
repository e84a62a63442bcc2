"""How a decision is found and told. What the shipped rules decide is in tests/content."""

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
GOOD = {"packaging": "opened", "screen": "none", "housing": "none", "power": "pass", "account": "pass"}


def decided(answers, return_type=ReturnType.NO_REASON, unit_value=399900):
    rma = a_return(return_type=return_type, unit_value=unit_value)
    line = rma.line("1")
    way = policy_walk(POLICY, rma, line)
    values = {**way.circumstances, **way.values(answers)}
    return decide(POLICY.rules_for("phone"), values, unit_value)


def test_the_decision_says_which_rules_were_tried_and_which_decided():
    found = decided(GOOD | {"screen": "deep"})
    tried = [(each.rule_id, each.matched) for each in found.trace if each.table == "grade"]
    assert tried == [("critical-d", False), ("major-c", True)]
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
