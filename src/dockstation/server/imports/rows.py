"""Rows as RMAs: rows of one number are its lines, and a faulty one leaves the whole RMA out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from dockstation.server.imports import cells
from dockstation.server.imports.columns import HEAD, REQUIRED, RETURN_TYPES, WANTED
from dockstation.server.imports.faults import CellFault, Fault, fault
from dockstation.server.imports.reading import CELL, Row, Sheet
from dockstation.server.imports.xlsx import ROUNDED
from dockstation.wire import RmaMessage
from dockstation.wire.rma_life import WrittenRmaMessage

Reader = Callable[[str], Any]
MIDNIGHT, LAST = time(0), time(23, 59, 59)
QUANTITY, GRAMS = 100_000, 10_000_000


@dataclass(frozen=True, slots=True)
class Read:
    """An RMA of a file, the rows that it stands in, and what is wrong with it: then there is no RMA."""

    number: str
    rows: tuple[int, ...]
    rma: RmaMessage | None
    faults: tuple[Fault, ...]


def rmas(sheet: Sheet, zone: ZoneInfo) -> Iterator[Read]:
    """Every RMA of a table, in the order of their first rows. Times without a zone are in ``zone``."""
    groups: dict[str, list[Row]] = {}
    for row in sheet.rows:
        groups.setdefault(row.cells.get("number") or f"\0{row.number}", []).append(row)
    bad: dict[int, list[Fault]] = {}
    for each in sheet.faults:
        bad.setdefault(each.row, []).append(each)
    for number, group in groups.items():
        mine = [each for row in group for each in bad.get(row.number, ())]
        yield _Group(group, sheet.titles, zone, mine).read(number)


class _Group:
    """The rows of one RMA; gathers every fault, not only the first."""

    def __init__(self, rows: Sequence[Row], titles: Mapping[str, str], zone: ZoneInfo, faults: list[Fault]) -> None:
        self._rows = rows
        self._titles = titles
        self._zone = zone
        self._faults = faults
        self._lines: set[str] = set()

    def read(self, number: str) -> Read:
        head = self._head()
        lines = [self._line(row, place, head["currency"]) for place, row in enumerate(self._rows, 1)]
        rma = None if self._faults else self._whole(head | {"lines": lines})
        return Read(number, tuple(row.number for row in self._rows), rma, tuple(self._faults))

    def _head(self) -> dict[str, Any]:
        told: dict[str, Any] = {"currency": "CNY"}
        for column in HEAD:
            first = next((row for row in self._rows if column in row.cells), None)
            if first is None:
                self._missing(self._rows[0], column)
                continue
            value = self._cell(first, column, self._readers()[column])
            if value is not None:
                told[{"phone": "phone_end", "customer_flags": "flags"}.get(column, column)] = value
            for row in self._rows:
                if row.cells.get(column, first.cells[column]) != first.cells[column]:
                    self._add(row, column, "differs", first=first.number)
        return told

    def _readers(self) -> Mapping[str, Reader]:
        zone = self._zone
        return {
            **dict.fromkeys(HEAD, cells.text),
            "return_type": lambda cell: cells.choice(cell, RETURN_TYPES),
            "wanted": lambda cell: cells.choice(cell, WANTED),
            "phone": cells.phone_end,
            "currency": str.upper,
            "due_at": lambda cell: cells.moment(cell, zone, LAST),
            "window_ends": lambda cell: cells.moment(cell, zone, LAST),
            "dispatched_at": lambda cell: cells.moment(cell, zone, MIDNIGHT),
            "tracking_numbers": cells.several,
            "customer_flags": cells.several,
        }

    def _line(self, row: Row, place: int, currency: str) -> dict[str, Any]:
        told: dict[str, Any] = {"line_id": str(place), "quantity": 1}
        for column, reader in _line_readers(currency).items():
            if column not in row.cells:
                self._missing(row, column)
            elif (value := self._cell(row, column, reader)) is not None:
                told[column] = value
        names = {"zh_CN": told.pop("name_zh", ""), "en": told.pop("name_en", "")}
        told["name"] = {language: name for language, name in names.items() if name} or {"en": told.get("sku", "")}
        if told["line_id"] in self._lines:
            self._add(row, "line_id", "twice")
        self._lines.add(told["line_id"])
        return told

    def _cell(self, row: Row, column: str, reader: Reader) -> Any:
        """The value, None with a fault more where there is none."""
        cell = row.cells[column]
        try:
            if len(cell) > CELL:
                return None  # told with the shape
            return reader(_unrounded(cell))
        except CellFault as error:
            self._faults.append(error.at(row.number, self._titles[column], cell.removesuffix(ROUNDED)))
            return None

    def _missing(self, row: Row, column: str) -> None:
        if column in REQUIRED:
            self._add(row, column, "missing")

    def _add(self, row: Row, column: str, code: str, **facts: str | int) -> None:
        told = self._titles.get(column, column)
        self._faults.append(fault(row.number, told, code, row.cells.get(column, ""), **facts))

    def _whole(self, told: dict[str, Any]) -> RmaMessage | None:
        try:
            written = WrittenRmaMessage.model_validate(told | {"by": "-"})
        except ValidationError as error:
            self._faults += [self._misfit(each["loc"], each["msg"], each["input"]) for each in error.errors()]
            return None
        return RmaMessage.model_validate(written.model_dump(exclude={"by", "reason"}))

    def _misfit(self, place: tuple[str | int, ...], why: str, value: object) -> Fault:
        in_line = len(place) > 2 and place[0] == "lines"
        row = self._rows[int(place[1]) if in_line else 0]
        column = str(place[2 if in_line else 0]) if place else ""
        told = value if isinstance(value, str) else ""
        return fault(row.number, self._titles.get(column, column), "form", told, why=why)


def _unrounded(cell: str) -> str:
    if cell.endswith(ROUNDED):
        raise CellFault("digits_lost")
    return cell


def _line_readers(currency: str) -> Mapping[str, Reader]:
    return {
        **dict.fromkeys(("line_id", "sku", "name_zh", "name_en", "category"), cells.text),
        "gtin": cells.gtin,
        "quantity": lambda cell: cells.number(cell, 1, QUANTITY),
        "unit_value": lambda cell: cells.money(cell, currency),
        "weight_g": lambda cell: cells.number(cell, 0, GRAMS),
        "serials": cells.several,
        "accessories": lambda cell: cells.pieces(cell, currency),
        "flags": cells.several,
    }
