"""GS1 element strings and Digital Links (GS1 General Specifications; GS1 Digital Link Standard: URI Syntax)."""

from __future__ import annotations

from dockstation.domain.scan.gs1 import digital_link, elements, facts
from dockstation.domain.scan.meaning import Reading
from dockstation.domain.scan.rules import ScanRules


def read(text: str, rules: ScanRules, *, said_so: bool) -> Reading | None:
    """What ``text`` says in GS1's language; None where it does not speak it, or with a wrong check digit.

    ``said_so``: the reader told that the symbol begins with FNC1.
    """
    if text[:8].lower() == "https://":
        link = digital_link.split(text)
        return facts.reading((link,), rules.year) if link else None
    found = elements.split(_with_fnc1(text, rules), said_so=said_so)
    return facts.reading(found, rules.year) if found else None


def without_fnc1(text: str, rules: ScanRules) -> str:
    """``text`` as carriers print it below the symbol."""
    return _with_fnc1(text, rules).replace(elements.FNC1, "")


def _with_fnc1(text: str, rules: ScanRules) -> str:
    return text.replace(rules.separator, elements.FNC1) if rules.separator else text
