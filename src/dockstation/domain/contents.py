"""What a parcel's returns expect beside what was found of them; received starts at nought, the rest is derived."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dockstation.domain.discrepancy import Discrepancy, DiscrepancyKind
from dockstation.domain.parcel import Parcel
from dockstation.domain.rma import Rma, RmaLine
from dockstation.domain.unit import Unit, UnitState

LineKey = tuple[str, str]
"""The number of a return and the id of its line."""


@dataclass(frozen=True, slots=True)
class LineCount:
    """One expected line. ``here``: those of ``found`` that lay in this parcel; ``extra``: those beyond its count.

    ``missing``: how many of those that remain were recorded as missing.
    """

    line: RmaLine
    found: int
    rma_number: str = ""
    here: int = 0
    missing: int = 0
    extra: int = 0

    @property
    def key(self) -> LineKey:
        """Which line of which return."""
        return self.rma_number, self.line.line_id

    @property
    def remaining(self) -> int:
        """How many are still expected, never below nought."""
        return max(0, self.line.quantity - self.found)

    @property
    def unsaid(self) -> int:
        """How many of them nobody has called missing."""
        return self.remaining - self.missing


@dataclass(frozen=True, slots=True)
class Contents:
    """A parcel with its returns, every unit of theirs from whichever parcel, and what was recorded of them all."""

    parcel: Parcel
    rmas: tuple[Rma, ...]
    all_units: tuple[Unit, ...]
    discrepancies: tuple[Discrepancy, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """Those that lay in this parcel, voided ones left out, the newest last."""
        return tuple(each for each in self._live() if each.parcel_id == self.parcel.parcel_id)

    @property
    def lines(self) -> tuple[LineCount, ...]:
        """Every line of every return."""
        return tuple(self._count(rma, line) for rma in self.rmas for line in rma.lines)

    @property
    def serials(self) -> dict[str, Unit]:
        """The units by their serial numbers."""
        return {each.serial: each for each in self._live() if each.serial}

    @property
    def is_empty(self) -> bool:
        """Whether nothing of what is still expected was found in this parcel and nobody has said so yet."""
        return not self.units and not self._said_empty() and any(each.remaining for each in self.lines)

    def rma(self, number: str) -> Rma:
        """The return with this number; KeyError when the parcel is not known to hold its goods."""
        for each in self.rmas:
            if each.number == number:
                return each
        raise KeyError(number)

    def _live(self) -> Iterable[Unit]:
        return (each for each in self.all_units if each.state is not UnitState.VOIDED)

    def _standing(self) -> Iterable[Discrepancy]:
        return (each for each in self.discrepancies if not each.withdrawn)

    def _said_empty(self) -> bool:
        return any(
            each.kind is DiscrepancyKind.EMPTY_BOX and each.parcel_id == self.parcel.parcel_id
            for each in self._standing()
        )

    def _count(self, rma: Rma, line: RmaLine) -> LineCount:
        mine = [each for each in self._live() if (each.rma_number, each.line_id) == (rma.number, line.line_id)]
        here = sum(each.parcel_id == self.parcel.parcel_id for each in mine)
        told = [each for each in self._standing() if (each.rma_number, each.line_id) == (rma.number, line.line_id)]
        extra = sum(each.kind is DiscrepancyKind.EXTRA for each in told)
        missing = sum(int(each.facts.get("missing", "1")) for each in told if each.kind is DiscrepancyKind.MISSING)
        remaining = max(0, line.quantity - len(mine))
        if self._said_empty():
            missing = remaining
        return LineCount(line, len(mine), rma.number, here, min(missing, remaining), extra)
