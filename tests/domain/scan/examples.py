"""Codes with what they mean, from the documents of those who define them; ``<GS>`` stands for U+001D."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


def rows(name: str) -> list[object]:
    """One pytest parameter set a row, named by its first column."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        _titles, *found = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [pytest.param(*(each.replace("<GS>", "\x1d") for each in row[1:]), id=row[0]) for row in found]


def pairs(written: str) -> dict[str, str]:
    """``a=1 b=2`` as a dictionary, ``-`` as an empty one."""
    return {} if written == "-" else dict(each.split("=", 1) for each in written.split(" "))
