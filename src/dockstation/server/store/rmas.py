"""Expected returns: the newest version of each, every version before it, and the codes that find it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from dockstation.server.store import counters
from dockstation.server.store.tables import identity, rma_codes, rma_versions, rmas

COUNTER = "rma"
PAGE_CHARACTERS = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredRma:
    """An RMA as JSON text without its version, and the version: the number of the change that made it so."""

    version: int
    content: str


class Rmas:
    """Queries over RMAs, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def database_id(self) -> str:
        """The name that this database gave itself when it was made."""
        return str(self._connection.execute(select(identity.c.database_id)).scalar_one())

    def newest(self) -> int:
        """The number of the last change."""
        return counters.value(self._connection, COUNTER)

    def hold(self) -> None:
        """Let no other transaction change RMAs before this one ends."""
        counters.hold(self._connection, COUNTER)

    def get(self, number: str) -> StoredRma | None:
        """The newest version."""
        wanted = select(rmas.c.version, rmas.c.content).where(rmas.c.number == number)
        row = self._connection.execute(wanted).first()
        return StoredRma(row.version, row.content) if row else None

    def at_version(self, number: str, version: int) -> StoredRma | None:
        """The RMA as it was in ``version``."""
        wanted = select(rma_versions.c.content).where(
            rma_versions.c.number == number, rma_versions.c.version == version
        )
        content = self._connection.execute(wanted).scalar()
        return None if content is None else StoredRma(version, content)

    def page(self, after: int, limit: int) -> tuple[tuple[StoredRma, ...], bool]:
        """At most ``limit`` RMAs changed after that change, in order, and whether more follow."""
        wanted = select(rmas.c.version, rmas.c.content).where(rmas.c.version > after)
        found: list[StoredRma] = []
        characters = 0
        for row in self._connection.execute(wanted.order_by(rmas.c.version).limit(limit + 1)):
            characters += len(row.content)
            if len(found) == limit or (found and characters > PAGE_CHARACTERS):
                return tuple(found), True
            found.append(StoredRma(row.version, row.content))
        return tuple(found), False

    def find(self, code: str, limit: int) -> tuple[StoredRma, ...]:
        """RMAs that this code was stored for."""
        wanted = select(rmas.c.version, rmas.c.content).join(rma_codes, rma_codes.c.number == rmas.c.number)
        rows = self._connection.execute(wanted.where(rma_codes.c.code == code).order_by(rmas.c.number).limit(limit))
        return tuple(StoredRma(row.version, row.content) for row in rows)

    def put(self, number: str, content: str, codes: Iterable[str]) -> bool:
        """Store a new version unless nothing changed; whether it did. Call ``hold`` before."""
        known = self.get(number)
        if known is not None and known.content == content:
            return False
        version = counters.take(self._connection, COUNTER)
        if known is None:
            self._connection.execute(insert(rmas).values(number=number, version=version, content=content))
        else:
            changed = update(rmas).where(rmas.c.number == number)
            self._connection.execute(changed.values(version=version, content=content))
        self._connection.execute(insert(rma_versions).values(number=number, version=version, content=content))
        self._connection.execute(delete(rma_codes).where(rma_codes.c.number == number))
        self._connection.execute(insert(rma_codes), [{"code": each, "number": number} for each in set(codes)])
        return True
