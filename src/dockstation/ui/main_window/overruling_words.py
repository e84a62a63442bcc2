"""The questions that come after a decision, in the language of the moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from dockstation.application.queries import DecisionView
from dockstation.domain.operator import Operator, Task
from dockstation.domain.outcome import Decision, Disposition
from dockstation.domain.overruling import OVERRIDE, Change
from dockstation.domain.text import Text
from dockstation.domain.unit import UnitState
from dockstation.ui import messages
from dockstation.ui.screens.ask import Asked
from dockstation.ui.widgets import Row
from dockstation.ui.widgets.reasons import Reasons

GRADES = ("A", "B", "C", "D")
WHOLE = ("refund_full", "exchange", "repair", "refuse")
PARTS = (10, 25, 50)
"""Percents of the value that a person may keep back."""
PARTLY = "refund_part"
REPRINT = ("damaged", "lost", "second_place")
"""Why a label that somebody has in hand is printed again."""
IN_WORDS = "words"
"""The answer that none of the reasons offered is."""


LAST = 2
"""Reasons that people gave, in full; more would leave no room."""


class OverrulingWords(QObject):
    """Builds what ``AskScreen`` shows."""

    def more(self, view: DecisionView, by: Operator) -> Asked:
        """What else can be done with a decided unit, by whom is signed in."""
        answers = [("why", self.tr("Every rule that was tried"))]
        changeable = view.unit.state is not UnitState.PUT_AWAY
        if changeable and by.may(Task.INSPECT):
            answers.append(("override", self.tr("Override the decision")))
        if changeable and by.may(Task.VOID):
            answers.append(("void", self.tr("Void it and inspect again")))
        if view.is_unapproved and by.may(Task.INSPECT):
            answers.append(("sign", self.tr("Approve")))
        opinion = view.opinion
        if opinion is not None and opinion.comparison is not None:
            answers.append(("compare", self.tr("Compare both inspections")))
        if opinion is not None and opinion.is_open and by.may(Task.APPROVE):
            answers.append(("waive", self.tr("Waive the second opinion")))
        answers += [("full", self.tr("A bin is full")), ("emptied", self.tr("A bin was exchanged"))]
        answers += [("history", self.tr("History")), ("report", self.tr("Report as PDF"))]
        return Asked(view.unit.lpn, self.tr("What is to be done?"), tuple(answers))

    def trace(
        self, view: DecisionView, known: Sequence[Disposition], language: str, people: Mapping[str, str]
    ) -> Asked:
        """Who ruled what, the sums, every rule tried, and what the rules saw."""
        words, named = Reasons(), {each.code: each.word.in_language(language) for each in known}
        rows = [Row(f"past{n}", *line) for n, line in enumerate(words.history(view, named, people))]
        rows += [Row(f"sum{n}", *line) for n, line in enumerate(words.deductions(view, language))]
        rows += self._tried(view.decision, named, language)
        rows += [Row(f"saw{n}", name, shown) for n, (name, shown) in enumerate(_seen(view.decision.values))]
        about = [self.tr("Rules {0}").format(view.decision.rules_version), *words.given(view, language)[-LAST:]]
        return Asked(self.tr("Why: {0}").format(view.unit.lpn), "\n".join(about), rows=tuple(rows))

    def _tried(self, decision: Decision, named: Mapping[str, str], language: str) -> list[Row]:
        """In the order tried; a rule that a person overruled stays, with the person's word at the end."""
        deciding, rows = decision.reasons(), []
        for n, each in enumerate(decision.trace):
            note, tone = self.tr("did not fit"), "done"
            if any(each is one for one in deciding):
                note, tone = self.tr("decided"), "good"
            elif each.matched:
                note, tone = self.tr("overruled"), "late"
            title, by = each.reason.in_language(language) or each.rule_id, each.rule_id
            if each.rule_id == OVERRIDE:
                by = self.tr("a person's word")
            value = messages.ruled(each.table, each.value, named) if each.matched else ""
            rows.append(Row(f"rule{n}", title, f"{messages.table(each.table)} · {by}", value, note, tone))
        return rows

    def change(self, view: DecisionView) -> Asked:
        """What is to be otherwise."""
        answers = (
            ("disposition", self.tr("Where it goes")),
            ("grade", self.tr("The grade")),
            ("resolution", self.tr("The advice about the refund")),
        )
        return Asked(self.tr("Override {0}").format(view.unit.lpn), self.tr("What is to be otherwise?"), answers)

    def values(self, what: str, view: DecisionView, known: Sequence[Disposition], language: str) -> Asked:
        """What it is to be, but for what it is."""
        if what == "disposition":
            answers = tuple((each.code, each.word.in_language(language)) for each in known)
        elif what == "grade":
            answers = tuple((each, each) for each in GRADES)
        else:
            part = self.tr("Refund, less {0} %")
            whole = tuple((each, messages.resolution(each)) for each in WHOLE)
            answers = whole + tuple((f"{PARTLY} {each}", part.format(each)) for each in PARTS)
        stands = getattr(view.decision, what)
        others = tuple(each for each in answers if each[0] != stands)
        return Asked(messages.table(what), self.tr("What is right?"), others)

    def reasons(self, title: str, offered: Mapping[str, Text], language: str) -> Asked:
        """Why; nothing is chosen beforehand."""
        answers = [(code, word.in_language(language)) for code, word in offered.items()]
        answers.append((IN_WORDS, self.tr("Other, in words")))
        return Asked(title, self.tr("Choose the reason; it is kept with the decision."), tuple(answers))

    def copy(self, lpn: str) -> Asked:
        """The reasons for another copy of a label."""
        answers = tuple((each, messages.print_reason(each)) for each in REPRINT)
        return Asked(self.tr("Another copy of the label of {0}").format(lpn), self.tr("Choose the reason."), answers)

    def void_title(self, lpn: str) -> str:
        """Over the reasons for voiding."""
        return self.tr("Void the decision about {0}").format(lpn)

    def waive_title(self, lpn: str) -> str:
        """Over the reasons for waiving."""
        return self.tr("Go on with {0} without a second opinion").format(lpn)

    def override_title(self, change: Change, known: Sequence[Disposition], language: str) -> str:
        """What is to be otherwise, over the reasons and over the signature."""
        words = {each.code: each.word.in_language(language) for each in known}
        if change.deduct_percent:
            wanted = self.tr("Refund, less {0} %").format(change.deduct_percent)
        elif change.resolution:
            wanted = messages.resolution(change.resolution)
        else:
            wanted = words.get(change.disposition) or self.tr("Grade {0}").format(change.grade)
        return self.tr("Override: {0}").format(wanted)

    def second(self, lpn: str) -> Asked:
        """A supervisor meets a unit that waits for a second opinion."""
        answers = (
            ("again", self.tr("Inspect it, without sight of the first")),
            ("waive", self.tr("Waive the second opinion")),
            ("look", self.tr("Look at the decision: somebody else inspects it then")),
        )
        return Asked(self.tr("{0} waits for a second opinion").format(lpn), "", answers)


def _seen(values: Mapping[str, object], before: str = "") -> list[tuple[str, str]]:
    """What the rules saw, one line a value."""
    lines: list[tuple[str, str]] = []
    for name, value in values.items():
        if isinstance(value, Mapping):
            lines += _seen(value, f"{before}{name}.")
        else:
            lines.append((before + name, str(value)))
    return lines
