"""Checklists and rule books as they were when they were used."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store import records
from dockstation.adapters.store.tables import versions
from dockstation.domain.checklist import Checklist
from dockstation.domain.errors import DockstationError
from dockstation.domain.policy import RuleBook

CHECKLIST, RULES = "checklist", "rules"


class SqlVersions:
    """See the port. The same text is kept once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep_checklist(self, checklist: Checklist) -> str:
        return self._keep(CHECKLIST, checklist)

    def keep_rules(self, book: RuleBook) -> str:
        return self._keep(RULES, book)

    def _keep(self, kind: str, kept: Checklist | RuleBook) -> str:
        content = records.version_text(kept)
        digest = hashlib.sha256(content.encode()).hexdigest()
        values = {"digest": digest, "kind": kind, "name": kept.id, "version": kept.version, "content": content}
        self._connection.execute(insert(versions).values(values).on_conflict_do_nothing())
        return digest

    def checklist(self, digest: str) -> Checklist:
        known = (versions.c.digest == digest, versions.c.kind == CHECKLIST)
        content = self._connection.execute(select(versions.c.content).where(*known)).scalar()
        if content is None:
            raise DockstationError("checklist.lost", digest=digest[:12])
        return records.checklist(content)
