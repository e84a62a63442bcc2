"""Expected returns by the million: goods kept once, found by goods and by words."""

import json
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

NO_DUE = 253402300799
PAD = "\u2016\u2016"


def upgrade() -> None:
    op.drop_table("rma_codes")
    op.rename_table("rmas", "rmas_before")
    _create()
    _carry_over()
    op.drop_table("rmas_before")


def _create() -> None:
    op.create_table(
        "rmas",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.String, nullable=False, unique=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("due", sa.Integer, nullable=False),
        sa.Column("content", sa.String, nullable=False),
    )
    op.create_table(
        "rma_codes",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("rma_id", sa.Integer, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "goods",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("content", sa.String, nullable=False, unique=True),
        sa.Column("sku", sa.String, nullable=False, index=True),
        sa.Column("gtin", sa.String, nullable=False, index=True),
        sa.Column("words", sa.String, nullable=False),
    )
    op.create_table(
        "rma_goods",
        sa.Column("goods_id", sa.Integer, primary_key=True),
        sa.Column("due", sa.Integer, primary_key=True),
        sa.Column("rma_id", sa.Integer, primary_key=True),
        sqlite_with_rowid=False,
    )
    fts = "CREATE VIRTUAL TABLE {0} USING fts5(words, content='', columnsize=0, detail={1}, tokenize='trigram')"
    op.execute(fts.format("rma_search", "none"))
    op.execute(fts.format("goods_search", "full"))


def _carry_over() -> None:
    """What the station knows must be there after the update, though no server may be in reach."""
    connection = op.get_bind()
    goods: dict[str, int] = {}
    for n, version, content in connection.exec_driver_sql("SELECT rowid, version, content FROM rmas_before"):
        _put(connection, n, version, json.loads(content), goods)
    op.execute("INSERT INTO notes (name, value) SELECT 'rma_count', count(*) FROM rmas")


def _put(connection: sa.Connection, n: int, version: int, rma: dict[str, Any], goods: dict[str, int]) -> None:
    due = int(datetime.fromisoformat(rma["due_at"]).timestamp()) if rma["due_at"] else NO_DUE
    ids = [_goods(connection, line, goods) for line in rma["lines"]]
    lines = [
        [line["line_id"], each, line["quantity"], line["unit_value"], line["serials"], line.get("flags", [])]
        for line, each in zip(rma["lines"], ids, strict=True)
    ]
    content = [
        rma["status"], rma["order_number"], rma["return_type"], rma["wanted"], rma["customer"], rma["currency"],
        rma["due_at"] or "", rma["window_ends"], rma["tracking_numbers"], lines, rma.get("dispatched_at") or "",
        rma.get("flags", []), rma.get("phone_end", ""),
    ]  # fmt: skip
    run = connection.exec_driver_sql
    run("INSERT INTO rmas VALUES (?, ?, ?, ?, ?)", (n, rma["number"], version, due, _packed(content)))
    serials = [serial for line in rma["lines"] for serial in line["serials"]]
    for code in {rma["order_number"], *rma["tracking_numbers"], *serials} - {""}:
        run("INSERT INTO rma_codes VALUES (?, ?)", (code, n))
    for each in set(ids):
        run("INSERT INTO rma_goods VALUES (?, ?, ?)", (each, due, n))
    words = [rma["number"], rma["order_number"], *rma["tracking_numbers"], rma.get("phone_end", "")]
    tokens = ["\ue000" + chr(0x4E00 + each // 20_000) + chr(0x4E00 + each % 20_000) for each in sorted(set(ids))]
    text = "\n".join([*words, PAD + rma["customer"], *tokens])
    run("INSERT INTO rma_search (rowid, words) VALUES (?, ?)", (n, text))


def _goods(connection: sa.Connection, line: dict[str, Any], goods: dict[str, int]) -> int:
    names = line["name"]["by_language"]
    content = _packed(
        [line["sku"], line["gtin"], sorted(names.items()), line["category"], line["weight_g"], line["accessories"]]
    )
    if content not in goods:
        goods[content] = len(goods) + 1
        words = "\n".join([line["sku"], *names.values()])
        row = (goods[content], content, line["sku"], line["gtin"], words)
        connection.exec_driver_sql("INSERT INTO goods VALUES (?, ?, ?, ?, ?)", row)
        added = "INSERT INTO goods_search (rowid, words) VALUES (?, ?)"
        connection.exec_driver_sql(added, (goods[content], words))
    return goods[content]


def _packed(value: list[Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
