"""Inspections with their answers, photos and decision."""

from __future__ import annotations

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store import records
from dockstation.adapters.store.tables import answers, inspections, photos
from dockstation.application.ports.store import Inspection
from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import Photo
from dockstation.domain.outcome import Decision


class SqlInspections:
    """Inspections; the latest answer to a question counts, the earlier ones stay."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, lpn: str) -> Inspection:
        row = self._connection.execute(select(inspections).where(inspections.c.lpn == lpn)).first()
        if row is None:
            raise DockstationError("inspection.none", lpn=lpn)
        decided = records.decision(row.decision) if row.decision else None
        return Inspection(
            lpn, row.checklist_id, row.checklist_version, self._answers(lpn), self._photos(lpn), decided,
            row.holder, row.note, row.origin,
        )  # fmt: skip

    def _answers(self, lpn: str) -> dict[str, str]:
        given = self._connection.execute(select(answers).where(answers.c.lpn == lpn).order_by(answers.c.number))
        latest = {row.question_id: row.answer for row in given}
        return {question: answer for question, answer in latest.items() if answer is not None}

    def _photos(self, lpn: str) -> tuple[Photo, ...]:
        taken = self._connection.execute(select(photos).where(photos.c.lpn == lpn).order_by(photos.c.number))
        return tuple(
            Photo(row.sha256, row.size, row.width, row.height, lpn, row.question_id, at_server=bool(row.at_server))
            for row in taken
        )

    def begin(self, lpn: str, checklist_id: str, checklist_version: int, holder: str = "") -> None:
        values = {"lpn": lpn, "checklist_id": checklist_id, "checklist_version": checklist_version, "holder": holder}
        self._connection.execute(insert(inspections).values(values))

    def hold(self, lpn: str, holder: str, note: str = "", origin: str | None = None) -> None:
        values = {"holder": holder, "note": note} | ({} if origin is None else {"origin": origin})
        self._connection.execute(update(inspections).where(inspections.c.lpn == lpn).values(values))

    def answer(self, lpn: str, question_id: str, answer: str | None) -> None:
        self._connection.execute(insert(answers).values(lpn=lpn, question_id=question_id, answer=answer))

    def add_photo(self, photo: Photo) -> None:
        values = {name: getattr(photo, name) for name in ("lpn", "question_id", "sha256", "size", "width", "height")}
        values["at_server"] = int(photo.at_server)
        self._connection.execute(insert(photos).values(values))

    def decide(self, lpn: str, decision: Decision) -> None:
        values = {"decision": records.to_text(decision)}
        self._connection.execute(update(inspections).where(inspections.c.lpn == lpn).values(values))
