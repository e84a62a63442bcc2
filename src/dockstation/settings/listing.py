"""Every setting of station.toml that has one value, as a page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from dockstation.domain.station_setup import OFF, ON, Setting
from dockstation.settings.document import WRITTEN
from dockstation.settings.station import StationSettings

CHOICES = (
    "layout",
    "licence_plate",
    "parcel",
    "receipt",
    "printer",
    *(f"{kind}_printer" for kind in ("licence_plate", "parcel", "receipt")),
)
"""Of [labels]: what the page of printers changes."""
ELSEWHERE = frozenset({*(f"labels.{each}" for each in CHOICES), "labels.verify"})


def listed(settings: StationSettings) -> tuple[Setting, ...]:
    """As they count, in the order of the tables; scanners and people are lists, and none of these."""
    tables = [(each.name, getattr(settings, each.name)) for each in fields(settings)]
    found = [_setting(name, table, each) for name, table in tables if is_dataclass(table) for each in fields(table)]
    return tuple(each for each in found if each.name not in ELSEWHERE)


def _setting(table: str, values: Any, field: Any) -> Setting:
    value, limits = getattr(values, field.name), field.metadata
    return Setting(table, field.name, value, _choices(value, limits), _written(value, limits))


def _choices(value: object, limits: Mapping[str, Any]) -> tuple[str, ...]:
    return (ON, OFF) if isinstance(value, bool) else tuple(map(str, limits.get("one_of", ())))


def _written(value: object, limits: Mapping[str, Any]) -> str:
    usual = "" if isinstance(value, str) else WRITTEN.get(type(value), "")
    return str(limits.get("written", usual))
