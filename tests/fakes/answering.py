"""What a person answers at an item that is as good as it can be."""

from __future__ import annotations

from collections.abc import Sequence

from dockstation.domain.checklist import CHOICES, MEASURES, NOT_APPLICABLE, NOTHING, Question, QuestionKind, counted
from dockstation.domain.rma import Accessory


def good_answer(question: Question, pieces: Sequence[Accessory] = (), first: bool = False) -> str:
    """The first option without a defect that takes a sealed item no shortcut, unless the ``first`` one is wanted."""
    if question.kind in CHOICES:
        good = [each.id for each in question.options if not each.defect and each.id != "sealed"]
        return question.options[0].id if first or not good else good[0]
    if question.kind is QuestionKind.SEVERAL_OF:
        return NOTHING
    if question.kind is QuestionKind.ACCESSORIES:
        return counted({each.name: each.count for each in pieces})
    if question.kind in MEASURES and question.measure and not question.not_applicable:
        return f"{question.measure.most:.{question.measure.decimals}f}"
    return NOT_APPLICABLE if question.not_applicable else ""
