"""Label content from JSON, as ``dockstation label`` takes it; strict, for the file may come from anywhere."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent

CONTENT_BYTES = 1024 * 1024
COPIES = 9999
TEXTS = frozenset(each.name for each in fields(LabelContent)) - {"copy", "void"}


def content_from_json(data: bytes) -> LabelContent:
    """The content that a UTF-8 JSON object of LabelContent's fields describes.

    Raises ``label.content`` with ``what``: too large, not JSON, an unknown, repeated or missing field, a wrong type.
    """
    if len(data) > CONTENT_BYTES:
        raise _refused(f"larger than {CONTENT_BYTES} bytes")
    try:
        values = json.loads(data.decode("utf-8"), object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as error:
        raise _refused(f"not JSON: {error}") from error
    if not isinstance(values, dict):
        raise _refused("not a JSON object")
    for name, value in values.items():
        _check(name, value)
    if not values.get("lpn") and not values.get("parcel"):
        raise _refused("lpn is missing")
    return LabelContent(**values)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _refused("a field stands there twice")
    return values


def _check(name: str, value: object) -> None:
    if name == "copy":
        if type(value) is not int or not 0 <= value <= COPIES:
            raise _refused(f"copy must be a whole number from 0 to {COPIES}")
    elif name == "void":
        if type(value) is not bool:
            raise _refused("void must be true or false")
    elif name not in TEXTS:
        raise _refused(f"unknown field {name[:40]!r}; there are {', '.join(sorted(TEXTS | {'copy', 'void'}))}")
    elif not isinstance(value, str):
        raise _refused(f"{name} must be a text")


def _refused(what: str) -> DockstationError:
    return DockstationError("label.content", what=what)
