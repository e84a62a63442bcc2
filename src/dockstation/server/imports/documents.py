"""JSON files of RMAs: a list of them, or an object with ``items``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from dockstation.server.imports.faults import Fault, fault, unreadable
from dockstation.server.imports.reading import ROWS, decoded
from dockstation.server.imports.rows import Read
from dockstation.wire import RmaMessage
from dockstation.wire.rma_life import WrittenRmaMessage


def is_json(content: bytes) -> bool:
    """Whether a file begins as JSON does."""
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"[", b"{")


def rmas(content: bytes) -> Iterator[Read]:
    """Every RMA of the file; the row is its place in the list, from 1."""
    items = _items(content)
    if not items:
        raise unreadable("empty")
    if len(items) > ROWS:
        raise unreadable("too_many", ROWS + 1, most=ROWS)
    seen: dict[str, int] = {}
    for place, item in enumerate(items, 1):
        yield _read(place, item, seen)


def _items(content: bytes) -> list[Any]:
    try:
        told = json.loads(decoded(content), parse_float=str)
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        raise unreadable("broken", getattr(error, "lineno", 0), why=why) from error
    items = told.get("items") if isinstance(told, dict) else told
    if not isinstance(items, list):
        raise unreadable("columns", 0, "items")
    return items


def _read(place: int, item: object, seen: dict[str, int]) -> Read:
    try:
        members = item if isinstance(item, dict) else {}
        written = WrittenRmaMessage.model_validate(members | {"by": "-", "reason": ""})
    except ValidationError as error:
        return Read(f"\0{place}", (place,), None, tuple(_faults(place, error)))
    first = seen.setdefault(written.number, place)
    if first != place:
        return Read(f"\0{place}", (place,), None, (fault(place, "number", "differs", written.number, first=first),))
    rma = RmaMessage.model_validate(written.model_dump(exclude={"by", "reason"}))
    return Read(rma.number, (place,), rma, ())


def _faults(place: int, error: ValidationError) -> Iterator[Fault]:
    for each in error.errors():
        value = each["input"] if isinstance(each["input"], str) else ""
        yield fault(place, ".".join(map(str, each["loc"])), "form", value, why=each["msg"])
