"""The local copy of expected returns: found by any code on a parcel or an item, by goods, and by words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from dockstation.adapters.store import rma_text
from dockstation.adapters.store.rma_search import Pool, RmaSearch, marks
from dockstation.application.ports.store import FOUND_AT_MOST, FoundRmas
from dockstation.domain.errors import DockstationError
from dockstation.domain.rma import Rma

BATCH = 500
COUNT = "rma_count"
"""The note that keeps the number of returns: counting a million takes too long for every home screen."""

Row = Any
"""id, number, version, content."""
Numbered = Sequence[tuple[int, Rma]]


class SqlRmas:
    """One row a return; goods that many returns share are one row of their own."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._search = RmaSearch(connection)

    def get(self, number: str) -> Rma:
        found = self._rmas(self._rows("number", [number]))
        if not found:
            raise DockstationError("rma.unknown", code=number)
        return found[0]

    def find(self, code: str) -> tuple[Rma, ...]:
        found = self._sql(
            "SELECT id, number, version, content FROM rmas WHERE id IN "
            "(SELECT id FROM rmas WHERE number = ? UNION SELECT rma_id FROM rma_codes WHERE code = ?) "
            f"ORDER BY number LIMIT {FOUND_AT_MOST}",
            code,
            code,
        )
        return tuple(self._rmas(found))

    def carrying(self, code: str, near: datetime) -> FoundRmas:
        return self._best(self._search.carrying(code, rma_text.due_second(near)), near)

    def search(
        self, words: Sequence[str], near: datetime, shown: Callable[[Rma], Rma] = lambda rma: rma
    ) -> FoundRmas:
        wanted = [word.casefold() for word in words]
        return self._best(self._search.by_words(words), near, lambda rma: rma_text.has_all(shown(rma), wanted))

    def put(self, rmas: Sequence[Rma]) -> None:
        latest = {each.number: each for each in sorted(rmas, key=lambda each: each.version)}
        for batch in _batches(list(latest.values())):
            self._put(batch)

    def remove(self, numbers: Sequence[str]) -> None:
        for batch in _batches(list(dict.fromkeys(numbers))):
            here = self._here(batch)
            gone = [row for row in self._rows("number", batch) if row[1] not in here]
            self._forget(gone)
            self._many("DELETE FROM rmas WHERE id = ?", [(row[0],) for row in gone])
            self._counted(-len(gone))

    def _here(self, numbers: Sequence[str]) -> frozenset[str]:
        """Those of which a parcel or an item has come: work needs them, whatever the server has forgotten."""
        asked = marks(numbers)
        rows = self._sql(
            f"SELECT rma_number FROM parcel_rmas WHERE rma_number IN ({asked}) "
            f"UNION SELECT rma_number FROM units WHERE rma_number IN ({asked})",
            *numbers,
            *numbers,
        )
        return frozenset(row[0] for row in rows)

    def count(self) -> int:
        known = self._sql("SELECT value FROM notes WHERE name = ?", COUNT)
        return int(known[0][0]) if known else 0

    def _put(self, wanted: Sequence[Rma]) -> None:
        known = {row[1]: row for row in self._rows("number", [each.number for each in wanted])}
        newer = [each for each in wanted if each.number not in known or each.version > known[each.number][2]]
        self._forget([known[each.number] for each in newer if each.number in known])
        fresh = int(self._sql("SELECT coalesce(max(id), 0) FROM rmas")[0][0])
        numbered: list[tuple[int, Rma]] = []
        for each in newer:
            if each.number not in known:
                fresh += 1
            numbered.append((known[each.number][0] if each.number in known else fresh, each))
        self._insert(numbered)
        self._counted(sum(each.number not in known for each in newer))

    def _insert(self, numbered: Numbered) -> None:
        texts = [[rma_text.goods_text(line) for line in rma.lines] for _, rma in numbered]
        goods = self._goods(numbered, texts)
        goods_of = [[goods[text] for text in mine] for mine in texts]
        dues = [rma_text.due_second(rma.due_at) for _, rma in numbered]
        rows = zip(numbered, dues, goods_of, strict=True)
        self._many(
            "INSERT OR REPLACE INTO rmas (id, number, version, due, content) VALUES (?, ?, ?, ?, ?)",
            [(n, rma.number, rma.version, due, rma_text.rma_text(rma, mine)) for (n, rma), due, mine in rows],
        )
        codes = sorted((code, n) for n, rma in numbered for code in rma_text.codes(rma))
        self._many("INSERT INTO rma_codes (code, rma_id) VALUES (?, ?)", codes)
        places = zip(numbered, dues, goods_of, strict=True)
        carried = sorted((each, due, n) for (n, _), due, mine in places for each in set(mine))
        self._many("INSERT INTO rma_goods (goods_id, due, rma_id) VALUES (?, ?, ?)", carried)
        searched = [(n, rma_text.searched(rma, mine)) for (n, rma), mine in zip(numbered, goods_of, strict=True)]
        self._many("INSERT INTO rma_search (rowid, words) VALUES (?, ?)", searched)

    def _goods(self, numbered: Numbered, texts: Sequence[Sequence[str]]) -> dict[str, int]:
        """The ids of all these goods by their texts; new ones are put first."""
        pairs = zip(numbered, texts, strict=True)
        lines = {text: line for (_, rma), mine in pairs for text, line in zip(mine, rma.lines, strict=True)}
        known = self._goods_known(list(lines))
        new = {text: line for text, line in lines.items() if text not in known}
        rows = [(text, line.sku, line.gtin, rma_text.goods_words(line)) for text, line in new.items()]
        self._many("INSERT INTO goods (content, sku, gtin, words) VALUES (?, ?, ?, ?)", rows)
        added = self._goods_known(list(new))
        words = [(added[text], rma_text.goods_words(line)) for text, line in new.items()]
        self._many("INSERT INTO goods_search (rowid, words) VALUES (?, ?)", words)
        return known | added

    def _goods_known(self, texts: Sequence[str]) -> dict[str, int]:
        known: dict[str, int] = {}
        for batch in _batches(texts):
            rows = self._sql(f"SELECT content, id FROM goods WHERE content IN ({marks(batch)})", *batch)
            known |= {row[0]: row[1] for row in rows}
        return known

    def _forget(self, rows: Sequence[Row]) -> None:
        """Take these out of every index; the rows themselves stay."""
        rmas = self._rmas(rows)
        numbered = [(row[0], rma) for row, rma in zip(rows, rmas, strict=True)]
        codes = [(code, n) for n, rma in numbered for code in rma_text.codes(rma)]
        self._many("DELETE FROM rma_codes WHERE code = ? AND rma_id = ?", codes)
        carried = [
            (each, rma_text.due_second(rma.due_at), row[0])
            for row, rma in zip(rows, rmas, strict=True)
            for each in set(rma_text.goods_ids(row[3]))
        ]
        self._many("DELETE FROM rma_goods WHERE goods_id = ? AND due = ? AND rma_id = ?", carried)
        pairs = zip(rows, rmas, strict=True)
        searched = [(row[0], rma_text.searched(rma, rma_text.goods_ids(row[3]))) for row, rma in pairs]
        self._many("INSERT INTO rma_search (rma_search, rowid, words) VALUES ('delete', ?, ?)", searched)

    def _counted(self, more: int) -> None:
        text = "INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = value + ?"
        self._connection.exec_driver_sql(text, (COUNT, str(max(0, more)), more))

    def _best(self, pool: Pool, near: datetime, fits: Callable[[Rma], bool] = lambda _rma: True) -> FoundRmas:
        """Those of the pool that fit, the most likely first."""
        found: list[Rma] = []
        for batch in _batches(self._search.ranked(pool, rma_text.due_second(near)), 2 * FOUND_AT_MOST):
            by_id = {row[0]: row for row in self._rows("id", batch)}
            rmas = self._rmas([by_id[each] for each in batch])
            found += filter(fits, rmas)
            if len(found) > FOUND_AT_MOST:
                break
        return FoundRmas(tuple(found[:FOUND_AT_MOST]), pool.cut or len(found) > FOUND_AT_MOST)

    def _rows(self, column: str, values: Sequence[str | int]) -> Sequence[Row]:
        """By their numbers or ids; ``column`` is ours."""
        text = f"SELECT id, number, version, content FROM rmas WHERE {column} IN ({marks(values)})"
        return self._sql(text, *values) if values else ()

    def _rmas(self, rows: Sequence[Row]) -> list[Rma]:
        ids = list({each for row in rows for each in rma_text.goods_ids(row[3])})
        goods: dict[int, list[Any]] = {}
        for batch in _batches(ids):
            told = self._sql(f"SELECT id, content FROM goods WHERE id IN ({marks(batch)})", *batch)
            goods |= {row[0]: json.loads(row[1]) for row in told}
        return [rma_text.rma(row[1], row[2], row[3], goods) for row in rows]

    def _sql(self, text: str, *values: str | int) -> Sequence[Row]:
        return self._connection.exec_driver_sql(text, values).fetchall()

    def _many(self, text: str, rows: Sequence[tuple[str | int, ...]]) -> None:
        if rows:
            self._connection.exec_driver_sql(text, list(rows))


def _batches(values: Sequence[Any], size: int = BATCH) -> Iterator[Sequence[Any]]:
    """SQLite takes only so many values in one statement."""
    return (values[start : start + size] for start in range(0, len(values), size))
