"""Photo facts and the hash chain that makes a later edit of the record show."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import rfc8785

from dockstation.domain.discrepancy import DiscrepancyKind

GENESIS = "0" * 64
"""The ``prev_hash`` of a station's first event in an epoch."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as evidence, named by the SHA-256 of its bytes. Sizes in pixels and bytes.

    ``view`` is the side that the question asked for, or the option that demanded it. ``at_server``: another station
    took it; here it is known by its name alone.
    """

    sha256: str
    size: int
    width: int
    height: int
    lpn: str
    question_id: str
    at_server: bool = False
    view: str = ""


@dataclass(frozen=True, slots=True)
class ParcelPhoto:
    """A photo of a parcel, its label or what was in it, taken to show a discrepancy of that kind."""

    sha256: str
    size: int
    width: int
    height: int
    parcel_id: str
    kind: DiscrepancyKind


def canonical(value: Mapping[str, Any]) -> bytes:
    """``value`` as canonical JSON (RFC 8785)."""
    return rfc8785.dumps(dict(value))


def chained(event: Mapping[str, Any]) -> str:
    """The hash of an event as sent: SHA-256 over its canonical JSON without the member ``hash``."""
    return hashlib.sha256(canonical({key: event[key] for key in event if key != "hash"})).hexdigest()
