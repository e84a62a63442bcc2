"""A parcel with all that counts for its returns, read in one transaction."""

from __future__ import annotations

from dockstation.application.ports.store import UnitOfWork
from dockstation.domain.contents import Contents


def contents(work: UnitOfWork, parcel_id: str) -> Contents:
    """What earlier parcels of the same returns held counts too; raises ``parcel.unknown``."""
    parcel = work.parcels.get(parcel_id)
    rmas = tuple(work.rmas.get(number) for number in parcel.rma_numbers)
    units = {unit.lpn: unit for rma in rmas for unit in work.units.of_rma(rma.number)}
    units |= {unit.lpn: unit for unit in work.units.of_parcel(parcel_id)}
    parcels = {parcel_id: None} | {each.parcel_id: None for rma in rmas for each in work.parcels.of_rma(rma.number)}
    told = tuple(each for one in parcels for each in work.discrepancies.of_parcel(one))
    return Contents(parcel, rmas, tuple(units[lpn] for lpn in sorted(units)), told)
