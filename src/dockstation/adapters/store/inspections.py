"""Repositories of inspections and print jobs."""

from __future__ import annotations

import json

from sqlalchemy import Connection, Update, func, select, update
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store import records
from dockstation.adapters.store.tables import FIRST, Records
from dockstation.application.ports.inspections import Inspection
from dockstation.domain.checklist import Checklist
from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import Mark, Photo
from dockstation.domain.outcome import Ruling, RulingKind


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
            row.holder, row.note, row.origin, row.checklist_digest, json.loads(row.begun),
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
        latest = select(func.max(answers.c.number)).where(answers.c.lpn == lpn).group_by(answers.c.question_id)
        given = select(answers).where(answers.c.number.in_(latest), answers.c.answer.is_not(None))
        rows = self._connection.execute(given.order_by(answers.c.number))
        return {row.question_id: row.answer for row in rows}

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
