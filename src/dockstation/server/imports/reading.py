"""The bytes of a file as rows of texts by column, whatever kind of file it is."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dockstation.server.imports import xlsx
from dockstation.server.imports.columns import REQUIRED, column_of
from dockstation.server.imports.faults import Fault, fault, unreadable

ROWS = 10_000
COLUMNS = 64
CELL = 1000
"""Characters of a cell at most; what is longer is no value of ours."""
DELIMITERS = ",;\t|"
BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Row:
    """A row as the file counts, its cells by column, and those that are not empty alone."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its rows, the titles that stand for the columns, and what is wrong with its shape."""

    rows: tuple[Row, ...]
    titles: dict[str, str]
    faults: tuple[Fault, ...]


def read(content: bytes) -> Sheet:
    """The table in a CSV or XLSX file; raises FileFault where it cannot be read at all."""
    raw = xlsx.rows(content, ROWS + 2, COLUMNS) if content.startswith(b"PK") else _csv(decoded(content))
    lines = ((number, [cell.strip() for cell in cells]) for number, cells in raw)
    filled = ((number, cells) for number, cells in lines if any(cells))
    number, head = next(filled, (1, []))
    titles, columns, faults = _titles(number, head)
    rows: list[Row] = []
    for number, cells in filled:
        if len(rows) == ROWS:
            raise unreadable("too_many", number, most=ROWS)
        rows.append(Row(number, {column: cells[place] for place, column in columns.items() if _has(cells, place)}))
        faults += _shape(number, cells, head)
    if not rows:
        raise unreadable("empty")
    return Sheet(tuple(rows), titles, tuple(faults))


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 with its mark, or GB 18030 (which GBK is a part of)."""
    marked = [name for mark, name in BOMS if content.startswith(mark)]
    for encoding in marked or ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise unreadable("encoding")


def _csv(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    first, _, rest = text.partition("\n")
    skipped = first.lower().startswith("sep=")  # Excel's own word for the delimiter
    told = rest if skipped else text
    head = told.partition("\n")[0]
    delimiter = max(DELIMITERS, key=lambda each: sum(bool(column_of(title)) for title in _split(head, each)))
    reader = csv.reader(io.StringIO(told, newline=""), delimiter=delimiter, strict=True)
    end = int(skipped)
    try:
        for cells in reader:
            begin, end = end + 1, reader.line_num + int(skipped)
            yield begin, cells
    except csv.Error as error:
        raise unreadable("broken", end + 1, why=str(error)) from error


def _split(head: str, delimiter: str) -> Iterable[str]:
    return (each.strip(' "\r') for each in head.split(delimiter))


def _titles(number: int, head: Sequence[str]) -> tuple[dict[str, str], dict[int, str], list[Fault]]:
    """The title of each column, the column at each place, and what is wrong with them."""
    titles: dict[str, str] = {}
    columns: dict[int, str] = {}
    faults = []
    for place, title in enumerate(head):
        column = column_of(title)
        if column and column in titles:
            raise unreadable("column_twice", number, title)
        if column:
            titles[column], columns[place] = title, column
        elif title:
            faults.append(fault(number, title, "unknown_column"))
    for column in REQUIRED:
        if column not in titles:
            raise unreadable("columns", number, column)
    return titles, columns, faults


def _has(cells: Sequence[str], place: int) -> bool:
    return place < len(cells) and bool(cells[place])


def _shape(number: int, cells: Sequence[str], head: Sequence[str]) -> Iterator[Fault]:
    if any(cells[len(head) :]):
        yield fault(number, "", "surplus")
    for place, cell in enumerate(cells[: len(head)]):
        if len(cell) > CELL:
            yield fault(number, head[place], "too_long", cell, most=CELL)
