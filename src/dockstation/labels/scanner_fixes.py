"""What the self-test says of a scanner and what to do about it, from resources/scanners/fixes.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

from dockstation.domain.self_test import MAKES, Advice, FindingKind, FixBook
from dockstation.domain.text import Text

FILE = Path("scanners", "fixes.toml")


def load_fixes(resources: Path) -> FixBook:
    """The book that came with the program; ValueError when a finding has no sentence or a maker is unknown."""
    tables = tomllib.loads((resources / FILE).read_text("utf-8"))
    kinds = {kind.value for kind in FindingKind}
    if tables.keys() != kinds:
        raise ValueError(f"{FILE}: {', '.join(sorted(tables.keys() ^ kinds))}")
    return FixBook({FindingKind(name): _advice(name, table) for name, table in tables.items()})


def _advice(name: str, table: dict[str, dict[str, str]]) -> Advice:
    if unknown := table.keys() - {"says", *MAKES}:
        raise ValueError(f"{FILE}: [{name}] {', '.join(sorted(unknown))}")
    return Advice(Text(table["says"]), {make: Text(table[make]) for make in MAKES if make in table})
