"""What an item in hand is, by all that this station knows."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.application.ports.store import UnitOfWork
from dockstation.application.record_discrepancy import Found
from dockstation.domain.contents import Contents
from dockstation.domain.counting import Item, SerialWanted, Sighting, recognise, seen_before
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Instant
from dockstation.domain.scan import ScanKind
from dockstation.domain.unit import UnitState

LABELS = frozenset({ScanKind.RMA_LABEL, ScanKind.TRACKING, ScanKind.SSCC, ScanKind.ORDER})


@dataclass(frozen=True, slots=True)
class OtherReturn:
    """No return of this parcel expects it, another one does; ``label``: it is the code of a parcel, not of an item.

    ``rma_number`` is "" for a label that this station does not know, or that is another parcel's of the same return.
    """

    seen: Sighting
    rma_number: str
    label: bool = False


@dataclass(frozen=True, slots=True)
class Odd:
    """It can be counted together with what differs about it; each is to be shown with its evidence."""

    seen: Sighting
    found: tuple[Found, ...]


Question = SerialWanted | OtherReturn | Odd


def judge(work: UnitOfWork, inside: Contents, seen: Sighting, now: Instant) -> Item | SerialWanted | OtherReturn:
    """The item, or what has to be settled before it is one."""
    if other := _label(work, inside, seen):
        return other
    item = recognise(seen, inside.lines, now.local()[:10])
    if isinstance(item, SerialWanted):
        return item
    if item.goods is None and not seen.stranger and (number := _elsewhere(work, inside, seen)):
        return OtherReturn(seen, number)
    return _with_history(work, inside, item)


def _label(work: UnitOfWork, inside: Contents, seen: Sighting) -> OtherReturn | None:
    """What stands on a parcel; ``parcel.open_already`` for what stands on this one."""
    if len(seen.scans) != 1 or seen.scans[0].kind not in LABELS:
        return None
    codes = seen.scans[0].codes
    if inside.parcel.code in codes or any({rma.number, rma.order_number} & set(codes) for rma in inside.rmas):
        raise DockstationError("parcel.open_already", code=inside.parcel.code)
    numbers = {rma.number for code in codes for rma in work.rmas.find(code)} - set(inside.parcel.rma_numbers)
    return OtherReturn(seen, numbers.pop() if len(numbers) == 1 else "", label=True)


def _elsewhere(work: UnitOfWork, inside: Contents, seen: Sighting) -> str:
    """The one other return that the item was shipped under."""
    for code in (code for scan in seen.scans for code in scan.codes):
        numbers = [
            rma.number for rma in work.rmas.find(code) if any(code in line.serials for line in rma.lines)
        ]  # fmt: skip
        if len(numbers) == 1 and numbers[0] not in inside.parcel.rma_numbers:
            return numbers[0]
    return ""


def _with_history(work: UnitOfWork, inside: Contents, item: Item) -> Item:
    if not item.serial:
        return item
    before = [each for each in work.units.by_serial(item.serial) if each.state is not UnitState.VOIDED]
    if any(each.parcel_id == inside.parcel.parcel_id for each in before):
        raise DockstationError("unit.serial_before", serial=item.serial)
    return seen_before(item, before[-1]) if before else item
