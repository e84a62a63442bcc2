"""Config that is published for stations: the newest version of each document, and every version before it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Select, and_, func, insert, select, update

from dockstation.server.store import counters
from dockstation.server.store.tables import config_documents, config_versions

COUNTER = "config"
PAGE_CHARACTERS = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as somebody wants it; ``gone`` when it is withdrawn. A person's holds the hash of a PIN."""

    kind: str
    name: str
    content: str = field(default="", repr=False)
    gone: bool = False

    @property
    def sha256(self) -> str:
        """The hash of its text."""
        return hashlib.sha256(self.content.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One version of a document; ``version`` is the number of the change that made it so."""

    kind: str
    name: str
    version: int
    sha256: str
    content: str = field(repr=False)
    at: str
    by: str
    gone: bool


class ConfigStore:
    """Queries over published config, in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self) -> int:
        """The number of the last change."""
        return counters.value(self._connection, COUNTER)

    def hold(self) -> int:
        """The same, and let no other transaction change anything before this one ends."""
        return counters.hold(self._connection, COUNTER)

    def get(self, kind: str, name: str) -> StoredDocument | None:
        """The newest version, also of one that is gone."""
        found = self._all(_newest().where(config_versions.c.kind == kind, config_versions.c.name == name))
        return found[0] if found else None

    def of_kinds(self, kinds: Sequence[str]) -> tuple[StoredDocument, ...]:
        """The newest versions of what is published now, in the order of kind and name."""
        wanted = _newest().where(config_versions.c.kind.in_(kinds), config_versions.c.gone.is_(False))
        return self._all(wanted.order_by(config_versions.c.kind, config_versions.c.name))

    def versions(self, kind: str, name: str, limit: int) -> tuple[StoredDocument, ...]:
        """The versions of a document, the newest first."""
        mine = select(config_versions).where(config_versions.c.kind == kind, config_versions.c.name == name)
        return self._all(mine.order_by(config_versions.c.version.desc()).limit(limit))

    def at_version(self, kind: str, name: str, version: int) -> StoredDocument | None:
        """The document as it was in that version."""
        mine = (config_versions.c.kind == kind, config_versions.c.name == name, config_versions.c.version == version)
        found = self._all(select(config_versions).where(*mine))
        return found[0] if found else None

    def page(self, after: int, limit: int) -> tuple[tuple[StoredDocument, ...], bool]:
        """At most ``limit`` documents changed after that change, in order, and whether more follow."""
        wanted = _newest().where(config_documents.c.version > after).order_by(config_documents.c.version)
        found: list[StoredDocument] = []
        characters = 0
        for each in self._all(wanted.limit(limit + 1)):
            characters += len(each.content)
            if len(found) == limit or (found and characters > PAGE_CHARACTERS):
                return tuple(found), True
            found.append(each)
        return tuple(found), False

    def count(self) -> int:
        """How many documents there are, those that are gone too."""
        return int(self._connection.execute(select(func.count()).select_from(config_documents)).scalar_one())

    def put(self, drafts: Sequence[Draft], by: str, at: str) -> tuple[StoredDocument, ...]:
        """A new version of each of these. Call ``hold`` before."""
        if not drafts:
            return ()
        first = counters.take(self._connection, COUNTER, len(drafts)) - len(drafts) + 1
        stored = tuple(
            StoredDocument(each.kind, each.name, version, each.sha256, each.content, at, by, each.gone)
            for version, each in enumerate(drafts, first)
        )
        rows = [{name: getattr(each, name) for name in StoredDocument.__slots__} for each in stored]
        self._connection.execute(insert(config_versions), rows)
        for each in stored:
            self._point(each)
        return stored

    def _point(self, stored: StoredDocument) -> None:
        mine = (config_documents.c.kind == stored.kind, config_documents.c.name == stored.name)
        moved = self._connection.execute(update(config_documents).where(*mine).values(version=stored.version))
        if not moved.rowcount:
            values = {"kind": stored.kind, "name": stored.name, "version": stored.version}
            self._connection.execute(insert(config_documents).values(values))

    def _all(self, wanted: Select[*tuple[object, ...]]) -> tuple[StoredDocument, ...]:
        rows = self._connection.execute(wanted).mappings()
        return tuple(StoredDocument(**{name: row[name] for name in StoredDocument.__slots__}) for row in rows)


def _newest() -> Select[*tuple[object, ...]]:
    same = and_(
        config_versions.c.kind == config_documents.c.kind,
        config_versions.c.name == config_documents.c.name,
        config_versions.c.version == config_documents.c.version,
    )
    return select(config_versions).join(config_documents, same)
