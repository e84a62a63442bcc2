"""Photo facts and the hash chain that makes a later edit of the record show."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import rfc8785

from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.errors import DockstationError

GENESIS = "0" * 64
"""The ``prev_hash`` of a station's first event in an epoch."""

MOST_MARKS = 20
LONGEST_WORD = 120


class MarkKind(StrEnum):
    """A pin shows a point, an arrow leads to one, a box holds a part of the picture."""

    PIN = "pin"
    ARROW = "arrow"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Mark:
    """A defect shown in a photo, beside its bytes, never in them.

    Places are fractions of the upright picture's width and height. A pin stands at the first, an arrow leads to the
    first from the second, a box lies between both. ``defect`` is its code, "" for none.
    """

    kind: MarkKind
    x: float
    y: float
    x2: float = 0.0
    y2: float = 0.0
    defect: str = ""
    text: str = ""

    def is_sound(self) -> bool:
        """Whether it lies within the picture and its words within their bounds."""
        inside = all(0.0 <= each <= 1.0 for each in (self.x, self.y, self.x2, self.y2))
        return inside and len(self.defect) <= LONGEST_WORD and len(self.text) <= LONGEST_WORD


def require_marks(marks: tuple[Mark, ...]) -> None:
    """Raise ``photo.marks`` for too many, or one that lies beside the picture."""
    if len(marks) > MOST_MARKS or not all(each.is_sound() for each in marks):
        raise DockstationError("photo.marks", most=MOST_MARKS)


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as evidence, named by the SHA-256 of its bytes. Sizes in pixels and bytes, ``taken_at`` in RFC 3339.

    ``view`` is the side that the question asked for, or the option that demanded it. ``at_server``: another station
    took it; here it is known by its name alone. ``warnings`` are what the station doubted when it was taken.
    """

    sha256: str
    size: int
    width: int
    height: int
    lpn: str
    question_id: str
    at_server: bool = False
    view: str = ""
    taken_at: str = ""
    by: str = ""
    station: str = ""
    warnings: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()


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
    with suppress(UnicodeEncodeError):  # of half a character, which has no canonical form
        if _is_plain(value):
            return _plain.encode(value).encode()
    return rfc8785.dumps(dict(value))


_plain = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False)
"""What it writes of plain values is canonical, and it is ten times as quick as what knows all the rules."""
_LARGEST = 2**53 - 1


def _is_plain(value: Any) -> bool:
    """Whether it holds no fraction, no number too large and no name that needs the rules' own order."""
    kind = type(value)
    if kind is dict:
        for name, each in value.items():
            if not (type(name) is str and name.isascii()):
                return False
            if type(each) is not str and not _is_plain(each):  # most are text: not a call for each
                return False
        return True
    if kind is int:
        return bool(-_LARGEST <= value <= _LARGEST)
    if kind is list or kind is tuple:
        return all(map(_is_plain, value))
    return kind is bool or value is None or isinstance(value, str)


def chained(event: Mapping[str, Any]) -> str:
    """The hash of an event as sent: SHA-256 over its canonical JSON without the member ``hash``."""
    return read_seal(event)[0]


def read_seal(event: Mapping[str, Any]) -> tuple[str, bytes]:
    """The hash that an event should have, and its canonical JSON with the one that it has, if any."""
    before = canonical({name: event[name] for name in event if name < "hash"})
    after = canonical({name: event[name] for name in event if name > "hash"})
    hashed = hashlib.sha256(_joined(before, after)).hexdigest()
    if "hash" not in event:
        return hashed, _joined(before, after)
    if event["hash"] == hashed:
        return hashed, _joined(before, b'{"hash":"%b"}' % hashed.encode(), after)
    return hashed, _joined(before, canonical({"hash": event["hash"]}), after)


def _joined(*objects: bytes) -> bytes:
    """Objects with their members in the order of all names, as one."""
    return b"{" + b",".join(each[1:-1] for each in objects if each != b"{}") + b"}"
