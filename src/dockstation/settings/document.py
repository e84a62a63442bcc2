"""One TOML file whose mistakes can be told with file, line and what was meant."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

from dockstation.domain.errors import DockstationError
from dockstation.domain.text import Text

Table = TypeVar("Table")
Choice = TypeVar("Choice", bound=StrEnum)


class Document:
    """One TOML file, whose mistakes can be told with their line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.source = path.read_text("utf-8")
            self.tables: dict[str, Any] = tomllib.loads(self.source)
        except (OSError, UnicodeDecodeError) as error:
            raise DockstationError("settings.unreadable", file=str(path), why=type(error).__name__) from error
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"line (\d+)", str(error))
            at = int(line[1]) if line else self.source.count("\n") + 1
            raise DockstationError("settings.syntax", file=str(path), line=at, why=str(error)) from error

    def line_of(self, key: str) -> int:
        """The first line that names ``key`` as a key or a table, else 1."""
        pattern = re.compile(rf"^\s*\[*.*\b{re.escape(key)}\b\s*(=|\])")
        for number, line in enumerate(self.source.splitlines(), 1):
            if pattern.search(line):
                return number
        return 1

    def table(self, wanted: type[Table], values: Any, where: str) -> Table:
        """``values`` as the dataclass ``wanted``; raises ``settings.*`` for what does not fit."""
        if not isinstance(values, dict):
            raise self.wrong_type(where, "table")
        hints = get_type_hints(wanted)
        known = {each.name: each for each in fields(wanted)}  # type: ignore[arg-type] # a dataclass, by contract
        self.refuse_unknown(values, known)
        for name, each in known.items():
            if name not in values and each.default is MISSING and each.default_factory is MISSING:
                raise DockstationError("settings.missing", file=str(self.path), key=f"{where}.{name}")
        return wanted(**{name: self._value(name, value, hints[name]) for name, value in values.items()})

    def refuse_unknown(self, values: Mapping[str, Any], known: Mapping[str, Any]) -> None:
        """Raise ``settings.unknown_key`` for the first key that nobody reads."""
        for key in values:
            if key not in known:
                meant = next(iter(difflib.get_close_matches(key, list(known), 1)), ", ".join(sorted(known)))
                raise DockstationError(
                    "settings.unknown_key", file=str(self.path), line=self.line_of(key), key=key, meant=meant
                )

    def one_of(self, key: str, value: object, allowed: Sequence[str]) -> None:
        """Raise ``settings.wrong_type`` when ``value`` is given and not allowed."""
        if value is not None and value not in allowed:
            raise self.wrong_type(key, " | ".join(allowed))

    def choice(self, wanted: type[Choice], key: str, value: str) -> Choice:
        """``value`` as a member of the enum ``wanted``."""
        self.one_of(key, value, [each.value for each in wanted])
        return wanted(value)

    def text(self, key: str, value: object) -> Text:
        """``value`` as text in several languages, by locale name."""
        if not isinstance(value, dict) or not value or not all(isinstance(each, str) for each in value.values()):
            raise self.wrong_type(key, '{ zh_CN = "…", en = "…" }')
        return Text(value)

    def _value(self, key: str, value: Any, wanted: Any) -> Any:
        if wanted is float and type(value) is int:
            return float(value)
        if wanted is Text:
            return self.text(key, value)
        if wanted in (str, int, float, bool) and type(value) is wanted:
            return value
        if get_args(wanted) == (str, ...) and isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(value)
        raise self.wrong_type(key, getattr(wanted, "__name__", str(wanted)))

    def wrong_type(self, key: str, wanted: str) -> DockstationError:
        """The refusal of a value, with its line."""
        line = self.line_of(key)
        return DockstationError("settings.wrong_type", file=str(self.path), line=line, key=key, wanted=wanted)
