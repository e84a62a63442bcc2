"""What people may change of a decision that the rules have made, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Decision, Deduction, Ruling, Tried
from dockstation.domain.text import Text

OVERRIDE = "override"
"""The name under which a person's word stands in the trace, where a rule's id stands else."""

OTHER = "other: "
"""What a reason begins with that a person wrote; the words follow."""
LONGEST_WORDS = 100
WRITTEN = "und"
"""The language of what a person wrote: nobody was asked for it."""

OVERRIDE_REASONS: Mapping[str, Text] = {
    "seen_otherwise": Text({"en": "The item is otherwise than the answers say", "zh_CN": "实物与答案不符"}),
    "rule_unfit": Text({"en": "The rule does not fit this case", "zh_CN": "规则不适用于本例"}),
    "customer_agreed": Text({"en": "Agreed with the customer", "zh_CN": "已与客户商定"}),
    "owner_decides": Text({"en": "The owner of the goods wants it so", "zh_CN": "货主要求"}),
    "safety": Text({"en": "For safety", "zh_CN": "出于安全"}),
}
"""In the order in which they are offered; they stand on labels too."""

VOID_REASONS: Mapping[str, Text] = {
    "wrong_answer": Text({"en": "A wrong answer was given", "zh_CN": "答错了题目"}),
    "wrong_item": Text({"en": "The answers are about another item", "zh_CN": "答案属于另一件商品"}),
    "something_found": Text({"en": "Something was found afterwards", "zh_CN": "事后发现新情况"}),
    "opinions_differ": Text({"en": "Two inspectors differ", "zh_CN": "两位质检员意见不一"}),
}

WAIVE_REASONS: Mapping[str, Text] = {
    "nobody_else": Text({"en": "Nobody else is here", "zh_CN": "没有其他质检员"}),
    "urgent": Text({"en": "It has to leave at once", "zh_CN": "必须立即发出"}),
    "plain_case": Text({"en": "The case is plain", "zh_CN": "情况明显"}),
}


@dataclass(frozen=True, slots=True)
class Change:
    """What a person wants otherwise, "" for what stays.

    ``deduct_percent`` of the unit's value goes with ``refund_part``.
    """

    grade: str = ""
    disposition: str = ""
    resolution: str = ""
    deduct_percent: int = 0


def in_words(text: str) -> str:
    """The reason that a person wrote, on one line; ``ruling.words`` for none, too many or what cannot be printed."""
    plain = " ".join(text.split())
    if not plain or len(plain) > LONGEST_WORDS or not plain.isprintable():
        raise DockstationError("ruling.words", most=LONGEST_WORDS)
    return OTHER + plain


def reason_text(reason: str, offered: Mapping[str, Text]) -> Text:
    """The words of a reason that is kept, whether it was offered or written; the code itself for an unknown one."""
    if reason.startswith(OTHER):
        return Text({WRITTEN: reason.removeprefix(OTHER)})
    return offered.get(reason, Text({WRITTEN: reason}))


def require_reason(reason: str, offered: Mapping[str, Text]) -> Text:
    """The words of a reason that is offered or was written.

    Raises ``ruling.reason`` for any other, and what ``in_words`` raises.
    """
    if reason.startswith(OTHER):
        in_words(reason.removeprefix(OTHER))
    elif reason not in offered:
        raise DockstationError("ruling.reason")
    return reason_text(reason, offered)


def overridden(decision: Decision, change: Change, reason: str, unit_value: int) -> Decision:
    """The decision as a person wants it, with the person's reason where the rule's stood.

    What rules wanted a second person for is settled by whoever approves the override. Raises ``ruling.unchanged``
    when nothing would be otherwise, ``ruling.reason`` for a reason that is not offered, ``ruling.sum`` for a part of
    a refund without the part.
    """
    why = require_reason(reason, OVERRIDE_REASONS)
    wanted = {name: getattr(change, name) for name in ("grade", "disposition", "resolution") if getattr(change, name)}
    kept = _deductions(decision, change, why, unit_value)
    changed = replace(decision, **wanted, deductions=kept, deduction=sum(each.amount for each in kept))
    if changed == decision:
        raise DockstationError("ruling.unchanged")
    said = tuple(Tried(table, OVERRIDE, matched=True, value=value, reason=why) for table, value in wanted.items())
    return replace(changed, trace=(*decision.trace, *said), second_person=())


def _deductions(decision: Decision, change: Change, why: Text, unit_value: int) -> tuple[Deduction, ...]:
    if not change.resolution:
        return decision.deductions
    if change.resolution != "refund_part":
        return ()
    if not 0 < change.deduct_percent < 100:
        raise DockstationError("ruling.sum")
    return (Deduction(unit_value * change.deduct_percent // 100, change.deduct_percent, "", why),)


def labels_go_stale(before: Decision, after: Decision) -> bool:
    """Whether a label that was printed of the one says the wrong thing of the other."""
    return (before.grade, before.disposition) != (after.grade, after.disposition)


def decided_by(rulings: tuple[Ruling, ...]) -> str:
    """The badge of whoever made the decision that stands, "" when none does."""
    return next((each.by for each in reversed(rulings) if each.kind.value in ("rules", "override")), "")
