"""What is put on paper when a parcel is done."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.domain.contents import Contents


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a parcel held, who counted it and when; ``at`` is local time as shown."""

    contents: Contents
    person: str
    at: str
