"""Why a unit was decided as it was, in lines for the decision screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from dockstation.application.queries import DecisionView
from dockstation.domain.outcome import Deduction, RulingKind
from dockstation.domain.overruling import OVERRIDE, OVERRIDE_REASONS, VOID_REASONS, reason_text
from dockstation.ui import messages

Reason = tuple[str, str]
"""A heading and what it rests on."""
GIVEN = {**OVERRIDE_REASONS, **VOID_REASONS}


class Reasons(QObject):
    """The sentences about a decision, in the language of the moment."""

    def of(self, view: DecisionView, language: str) -> list[Reason]:
        """Findings, then what each table decided and by which word, then what a claim needs."""
        found = [
            self.tr("{0} ({1})").format(defect.text.in_language(language), messages.severity(defect.severity))
            for defect in view.defects
        ]
        lines = [(self.tr("Found"), self.tr(", ").join(found) or self.tr("No defect"))]
        headings = self._headings(view, language)
        for each in view.decision.reasons():
            if each.table in headings:
                mark = self.tr("{0} (overridden)") if each.rule_id == OVERRIDE else "{0}"
                why = each.reason.in_language(language)
                told = self._sum(view, language, why) if each.table == "resolution" else why
                lines.append((mark.format(headings[each.table]), told))
                if each.table == "responsibility" and view.evidence:
                    lines.append((self.tr("Evidence for the claim"), self._evidence(view)))
        return lines

    def _headings(self, view: DecisionView, language: str) -> dict[str, str]:
        decision = view.decision
        headings = {
            "grade": self.tr("Grade {0}").format(decision.grade),
            "disposition": view.disposition.word.in_language(language),
            "responsibility": self.tr("Responsible: {0}").format(messages.responsibility(decision.responsibility)),
            "resolution": self._advice(view, language),
        }
        if decision.freight:
            headings["freight"] = self.tr("Return freight: {0}").format(messages.responsibility(decision.freight))
        return headings

    def _evidence(self, view: DecisionView) -> str:
        marks = [("√" if there else "×") + " " + messages.evidence(kind) for kind, there in view.evidence]
        return "  ".join(marks)

    def _advice(self, view: DecisionView, language: str) -> str:
        resolution = messages.resolution(view.decision.resolution)
        if not view.decision.deduction:
            return self.tr("Advice: {0}").format(resolution)
        amount = messages.money(view.decision.deduction, view.rma.currency, language)
        return self.tr("Advice: {0}, {1} deducted").format(resolution, amount)

    def _sum(self, view: DecisionView, language: str, why: str) -> str:
        """How the sum of a refund came about, before the rule's reason."""
        decision, currency = view.decision, view.rma.currency
        if not decision.resolution.startswith("refund") or not view.line.unit_value:
            return why
        value = messages.money(view.line.unit_value, currency, language)
        refund = messages.money(view.line.unit_value - decision.deduction, currency, language)
        if not decision.deduction:
            return self.tr("{0}: {1}").format(refund, why)
        return self.tr("{0} − {1} = {2}: {3}").format(
            value, messages.money(decision.deduction, currency, language), refund, why
        )

    def deductions(self, view: DecisionView, language: str) -> list[Reason]:
        """Each part that is kept back, and why."""
        return [
            (self._kept(view, each, language), each.reason.in_language(language)) for each in view.decision.deductions
        ]

    def _kept(self, view: DecisionView, kept: Deduction, language: str) -> str:
        amount = messages.money(kept.amount, view.rma.currency, language)
        if kept.what:
            return self.tr("− {0}: {1} is missing").format(amount, kept.what)
        return self.tr("− {0}: {1} % of the value").format(amount, kept.percent)

    def history(self, view: DecisionView, named: Mapping[str, str], people: Mapping[str, str]) -> list[Reason]:
        """Who ruled what, the first ruling first; ``named`` are the words for dispositions."""
        words = {
            RulingKind.RULES: self.tr("Decided by the rules"),
            RulingKind.OVERRIDE: self.tr("Overridden"),
            RulingKind.APPROVAL: self.tr("Approved"),
            RulingKind.VOID: self.tr("Voided"),
        }
        lines = []
        for each in view.rulings:
            decision = each.decision
            where, advice = named.get(decision.disposition, decision.disposition), decision.resolution
            verdict = f"{decision.grade} · {where} · {messages.resolution(advice)}"
            signed = self.tr("{0}, signed by {1}") if each.approved_by else "{0}"
            names = (people.get(each.by, each.by), people.get(each.approved_by, each.approved_by))
            lines.append((self.tr("{0}: {1}").format(words[each.kind], verdict), signed.format(*names)))
        return lines

    def given(self, view: DecisionView, language: str) -> list[str]:
        """The reasons that people gave, in full, each with what it was given for."""
        words = {RulingKind.OVERRIDE: self.tr("Overridden"), RulingKind.VOID: self.tr("Voided")}
        return [
            self.tr("{0}: {1}").format(words[each.kind], reason_text(each.reason, GIVEN).in_language(language))
            for each in view.rulings
            if each.kind in words
        ]
