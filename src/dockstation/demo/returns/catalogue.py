"""The goods of the demo."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dockstation.demo.returns import numbers


@dataclass(frozen=True, slots=True)
class Product:
    """One SKU: price in minor units of CNY, weight in grams; ``serial`` begins its serial numbers, "" for none."""

    category: str
    sku: str
    gtin: str
    zh: str
    en: str
    price: int
    weight_g: int
    accessories: tuple[str, ...]
    serial: str


def load() -> dict[str, tuple[Product, ...]]:
    """The catalogue that came with the program, by category."""
    tables = tomllib.loads(Path(__file__).with_name("catalogue.toml").read_text("utf-8"))
    return {
        category: tuple(_product(category, row, item) for item, row in enumerate(rows, 100 * place))
        for place, (category, rows) in enumerate(tables.items(), 1)
    }


def _product(category: str, row: dict[str, Any], item: int) -> Product:
    return Product(
        category=category,
        sku=row["sku"],
        gtin=numbers.gtin(row["gtin_prefix"], item),
        zh=row["zh"],
        en=row["en"],
        price=row["price"],
        weight_g=row["weight_g"],
        accessories=tuple(row.get("accessories", ())),
        serial=row.get("serial", ""),
    )
