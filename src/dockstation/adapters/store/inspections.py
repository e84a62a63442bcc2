"""Repositories of inspections and print jobs."""

from __future__ import annotations

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store import records
from dockstation.adapters.store.tables import answers, inspections, photos, rulings
from dockstation.application.ports.inspections import Inspection
from dockstation.domain.checklist import Checklist
from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import Photo
from dockstation.domain.outcome import Ruling, RulingKind


class SqlInspections:
    """Inspections; the latest answer to a question counts, the earlier ones stay."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, lpn: str) -> Inspection:
        row = self._connection.execute(select(inspections).where(inspections.c.lpn == lpn)).first()
        if row is None:
            raise DockstationError("inspection.none", lpn=lpn)
        return Inspection(
            lpn, row.checklist_id, row.checklist_version, self._answers(lpn), self._photos(lpn), self._rulings(lpn),
            row.holder, row.note, row.origin, row.checklist_digest,
        )  # fmt: skip

    def _rulings(self, lpn: str) -> tuple[Ruling, ...]:
        rows = self._connection.execute(select(rulings).where(rulings.c.lpn == lpn).order_by(rulings.c.number))
        return tuple(
            Ruling(
                RulingKind(row.kind), records.decision(row.decision), row.by, row.at, row.reason, row.approved_by
            )
            for row in rows
        )  # fmt: skip

    def _answers(self, lpn: str) -> dict[str, str]:
        given = self._connection.execute(select(answers).where(answers.c.lpn == lpn).order_by(answers.c.number))
        latest = {row.question_id: row.answer for row in given}
        return {question: answer for question, answer in latest.items() if answer is not None}

    def _photos(self, lpn: str) -> tuple[Photo, ...]:
        taken = self._connection.execute(select(photos).where(photos.c.lpn == lpn).order_by(photos.c.number))
        return tuple(
            Photo(row.sha256, row.size, row.width, row.height, lpn, row.question_id, bool(row.at_server), row.view)
            for row in taken
        )

    def begin(self, lpn: str, checklist: Checklist, digest: str, holder: str = "") -> None:
        values = {
            "lpn": lpn, "checklist_id": checklist.id, "checklist_version": checklist.version,
            "checklist_digest": digest, "holder": holder,
        }  # fmt: skip
        self._connection.execute(insert(inspections).values(values))

    def hold(self, lpn: str, holder: str, note: str = "", origin: str | None = None) -> None:
        values = {"holder": holder, "note": note} | ({} if origin is None else {"origin": origin})
        self._connection.execute(update(inspections).where(inspections.c.lpn == lpn).values(values))

    def answer(self, lpn: str, question_id: str, answer: str | None) -> None:
        self._connection.execute(insert(answers).values(lpn=lpn, question_id=question_id, answer=answer))

    def add_photo(self, photo: Photo) -> None:
        values = {
            name: getattr(photo, name) for name in ("lpn", "question_id", "sha256", "size", "width", "height", "view")
        }
        values["at_server"] = int(photo.at_server)
        self._connection.execute(insert(photos).values(values))

    def rule(self, lpn: str, ruling: Ruling) -> None:
        values = {"decision": records.to_text(ruling.decision), "kind": ruling.kind.value}
        values |= {name: getattr(ruling, name) for name in ("by", "at", "reason", "approved_by")}
        self._connection.execute(insert(rulings).values(lpn=lpn, **values))
