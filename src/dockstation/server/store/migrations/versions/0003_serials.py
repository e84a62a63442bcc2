"""Units are found by the serial number that they came with; filled from the events that are stored."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BATCH = 1000


def upgrade() -> None:
    table = op.create_table(
        "serials",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("serial", sa.String, nullable=False),
        sa.Column("lpn", sa.String, nullable=False),
        sa.Column("station", sa.String, sa.ForeignKey("stations.station"), nullable=False),
        sa.Column("rma_number", sa.String, nullable=False),
        sa.Column("received_at", sa.String, nullable=False),
        sa.UniqueConstraint("serial", "lpn"),
    )
    rows: list[dict[str, str]] = []
    for row in _rows(op.get_bind()):
        rows.append(row)
        if len(rows) == BATCH:
            op.bulk_insert(table, rows)
            rows.clear()
    op.bulk_insert(table, rows)
    op.create_index("ix_serials_lpn", "serials", ["lpn"])


def _rows(connection: sa.Connection) -> Iterator[dict[str, str]]:
    """One for each serial number and unit, in the order in which the server heard of them."""
    seen: set[tuple[str, str]] = set()
    voided = {content["aggregate"] for content in _told(connection, "UnitVoided")}
    for event in _told(connection, "UnitReceived"):
        about, serial, lpn = event["aggregate"], _text(event, "serial"), event["aggregate"].removeprefix("unit:")
        if serial and lpn != about and about not in voided and (serial, lpn) not in seen:
            seen.add((serial, lpn))
            kept = {"station": event["station"], "received_at": event["at"]}
            yield kept | {"serial": serial, "lpn": lpn, "rma_number": _text(event, "rma_number")}


def _told(connection: sa.Connection, kind: str) -> Iterator[Mapping[str, Any]]:
    stored = connection.execute(
        sa.text(
            "SELECT content FROM events JOIN receipts ON receipts.event_id = events.event_id"
            " WHERE kind = :kind AND result != 'waiting_predecessor' ORDER BY received_at, station, epoch, seq"
        ),
        {"kind": kind},
    )
    return map(json.loads, stored.scalars())


def _text(event: Mapping[str, Any], name: str) -> str:
    value = event["body"].get(name)
    return value if isinstance(value, str) and len(value) <= 256 else ""
