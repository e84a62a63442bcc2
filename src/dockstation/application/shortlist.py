"""Several returns that may be meant, so that a person can tell them apart, the most likely first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from dockstation.application.ports.store import UnitOfWork
from dockstation.domain.match import Listed, Match, parcel_code
from dockstation.domain.parcel import HERE, ParcelState
from dockstation.domain.rma import Rma


def listed(work: UnitOfWork, rmas: Iterable[Rma], now: datetime, code: str = "") -> tuple[Listed, ...]:
    """What stands open here, then what is due nearest; ``code`` is what was scanned."""
    entries = [entry(work, rma, code) for rma in rmas]
    return tuple(sorted(entries, key=lambda each: (each.state not in HERE, _distance(each.match.rma, now))))


def entry(work: UnitOfWork, rma: Rma, code: str = "") -> Listed:
    """One of them, with the parcel that it has here."""
    parcels = work.parcels.of_rma(rma.number)
    mine = [each for each in parcels if each.code == code] or [each for each in parcels if each.state in HERE]
    if mine:
        return Listed(Match(mine[0].code, rma), mine[0].state)
    return Listed(Match(parcel_code(code, rma), rma), parcels[-1].state if parcels else ParcelState.EXPECTED)


def _distance(rma: Rma, now: datetime) -> timedelta:
    return abs(rma.due_at - now) if rma.due_at else timedelta.max
