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


def _parcel(place: int, goods: tuple[Goods, ...], *serials: str, missing: int = 0, damaged: bool = False) -> Parcel:
    expected = _line(goods[0].category, len(goods) + missing, *serials)
    return Parcel(f"SF19900000000{place:02}", f"R269900{place:02}", goods, expected, missing, damaged)


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
HEADPHONES = Goods(
    "headphones", ("SN26990005",), answers={"packaging": "opened"}, ticks={"housing": (1, 1)}, pieces=CABLES
)

PARCELS = (
    _parcel(1, (phone("356938035643809", overrule=True),), "356938035643809"),
    _parcel(2, (sealed("clothing"), sealed("clothing"))),
    _parcel(3, (BOOK,), damaged=True),
    _parcel(4, (sealed("toys"), sealed("toys")), missing=1),
    _parcel(5, (HEADPHONES,), "SN26990005"),
    _parcel(6, (phone(GTINS["phone"], "490154203237518", differs=("serial_mismatch", 1)),), "352099001761481"),
    _parcel(7, (sealed("book"), sealed("book"))),
    _parcel(8, (sealed("toys"), TOY)),
    _parcel(9, (sealed("headphones", "SN26990009"),), "SN26990009"),
    _parcel(10, (sealed("clothing"), sealed("clothing"))),
)
UNITS = tuple(goods for parcel in PARCELS for goods in parcel.goods)
DIFFERENCES = ["missing", "parcel_damaged", "serial_mismatch"]
