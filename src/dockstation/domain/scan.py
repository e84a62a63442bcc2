"""What a scanned code means. Everything that comes from a code is hostile until it has been parsed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dockstation.domain import lpn
from dockstation.domain.errors import DockstationError
from dockstation.domain.text import visible

MAX_LENGTH = 1024
"""No code of this trade is longer; a GS1 element string ends at 90, a Digital Link stays under 1,000."""

_COMMAND = re.compile(r"DSCMD-([A-Z0-9-]{1,16})")
_BADGE = re.compile(r"DSID-([A-Z0-9-]{1,32})")
_BIN = re.compile(r"DSBIN-([A-Z0-9-]{1,32})")
_RMA_LABEL = re.compile(r"DSRMA-([A-Z0-9-]{1,32})")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./_+-]{2,63}")
_GTIN_LENGTHS = (8, 12, 13, 14)


class ScanKind(StrEnum):
    """What a code is, as far as the code alone can tell."""

    COMMAND = "command"
    BADGE = "badge"
    CONTAINER = "container"
    RMA_LABEL = "rma_label"
    LPN = "lpn"
    GTIN = "gtin"
    CODE = "code"
    """Something to look up: RMA, order, tracking or serial number."""
    UNKNOWN = "unknown"
    """Nothing that this station looks up: control characters, emoji, markup, printer commands."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A code with its meaning. ``value`` is safe to look up, ``shown`` safe to put on a screen."""

    kind: ScanKind
    value: str
    shown: str
    parts: Mapping[str, str] = field(default_factory=dict)


def shown(raw: str, limit: int = 64) -> str:
    """``raw`` fit for a screen: invisible characters written out (‹GS›), cut at ``limit`` characters."""
    named = "".join(visible(char) for char in raw[: limit + 1])
    written = "".join(char if char.isprintable() else "□" for char in named)
    return written if len(written) <= limit else written[:limit] + "…"


def parse(raw: str) -> Scan:
    """The meaning of ``raw`` as a reader delivered it.

    Raises ``scan.empty`` for nothing at all and ``scan.too_long`` above ``MAX_LENGTH`` characters.
    """
    if len(raw) > MAX_LENGTH:
        raise DockstationError("scan.too_long", length=len(raw), limit=MAX_LENGTH)
    text = raw.strip(" \r\n\t")
    if not text:
        raise DockstationError("scan.empty")
    for pattern, kind in _PREFIXED:
        if found := pattern.fullmatch(text):
            return Scan(kind, found[1], shown(text))
    return _unprefixed(text)


_PREFIXED = (
    (_COMMAND, ScanKind.COMMAND),
    (_BADGE, ScanKind.BADGE),
    (_BIN, ScanKind.CONTAINER),
    (_RMA_LABEL, ScanKind.RMA_LABEL),
)


def _unprefixed(text: str) -> Scan:
    if lpn.is_lpn(text):
        return Scan(ScanKind.LPN, text, shown(text))
    if text.isascii() and text.isdigit() and len(text) in _GTIN_LENGTHS and _is_gtin(text):
        return Scan(ScanKind.GTIN, text.zfill(14), shown(text), {"as_read": text})
    if _PLAIN.fullmatch(text) and ".." not in text:
        return Scan(ScanKind.CODE, text, shown(text))
    return Scan(ScanKind.UNKNOWN, text, shown(text))


def _is_gtin(digits: str) -> bool:
    from stdnum import ean  # late: it costs the first window 26 ms

    return bool(ean.is_valid(digits))
