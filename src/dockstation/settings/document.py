"""One TOML file whose mistakes can be told with file, line and what was meant."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from dockstation.domain.errors import DockstationError
from dockstation.domain.text import Text
from dockstation.settings.lines import KeyPath, lines
from dockstation.settings.mistakes import Gathering, raise_all

Table = TypeVar("Table")
Choice = TypeVar("Choice", bound=StrEnum)

LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
WRITTEN: Mapping[Any, str] = {
    str: '"…"',
    int: "1, 2, 3 …",
    float: "0.5, 1, 1.5 …",
    float | None: "0.5, 1, 1.5 …",
    bool: "true | false",
    date: "2027-10-01",
    tuple[str, ...]: '["…"]',
    Text: '{ zh_CN = "…", en = "…" }',
}
"""How a value of each type is written, in no language."""


def one_of(*words: str) -> dict[str, Any]:
    """Metadata of a dataclass field: the words that it may be."""
    return {"one_of": words, "written": " | ".join(words)}


def within(least: float, most: float) -> dict[str, Any]:
    """Metadata of a dataclass field: the least and most that it may be, of a text the number of characters."""
    return {"within": (least, most), "written": f"{least}–{most}"}


def like(pattern: str, written: str) -> dict[str, Any]:
    """Metadata of a dataclass field: the regular expression that all of the text fits, and how it is written."""
    return {"like": pattern, "written": written}


@cache
def _hints(table: type) -> Mapping[str, Any]:
    """The types of a dataclass: to work them out anew for each question took half of the time of reading."""
    return get_type_hints(table)


class Document:
    """One TOML file. Raises ``settings.unreadable`` and ``settings.syntax``."""

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            self._source = file.read_text("utf-8-sig")
            self._values: dict[str, Any] = tomllib.loads(self._source)
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"line (\d+)", str(error))
            line = int(place[1]) if place else self._source.count("\n") + 1
            raise DockstationError("settings.syntax", file=str(file), line=line, why=str(error)) from error
        except (OSError, UnicodeDecodeError, RecursionError) as error:
            why = getattr(error, "strerror", None) or type(error).__name__
            raise DockstationError("settings.unreadable", file=str(file), why=why) from error

    def value(self, path: KeyPath, default: object = None) -> Any:
        """What stands at ``path``, ``default`` when nothing does."""
        found: Any = self._values
        for step in path:
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return default
        return found

    def line_of(self, path: KeyPath) -> int:
        """The line on which the value at ``path`` begins, else the one of the table that it is missing from."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    @cached_property
    def _lines(self) -> Mapping[KeyPath, int]:
        return lines(self._source)

    def table(self, wanted: type[Table], path: KeyPath, also: Collection[str] = ()) -> Table:
        """The table at ``path`` as the dataclass ``wanted``, but for the keys ``also``, which others read.

        Raises ``settings.wrong_type``, ``.unknown_key`` and ``.missing``, together, for all that does not fit.
        """
        values = self.value(path, {})
        if not isinstance(values, dict):
            raise self.wrong_type(path, f"[{path[-1]}]")
        known = {each.name: each for each in fields(wanted)}  # type: ignore[arg-type] # a dataclass, by contract
        gathering = Gathering()
        with gathering.going_on():
            self.refuse_unknown(path, {*known, *also})
        needed = (name for name, each in known.items() if name not in values and each.default is MISSING)
        gathering.found.extend(self._missing(path, name) for name in needed)
        hints = _hints(wanted)  # type: ignore[arg-type] # any class can be a key
        given = [name for name in known if name in values]
        checked = gathering.each(
            given, lambda name: (name, self._checked((*path, name), hints[name], known[name].metadata))
        )
        gathering.finish()
        return wanted(**dict(checked))

    def _missing(self, path: KeyPath, name: str) -> DockstationError:
        key = ".".join(step for step in (*path, name) if isinstance(step, str))
        return DockstationError("settings.missing", file=str(self.file), line=self.line_of(path), key=key)

    def rows(self, path: KeyPath) -> tuple[KeyPath, ...]:
        """The paths of the tables in the list at ``path``; raises ``settings.wrong_type`` when it is none."""
        rows = self.value(path, [])
        if not isinstance(rows, list) or not all(isinstance(each, dict) for each in rows):
            raise self.wrong_type(path, f"[[{path[-1]}]]")
        return tuple((*path, place) for place in range(len(rows)))

    def refuse_unknown(self, path: KeyPath, known: Iterable[str]) -> None:
        """Raise ``settings.unknown_key`` for the keys of the table that nobody reads."""
        names = sorted(known)
        raise_all(self._unknown(path, key, names) for key in self.value(path, {}) if key not in names)

    def _unknown(self, path: KeyPath, key: str, names: list[str]) -> DockstationError:
        meant = next(iter(difflib.get_close_matches(key, names, 1)), ", ".join(names))
        line = self.line_of((*path, key))
        return DockstationError("settings.unknown_key", file=str(self.file), line=line, key=key, meant=meant)

    def refuse_twice(self, paths: Iterable[KeyPath]) -> None:
        """Raise ``settings.twice`` for each of these values that an earlier one has already."""
        known = list(paths)
        values = [self.value(path) for path in known]
        twice = (path for place, path in enumerate(known) if values[place] in values[:place])
        raise_all(self.twice(path, str(self.value(path))) for path in twice)

    def choice(self, wanted: type[Choice], path: KeyPath) -> Choice:
        """The value at ``path`` as a member of the enum ``wanted``."""
        try:
            return wanted(self.value(path))
        except ValueError as error:
            raise self.wrong_type(path, " | ".join(wanted)) from error

    def _checked(self, path: KeyPath, wanted: Any, limits: Mapping[str, Any]) -> Any:
        value = self.value(path)
        if wanted in (float, float | None) and type(value) is int:
            value = float(value)
        if not _is(value, wanted) or not _keeps(value, limits):
            raise self.wrong_type(path, limits.get("written", WRITTEN[wanted]))
        return Text(value) if wanted is Text else tuple(value) if isinstance(value, list) else value

    def wrong_type(self, path: KeyPath, wanted: str) -> DockstationError:
        """The refusal of the value at ``path``, with its line; ``wanted`` as it would be written."""
        line, key = self.line_of(path), str(path[-1])
        return DockstationError("settings.wrong_type", file=str(self.file), line=line, key=key, wanted=wanted)

    def not_known(self, path: KeyPath, value: str, known: Iterable[str]) -> DockstationError:
        """The refusal of a name at ``path`` that nothing has, with what may have been meant."""
        names = sorted(known)
        meant = ", ".join(difflib.get_close_matches(value, names, 3) or names[:8])
        line = self.line_of(path)
        return DockstationError("settings.not_known", file=str(self.file), line=line, value=value, meant=meant)

    def twice(self, path: KeyPath, value: str) -> DockstationError:
        """The refusal of a name at ``path`` that something else has already."""
        return DockstationError("settings.twice", file=str(self.file), line=self.line_of(path), value=value)


def _is(value: object, wanted: Any) -> bool:
    if wanted is Text:
        return (
            isinstance(value, dict)
            and bool(value)
            and all(LANGUAGE.fullmatch(language) for language in value)
            and all(isinstance(each, str) for each in value.values())
        )
    if wanted == tuple[str, ...]:
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return type(value) is wanted or (wanted == float | None and type(value) is float)


def _keeps(value: Any, limits: Mapping[str, Any]) -> bool:
    if "one_of" in limits:
        return value in limits["one_of"]
    if "like" in limits:
        return re.fullmatch(limits["like"], value, re.ASCII) is not None
    least, most = limits.get("within", (None, None))
    return least is None or least <= (len(value) if isinstance(value, str) else value) <= most
