"""What waits at this station, read in bulk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dockstation.domain.rma import ReturnType, Rma
from dockstation.domain.text import Text
from dockstation.domain.unit import UnitState


@dataclass(frozen=True, slots=True)
class Terms:
    """What the worklist must know of a return. ``due_at`` is RFC 3339, "" without one; ``names`` by line id."""

    rma_number: str
    due_at: str = ""
    return_type: ReturnType | None = None
    names: Mapping[str, Text] | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A unit that somebody has to finish, or, without ``lpn``, a parcel that nobody has opened yet.

    ``since`` is when it came (RFC 3339, "" if unknown); ``due_at`` what the server says, "" where it says nothing.
    ``code`` and ``carrier`` are the parcel's; ``holder`` is the badge of who has the unit, ``note`` why it was handed
    over, ``origin`` the station that it was taken over from, ``opinion`` where its second opinion stands.
    """

    lpn: str
    parcel_id: str
    rma_number: str
    since: str
    due_at: str
    return_type: ReturnType | None
    code: str = ""
    carrier: str = ""
    line_id: str = ""
    found_as: str = ""
    state: UnitState | None = None
    holder: str = ""
    note: str = ""
    origin: str = ""
    opinion: str = ""


class Worklist(Protocol):
    """Units and parcels that wait, without a look at each return."""

    def unknown_terms(self) -> tuple[str, ...]:
        """The returns of what waits whose terms have not been kept yet, or have changed since."""
        ...

    def keep_terms(self, rmas: Sequence[Rma]) -> None: ...
    def terms(self, rma_numbers: Sequence[str]) -> Mapping[str, Terms]: ...
    def units(self) -> tuple[Waiting, ...]:
        """Received, in inspection, decided or labelled, and not put away."""
        ...

    def unopened(self) -> tuple[Waiting, ...]:
        """Parcels that have arrived and are shut."""
        ...

    def unfinished(self) -> str:
        """The licence plate of the unit that somebody was busy with last and has handed to nobody, "" if none."""
        ...
