"""Which returns may be meant by goods or by words: ids out of the indexes, never more than a person would read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dockstation.adapters.store.rma_text import PAD
from dockstation.domain.parcel import HERE

POOL = 1000
GOODS = 100
NEAR = 40
"""So many returns of one kind of goods, before the due time looked for and after it."""
TRIGRAM = 3


@dataclass(frozen=True, slots=True)
class Pool:
    """Returns by id; ``cut``: there are more."""

    ids: tuple[int, ...]
    cut: bool = False


class RmaSearch:
    """Reads the indexes that ``SqlRmas`` fills."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def carrying(self, code: str, near: int) -> Pool:
        """Returns of the goods with this GTIN or SKU: those that stand open here, and those due nearest."""
        goods = self._ids(f"SELECT id FROM goods WHERE gtin = ? OR sku = ? LIMIT {GOODS}", code, code)
        return self._due_near(goods, near)

    def by_words(self, words: Sequence[str], near: int) -> Pool:
        """The returns with the rarest of the words; where all are frequent, the most likely of each."""
        pools = [self._with(word, near) for word in words if _searchable(word)]
        whole = [pool for pool in pools if not pool.cut]
        if whole or not pools:
            return min(whole, key=lambda pool: len(pool.ids), default=Pool(()))
        joint = self._due_near(self._goods_with(words), near) if len(words) > 1 else Pool(())
        ids = (each for pool in (joint, *pools) for each in pool.ids)
        return Pool(tuple(dict.fromkeys(ids)), cut=True)

    def ranked(self, pool: Pool, near: int) -> Sequence[int]:
        """What stands open here first, then by how near it is due."""
        states = ", ".join(f"'{state.value}'" for state in sorted(HERE))
        here = (
            "EXISTS (SELECT 1 FROM parcel_rmas JOIN parcels USING (parcel_id) "
            f"WHERE parcel_rmas.rma_number = rmas.number AND parcels.state IN ({states}))"
        )
        wanted = f"SELECT id FROM rmas WHERE id IN ({marks(pool.ids)}) ORDER BY {here} DESC, abs(due - ?), id"
        return self._ids(wanted, *pool.ids, near)

    def _open_with(self, goods: Sequence[int]) -> list[int]:
        states = ", ".join(f"'{state.value}'" for state in sorted(HERE))
        return self._ids(
            "SELECT DISTINCT rmas.id FROM parcels JOIN parcel_rmas USING (parcel_id) "
            "JOIN rmas ON rmas.number = parcel_rmas.rma_number JOIN rma_goods "
            f"ON rma_goods.goods_id IN ({marks(goods)}) AND rma_goods.due = rmas.due AND rma_goods.rma_id = rmas.id "
            f"WHERE parcels.state IN ({states}) LIMIT {NEAR}",
            *goods,
        )

    def _with(self, word: str, near: int) -> Pool:
        text = _trigrams(word if len(word) >= TRIGRAM else PAD[len(word) - TRIGRAM :] + word)
        wanted = f"SELECT rowid FROM rma_search WHERE rma_search MATCH ? ORDER BY rowid DESC LIMIT {POOL + 1}"
        ids = self._ids(wanted, text)
        due = self._due_near(self._goods_with([word]), near)
        cut = len(ids) > POOL or due.cut
        return Pool(tuple(dict.fromkeys((*ids[:POOL], *due.ids))), cut)

    def _goods_with(self, words: Sequence[str]) -> Sequence[int]:
        """Goods with all of the words; what is too short for the index is looked for in every text."""
        long = [word for word in words if len(word) >= TRIGRAM]
        short = [f"%{_escaped(word)}%" for word in words if len(word) < TRIGRAM]
        tests = ["id IN (SELECT rowid FROM goods_search WHERE goods_search MATCH ?)"] if long else []
        tests += ["words LIKE ? ESCAPE '\\'"] * len(short)
        values = [" ".join(map(_match, long)), *short] if long else short
        return self._ids(f"SELECT id FROM goods WHERE {' AND '.join(tests)} LIMIT {GOODS + 1}", *values)

    def _due_near(self, goods: Sequence[int], near: int) -> Pool:
        """Returns of these goods that stand open here, and of each kind of goods those due next and due last."""
        each = max(2, min(NEAR, POOL // max(1, len(goods))))
        ids = self._open_with(goods[:GOODS])
        cut = len(goods) > GOODS
        for one in goods[:GOODS]:
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


def _trigrams(word: str) -> str:
    """Each of its trigrams, in any order: the index keeps no places, which halves it; who asked looks again."""
    return " ".join(_match(word[n : n + TRIGRAM]) for n in range(len(word) - TRIGRAM + 1))


def _escaped(word: str) -> str:
    return "".join("\\" + char if char in "\\%_" else char for char in word)
