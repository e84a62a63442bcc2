"""Expected returns: the newest version of each, every version before it, and the codes that find it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from dockstation.server.store import counters
from dockstation.server.store.flavours import named
from dockstation.server.store.outbox import RMA_CHANGED, Notice, Outbox
from dockstation.server.store.tables import identity, rma_codes, rma_keys, rma_versions, rmas

COUNTER = "rma"
PAGE_CHARACTERS = 2 * 1024 * 1024
CHUNK = 500
"""So many RMAs are asked for and written at once."""
REQUESTED = "requested"
"""The state that stations hear nothing of."""


@dataclass(frozen=True, slots=True)
class StoredRma:
    """An RMA as JSON text without its version, and the version: the number of the change that made it so."""

    version: int
    content: str
    state: str = "approved"


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed an RMA, when (RFC 3339), how and why; ``before`` is the version that it had, 0 for none."""

    act: str
    at: str
    who: str = ""
    reason: str = ""
    state: str = ""
    before: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """An RMA to store: JSON text without a version, what finds it, and its state."""

    number: str
    content: str
    codes: frozenset[str]
    state: str


class Rmas:
    """Queries over RMAs, in one transaction."""

    def __init__(self, connection: Connection, outbox: Outbox) -> None:
        self._connection = connection
        self._outbox = outbox
        self._looked_up: dict[str, StoredRma | None] = {}

    def look(self, numbers: Sequence[str]) -> None:
        """Read the newest versions of these at once, for ``get`` to know; not for who changes RMAs."""
        found = self.known(numbers)
        self._looked_up |= {number: found.get(number) for number in numbers}

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
        """The newest version of one that stations know."""
        found = self._looked_up[number] if number in self._looked_up else self.any(number)
        return None if found is None or found.state == REQUESTED else found

    def any(self, number: str) -> StoredRma | None:
        """The newest version, in whatever state."""
        found = self._stored(_wanted().where(rmas.c.number == number))
        return found[0] if found else None

    def listed(self, state: str, after: str, limit: int) -> tuple[StoredRma, ...]:
        """RMAs in a state, or by "" all, in the order of their numbers, from after that one."""
        wanted = _wanted().where(rmas.c.number > after).order_by(rmas.c.number).limit(limit)
        return self._stored(wanted.where(rmas.c.state == state) if state else wanted)

    def changes(self, number: str, limit: int) -> tuple[Change, ...]:
        """The newest changes of an RMA, the oldest first."""
        told = [rma_versions.c[name] for name in Change.__slots__]
        mine = select(*told).where(rma_versions.c.number == number).order_by(rma_versions.c.version.desc())
        rows = self._connection.execute(mine.limit(limit)).mappings().all()
        return tuple(Change(**row) for row in reversed(rows))

    def keyed(self, key: str) -> tuple[str, str] | None:
        """The number and the body's hash that a client's key was used for."""
        row = self._connection.execute(select(rma_keys).where(rma_keys.c.key == key)).first()
        return None if row is None else (row.number, row.body_hash)

    def keep_key(self, key: str, number: str, body_hash: str) -> None:
        """Remember for ever what a client's key was used for."""
        self._connection.execute(insert(rma_keys).values(key=key, number=number, body_hash=body_hash))

    def _stored(self, wanted: Select[int, str, str]) -> tuple[StoredRma, ...]:
        return tuple(StoredRma(*row) for row in self._connection.execute(wanted))

    def at_version(self, number: str, version: int) -> StoredRma | None:
        """The RMA as it was in ``version``."""
        wanted = select(rma_versions.c.content).where(
            rma_versions.c.number == number, rma_versions.c.version == version
        )
        content = self._connection.execute(wanted).scalar()
        return None if content is None else StoredRma(version, content)

    def page(self, after: int, limit: int) -> tuple[tuple[StoredRma, ...], bool]:
        """At most ``limit`` RMAs changed after that change, in order, and whether more follow."""
        wanted = select(rmas.c.version, rmas.c.content).where(rmas.c.version > after, rmas.c.state != REQUESTED)
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
        known = (rma_codes.c.code == code, rmas.c.state != REQUESTED)
        rows = self._connection.execute(wanted.where(*known).order_by(rmas.c.number).limit(limit))
        return tuple(StoredRma(row.version, row.content) for row in rows)

    def put(self, written: Sequence[Written], how: Change) -> int:
        """Store a new version of each RMA that is not what it was; how many. Call ``hold`` before.

        ``how`` says who and why; the state is each one's own.
        """
        return sum(self._put(written[n : n + CHUNK], how) for n in range(0, len(written), CHUNK))

    def known(self, numbers: Sequence[str]) -> dict[str, StoredRma]:
        """Those of these RMAs that there are, by their numbers."""
        found: dict[str, StoredRma] = {}
        mine = named(self._connection.dialect.name, rmas.c.number, "numbers")
        wanted = select(rmas.c.number, *_wanted().selected_columns).where(mine)
        for n in range(0, len(numbers), CHUNK):
            rows = self._connection.execute(wanted, {"numbers": list(numbers[n : n + CHUNK])})
            found |= {row[0]: StoredRma(*row[1:]) for row in rows}
        return found

    def _put(self, written: Sequence[Written], how: Change) -> int:
        known = self.known([each.number for each in written])
        news = [each for each in written if not _same(known.get(each.number), each)]
        if not news:
            return 0
        first = counters.take(self._connection, COUNTER, len(news)) - len(news) + 1
        rows = [
            {"number": each.number, "version": version, "content": each.content, "state": each.state}
            for version, each in enumerate(news, first)
        ]
        self._replace(rows, known)
        told = {"act": how.act, "at": how.at, "who": how.who, "reason": how.reason}
        before = {number: each.version for number, each in known.items()}
        versions = [row | told | {"before": before.get(str(row["number"]), 0)} for row in rows]
        self._connection.execute(insert(rma_versions), versions)
        self._outbox.note(*map(_notice, versions))
        self._point(news, known)
        return len(news)

    def _replace(self, rows: Sequence[dict[str, Any]], known: Collection[str]) -> None:
        added = [row for row in rows if row["number"] not in known]
        if added:
            self._connection.execute(insert(rmas), added)
        changed = [row | {"this": row["number"]} for row in rows if row["number"] in known]
        if changed:
            values: dict[str, Any] = {name: bindparam(name) for name in ("version", "content", "state")}
            self._connection.execute(update(rmas).where(rmas.c.number == bindparam("this")).values(values), changed)

    def _point(self, news: Sequence[Written], known: Collection[str]) -> None:
        """Let the codes of these RMAs find them, and no others do."""
        lost = [each.number for each in news if each.number in known]
        if lost:
            self._connection.execute(delete(rma_codes).where(rma_codes.c.number.in_(lost)))
        codes = [{"code": code, "number": each.number} for each in news for code in sorted(each.codes)]
        if codes:
            self._connection.execute(insert(rma_codes), codes)


def _notice(version: Mapping[str, Any]) -> Notice:
    """What other systems are told; what the RMA says of customer and goods they read for themselves."""
    told = {"by": version["who"]} | {name: version[name] for name in ("number", "version", "before", "state", "act")}
    told |= {"reason": version["reason"]}
    return Notice(RMA_CHANGED, f"rma:{version['number']}", version["at"], told)


def _same(known: StoredRma | None, written: Written) -> bool:
    return known is not None and (known.content, known.state) == (written.content, written.state)


def _wanted() -> Select[int, str, str]:
    return select(rmas.c.version, rmas.c.content, rmas.c.state)
