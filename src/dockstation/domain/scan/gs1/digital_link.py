"""GS1 Digital Link URIs: read, never opened."""

from __future__ import annotations

import re
from urllib.parse import unquote

from dockstation.domain.scan.gs1 import identifiers
from dockstation.domain.scan.gs1.elements import Element, Elements, checked

_LINK = re.compile(
    r"https://[a-z0-9.-]{1,253}(?::\d{1,5})?(/[^?#\s]*)(?:\?([^#\s]*))?(?:#\S*)?", re.ASCII | re.IGNORECASE
)
_QUALIFIERS = {
    "00": (), "01": ("22", "10", "21", "235"), "253": (), "255": (), "401": (), "402": (), "414": ("254", "7040"),
    "415": ("8020",), "417": ("7040",), "8003": (), "8004": ("7040",), "8006": ("22", "10", "21"), "8010": ("8011",),
    "8013": (), "8017": ("8019",), "8018": ("8019",),
}  # fmt: skip
"""Primary keys, and what may follow each of them in the path."""


def split(text: str) -> Elements | None:
    """The elements of a link on any domain; None when it is another URL, or a value does not check."""
    found = _LINK.fullmatch(text)
    if not found:
        return None
    path = found[1].removesuffix("/").split("/")[1:]
    try:
        named = _path(path)
        asked = _query(found[2] or "")
    except UnicodeDecodeError:
        return None
    whole = checked((*named, *asked)) if named else ()
    return whole[0] if whole else None


def _path(parts: list[str]) -> Elements:
    """The pairs at the path's end that begin with a primary key."""
    for start in range(len(parts) - 2, -1, -2):
        pairs = list(zip(parts[start::2], parts[start + 1 :: 2], strict=True))
        key, *others = (ai for ai, _value in pairs)
        if key in _QUALIFIERS and all(other in _QUALIFIERS[key] for other in others):
            return tuple(_element(ai, value) for ai, value in pairs)
    return ()


def _query(query: str) -> Elements:
    pairs = (each.partition("=") for each in re.split("[&;]", query))
    return tuple(_element(ai, value) for ai, _, value in pairs if value and identifiers.exactly(ai))


def _element(ai: str, raw: str) -> Element:
    value = unquote(raw, errors="strict")
    short_gtin = ai in ("01", "02") and value.isascii() and value.isdigit() and len(value) in (8, 12, 13)
    return Element(ai, value.zfill(14) if short_gtin else value)
