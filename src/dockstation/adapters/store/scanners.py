"""The repository of tested scanners."""

from __future__ import annotations

import json
from dataclasses import asdict

from sqlalchemy import Connection, Row, select
from sqlalchemy.dialects.sqlite import insert

from dockstation.adapters.store.tables import scanners
from dockstation.domain.scanner import Layout, ScannerProfile
from dockstation.domain.self_test import Finding, FindingKind, TestedScanner

KINDS = frozenset(FindingKind)


class SqlScanners:
    """One row a device; the latest test replaces the one before."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, device: str) -> TestedScanner | None:
        row = self._connection.execute(select(scanners).where(scanners.c.device == device)).first()
        return _tested(row) if row else None

    def all(self) -> tuple[TestedScanner, ...]:
        rows = self._connection.execute(select(scanners).order_by(scanners.c.device))
        return tuple(_tested(row) for row in rows)

    def put(self, tested: TestedScanner) -> None:
        values = {
            "profile": json.dumps(asdict(tested.profile), ensure_ascii=False),
            "findings": json.dumps([[each.kind, dict(each.facts)] for each in tested.findings], ensure_ascii=False),
            "tested_at": tested.tested_at,
            "by": tested.by,
        }
        statement = insert(scanners).values(device=tested.profile.device, **values)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["device"], set_=values))


def _tested(row: Row[tuple[str, ...]]) -> TestedScanner:
    profile = json.loads(row.profile)
    found = [Finding(FindingKind(kind), facts) for kind, facts in json.loads(row.findings) if kind in KINDS]
    return TestedScanner(
        ScannerProfile(**profile | {"layout": Layout(profile["layout"])}), tuple(found), row.tested_at, row.by
    )
