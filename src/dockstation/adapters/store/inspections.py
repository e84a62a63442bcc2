"""Repositories of inspections and print jobs."""

from __future__ import annotations

import json

from sqlalchemy import ColumnElement, Connection, Row, Update, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store import records
from dockstation.adapters.store.tables import FIRST, Records, parcels, print_jobs
from dockstation.application.ports.inspections import Inspection
from dockstation.application.ports.store import PrintJob, PrintState
from dockstation.domain.checklist import Checklist
from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import Mark, Photo
from dockstation.domain.outcome import Ruling, RulingKind
from dockstation.domain.parcel import ParcelState


class SqlInspections:
    """Inspections; the latest answer to a question counts, the earlier ones stay."""

    def __init__(self, connection: Connection, tables: Records = FIRST) -> None:
        self._connection = connection
        self._tables = tables

    def get(self, lpn: str) -> Inspection:
        row = self._connection.execute(
            select(self._tables.inspections).where(self._tables.inspections.c.lpn == lpn)
        ).first()
        if row is None:
            raise DockstationError("inspection.none", lpn=lpn)
        return Inspection(
            lpn, row.checklist_id, row.checklist_version, self._answers(lpn), self._photos(lpn), self._rulings(lpn),
            row.holder, row.note, row.origin, row.checklist_digest, row.label_from, json.loads(row.begun),
        )  # fmt: skip

    def _rulings(self, lpn: str) -> tuple[Ruling, ...]:
        rows = self._connection.execute(
            select(self._tables.rulings)
            .where(self._tables.rulings.c.lpn == lpn)
            .order_by(self._tables.rulings.c.number)
        )
        return tuple(
            Ruling(
                RulingKind(row.kind), records.decision(row.decision), row.by, row.at, row.reason, row.approved_by
            )
            for row in rows
        )  # fmt: skip

    def _answers(self, lpn: str) -> dict[str, str]:
        answers = self._tables.answers
        given = self._connection.execute(select(answers).where(answers.c.lpn == lpn).order_by(answers.c.number))
        latest: dict[str, str | None] = {}
        for row in given:
            latest.pop(row.question_id, None)
            latest[row.question_id] = row.answer
        return {question: answer for question, answer in latest.items() if answer is not None}

    def _photos(self, lpn: str) -> tuple[Photo, ...]:
        photos = self._tables.photos
        kept = select(photos).where(photos.c.lpn == lpn, photos.c.discarded_at == "")
        rows = self._connection.execute(kept.order_by(photos.c.number)).mappings()
        return tuple(records.photo(dict(row)) for row in rows)

    def begin(self, lpn: str, checklist: Checklist, digest: str, holder: str = "") -> None:
        values = {
            "lpn": lpn, "checklist_id": checklist.id, "checklist_version": checklist.version,
            "checklist_digest": digest, "holder": holder,
        }  # fmt: skip
        self._connection.execute(insert(self._tables.inspections).values(values))

    def hold(self, lpn: str, holder: str, note: str = "", origin: str | None = None) -> None:
        values = {"holder": holder, "note": note} | ({} if origin is None else {"origin": origin})
        self._connection.execute(
            update(self._tables.inspections).where(self._tables.inspections.c.lpn == lpn).values(values)
        )

    def answer(self, lpn: str, question_id: str, answer: str | None) -> None:
        self._connection.execute(insert(self._tables.answers).values(lpn=lpn, question_id=question_id, answer=answer))
        self.begin_answer(lpn, question_id, "")

    def begin_answer(self, lpn: str, question_id: str, text: str) -> None:
        column = self._tables.inspections.c.begun
        mine = self._tables.inspections.c.lpn == lpn
        before = json.loads(self._connection.execute(select(column).where(mine)).scalar_one())
        after = {each: begun for each, begun in {**before, question_id: text}.items() if begun}
        if after != before:
            kept = json.dumps(after, ensure_ascii=False)
            self._connection.execute(update(self._tables.inspections).where(mine).values(begun=kept))

    def add_photo(self, photo: Photo) -> None:
        self._connection.execute(insert(self._tables.photos).values(records.photo_values(photo)))

    def discard_photo(self, photo: Photo, at: str, by: str) -> None:
        photos = self._tables.photos
        mine = (photos.c.question_id == photo.question_id, photos.c.discarded_at == "")
        self._connection.execute(self._same(photo).where(*mine).values(discarded_at=at, discarded_by=by))

    def mark_photo(self, photo: Photo, marks: tuple[Mark, ...]) -> None:
        self._connection.execute(self._same(photo).values(marks=records.marks_text(marks)))

    def _same(self, photo: Photo) -> Update:
        photos = self._tables.photos
        return update(photos).where(photos.c.lpn == photo.lpn, photos.c.sha256 == photo.sha256)

    def rule(self, lpn: str, ruling: Ruling) -> None:
        values = {"decision": records.to_text(ruling.decision), "kind": ruling.kind.value}
        values |= {name: getattr(ruling, name) for name in ("by", "at", "reason", "approved_by")}
        self._connection.execute(insert(self._tables.rulings).values(lpn=lpn, **values))

    def labels_from(self, lpn: str, copy: int) -> None:
        mine = self._tables.inspections.c.lpn == lpn
        self._connection.execute(update(self._tables.inspections).where(mine).values(label_from=copy))


