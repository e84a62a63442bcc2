"""The questions that come after a decision, in the language of the moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from dockstation.application.queries import DecisionView
from dockstation.domain.operator import Operator, Task
from dockstation.domain.outcome import Disposition
from dockstation.domain.text import Text
from dockstation.ui import messages
from dockstation.ui.screens.ask import Asked
from dockstation.ui.widgets import Row
from dockstation.ui.widgets.reasons import Reasons

GRADES = ("A", "B", "C", "D")
PARTS = (10, 25, 50)
"""Percents of the value that a person may keep back."""
PARTLY = "refund_part"


class OverrulingWords(QObject):
    """Builds what ``AskScreen`` shows."""

    def more(self, view: DecisionView, by: Operator) -> Asked:
        """What else can be done with a decided unit, by whom is signed in."""
        answers = [("why", self.tr("Every rule that was tried")), ("override", self.tr("Override the decision"))]
        if by.may(Task.VOID):
            answers.append(("void", self.tr("Void it and inspect again")))
        if view.is_unapproved:
            answers.append(("sign", self.tr("Approve")))
        opinion = view.opinion
        if opinion is not None and opinion.comparison is not None:
            answers.append(("compare", self.tr("Compare both inspections")))
        if opinion is not None and opinion.is_open and by.may(Task.APPROVE):
            answers.append(("waive", self.tr("Waive the second opinion")))
        answers += [("full", self.tr("A bin is full")), ("emptied", self.tr("A bin was exchanged"))]
        return Asked(view.unit.lpn, self.tr("What is to be done?"), tuple(answers))

    def trace(self, view: DecisionView, language: str, people: Mapping[str, str]) -> Asked:
        """Every rule tried, with what the rules saw, the sums and the history."""
        words = Reasons()
        tables = [messages.table(each.table) for each in view.decision.trace]
        rows = [
            Row(f"rule{n}", each.reason.in_language(language) or each.rule_id, f"{tables[n]} · {each.rule_id}",
                each.value if each.matched else "", self.tr("decided") if each.matched else self.tr("did not fit"),
                "good" if each.matched else "done")
            for n, each in enumerate(view.decision.trace)
        ]  # fmt: skip
        rows += [Row(f"sum{n}", *line) for n, line in enumerate(words.deductions(view, language))]
        rows += [Row(f"past{n}", *line) for n, line in enumerate(words.history(view, people))]
        rows += [Row(f"saw{n}", name, shown) for n, (name, shown) in enumerate(_seen(view.decision.values))]
        title = self.tr("Why: {0}").format(view.unit.lpn)
        return Asked(title, self.tr("Rules {0}").format(view.decision.rules_version), rows=tuple(rows))

    def change(self, view: DecisionView) -> Asked:
        """What is to be otherwise."""
        answers = (
            ("disposition", self.tr("Where it goes")),
            ("grade", self.tr("The grade")),
            ("resolution", self.tr("The advice about the refund")),
        )
        return Asked(self.tr("Override {0}").format(view.unit.lpn), self.tr("What is to be otherwise?"), answers)

    def values(self, what: str, known: Sequence[Disposition], language: str) -> Asked:
        """What it is to be."""
        if what == "disposition":
            answers = tuple((each.code, each.word.in_language(language)) for each in known)
        elif what == "grade":
            answers = tuple((each, each) for each in GRADES)
        else:
            part = self.tr("Refund, less {0} %")
            whole = tuple(
                (each, messages.resolution(each)) for each in ("refund_full", "exchange", "repair", "refuse")
            )
            answers = whole + tuple((f"{PARTLY} {each}", part.format(each)) for each in PARTS)
        return Asked(messages.table(what), self.tr("What is right?"), answers)

    def reasons(self, title: str, offered: Mapping[str, Text], language: str) -> Asked:
        """Why; nothing is chosen beforehand."""
        answers = tuple((code, word.in_language(language)) for code, word in offered.items())
        return Asked(title, self.tr("Choose the reason; it is kept with the decision."), answers)

    def void_title(self, lpn: str) -> str:
        """Over the reasons for voiding."""
        return self.tr("Void the decision about {0}").format(lpn)

    def waive_title(self, lpn: str) -> str:
        """Over the reasons for waiving."""
        return self.tr("Go on with {0} without a second opinion").format(lpn)

    def override_title(self, value: str) -> str:
        """Over the reasons for overriding."""
        return self.tr("Override: {0}").format(value)

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
