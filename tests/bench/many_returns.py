"""Returns by the million, made cheaply, and a central server that serves them page by page."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from dockstation.application.ports.central import RmaPage
from dockstation.domain.rma import Accessory, ReturnType, Rma, RmaLine, RmaStatus, Wanted
from dockstation.domain.text import Text
from tests.fakes.central import FakeCentral

PAGE = 500
GOODS = 50_000
BRANDS = (
    ("星河", "Galaxy River"), ("远山", "Far Hill"), ("青竹", "Green Bamboo"), ("晨光", "Morning Light"),
    ("海蓝", "Sea Blue"), ("北极熊", "Polar Bear"), ("小满", "Xiaoman"), ("云上", "Above Clouds"),
)  # fmt: skip
THINGS = (
    ("手机", "phone"), ("纯棉T恤", "cotton T-shirt"), ("电水壶", "kettle"), ("蓝牙耳机", "Bluetooth earphones"),
    ("运动鞋", "running shoes"), ("羽绒服", "down jacket"), ("充电宝", "power bank"), ("保温杯", "vacuum flask"),
    ("吹风机", "hair dryer"), ("台灯", "desk lamp"), ("行李箱", "suitcase"), ("机械键盘", "mechanical keyboard"),
)  # fmt: skip
COLOURS = (("白色", "white"), ("曜石黑", "obsidian black"), ("雾霾蓝", "haze blue"), ("抹茶绿", "matcha green"))
FAMILIES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
NOW = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
DAYS = 120


@lru_cache(maxsize=GOODS)
def goods(n: int) -> RmaLine:
    """One of the warehouse's articles, as a line of one piece."""
    brand, thing, colour = BRANDS[n % 8], THINGS[n // 8 % 12], COLOURS[n // 96 % 4]
    model = f"{n % 997:03}-{n:05}"
    chinese, english = f"{brand[0]}{thing[0]} {model} {colour[0]}", f"{brand[1]} {thing[1]} {model}, {colour[1]}"
    return RmaLine(
        "1", f"SKU-{n:05}", f"{69_000_000_000_000 + n * 10:014}",
        Text({"zh_CN": chinese, "en": english}),
        thing[1], 1, 1000 + n % 5000 * 100, 100 + n % 900, (), (Accessory("charger"),) if n % 8 == 0 else (),
    )  # fmt: skip


def one(n: int) -> Rma:
    """The ``n``-th return: two lines or three, every other line with a serial number; always the same."""
    dice = random.Random(n)
    lines = tuple(_line(n, place, dice) for place in range(2 + n % 2))
    due = NOW + timedelta(minutes=dice.randrange(-DAYS * 720, DAYS * 720))
    return Rma(
        f"R2611{n:08}", n + 1, RmaStatus.APPROVED, order(n), ReturnType.NO_REASON, Wanted.REFUND,
        FAMILIES[dice.randrange(20)] + "**", "CNY", due, due + timedelta(days=7), (tracking(n),), lines,
        due, (), f"{dice.randrange(10_000):04}",
    )  # fmt: skip


def order(n: int) -> str:
    """Orders are numbered as they come, returns are not made in that order."""
    return f"2026{n * 7_919 % 100_000_007:09}"


def tracking(n: int) -> str:
    """Carriers' numbers look like chance."""
    return f"SF{int.from_bytes(hashlib.blake2b(str(n).encode(), digest_size=6).digest()) % 10**13:013}"


def serial(n: int, place: int) -> str:
    return f"SN{n:08}{place}"


def _line(n: int, place: int, dice: random.Random) -> RmaLine:
    kind = goods(int(GOODS * dice.random() ** 2))  # a few articles come back most
    serials = (serial(n, place),) if place % 2 == 0 else ()
    return RmaLine(
        str(place + 1), kind.sku, kind.gtin, kind.name, kind.category, 1 + n % 3 // 2, kind.unit_value, kind.weight_g,
        serials, kind.accessories,
    )  # fmt: skip


class ManyReturns(FakeCentral):
    """The server of a large merchant: ``count`` returns in pages, made when they are asked for."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def pull_rmas(self, cursor: str) -> RmaPage:
        start = int(cursor or 0)
        end = min(self.count, start + PAGE)
        return RmaPage(tuple(map(one, range(start, end))), (), str(end), end < self.count)


def spread(count: int, wanted: int) -> Sequence[int]:
    """``wanted`` of so many returns, all over them."""
    return random.Random(7).sample(range(count), min(wanted, count))
