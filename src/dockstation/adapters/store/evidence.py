"""Repository of discrepancies and of the photos that show them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Row, Select, select, update
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store import records
from dockstation.adapters.store.tables import discrepancies, parcel_photos
from dockstation.domain.discrepancy import Discrepancy, DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import ParcelPhoto


class SqlDiscrepancies:
    """Discrepancies in the order in which they were found; a withdrawn one stays."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, discrepancy_id: str) -> Discrepancy:
        query = select(discrepancies.c.content).where(discrepancies.c.discrepancy_id == discrepancy_id)
        content = self._connection.execute(query).scalar()
        if content is None:
            raise DockstationError("discrepancy.unknown")
        return records.discrepancy(content)

    def of_parcel(self, parcel_id: str) -> tuple[Discrepancy, ...]:
        query = select(discrepancies.c.content).where(discrepancies.c.parcel_id == parcel_id)
        return tuple(map(records.discrepancy, self._in_order(query)))

    def of_unit(self, lpn: str) -> tuple[Discrepancy, ...]:
        query = select(discrepancies.c.content).where(discrepancies.c.lpn == lpn)
        return tuple(map(records.discrepancy, self._in_order(query)))

    def _in_order(self, query: Select[str]) -> Iterable[str]:
        return self._connection.execute(query.order_by(discrepancies.c.discrepancy_id)).scalars().all()

    def put(self, discrepancy: Discrepancy) -> None:
        values = {name: getattr(discrepancy, name) for name in ("parcel_id", "lpn")}
        values |= {"kind": discrepancy.kind.value, "content": records.to_text(discrepancy)}
        statement = insert(discrepancies).values(discrepancy_id=discrepancy.discrepancy_id, **values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["discrepancy_id"], set_=values))
        photos = update(parcel_photos).where(
            parcel_photos.c.parcel_id == discrepancy.parcel_id, parcel_photos.c.sha256.in_(discrepancy.photos)
        )
        self._connection.execute(photos.values(discrepancy_id=discrepancy.discrepancy_id))

    def add_photo(self, photo: ParcelPhoto) -> None:
        names = ("parcel_id", "sha256", "size", "width", "height")
        values = {name: getattr(photo, name) for name in names}
        self._connection.execute(insert(parcel_photos).values(kind=photo.kind, discrepancy_id="", **values))

    def photos(self, parcel_id: str) -> tuple[ParcelPhoto, ...]:
        query = select(parcel_photos).where(parcel_photos.c.parcel_id == parcel_id)
        return tuple(_photo(row) for row in self._connection.execute(query.order_by(parcel_photos.c.number)))

    def loose_photos(self, parcel_id: str, kind: DiscrepancyKind) -> tuple[ParcelPhoto, ...]:
        query = select(parcel_photos).where(
            parcel_photos.c.parcel_id == parcel_id,
            parcel_photos.c.kind == kind.value,
            parcel_photos.c.discrepancy_id == "",
        )
        return tuple(_photo(row) for row in self._connection.execute(query.order_by(parcel_photos.c.number)))


def _photo(row: Row[tuple[object, ...]]) -> ParcelPhoto:
    return ParcelPhoto(row.sha256, row.size, row.width, row.height, row.parcel_id, DiscrepancyKind(row.kind))