class SqlSpool:
    """Print jobs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, job_id: str) -> PrintJob:
        row = self._connection.execute(select(print_jobs).where(print_jobs.c.job_id == job_id)).first()
        if row is None:
            raise DockstationError("print.unknown", job=job_id)
        return _job(row)

    def put(self, job: PrintJob) -> None:
        values = {name: getattr(job, name) for name in ("subject", "printer", "layout", "copy", "data", "sha256")}
        values["state"] = job.state.value
        statement = insert(print_jobs).values(job_id=job.job_id, **values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["job_id"], set_=values))

    def of(self, subject: str) -> tuple[PrintJob, ...]:
        query = select(print_jobs).where(print_jobs.c.subject == subject).order_by(print_jobs.c.copy)
        return tuple(_job(row) for row in self._connection.execute(query))

    def states_of(self, subject: str, layout: str) -> tuple[PrintState, ...]:
        mine = (print_jobs.c.subject == subject, print_jobs.c.layout == layout)
        query = select(print_jobs.c.state).where(*mine).order_by(print_jobs.c.copy)
        return tuple(PrintState(each) for each in self._connection.execute(query).scalars())

    def parcels_to_label(self, since: str) -> tuple[str, ...]:
        query = select(parcels.c.parcel_id).where(*_to_label(since))
        return tuple(self._connection.execute(query.order_by(parcels.c.arrived_at, parcels.c.parcel_id)).scalars())

    def count_to_label(self, since: str) -> int:
        query = select(func.count()).select_from(parcels).where(*_to_label(since))
        return self._connection.execute(query).scalar_one()

    def in_state(self, state: PrintState) -> tuple[PrintJob, ...]:
        query = select(print_jobs).where(print_jobs.c.state == state.value).order_by(print_jobs.c.job_id)
        return tuple(_job(row) for row in self._connection.execute(query))


def _to_label(since: str) -> tuple[ColumnElement[bool], ...]:
    mine = print_jobs.c.subject == "parcel:" + parcels.c.parcel_id
    waits = print_jobs.c.state.in_([PrintState.QUEUED.value, PrintState.FAILED.value])
    wanted = or_(~select(print_jobs).where(mine).exists(), select(print_jobs).where(mine, waits).exists())
    return parcels.c.arrived_at >= since, parcels.c.state == ParcelState.ARRIVED.value, wanted


def _job(row: Row[tuple[str, ...]]) -> PrintJob:
    return PrintJob(
        row.job_id, row.subject, row.printer, row.layout, row.copy, row.data, row.sha256, PrintState(row.state)
    )
