"""Layouts from config/labels/*.toml, one file each; what is not understood is refused."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, Final

from dockstation.domain.errors import DockstationError
from dockstation.labels.layout import (
    BoxElement,
    Code128Element,
    Element,
    Layout,
    LineElement,
    PictogramElement,
    QrElement,
    TextElement,
    check,
)

KINDS: Final[Mapping[str, type[Element]]] = {
    "box": BoxElement,
    "line": LineElement,
    "pictogram": PictogramElement,
    "text": TextElement,
    "code128": Code128Element,
    "qr": QrElement,
}
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


class LayoutBook:
    """Layouts by name; the first folder that has the file counts. Files are read when asked for."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def names(self) -> tuple[str, ...]:
        """Every layout there is, sorted."""
        return tuple(sorted({path.stem for folder in self._folders for path in folder.glob("*.toml")}))

    def load(self, name: str) -> Layout:
        """The layout ``name``; raises ``label.layout`` with the file and what is wrong with it."""
        path = self._find(name)
        tables = _tables(path)
        try:
            layout = _layout(name, tables)
        except _Wrong as wrong:
            raise DockstationError("label.layout", file=str(path), what=str(wrong)) from wrong
        check(layout, str(path))
        return layout

    def _find(self, name: str) -> Path:
        file = f"{name}.toml"
        for folder in self._folders:
            if NAME.fullmatch(name) and (folder / file).is_file():
                return folder / file
        known = ", ".join(self.names())
        raise DockstationError("label.layout", file=file[:80], what=f"no such layout; there are: {known}")


class _Wrong(Exception):  # noqa: N818 - never leaves this module
    """What a layout file has that it should not, or has not."""


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise DockstationError("label.layout", file=str(path), what=str(error) or type(error).__name__) from error


def _layout(name: str, tables: Mapping[str, Any]) -> Layout:
    _refuse_unknown(tables, {"width", "height", *KINDS}, "the file")
    elements = tuple(_element(kind, values) for kind in KINDS for values in _array(kind, tables.get(kind, [])))
    sides = [_number(side, tables.get(side)) for side in ("width", "height")]
    return Layout(name, sides[0], sides[1], elements)


def _array(kind: str, tables: object) -> list[dict[str, Any]]:
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise _Wrong(f"{kind} is written [[{kind}]]")
    return tables


def _element(kind: str, values: Mapping[str, Any]) -> Element:
    wanted = {each.name: each for each in fields(KINDS[kind])}
    _refuse_unknown(values, wanted, f"[[{kind}]]")
    for name, each in wanted.items():
        if name not in values and each.default is MISSING:
            raise _Wrong(f"[[{kind}]] has no {name}")
    return KINDS[kind](**{name: _value(name, str(wanted[name].type), value) for name, value in values.items()})


def _refuse_unknown(values: Mapping[str, Any], known: set[str] | Mapping[str, Any], where: str) -> None:
    unknown = [key for key in values if key not in known]
    if unknown:
        raise _Wrong(f"{where} may not have {unknown[0]!r}; it may have {', '.join(sorted(known))}")


def _value(name: str, wanted: str, value: object) -> Any:
    if wanted == "float":
        return _number(name, value)
    if wanted == "tuple[str, ...]":
        parts = [value] if isinstance(value, str) else value
        if isinstance(parts, list) and parts and all(isinstance(part, str) for part in parts):
            return tuple(parts)
        raise _Wrong(f"{name} must be a text, or a list of texts")
    if type(value).__name__ != wanted:
        raise _Wrong(f"{name} must be {wanted}, not {value!r}")
    return value


def _number(name: str, value: object) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):  # type: ignore[arg-type] # a number, by the first half
        raise _Wrong(f"{name} must be a number of millimetres, not {value!r}")
    return float(value)  # type: ignore[arg-type] # a number, as just seen
