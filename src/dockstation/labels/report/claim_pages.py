"""The list that lies on top of a claim: which units, worth how much, and whether their evidence is complete."""

from __future__ import annotations

from collections import Counter

from dockstation.domain.report import Claim, UnitReport
from dockstation.labels.drawing import POINTS_PER_MM as MM
from dockstation.labels.report.flow import Cell, Flow
from dockstation.labels.report.phrases import Phrases, carried
from dockstation.labels.report.sheet import NOTE, STRONG, TITLE, Sheet, Style, Type
from dockstation.labels.report.words import EVIDENCE, PARTIES

COLUMNS = (
    ("report", 0.0, 0.05), ("lpn", 0.05, 0.1), ("item", 0.15, 0.22), ("serial", 0.37, 0.13), ("parcel", 0.5, 0.17),
    ("inspected", 0.67, 0.1), ("value", 0.77, 0.11), ("evidence", 0.88, 0.12),
)  # fmt: skip
ROW, SUBHEAD = Style(6.6), Style(6.6, bold=True)


def claim_sheet(claim: Claim, type_: Type, language: str) -> Sheet:
    """As many pages as the list needs."""
    offset = claim.reports[0].at.offset if claim.reports else 0
    sheet, say = Sheet(type_), Phrases(language, offset)
    flow = Flow(sheet)
    flow.row(Cell(say.label("claim"), style=TITLE))
    flow.row(
        Cell(f"{say.label('claim_against')}: {say.word(PARTIES, claim.responsibility)}", style=Style(11, bold=True))
    )
    for told in _asked_for(claim, say):
        flow.row(Cell(told))
    _sums(flow, claim, say)
    flow.skip(2 * MM)
    flow.row(*(Cell(say.label(name), start, share, SUBHEAD) for name, start, share in COLUMNS))
    flow.rule()
    for number, report in enumerate(claim.reports, 1):
        cells = zip(_row(number, report, say), COLUMNS, strict=True)
        flow.row(*(Cell(text, start, share, ROW) for text, (_, start, share) in cells))
    _rest(flow, claim, say)
    return sheet


def _asked_for(claim: Claim, say: Phrases) -> list[str]:
    told = []
    if claim.since or claim.until:
        told.append(f"{say.label('days')}: {claim.since or '…'} – {claim.until or '…'}")
    if claim.rma_number:
        told.append(f"{say.label('rma')}: {claim.rma_number}")
    if claim.parcel:
        told.append(f"{say.label('parcel')}: {claim.parcel}")
    return told


def _sums(flow: Flow, claim: Claim, say: Phrases) -> None:
    sums: Counter[str] = Counter()
    for each in claim.reports:
        sums[each.rma.currency] += each.line.unit_value
    worth = ", ".join(say.money(amount, currency) for currency, amount in sorted(sums.items()))
    complete = sum(all(there for _, there in each.evidence) for each in claim.reports)
    flow.row(Cell(f"{say.label('units')}: {len(claim.reports)}   {say.label('sum')}: {worth}", style=STRONG))
    flow.row(Cell(f"{say.label('complete')}: {complete} / {len(claim.reports)}", style=STRONG))


def _row(number: int, report: UnitReport, say: Phrases) -> tuple[str, ...]:
    lacks = [say.word(EVIDENCE, kind) for kind, there in report.evidence if not there]
    return (
        str(number), report.unit.lpn, f"{say.text(report.line.name)} {report.line.sku}", report.unit.serial or "–",
        f"{carried(report.parcel)} {report.rma.number}", say.moment(report.ruled.at),
        say.money(report.line.unit_value, report.rma.currency),
        "× " + ", ".join(lacks) if lacks else "√",
    )  # fmt: skip


def _rest(flow: Flow, claim: Claim, say: Phrases) -> None:
    for lpn, _ in claim.unread:
        flow.row(Cell(f"{say.label('unread')}: {lpn}"))
    flow.need(24 * MM)
    flow.head(say.label("signatures"))
    flow.row(Cell(say.label("receiver"), 0.0, 0.5, NOTE), Cell(say.label("approver"), 0.5, 0.5, NOTE))
    flow.skip(11 * MM)
    flow.lines(2)
    flow.row(*(Cell(say.label("sign_here"), start, 0.5, NOTE) for start in (0.0, 0.5)))
