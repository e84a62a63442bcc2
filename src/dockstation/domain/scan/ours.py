"""The codes that this system prints itself."""

from __future__ import annotations

import re

from dockstation.domain import lpn
from dockstation.domain.scan.meaning import ScanKind

_PREFIXED = (
    (re.compile(r"DSCMD-([A-Z0-9.-]{1,16})"), ScanKind.COMMAND),
    (re.compile(r"DSID-([A-Z0-9-]{1,32})"), ScanKind.BADGE),
    (re.compile(r"DSBIN-([A-Z0-9-]{1,32})"), ScanKind.CONTAINER),
    (re.compile(r"DSRMA-([A-Z0-9-]{1,32})"), ScanKind.RMA_LABEL),
)


def read(text: str) -> tuple[ScanKind, str] | None:
    """The kind and what stands behind the prefix; None for what is not ours."""
    for pattern, kind in _PREFIXED:
        if found := pattern.fullmatch(text):
            return kind, found[1]
    return (ScanKind.LPN, text) if lpn.is_lpn(text) else None
