"""What a value in a condition can be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """``name`` is CEL's word for it, "any" what nobody knows beforehand.

    ``words`` are all that a string can be, () anything. ``item`` is what a list or an open map holds, ``items`` the
    members of a list that is written out, ``fields`` what a closed map has.
    """

    name: str
    words: tuple[str, ...] = ()
    item: Kind | None = None
    items: tuple[Kind, ...] = ()
    fields: Mapping[str, Kind] | None = None


ANY = Kind("any")
BOOL = Kind("bool")
NUMBER = Kind("number")
STRING = Kind("string")
NOTHING = Kind("null")


def word(known: Iterable[str]) -> Kind:
    """One of these strings."""
    return Kind("string", tuple(dict.fromkeys(known)))


def several(item: Kind) -> Kind:
    """A list of such."""
    return Kind("list", item=item)


def record(**fields: Kind) -> Kind:
    """A map with these keys and no others."""
    return Kind("map", fields=fields)


def either(one: Kind, other: Kind) -> Kind:
    """What the same name is in one place or another: a question of two checklists."""
    if one.name != other.name:
        return ANY
    if one.item and other.item:
        return Kind(one.name, item=either(one.item, other.item))
    both = one.words and other.words
    return Kind(one.name, tuple(dict.fromkeys((*one.words, *other.words))) if both else (), one.item)
