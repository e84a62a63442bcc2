"""What may be wrong in a file of RMAs, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SHOWN = 60
"""So many characters of a bad value are told."""

WORDS: Mapping[str, tuple[str, str]] = {
    "missing": ("There is nothing in this cell", "Fill it in"),
    "too_long": ("The text is longer than {most} characters", "Shorten it"),
    "control": ("The text holds a character that cannot be seen", "Type the text anew"),
    "number": ("This is no number of this size", "Write a whole number from {least} to {most}"),
    "money": ("This is no amount of money", "Write digits with at most {digits} behind the point, as 2999.00"),
    "time": ("This is no date or time", "Write 2026-12-01 or 2026-12-01 18:00, between 2000 and 2100"),
    "choice": ("This word is not known here", "Write one of: {known}"),
    "gtin": ("The barcode's check digit does not fit", "Copy it from the goods: 8, 12, 13 or 14 digits"),
    "phone": ("This is no phone number", "Write its digits, or the last four alone"),
    "digits_lost": ("The table has rounded this number", "Format the column as text, then type the number again"),
    "differs": (
        "An earlier row of the same RMA says something else",
        "Leave it empty, or write what row {first} has",
    ),
    "twice": ("Another row of this RMA has the same line", "Number the lines of an RMA 1, 2, 3 …"),
    "closed": ("The RMA is {state} on the server", "Reopen it there, or take it out of the file"),
    "form": ("{why}", "Correct this value"),
    "encoding": ("The file is neither UTF-8 nor GB 18030", "Save it as CSV in UTF-8"),
    "broken": ("The file cannot be read: {why}", "Save it again as XLSX, or as CSV in UTF-8"),
    "bomb": ("The file unpacks to more than it should", "Copy the rows to a new table and save that"),
    "columns": ("The first row does not name this column", "Name the columns in the first row, as the sample does"),
    "column_twice": ("Two columns mean the same", "Take one of them out"),
    "unknown_column": ("This column is not known", "Correct its name, or take it out"),
    "too_many": ("There are more than {most} rows", "Divide the file"),
    "empty": ("There are no rows", "Fill the table below its first row"),
    "surplus": ("The row has more cells than the first one", "Put values that hold the delimiter in quotes"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake: ``row`` as the file counts (0: the whole file), ``column`` as the file names it.

    ``what`` and ``do`` are the words for ``code`` with its ``facts``.
    """

    row: int
    column: str
    code: str
    value: str
    what: str
    do: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


class FileFault(Exception):  # noqa: N818 - it is a fault of the file
    """The file as a whole cannot be read."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class CellFault(Exception):  # noqa: N818 - it is a fault of one cell
    """A cell that does not hold what its column wants."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def at(self, row: int, column: str, value: str) -> Fault:
        """The fault at its place."""
        return _worded(row, column, self.code, value, self.facts)


def fault(row: int, column: str, code: str, value: str = "", **facts: str | int) -> Fault:
    """A fault in words; the value is told as far as ``SHOWN`` characters."""
    return _worded(row, column, code, value, facts)


def _worded(row: int, column: str, code: str, value: str, facts: Mapping[str, str | int]) -> Fault:
    what, do = (text.format_map(facts) for text in WORDS[code])
    told = value if len(value) <= SHOWN else value[: SHOWN - 1] + "…"
    return Fault(row, column[:SHOWN], code, told, what, do, dict(facts))


def unreadable(code: str, row: int = 0, column: str = "", **facts: str | int) -> FileFault:
    """The fault of a file as a whole."""
    return FileFault(_worded(row, column, code, "", facts))
