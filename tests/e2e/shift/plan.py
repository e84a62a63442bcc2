"""What a short shift brings: ten parcels, fifteen units of five categories, three things that differ, an override."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.e2e.test_unit_discrepancies import a_return, line

CABLES = ({"name": "charger", "count": 1, "value": 9900}, {"name": "cable", "count": 2, "value": 2900})


@dataclass(frozen=True, slots=True)
class Goods:
    """One unit: the ``codes`` that count it, what differs about it with the number of the answer, what it shows.

    ``answers`` by question where the first option is not it, ``ticks`` the numbers to press one after the other;
    ``shows`` is the code on it.
    """

    category: str
    codes: tuple[str, ...]
    differs: tuple[str, int] | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    ticks: Mapping[str, Sequence[int]] = field(default_factory=dict)
    pieces: Sequence[Mapping[str, Any]] = ()
    overrule: bool = False

    @property
    def shows(self) -> str:
        return self.codes[-1]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One parcel and the units in it; ``missing`` of its line are not there."""

    code: str
    number: str
    goods: tuple[Goods, ...]
    expected: dict[str, Any]
    missing: int = 0
    damaged: bool = False

    @property
    def rma(self) -> dict[str, Any]:
        """As the office imports it."""
        return a_return(self.expected, number=self.number, tracking=self.code)


OPENED = {"packaging": "opened", "screen": "light", "weight": "418", "battery": "87.5"}
GTINS = {
    "phone": "06923450657713", "clothing": "06901234567892", "book": "09787111213826",
    "toys": "05702016604061", "headphones": "06934177714108",
}  # fmt: skip


def _line(category: str, quantity: int, *serials: str) -> dict[str, Any]:
    pieces = CABLES if category in ("phone", "headphones") else ()
    return line(
        "1", sku=category.upper(), gtin=GTINS[category], category=category, quantity=quantity, serials=list(serials),
        flags=[], accessories=[dict(each) for each in pieces],
    )  # fmt: skip


def parcel(place: int, goods: tuple[Goods, ...], *serials: str, missing: int = 0, damaged: bool = False) -> Parcel:
    """The ``place``-th, with goods of one line, of which ``missing`` more are expected."""
    expected = _line(goods[0].category, len(goods) + missing, *serials)
    return Parcel(f"SF199{place:010}", f"R269{place:05}", goods, expected, missing, damaged)


def sealed(category: str, *codes: str) -> Goods:
    """As the maker packed it."""
    return Goods(category, codes or (GTINS[category],), pieces=CABLES)


def phone(*codes: str, differs: tuple[str, int] | None = None, overrule: bool = False) -> Goods:
    """Opened, its screen scratched, a minor scratch on its back."""
    return Goods(
        "phone", codes, differs, OPENED, {"marks": (2, 2, 1)}, CABLES, overrule=overrule
    )  # fmt: skip


BOOK = Goods("book", (GTINS["book"],), answers={"packaging": "opened"}, ticks={"cover": (1, 1)})
TOY = Goods("toys", (GTINS["toys"],), answers={"packaging": "opened"}, ticks={"damage": (2,)})


def imei(n: int) -> str:
    """A phone's number with the digit that proves it."""
    body = f"35693803{n:06}"
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(body)]
    return body + str(-sum(each // 10 + each % 10 for each in doubled) % 10)


def ten_parcels(before: int = 0) -> tuple[Parcel, ...]:
    """The work of a short shift, with other numbers for every count of parcels ``before`` it."""
    first, other, shipped = (imei(before + n) for n in (1, 6, 7))
    worn, packed = f"SN{before + 5:08}", f"SN{before + 9:08}"
    headphones = Goods(
        "headphones", (worn,), answers={"packaging": "opened"}, ticks={"housing": (1, 1)}, pieces=CABLES
    )
    return (
        parcel(before + 1, (phone(first, overrule=True),), first),
        parcel(before + 2, (sealed("clothing"), sealed("clothing"))),
        parcel(before + 3, (BOOK,), damaged=True),
        parcel(before + 4, (sealed("toys"), sealed("toys")), missing=1),
        parcel(before + 5, (headphones,), worn),
        parcel(before + 6, (phone(GTINS["phone"], other, differs=("serial_mismatch", 1)),), shipped),
        parcel(before + 7, (sealed("book"), sealed("book"))),
        parcel(before + 8, (sealed("toys"), TOY)),
        parcel(before + 9, (sealed("headphones", packed),), packed),
        parcel(before + 10, (sealed("clothing"), sealed("clothing"))),
    )


PARCELS = ten_parcels()
UNITS = tuple(goods for each in PARCELS for goods in each.goods)
DIFFERENCES = ["missing", "parcel_damaged", "serial_mismatch"]
