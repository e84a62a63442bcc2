"""What was decided, by which rule and why, and who stood for it."""

from __future__ import annotations

from collections.abc import Mapping

from dockstation.domain.opinion import Comparison
from dockstation.domain.outcome import Decision, Deduction, Ruling, RulingKind, Tried, is_unapproved
from dockstation.domain.overruling import OVERRIDE
from dockstation.domain.report import UnitReport
from dockstation.labels.receipt_words import KINDS
from dockstation.labels.report.flow import Cell, Flow
from dockstation.labels.report.phrases import Phrases, person
from dockstation.labels.report.sheet import NOTE, STRONG, Style
from dockstation.labels.report.words import (
    CONDITIONS,
    EVIDENCE,
    FACTS,
    OPINIONS,
    PARTIES,
    RESOLUTIONS,
    RETURN_TYPES,
    RULINGS,
    TABLES,
)

ORDER = tuple(TABLES)
VERDICT = Style(10.5, bold=True)


def tell_decision(flow: Flow, report: UnitReport, say: Phrases) -> None:
    """Each table's value with its reason and rule, the refund, and what a claim needs."""
    flow.head(say.label("decision"))
    decision = report.decision
    if decision is None:
        flow.row(Cell(say.label("voided"), style=VERDICT))
        return
    for each in sorted(decision.reasons(), key=lambda each: ORDER.index(each.table)):
        told = f"{say.word(TABLES, each.table)}: {value(report, say, each.table, getattr(decision, each.table))}"
        if getattr(decision, each.table):
            flow.row(Cell(told, style=VERDICT if each.table in ("grade", "disposition") else STRONG), gap=0)
            flow.row(Cell(say.text(each.reason)), gap=0)
            flow.row(Cell(_rule(report, decision, each, say), style=NOTE))
        if each.table == "responsibility":
            _evidence(flow, report, say)
        if each.table == "resolution":
            _refund(flow, report, decision, say)
    saw = " · ".join(f"{say.word(FACTS, name)}: {told}" for name, told in _seen(report, decision, say).items())
    flow.row(Cell(f"{say.label('saw')}: {saw}", style=NOTE))


def value(report: UnitReport, say: Phrases, table: str, code: str) -> str:
    """What a table decided, in words."""
    if table == "disposition":
        return say.word(report.names.dispositions, code)
    if table == "resolution":
        return say.word(RESOLUTIONS, code)
    return code if table == "grade" else say.word(PARTIES, code)


def _rule(report: UnitReport, decision: Decision, tried: Tried, say: Phrases) -> str:
    """Which rule it was; beside a person's word what the rules had said."""
    if tried.rule_id == OVERRIDE:
        first = next((each for each in report.ruled.decision.reasons() if each.table == tried.table), tried)
        said = value(report, say, first.table, first.value)
        return say.label("by_person", said, say.text(first.reason), first.rule_id)
    before = sum(each.table == tried.table and not each.matched for each in decision.trace)
    return say.label("rule" if before else "first_rule", tried.rule_id, before)


def _evidence(flow: Flow, report: UnitReport, say: Phrases) -> None:
    if report.evidence:
        marks = [("√ " if there else "× ") + say.word(EVIDENCE, kind) for kind, there in report.evidence]
        flow.row(Cell(f"{say.label('evidence')}:  " + "   ".join(marks)))


def _refund(flow: Flow, report: UnitReport, decision: Decision, say: Phrases) -> None:
    """How the sum came about; nothing for goods that have no value here."""
    worth, currency = report.line.unit_value, report.rma.currency
    if not worth or not decision.resolution.startswith("refund"):
        return
    sums = [say.money(each, currency) for each in (worth, decision.deduction, worth - decision.deduction)]
    flow.row(
        Cell(f"{say.label('refund')}: " + (f"{sums[0]} − {sums[1]} = {sums[2]}" if decision.deduction else sums[2]))
    )
    for each in decision.deductions:
        flow.row(
            Cell(f"− {say.money(each.amount, currency)}: {_kept(each, say)}. {say.text(each.reason)}", style=NOTE)
        )


def _kept(each: Deduction, say: Phrases) -> str:
    return say.label("part_missing", each.what) if each.what else say.label("part_kept", each.percent)


def _seen(report: UnitReport, decision: Decision, say: Phrases) -> dict[str, str]:
    """The facts that rules look at most, as they were then; what was not kept is left out."""
    seen = decision.values
    rma, line, parcel, history = (_part(seen, name) for name in ("rma", "line", "parcel", "history"))
    kinds = {kind.value: word for kind, word in KINDS.items()}
    defects, differing = seen.get("defects"), seen.get("discrepancies")
    told = {
        "return_type": say.word(RETURN_TYPES, str(rma.get("return_type", ""))),
        "in_window": say.label("yes" if rma["in_window"] else "no") if "in_window" in rma else "",
        "condition": say.word(CONDITIONS, str(parcel.get("condition", ""))),
        "category": str(line.get("category", "")),
        "value": say.money(each, report.rma.currency) if isinstance(each := line.get("unit_value"), int) else "",
        "defects": str(len(defects)) if isinstance(defects, list) else "",
        "discrepancies": ", ".join(say.word(kinds, each) for each in differing)
        if isinstance(differing, list)
        else "",
        "missing": say.money(worth, report.rma.currency)
        if isinstance(worth := seen.get("missing_value"), int)
        else "",
        "returns": str(history.get("returns", "")),
    }
    return {name: each for name, each in told.items() if each}


def _part(values: Mapping[str, object], name: str) -> Mapping[str, object]:
    found = values.get(name)
    return found if isinstance(found, Mapping) else {}


def tell_rulings(flow: Flow, report: UnitReport, say: Phrases) -> None:
    """Who ruled what and when, the first ruling first, and where a second opinion stands."""
    flow.head(say.label("rulings"))
    for each in report.rulings:
        flow.row(Cell(f"{say.moment(each.at)}  {say.word(RULINGS, each.kind.value)}", style=STRONG), gap=0)
        flow.row(Cell(_ruling(report, each, say)))
    if is_unapproved(report.rulings):
        flow.row(Cell(say.label("unapproved"), style=STRONG))
    if report.opinion:
        flow.row(
            Cell(f"{say.label('opinion')}: {say.word(OPINIONS, report.opinion.state.value)}", style=STRONG), gap=0
        )
        _opinion(flow, report, report.opinion.comparison, say)


def _opinion(flow: Flow, report: UnitReport, compared: Comparison | None, say: Phrases) -> None:
    """What the second person found, and where it differs."""
    if compared is None:
        return
    second, questions = compared.second, {each.id: each.text for each in report.checklist.questions}
    verdict = f"{second.grade} · {value(report, say, 'disposition', second.disposition)}"
    flow.row(Cell(f"{say.moment(compared.at)}  {verdict} – {person(report, second.by)}"))
    if differing := compared.differing():
        said = "; ".join(say.word({**TABLES, **questions}, each) for each in differing)
        flow.row(Cell(say.label("differs_in", said), style=NOTE))


def _ruling(report: UnitReport, each: Ruling, say: Phrases) -> str:
    verdict = f"{each.decision.grade} · {value(report, say, 'disposition', each.decision.disposition)}"
    parts = [person(report, each.by)]
    if each.approved_by:
        parts.append(say.label("signed_by", person(report, each.approved_by)))
    if each.reason:
        parts.append(say.reason(each.reason))
    said = ", ".join(parts)
    return said if each.kind is RulingKind.VOID else f"{verdict} – {said}"
