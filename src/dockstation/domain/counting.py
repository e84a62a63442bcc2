"""Which line an item in hand counts for, and what about it differs from what was expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dockstation.domain.contents import LineCount, LineKey
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.rma import RmaLine
from dockstation.domain.scan import Scan, ScanKind
from dockstation.domain.unit import Unit

LONE_SERIALS = frozenset({ScanKind.SERIAL, ScanKind.IMEI})
FLAGS = {"recalled": DiscrepancyKind.RECALLED, "hazardous": DiscrepancyKind.HAZARDOUS}


@dataclass(frozen=True, slots=True)
class Sighting:
    """What is known of an item in hand: the codes scanned from it, the line that a person took it for.

    ``unreadable``: it should have a serial number and that cannot be read. ``stranger``: whatever other returns it
    may belong to, it lay in this parcel.
    """

    scans: tuple[Scan, ...] = ()
    line: LineKey | None = None
    unreadable: bool = False
    stranger: bool = False


@dataclass(frozen=True, slots=True)
class SerialWanted:
    """The goods are known, the item is not: its serial number comes next."""

    rma_number: str
    line: RmaLine


@dataclass(frozen=True, slots=True)
class Oddity:
    """One thing that differs, to be recorded together with the unit."""

    kind: DiscrepancyKind
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """An item and the place that it takes: ``line_id`` is "" for one beyond what is expected.

    ``goods`` is the line that tells what it is, None for goods that no line knows.
    """

    rma_number: str = ""
    line_id: str = ""
    serial: str = ""
    found_as: str = ""
    goods: RmaLine | None = None
    odd: tuple[Oddity, ...] = ()


def recognise(seen: Sighting, lines: Sequence[LineCount], today: str) -> Item | SerialWanted:
    """The item as its codes tell it; ``today`` is a date, 2026-11-26."""
    seen = _another_item(seen, lines) or seen
    counts = _candidates(seen, lines)
    if not counts:
        return _stranger(seen)
    count = next((each for each in counts if each.remaining), counts[0])
    serial = _serial(seen, count.line)
    if serial is None:
        return SerialWanted(count.rma_number, count.line)
    odd = tuple(_oddities(seen, count, serial, today))
    if count.remaining:
        return Item(count.rma_number, count.line.line_id, serial, "", count.line, odd)
    return Item(count.rma_number, "", serial, serial or count.line.gtin or count.line.sku, count.line, odd)


def seen_before(item: Item, before: Unit) -> Item:
    """The same item when its serial number came in another parcel already: it takes no line's place a second time."""
    facts = {"serial": item.serial, "other_lpn": before.lpn, "other_rma": before.rma_number}
    odd = (Oddity(DiscrepancyKind.SERIAL_BEFORE, facts), *item.odd)
    again = (before.rma_number, before.line_id) == (item.rma_number, item.line_id)
    line_id, found_as = ("", item.serial) if again else (item.line_id, item.found_as)
    return Item(item.rma_number, line_id, item.serial, found_as, item.goods, odd)


def _another_item(seen: Sighting, lines: Sequence[LineCount]) -> Sighting | None:
    """While a serial number is waited for, the code of goods begins with the next item."""
    if not seen.scans or (len(seen.scans) == 1 and seen.line is None):
        return None
    codes = set(seen.scans[-1].codes)
    others = [each.line for each in lines if each.key != seen.line]
    begins = any({line.gtin, line.sku} & codes and not codes & set(line.serials) for line in others)
    return Sighting(seen.scans[-1:]) if begins else None


def _candidates(seen: Sighting, lines: Sequence[LineCount]) -> list[LineCount]:
    if seen.line is not None:
        return [each for each in lines if each.key == seen.line]
    codes = _codes(seen)
    if by_serial := [each for each in lines if set(codes) & set(each.line.serials)]:
        return by_serial
    if by_goods := [each for each in lines if {each.line.gtin, each.line.sku} & set(codes)]:
        return by_goods
    return _only_one_waiting(seen, lines)


def _only_one_waiting(seen: Sighting, lines: Sequence[LineCount]) -> list[LineCount]:
    """A serial number that nobody shipped: it can only be meant for the one line that still waits for one."""
    waiting = [each for each in lines if each.remaining and each.line.serials]
    return waiting if len(waiting) == 1 and any(_named_serial(each) for each in seen.scans) else []


def _codes(seen: Sighting) -> list[str]:
    return [code for scan in seen.scans for code in scan.codes]


def _serial(seen: Sighting, line: RmaLine) -> str | None:
    """The item's serial number, "" where it needs none, None where it is still to be read."""
    if not line.serials:
        return ""
    shipped = next((code for code in _codes(seen) if code in line.serials), None)
    if shipped:
        return shipped
    goods = {line.gtin, line.sku}
    others = (_own_serial(scan) if goods & set(scan.codes) else _lone(scan) for scan in seen.scans)
    read = next((each for each in others if each), None)
    return "" if read is None and seen.unreadable else read


def _own_serial(scan: Scan) -> str:
    serial = scan.parts.get("serial", "")
    return serial if serial in scan.codes else ""


def _lone(scan: Scan) -> str:
    return _own_serial(scan) or _named_serial(scan) or ("" if scan.kind is ScanKind.GTIN else scan.value)


def _named_serial(scan: Scan) -> str:
    """What can be nothing on goods but a serial number."""
    return next((each.value for each in scan.candidates if each.kind in LONE_SERIALS), "")


def _stranger(seen: Sighting) -> Item:
    if not seen.scans:
        return Item(odd=(Oddity(DiscrepancyKind.WRONG_ITEM),))
    scan = seen.scans[0]
    serial = _named_serial(scan) or _own_serial(scan)
    found_as = scan.codes[0] if scan.codes else scan.shown
    return Item(serial=serial, found_as=found_as, odd=(Oddity(DiscrepancyKind.WRONG_ITEM, {"found": found_as}),))


def _oddities(seen: Sighting, count: LineCount, serial: str, today: str) -> Iterable[Oddity]:
    line = count.line
    if line.serials and serial not in line.serials:
        yield Oddity(DiscrepancyKind.SERIAL_MISMATCH, {"expected": ", ".join(line.serials[:3]), "found": serial})
    yield from (Oddity(kind, {"sku": line.sku}) for flag, kind in FLAGS.items() if flag in line.flags)
    if date := _expired(seen.scans, today):
        yield Oddity(DiscrepancyKind.EXPIRED, {"sku": line.sku, "use_by": date})
    if not count.remaining:
        facts = {"sku": line.sku, "expected": str(line.quantity), "found": str(count.found + count.extra + 1)}
        yield Oddity(DiscrepancyKind.EXTRA, facts)


def _expired(scans: Iterable[Scan], today: str) -> str:
    """The date by which the goods should have been used, when that is past."""
    dates = [scan.parts[key] for scan in scans for key in ("expiry", "best_before") if key in scan.parts]
    return next((date for date in dates if date < today[: len(date)]), "")
