"""Which returns may be meant by goods or by words: ids out of the indexes, never more than a person would read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dockstation.adapters.store.rma_text import PAD, goods_token
from dockstation.domain.parcel import HERE

POOL = 500
GOODS = 500
NEAR = 40
"""So many returns of one kind of goods, before the due time looked for and after it."""
OPEN = 100
TRIGRAM = 3
PHONE = 4
STATES = ", ".join(f"'{state.value}'" for state in sorted(HERE))


@dataclass(frozen=True, slots=True)
class Pool:
    """Returns by id; ``first`` are the likeliest of them; ``cut``: there are more."""

    ids: tuple[int, ...]
    cut: bool = False
    first: tuple[int, ...] = ()


class RmaSearch:
    """Reads the indexes that ``SqlRmas`` fills."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def carrying(self, code: str, near: int) -> Pool:
        """Returns of the goods with this GTIN or SKU: those that stand open here, and those due nearest."""
        goods = self._ids(f"SELECT id FROM goods WHERE gtin = ? OR sku = ? LIMIT {OPEN}", code, code)
        return self._due_near(goods, near)

    def by_words(self, words: Sequence[str]) -> Pool:
        """The newest returns with the words; too many goods for one word are left to who looks at the returns."""
        long = [word for word in words if _searchable(word)]
        if not long:
            return Pool(())
        goods = {word: self._goods_with([word]) for word in long}
        joint = self._goods_with(words) if len(words) > 1 else []
        rare = [word for word in long if len(goods[word]) <= GOODS] or ([] if joint else long)
        phones = [word for word in rare if len(word) == PHONE and word.isascii() and word.isdigit()]
        ends = " AND ".join(_either(f"\n{word}\n" if word in phones else word, goods[word]) for word in rare)
        first = self._newest(ends) if phones else []
        ids = [*first, *self._newest(" AND ".join(_either(word, goods[word]) for word in rare))]
        ids += self._newest(_goods(joint))
        cut = len(ids) > POOL or any(len(each) > GOODS for each in goods.values())
        return Pool(tuple(dict.fromkeys((*self._open(), *ids))), cut, tuple(first))

    def ranked(self, pool: Pool, near: int) -> Sequence[int]:
        """What stands open here before the likeliest, these before the others; then by how near they are due."""
        here = (
            "EXISTS (SELECT 1 FROM parcel_rmas JOIN parcels USING (parcel_id) "
            f"WHERE parcel_rmas.rma_number = rmas.number AND parcels.state IN ({STATES}))"
        )
        wanted = f"SELECT {here}, abs(due - ?), id FROM rmas WHERE id IN ({marks(pool.ids)})"
        rows = self._connection.exec_driver_sql(wanted, (near, *pool.ids))
        return [n for _, _, _, n in sorted((not here, n not in pool.first, due, n) for here, due, n in rows)]

    def _newest(self, match: str) -> list[int]:
        wanted = f"SELECT rowid FROM rma_search WHERE rma_search MATCH ? ORDER BY rowid DESC LIMIT {POOL + 1}"
        return self._ids(wanted, match) if match else []

    def _open(self) -> list[int]:
        return self._ids(
            "SELECT rmas.id FROM parcels JOIN parcel_rmas USING (parcel_id) "
            "JOIN rmas ON rmas.number = parcel_rmas.rma_number "
            f"WHERE parcels.state IN ({STATES}) ORDER BY parcels.arrived_at DESC LIMIT {OPEN}"
        )

    def _open_with(self, goods: Sequence[int]) -> list[int]:
        return self._ids(
            "SELECT DISTINCT rmas.id FROM parcels JOIN parcel_rmas USING (parcel_id) "
            "JOIN rmas ON rmas.number = parcel_rmas.rma_number JOIN rma_goods "
            f"ON rma_goods.goods_id IN ({marks(goods)}) AND rma_goods.due = rmas.due AND rma_goods.rma_id = rmas.id "
            f"WHERE parcels.state IN ({STATES}) LIMIT {NEAR}",
            *goods,
        )

    def _goods_with(self, words: Sequence[str]) -> Sequence[int]:
        """Goods with all of the words; what is too short for the index is looked for in every text."""
        long = [word for word in words if len(word) >= TRIGRAM]
        if len(long) == len(words):
            text = f"SELECT rowid FROM goods_search WHERE goods_search MATCH ? LIMIT {GOODS + 1}"
            return self._ids(text, " ".join(map(_match, long)))
        short = [f"%{_escaped(word)}%" for word in words if len(word) < TRIGRAM]
        tests = ["id IN (SELECT rowid FROM goods_search WHERE goods_search MATCH ?)"] if long else []
        tests += ["words LIKE ? ESCAPE '\\'"] * len(short)
        values = [" ".join(map(_match, long)), *short] if long else short
        return self._ids(f"SELECT id FROM goods WHERE {' AND '.join(tests)} LIMIT {GOODS + 1}", *values)

    def _due_near(self, goods: Sequence[int], near: int) -> Pool:
        """Returns of these goods that stand open here, and of each kind of goods those due next and due last."""
        each = max(2, min(NEAR, 2 * POOL // max(1, len(goods))))
        ids = self._open_with(goods)
        cut = False
        for one in goods:
            for side in (">= ? ORDER BY due", "< ? ORDER BY due DESC"):
                wanted = f"SELECT rma_id FROM rma_goods WHERE goods_id = ? AND due {side} LIMIT {each + 1}"
                found = self._ids(wanted, one, near)
                cut = cut or len(found) > each
                ids += found[:each]
        return Pool(tuple(dict.fromkeys(ids)), cut)

    def _ids(self, text: str, *values: str | int) -> list[int]:
        return [row[0] for row in self._connection.exec_driver_sql(text, values)]


def marks(values: Iterable[object]) -> str:
    """Places for so many values."""
    return ", ".join("?" for _ in values)


def _searchable(word: str) -> bool:
    """One or two Latin letters or digits stand in nearly everything; as many Chinese ones are a word."""
    return len(word) >= TRIGRAM or not word.isascii()


def _match(word: str) -> str:
    """The word as FTS5 takes it, whatever is in it."""
    return '"' + word.replace('"', '""') + '"'


def _either(word: str, goods: Sequence[int]) -> str:
    """The word itself, or one of these goods.

    Each of its trigrams, in any order: the index keeps no places, which halves it; who asked looks again.
    """
    padded = word if len(word) >= TRIGRAM else PAD[len(word) - TRIGRAM :] + word
    trigrams = " ".join(_match(padded[n : n + TRIGRAM]) for n in range(len(padded) - TRIGRAM + 1))
    return f"({trigrams} OR {_goods(goods)})" if goods else f"({trigrams})"


def _goods(ids: Sequence[int]) -> str:
    return " OR ".join(_match(goods_token(each)) for each in ids[:GOODS])


def _escaped(word: str) -> str:
    return "".join("\\" + char if char in "\\%_" else char for char in word)
