"""Repositories of what came and what it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store.tables import notes, parcel_rmas, parcels, units
from dockstation.application.ports.store import Note
from dockstation.domain.errors import DockstationError
from dockstation.domain.parcel import Condition, Parcel, ParcelState
from dockstation.domain.unit import Unit, UnitState


class SqlParcels:
    """Boxes that this station has seen."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, parcel_id: str) -> Parcel:
        row = self._connection.execute(select(parcels).where(parcels.c.parcel_id == parcel_id)).first()
        if row is None:
            raise DockstationError("parcel.unknown")
        return self._parcel(row)

    def by_code(self, code: str) -> Parcel | None:
        row = self._connection.execute(select(parcels).where(parcels.c.code == code)).first()
        return self._parcel(row) if row else None

    def of_rma(self, rma_number: str) -> tuple[Parcel, ...]:
        mine = select(parcel_rmas.c.parcel_id).where(parcel_rmas.c.rma_number == rma_number)
        return self._read(select(parcels).where(parcels.c.parcel_id.in_(mine)).order_by(parcels.c.parcel_id))

    def in_states(self, states: Sequence[ParcelState]) -> tuple[Parcel, ...]:
        query = select(parcels).where(parcels.c.state.in_([each.value for each in states]))
        return self._read(query.order_by(parcels.c.arrived_at, parcels.c.parcel_id))

    def arrived_since(self, at: str, limit: int) -> tuple[Parcel, ...]:
        newest = select(parcels).where(parcels.c.arrived_at >= at)
        return self._read(newest.order_by(parcels.c.arrived_at.desc(), parcels.c.parcel_id.desc()).limit(limit))

    def count_since(self, at: str) -> int:
        query = select(func.count()).select_from(parcels).where(parcels.c.arrived_at >= at)
        return self._connection.execute(query).scalar_one()

    def not_intact_since(self, at: str) -> tuple[Parcel, ...]:
        fine = ("", Condition.INTACT.value)
        query = select(parcels).where(parcels.c.arrived_at >= at, parcels.c.condition.not_in(fine))
        return self._read(query.order_by(parcels.c.arrived_at, parcels.c.parcel_id))

    def strangers(self) -> tuple[Parcel, ...]:
        shut = (ParcelState.ARRIVED.value, ParcelState.HELD.value)
        known = select(parcel_rmas).where(parcel_rmas.c.parcel_id == parcels.c.parcel_id).exists()
        query = select(parcels).where(parcels.c.state.in_(shut), ~known)
        return self._read(query.order_by(parcels.c.arrived_at, parcels.c.parcel_id))

    def put(self, parcel: Parcel) -> None:
        values = {name: getattr(parcel, name) for name in ("code", "carrier", "arrived_at", "weight_g")}
        condition = parcel.condition.value if parcel.condition else ""
        values |= {"state": parcel.state.value, "condition": condition}
        statement = insert(parcels).values(parcel_id=parcel.parcel_id, **values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["parcel_id"], set_=values))
        self._connection.execute(delete(parcel_rmas).where(parcel_rmas.c.parcel_id == parcel.parcel_id))
        if parcel.rma_numbers:
            places = enumerate(parcel.rma_numbers)
            rows = [{"parcel_id": parcel.parcel_id, "rma_number": each, "place": n} for n, each in places]
            self._connection.execute(insert(parcel_rmas), rows)

    def _read(self, query: Select[Any]) -> tuple[Parcel, ...]:
        return tuple(self._parcel(row) for row in self._connection.execute(query).all())

    def _parcel(self, row: Row[Any]) -> Parcel:
        mine = select(parcel_rmas.c.rma_number).where(parcel_rmas.c.parcel_id == row.parcel_id)
        numbers = tuple(self._connection.execute(mine.order_by(parcel_rmas.c.place)).scalars())
        condition = Condition(row.condition) if row.condition else None
        return Parcel(
            row.parcel_id, row.code, numbers, ParcelState(row.state), row.carrier, condition, row.arrived_at,
            row.weight_g,
        )  # fmt: skip


class SqlUnits:
    """Items that this station has received."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, lpn: str) -> Unit:
        unit = self.find(lpn)
        if unit is None:
            raise DockstationError("unit.unknown", lpn=lpn)
        return unit

    def find(self, lpn: str) -> Unit | None:
        row = self._connection.execute(select(units).where(units.c.lpn == lpn)).first()
        return _unit(row) if row else None

    def of_rma(self, rma_number: str) -> tuple[Unit, ...]:
        query = select(units).where(units.c.rma_number == rma_number).order_by(units.c.lpn)
        return tuple(_unit(row) for row in self._connection.execute(query))

    def of_parcel(self, parcel_id: str) -> tuple[Unit, ...]:
        query = select(units).where(units.c.parcel_id == parcel_id).order_by(units.c.lpn)
        return tuple(_unit(row) for row in self._connection.execute(query))

    def by_serial(self, serial: str) -> tuple[Unit, ...]:
        query = select(units).where(units.c.serial == serial).order_by(units.c.lpn)
        return tuple(_unit(row) for row in self._connection.execute(query))

    def in_states(self, states: Sequence[UnitState]) -> tuple[Unit, ...]:
        query = select(units).where(units.c.state.in_([each.value for each in states]))
        return tuple(_unit(row) for row in self._connection.execute(query.order_by(units.c.touched.desc())))

    def put(self, unit: Unit) -> None:
        newest = self._connection.execute(select(func.coalesce(func.max(units.c.touched), 0))).scalar_one()
        values = {
            "parcel_id": unit.parcel_id, "rma_number": unit.rma_number, "line_id": unit.line_id,
            "serial": unit.serial, "state": unit.state.value, "touched": newest + 1, "found_as": unit.found_as,
        }  # fmt: skip
        statement = insert(units).values(lpn=unit.lpn, **values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["lpn"], set_=values))

    def next_counter(self) -> int:
        known = SqlNotes(self._connection)
        counter = int(known.get(Note.LPN_COUNTER) or 0)
        known.set(Note.LPN_COUNTER, str(counter + 1))
        return counter


def _unit(row: Row[tuple[str, ...]]) -> Unit:
    return Unit(row.lpn, row.parcel_id, row.rma_number, row.line_id, row.serial, UnitState(row.state), row.found_as)


class SqlNotes:
    """Small facts of the station by name."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, note: Note) -> str | None:
        return self._connection.execute(select(notes.c.value).where(notes.c.name == note.value)).scalar()

    def set(self, note: Note, value: str) -> None:
        statement = insert(notes).values(name=note.value, value=value)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
