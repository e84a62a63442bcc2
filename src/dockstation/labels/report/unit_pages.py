"""One unit's report: who and what above, answers beside the decision, then the photos and the signatures."""

from __future__ import annotations

from itertools import groupby

from dockstation.application.ports.reports import Picture
from dockstation.domain.report import UnitReport
from dockstation.labels.drawing import POINTS_PER_MM as MM
from dockstation.labels.receipt_words import ANSWERS as GIVEN
from dockstation.labels.receipt_words import KINDS
from dockstation.labels.report.decision import tell_decision, tell_rulings
from dockstation.labels.report.flow import Cell, Flow
from dockstation.labels.report.photos import show_photos
from dockstation.labels.report.phrases import Phrases, carried, person
from dockstation.labels.report.sheet import (
    BODY,
    BOTTOM,
    LEFT,
    NOTE,
    RIGHT,
    SMALL,
    STRONG,
    TITLE,
    Sheet,
    Style,
    Type,
)
from dockstation.labels.report.words import CONDITIONS, RETURN_TYPES, SECTIONS, WANTED

SPLIT = LEFT + 0.5 * (RIGHT - LEFT)
GUTTER = 2.5 * MM
BIG = Style(11, bold=True)
Pair = tuple[str, str]


def unit_sheet(report: UnitReport, type_: Type, picture: Picture, language: str) -> Sheet:
    """The unit's pages, one where it has room."""
    sheet, say = Sheet(type_), Phrases(language, report.at.offset)
    flow = Flow(sheet)
    _head(flow, report, say)
    left, right = Flow(sheet, LEFT, SPLIT - GUTTER, flow.at), Flow(sheet, SPLIT + GUTTER, RIGHT, flow.at)
    _answers(left, report, say)
    _findings(left, report, say)
    tell_decision(right, report, say)
    tell_rulings(right, report, say)
    flow.go_to(max(left.at, right.at))
    show_photos(flow, report, say, picture)
    _signatures(flow, report, say)
    _seal(flow, report, say)
    _mark_pages(sheet, report, say)
    return sheet


def _head(flow: Flow, report: UnitReport, say: Phrases) -> None:
    name = say.text(report.line.name)
    flow.row(Cell(say.label("title"), style=TITLE, share=0.55), Cell(report.unit.lpn, 0.55, 0.45, TITLE))
    flow.row(Cell(name, style=BIG))
    flow.rule()
    facts = _facts(report, say)
    for start in range(0, len(facts), 3):
        three = facts[start : start + 3]
        flow.row(
            *(Cell(name, n / 3, 0.105, NOTE) for n, (name, _) in enumerate(three)),
            *(Cell(value, n / 3 + 0.105, 1 / 3 - 0.105, BODY) for n, (_, value) in enumerate(three)),
        )
    flow.skip(1 * MM)


def _facts(report: UnitReport, say: Phrases) -> list[Pair]:
    unit, rma, line, parcel = report.unit, report.rma, report.line, report.parcel
    shipped = f" ({say.label('shipped')} {', '.join(line.serials)})" if line.serials else ""
    looked = say.word(CONDITIONS, parcel.condition.value) if parcel.condition else "–"
    told = {
        "sku": line.sku or "–",
        "gtin": line.gtin or "–",
        "serial": (unit.serial or say.label("none_read")) + shipped,
        "rma": rma.number,
        "order": rma.order_number,
        "customer": rma.customer,
        "type": say.word(RETURN_TYPES, rma.return_type.value),
        "wanted": say.word(WANTED, rma.wanted.value),
        "value": say.money(line.unit_value, rma.currency),
        "parcel": carried(parcel),
        "arrived": say.moment(parcel.arrived_at),
        "condition": looked,
        "inspected": say.moment(report.ruled.at),
        "inspector": person(report, report.ruled.by),
        "checklist": f"{report.checklist.id}@{report.checklist.version} / {report.ruled.decision.rules_version}",
    }
    return [(say.label(name), value) for name, value in told.items()]


def _answers(flow: Flow, report: UnitReport, say: Phrases) -> None:
    flow.head(say.label("answers"))
    given = [each for each in report.asked if each.id in report.answers]
    for section, questions in groupby(given, key=lambda each: each.section):
        flow.row(Cell(say.word(SECTIONS, section.value), style=STRONG))
        for question in questions:
            said = say.answer(question, report.answers[question.id], report.line)
            note = report.answers.get(question.id + ".note", "")
            flow.row(
                Cell(say.text(question.text), 0.0, 0.55, NOTE), Cell(f"{said}: {note}" if note else said, 0.55, 0.45)
            )


def _findings(flow: Flow, report: UnitReport, say: Phrases) -> None:
    questions = {each.id: each for each in report.checklist.questions}
    flow.head(say.label("defects"))
    for defect in report.defects:
        flow.row(Cell(say.defect(defect, questions.get(defect.question_id), report.names.defects)))
    if not report.defects:
        flow.row(Cell(say.label("no_defect")))
    if report.discrepancies:
        flow.head(say.label("differences"))
    for each in report.discrepancies:
        answer = say.word(GIVEN, each.answer) if each.answer else ""
        facts = ", ".join(say.fact(name, value) for name, value in each.facts.items())
        told = " · ".join(part for part in (say.text(KINDS[each.kind]), answer, facts) if part)
        flow.row(Cell(told))


def _signatures(flow: Flow, report: UnitReport, say: Phrases) -> None:
    approver = next((each.approved_by for each in reversed(report.rulings) if each.approved_by), "")
    signers = {"inspector": person(report, report.ruled.by), "approver": person(report, approver), "receiver": ""}
    flow.need(24 * MM)
    flow.head(say.label("signatures"))
    thirds = [n / 3 for n in range(3)]
    flow.row(*(Cell(say.label(role), x, 1 / 3, NOTE) for x, role in zip(thirds, signers, strict=True)))
    flow.row(*(Cell(name, x, 1 / 3, BODY) for x, name in zip(thirds, signers.values(), strict=True)))
    flow.skip(8 * MM)
    flow.lines(3)
    flow.row(*(Cell(say.label("sign_here"), x, 1 / 3, SMALL) for x in thirds))


def _seal(flow: Flow, report: UnitReport, say: Phrases) -> None:
    told = say.label("printed", say.moment(report.at.at))
    if report.chain:
        chain = report.chain
        last = report.last_event or "–"
        told += ". " + say.label("chain", chain.station, chain.seq, chain.epoch, chain.hash, last)
    flow.skip(1 * MM)
    flow.row(Cell(told, style=SMALL))


def _mark_pages(sheet: Sheet, report: UnitReport, say: Phrases) -> None:
    told = f"{say.label('title')} {report.unit.lpn} · {say.label('rma')} {report.rma.number}"
    line = sheet.type.lines(told, 0.8 * (RIGHT - LEFT), NOTE)[0]
    for page in range(len(sheet.pages)):
        sheet.put(page, lambda pen: pen.text(LEFT, BOTTOM + 5 * MM, line, NOTE))
