"""The first sheet of an XLSX workbook, row by row, with bounds on what it may unpack to."""

from __future__ import annotations

import io
import math
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime, time
from xml.etree.ElementTree import ParseError

from dockstation.server.imports.faults import unreadable

UNPACKED = 24 * 1024 * 1024
PARTS = 1000
EXACT = 15
"""Digits that a number keeps in a table; what was typed with more has been rounded."""


def rows(content: bytes, most: int, columns: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Each row with its number; raises FileFault for what is no workbook, and for bombs."""
    _require_small(content)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        lines = sheet.iter_rows(min_row=1, max_row=most, max_col=columns, values_only=True)
        for number, cells in enumerate(lines, 1):
            yield number, [_text(cell) for cell in cells]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, ParseError, *_ZIP) as error:
        raise unreadable("broken", why=type(error).__name__) from error


_ZIP = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError)


def _require_small(content: bytes) -> None:
    """What a part says of its size is believed: reading it stops there, however much more there is."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            sizes = [each.file_size for each in parts.infolist()]
    except (ValueError, *_ZIP) as error:
        raise unreadable("broken", why=type(error).__name__) from error
    if len(sizes) > PARTS or sum(sizes) > UNPACKED:
        raise unreadable("bomb")


def _text(cell: object) -> str:
    """A cell as it would be typed. A formula stays the text that it is: nothing here is reckoned out."""
    match cell:
        case None:
            return ""
        case datetime() if cell.time() == time() and cell.tzinfo is None:
            return cell.date().isoformat()
        case float():
            return _number(cell)
        case int() if not isinstance(cell, bool) and len(str(abs(cell))) > EXACT:
            return f"{cell}{ROUNDED}"
        case _:
            return cell.isoformat(" ") if isinstance(cell, datetime) else str(cell)


ROUNDED = "\N{ALMOST EQUAL TO}"
"""Stands behind a number that has lost digits, so that no column takes it."""


def _number(cell: float) -> str:
    if not math.isfinite(cell):
        return str(cell)
    if cell.is_integer():
        return str(int(cell)) if abs(cell) < 10**EXACT else f"{int(cell)}{ROUNDED}"
    return format(cell, f".{EXACT}g")
