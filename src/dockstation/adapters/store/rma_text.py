"""A return as its row in the local copy. There are a million of them: lists without names, goods kept apart."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from dockstation.domain.rma import Accessory, ReturnType, Rma, RmaLine, RmaStatus, Wanted
from dockstation.domain.text import Text

NO_DUE = 253402300799
"""The last second of the year 9999: after all that are due."""
PAD = "\u2016\u2016"
"""Before a name, so that its first one or two letters make a trigram of their own."""
GOODS_MARK = "\ue000"
FIRST_TOKEN, TOKENS = 0x4E00, 20_000
"""Characters that have no small and capital letters."""
GOODS_AT = 1
"""The place of the goods' id in a line."""

_pack = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def goods_text(line: RmaLine) -> str:
    """What a line says of its goods, the same for every return of them."""
    names = sorted(line.name.by_language.items())
    told = [line.sku, line.gtin, names, line.category, line.weight_g, [*map(_packed, line.accessories)]]
    return _pack([*told, line.picture] if line.picture else told)  # goods without one stay the goods they were


def goods_words(line: RmaLine) -> str:
    """What goods are searched by."""
    return "\n".join((line.sku, *line.name.by_language.values()))


def rma_text(rma: Rma, goods: Sequence[int]) -> str:
    """The return without its number and version; ``goods``: the id of each line's."""
    lines = [
        [line.line_id, goods_id, line.quantity, line.unit_value, line.serials, line.flags]
        for line, goods_id in zip(rma.lines, goods, strict=True)
    ]
    due, dispatched = rma.due_at, rma.dispatched_at
    return _pack(
        [
            rma.status, rma.order_number, rma.return_type, rma.wanted, rma.customer, rma.currency,
            due.isoformat() if due else "", rma.window_ends.isoformat(), rma.tracking_numbers, lines,
            dispatched.isoformat() if dispatched else "", rma.flags, rma.phone_end,
        ]
    )  # fmt: skip


def goods_ids(content: str) -> tuple[int, ...]:
    """The goods that a stored return names."""
    return tuple(line[GOODS_AT] for line in json.loads(content)[9])


def rma(number: str, version: int, content: str, goods: Mapping[int, list[Any]]) -> Rma:
    """The return as it was put; ``goods`` by id as ``json`` read their texts."""
    status, order, kind, wanted, customer, currency, due, window, tracking, lines, sent, flags, phone = json.loads(
        content
    )
    return Rma(
        number, version, RmaStatus(status), order, ReturnType(kind), Wanted(wanted), customer, currency,
        _moment(due), datetime.fromisoformat(window), tuple(tracking), tuple(_line(each, goods) for each in lines),
        _moment(sent), tuple(flags), phone,
    )  # fmt: skip


def _line(stored: list[Any], goods: Mapping[int, list[Any]]) -> RmaLine:
    line_id, goods_id, quantity, unit_value, serials, flags = stored
    sku, gtin, names, category, weight_g, accessories, *picture = goods[goods_id]
    return RmaLine(
        line_id, sku, gtin, Text(dict(names)), category, quantity, unit_value, weight_g, tuple(serials),
        tuple(map(_accessory, accessories)), tuple(flags), *picture,
    )  # fmt: skip


def _packed(accessory: Accessory) -> str | tuple[str, int, int]:
    """By its name alone where that says it all, as goods were kept before."""
    if accessory == Accessory(accessory.name):
        return accessory.name
    return accessory.name, accessory.count, accessory.value


def _accessory(stored: str | list[Any]) -> Accessory:
    return Accessory(stored) if isinstance(stored, str) else Accessory(*stored)


def _moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def due_second(moment: datetime | None) -> int:
    """For the index: whole seconds, ``NO_DUE`` for None."""
    if moment is None:
        return NO_DUE
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


def codes(rma: Rma) -> set[str]:
    """What a return is known by besides its number."""
    serials = (serial for line in rma.lines for serial in line.serials)
    return {code for code in (rma.order_number, *rma.tracking_numbers, *serials) if code}


def words(rma: Rma) -> str:
    """What a return is searched by besides its goods."""
    return "\n".join((rma.number, rma.order_number, *rma.tracking_numbers, rma.phone_end, PAD + rma.customer))


def searched(rma: Rma, goods: Sequence[int]) -> str:
    """All that stands in the index: the words, and a token for each kind of goods."""
    return "\n".join((words(rma), *map(goods_token, sorted(set(goods)))))


def goods_token(goods_id: int) -> str:
    """A trigram that nobody types."""
    high, low = divmod(goods_id, TOKENS)
    return GOODS_MARK + chr(FIRST_TOKEN + high) + chr(FIRST_TOKEN + low)


def has_all(rma: Rma, wanted: Sequence[str]) -> bool:
    """Whether every one of these words, in small letters, stands somewhere on the return."""
    told = "\n".join((words(rma), *map(goods_words, rma.lines))).casefold()
    return all(word in told for word in wanted)
