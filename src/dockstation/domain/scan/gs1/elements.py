"""An element string taken apart, with FNC1 as a separator, or lost on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dockstation.domain.scan.gs1 import identifiers
from dockstation.domain.scan.gs1.checks import is_right

FNC1 = "\x1d"
MOST_READINGS = 8
LONGEST_UNSEPARATED = 90
"""Characters that a symbol without a separator may hold: GS1-128 ends at 48, one AI's value at 90."""

_BRACKETED = re.compile(r"(?:\(\d{2,4}\)[^()\x1d]{1,90})+", re.ASCII)
_BRACKET = re.compile(r"\((\d{2,4})\)([^()]+)", re.ASCII)
_PROVING = ("00", "01", "02", "253", "402", "8003", "8006")
"""AIs whose value has a check digit: only behind one of these is a bare string taken for GS1."""


@dataclass(frozen=True, slots=True)
class Element:
    """One AI with its value."""

    ai: str
    value: str


Elements = tuple[Element, ...]


def split(text: str, *, said_so: bool) -> tuple[Elements, ...]:
    """Every way to read ``text``, the one with the longest values first; () where it is no element string.

    One way is certain. There are several where a separator was lost and a value of varying length could end in
    more than one place. ``said_so``: see ``gs1.read``.
    """
    if _BRACKETED.fullmatch(text):
        return checked(tuple(Element(ai, value.strip()) for ai, value in _BRACKET.findall(text)))
    separated = FNC1 in text
    text = text.strip(FNC1)
    if not said_so and not text.startswith(_PROVING) and not separated:
        return ()
    strict = checked(_separated(text)) if separated or said_so else ()
    if strict or separated or len(text) > LONGEST_UNSEPARATED:
        return strict
    return tuple(each for each in _unseparated(text) if _agree(each))


def checked(elements: Elements | None) -> tuple[Elements, ...]:
    """The one way to read them, if every value is right."""
    fits = elements and all(_is_right(each) for each in elements) and _agree(elements)
    return (elements,) if elements and fits else ()


def _is_right(element: Element) -> bool:
    identifier = identifiers.exactly(element.ai)
    return identifier is not None and identifier.accepts(element.value) and is_right(element.ai, element.value)


def _agree(elements: Elements) -> bool:
    """One AI says one thing (General Specifications 4.14)."""
    return len({each.ai for each in elements}) == len(set(elements))


def _separated(text: str) -> Elements | None:
    found: list[Element] = []
    for segment in filter(None, text.split(FNC1)):
        rest = segment
        while rest:
            identifier = identifiers.at_start(rest)
            if identifier is None:
                return None
            start = len(identifier.ai)
            found.append(Element(identifier.ai, rest[start : start + identifier.most]))
            rest = rest[start + identifier.most :]
    return tuple(found)


def _unseparated(text: str) -> tuple[Elements, ...]:
    """At most ``MOST_READINGS`` from each place, each place looked at once."""

    @cache
    def onward(place: int) -> tuple[Elements, ...]:
        if place == len(text):
            return ((),)
        identifier = identifiers.at_start(text[place : place + 4])
        if identifier is None:
            return ()
        start = place + len(identifier.ai)
        found: list[Elements] = []
        for end in range(min(start + identifier.most, len(text)), start + identifier.least - 1, -1):
            element = Element(identifier.ai, text[start:end])
            if len(found) < MOST_READINGS and _is_right(element):
                found += [(element, *tail) for tail in onward(end)]
        return tuple(found[:MOST_READINGS])

    return onward(0)
