"""What waits here, in one statement each, with the terms of its returns kept beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, literal, or_, select
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store.tables import (
    SECOND,
    events,
    inspections,
    outbox,
    parcel_rmas,
    parcels,
    rma_terms,
    rmas,
    second_opinions,
    units,
)
from dockstation.application.ports.worklist import Terms, Waiting
from dockstation.domain.opinion import OpinionState
from dockstation.domain.parcel import ParcelState
from dockstation.domain.rma import ReturnType, Rma
from dockstation.domain.text import Text
from dockstation.domain.unit import UnitState

WAITING = [each.value for each in (UnitState.RECEIVED, UnitState.INSPECTING, UnitState.DECIDED, UnitState.LABELLED)]
BUSY = [each.value for each in (UnitState.INSPECTING, UnitState.DECIDED)]
BATCH = 500
KINDS: Mapping[str, ReturnType | None] = {"": None} | {each.value: each for each in ReturnType}
STATES: Mapping[str, UnitState | None] = {"": None} | {each.value: each for each in UnitState}
NOTHING = literal("")


def _or_nothing(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(column, "")


_TERMS = [_or_nothing(each) for each in (rma_terms.c.due_at, rma_terms.c.return_type)]
HELD = (inspections.c.holder, inspections.c.note, inspections.c.origin, second_opinions.c.state)


class SqlWorklist:
    """Reads for the worklist. A return's terms count for the version of it that they were kept of."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def unknown_terms(self) -> tuple[str, ...]:
        of_units = select(units.c.rma_number).where(units.c.state.in_(WAITING))
        arrived = select(parcels.c.parcel_id).where(parcels.c.state == ParcelState.ARRIVED.value)
        of_parcels = select(parcel_rmas.c.rma_number).where(parcel_rmas.c.parcel_id.in_(arrived))
        wanted = (
            select(rmas.c.number)
            .outerjoin(rma_terms, rma_terms.c.rma_number == rmas.c.number)
            .where(rmas.c.number.in_(of_units.union(of_parcels)))
            .where(or_(rma_terms.c.version.is_(None), rma_terms.c.version != rmas.c.version))
        )
        return tuple(self._connection.execute(wanted).scalars())

    def keep_terms(self, rmas: Sequence[Rma]) -> None:
        statement = insert(rma_terms)
        new = {name: statement.excluded[name] for name in ("version", "due_at", "return_type", "names")}
        if rmas:
            rows = [_row(each) for each in rmas]
            self._connection.execute(statement.on_conflict_do_update(index_elements=["rma_number"], set_=new), rows)

    def terms(self, rma_numbers: Sequence[str]) -> Mapping[str, Terms]:
        known: dict[str, Terms] = {}
        wanted = sorted(set(rma_numbers))
        for start in range(0, len(wanted), BATCH):
            batch = select(rma_terms).where(rma_terms.c.rma_number.in_(wanted[start : start + BATCH]))
            known |= {row.rma_number: _terms(row) for row in self._connection.execute(batch)}
        return known

    def units(self) -> tuple[Waiting, ...]:
        received = (
            select(func.min(outbox.c.at))
            .join(events, events.c.id == outbox.c.event_id)
            .where(events.c.aggregate == "unit:" + units.c.lpn)
            .scalar_subquery()
        )
        since = func.coalesce(func.nullif(parcels.c.arrived_at, ""), received, "")
        wanted = (
            select(
                units.c.lpn, units.c.parcel_id, units.c.rma_number, since, *_TERMS, NOTHING, NOTHING, units.c.line_id,
                units.c.found_as, units.c.state, *map(_or_nothing, HELD),
            )
            .join(parcels, parcels.c.parcel_id == units.c.parcel_id)
            .outerjoin(rma_terms, rma_terms.c.rma_number == units.c.rma_number)
            .outerjoin(inspections, inspections.c.lpn == units.c.lpn)
            .outerjoin(second_opinions, second_opinions.c.lpn == units.c.lpn)
            .where(units.c.state.in_(WAITING))
        )  # fmt: skip
        return self._read(wanted)

    def unopened(self) -> tuple[Waiting, ...]:
        first = and_(parcel_rmas.c.parcel_id == parcels.c.parcel_id, parcel_rmas.c.place == 0)
        wanted = (
            select(
                NOTHING, parcels.c.parcel_id, _or_nothing(parcel_rmas.c.rma_number), parcels.c.arrived_at, *_TERMS,
                parcels.c.code, parcels.c.carrier, *[NOTHING] * 7,
            )
            .outerjoin(parcel_rmas, first)
            .outerjoin(rma_terms, rma_terms.c.rma_number == parcel_rmas.c.rma_number)
            .where(parcels.c.state == ParcelState.ARRIVED.value)
        )  # fmt: skip
        return self._read(wanted)

    def unfinished(self) -> str:
        again = SECOND.inspections
        is_put_by = and_(second_opinions.c.state == OpinionState.WANTED.value, again.c.lpn.is_(None))
        wanted = (
            select(units.c.lpn)
            .join(inspections, inspections.c.lpn == units.c.lpn)
            .outerjoin(second_opinions, second_opinions.c.lpn == units.c.lpn)
            .outerjoin(again, again.c.lpn == units.c.lpn)
            .where(units.c.state.in_(BUSY), inspections.c.note == "", ~func.coalesce(is_put_by, False))
            .order_by(units.c.touched.desc())
            .limit(1)
        )
        return self._connection.execute(wanted).scalar() or ""

    def _read(self, wanted: Select[Any]) -> tuple[Waiting, ...]:
        return tuple(map(_waiting, self._connection.execute(wanted)))


def _waiting(row: Row[Any]) -> Waiting:
    lpn, parcel_id, number, since, due_at, kind, code, carrier, line_id, found_as, state, *held = tuple(row)
    holder, note, origin, opinion = held
    return Waiting(
        lpn, parcel_id, number, since, due_at, KINDS[kind], code, carrier, line_id, found_as, STATES[state], holder,
        note, origin, opinion,
    )  # fmt: skip


def _row(rma: Rma) -> dict[str, Any]:
    names = {line.line_id: dict(line.name.by_language) for line in rma.lines}
    return {
        "rma_number": rma.number, "version": rma.version, "return_type": rma.return_type.value,
        "due_at": rma.due_at.isoformat() if rma.due_at else "", "names": json.dumps(names, ensure_ascii=False),
    }  # fmt: skip


def _terms(row: Row[Any]) -> Terms:
    names = {line_id: Text(name) for line_id, name in json.loads(row.names).items()}
    return Terms(row.rma_number, row.due_at, ReturnType(row.return_type), names)
