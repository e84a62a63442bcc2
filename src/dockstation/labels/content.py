"""Label content from JSON, as ``dockstation label`` takes it; strict, for the file may come from anywhere."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent
from dockstation.domain.text import Text

CONTENT_BYTES = 1024 * 1024
COPIES = 9999
NAMES = ("lpn", "parcel", "bin")
"""A label names a unit, a parcel or a container."""
KNOWN = frozenset(each.name for each in fields(LabelContent))
IN_LANGUAGES = frozenset(each.name for each in fields(LabelContent) if each.type == "Words")
LANGUAGES = frozenset({"zh_CN", "en"})


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
    if not any(values.get(each) for each in NAMES):
        raise _refused(f"{NAMES[0]} is missing")
    filled: dict[str, Any] = {name: Text(each) if isinstance(each, dict) else each for name, each in values.items()}
    return LabelContent(**filled)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _refused("a field stands there twice")
    return values


def _check(name: str, value: object) -> None:
    if name not in KNOWN:
        raise _refused(f"unknown field {name[:40]!r}; there are {', '.join(sorted(KNOWN))}")
    if name == "copy":
        if type(value) is not int or not 0 <= value <= COPIES:
            raise _refused(f"copy must be a whole number from 0 to {COPIES}")
    elif name == "void":
        if type(value) is not bool:
            raise _refused("void must be true or false")
    elif not isinstance(value, str) and not (name in IN_LANGUAGES and _in_languages(value)):
        raise _refused(f"{name} must be a text")


def _in_languages(value: object) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and value.keys() <= LANGUAGES
        and all(isinstance(said, str) for said in value.values())
    )


def _refused(what: str) -> DockstationError:
    return DockstationError("label.content", what=what)
