"""Two hundred returns as a shop's system would announce them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Literal

from dockstation.demo.returns import numbers
from dockstation.demo.returns.catalogue import Product, load
from dockstation.wire import RmaLineMessage, RmaMessage

COUNT = 200

_SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗"
_INITIALS = "ABCDEGHJKLMNPRST"
_CHINESE_CARRIERS = (numbers.sf_express, numbers.sf_express, numbers.yto_express, numbers.jd_logistics)
_OTHER_CARRIERS = (numbers.ups, numbers.ups, numbers.s10)
_DAYS_ALLOWED = {"quality": 3, "wrong_size": 2, "wrong_style": 2, "wrong_item": 1, "transit_damage": 1}

ReturnType = Literal["quality", "no_reason", "wrong_size", "wrong_style", "wrong_item", "transit_damage", "special"]
Wanted = Literal["refund", "exchange", "repair"]
Status = Literal["approved", "cancelled", "refunded"]

_TYPES: dict[str, tuple[ReturnType, ...]] = {
    "phone": ("quality", "quality", "no_reason", "no_reason", "transit_damage", "wrong_item"),
    "clothing": ("wrong_size", "wrong_size", "wrong_style", "no_reason", "quality", "wrong_item"),
    "appliance": ("quality", "quality", "no_reason", "transit_damage", "transit_damage", "wrong_item"),
    "cosmetics": ("no_reason", "wrong_style", "wrong_item", "transit_damage", "special"),
}


@dataclass(slots=True)
class _Source:
    """Chance, and the numbers given out already."""

    chance: Random
    given: set[str] = field(default_factory=set)

    def unique(self, make: Callable[[], str]) -> str:
        """A number that nobody has yet."""
        while (number := make()) in self.given:
            pass
        self.given.add(number)
        return number


def sample_returns(seed: int, today: datetime) -> tuple[RmaMessage, ...]:
    """The returns expected around ``today`` (aware), 50 of each category; the same for the same arguments."""
    source = _Source(Random(seed))  # noqa: S311 - samples, not secrets
    catalogue = load()
    categories = tuple(catalogue)
    return tuple(
        _return(index, catalogue[categories[index % len(categories)]], source, today) for index in range(COUNT)
    )


def _return(index: int, goods: tuple[Product, ...], source: _Source, today: datetime) -> RmaMessage:
    chance = source.chance
    chinese = chance.random() < 0.6
    return_type = chance.choice(_TYPES[goods[0].category])
    asked_on = (today - timedelta(days=chance.choice((0, 0, 1, 1, 1, 2, 2, 3)))).replace(
        minute=0, second=0, microsecond=0
    )
    return RmaMessage(
        number=f"R2611{index + 1:04d}",
        version=1,
        status=_status(index),
        order_number=source.unique(lambda: f"{asked_on - timedelta(days=9):%y%m%d}-{numbers.digits(chance, 7)}"),
        return_type=return_type,
        wanted=_wanted(return_type, chance),
        customer=_customer(chance, chinese=chinese),
        due_at=asked_on + timedelta(days=_DAYS_ALLOWED.get(return_type, 5)),
        window_ends=asked_on + timedelta(days=chance.choice((4, 7, 7, 12))),
        tracking_numbers=_tracking_numbers(source, chinese=chinese),
        lines=_lines(goods, source),
    )


def _status(index: int) -> Status:
    """Mostly approved; where the exceptions are is fixed, so that instructions can name them."""
    exceptions: dict[int, Status] = {16: "cancelled", 24: "refunded"}
    return exceptions.get(index % 50, "approved")


def _wanted(return_type: ReturnType, chance: Random) -> Wanted:
    if return_type == "quality":
        return chance.choice(("repair", "refund", "exchange"))
    if return_type in ("wrong_size", "wrong_item", "wrong_style"):
        return chance.choice(("exchange", "exchange", "refund"))
    return "refund"


def _customer(chance: Random, *, chinese: bool) -> str:
    if chinese:
        return chance.choice(_SURNAMES) + "*" * chance.choice((1, 2, 2))
    return f"{chance.choice(_INITIALS)}. {chance.choice(_INITIALS)}***"


def _tracking_numbers(source: _Source, *, chinese: bool) -> tuple[str, ...]:
    carrier = source.chance.choice(_CHINESE_CARRIERS if chinese else _OTHER_CARRIERS)
    parcels = 2 if source.chance.random() < 0.05 else 1
    return tuple(source.unique(lambda: carrier(source.chance)) for _ in range(parcels))


def _lines(goods: tuple[Product, ...], source: _Source) -> tuple[RmaLineMessage, ...]:
    """One line, now and then a second of the same category."""
    chosen = source.chance.sample(goods, 2 if source.chance.random() < 0.12 else 1)
    return tuple(_line(f"{number}", product, source) for number, product in enumerate(chosen, 1))


def _line(line_id: str, product: Product, source: _Source) -> RmaLineMessage:
    quantity = 1 if product.category == "phone" else source.chance.choice((1, 1, 1, 1, 2, 3))
    make = numbers.imei if product.category == "phone" else numbers.serial
    serials = range(quantity if product.serial else 0)
    return RmaLineMessage(
        line_id=line_id,
        sku=product.sku,
        gtin=product.gtin,
        name={"zh_CN": product.zh, "en": product.en},
        category=product.category,
        quantity=quantity,
        unit_value=product.price,
        weight_g=product.weight_g,
        serials=tuple(source.unique(lambda: make(source.chance, product.serial)) for _ in serials),
        accessories=product.accessories,
    )
