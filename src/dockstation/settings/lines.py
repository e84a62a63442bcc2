"""Where each key of a TOML file stands; tomllib keeps no positions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]
"""The keys and list places that lead to a value: ``("question", 2, "options", 0, "id")``."""

_TOKEN = re.compile(
    r'''"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?'{3,5}|"(?:[^"\\]|\\.)*"|'[^']*'|#[^\n]*|\n|[\[\]{}=,.]|[^\s\[\]{}=,."'#]+''',
    re.DOTALL,
)
_END = ("", 0)


def lines(source: str) -> dict[KeyPath, int]:
    """The line of every key, table and list member of a file that tomllib has read without complaint."""
    return _Reader(source).read()


def _tokens(source: str) -> Iterator[tuple[str, int]]:
    line = 1
    for found in _TOKEN.finditer(source):
        if not found[0].startswith("#"):
            yield found[0], line
        line += found[0].count("\n")


class _Reader:
    def __init__(self, source: str) -> None:
        self._left = [*_tokens(source)][::-1]
        self._lines: dict[KeyPath, int] = {}
        self._last: dict[KeyPath, int] = {}

    @property
    def _next(self) -> tuple[str, int]:
        return self._left[-1] if self._left else _END

    def read(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        while self._left:
            if self._next[0] == "\n":
                self._left.pop()
            elif self._next[0] == "[":
                table = self._header()
            else:
                self._pair(table)
        return self._lines

    def _header(self) -> KeyPath:
        line = self._left.pop()[1]
        many = self._next[0] == "["
        keys = self._keys("]")
        path: KeyPath = ()
        for place, key in enumerate(keys, 1):
            path = (*path, key)
            self._lines.setdefault(path, line)
            if many and place == len(keys):
                self._last[path] = self._last.get(path, -1) + 1
            if path in self._last:
                path = (*path, self._last[path])
                self._lines.setdefault(path, line)
        while self._next[0] == "]":
            self._left.pop()
        return path

    def _keys(self, end: str) -> list[str]:
        keys = []
        while self._next[0] != end:
            key = self._left.pop()[0]
            if key[0] in "\"'":
                keys.append(str(tomllib.loads(f"key = {key}")["key"]))
            elif key not in (".", "["):
                keys.append(key)
        return keys

    def _pair(self, table: KeyPath) -> None:
        line, path = self._next[1], table
        for key in self._keys("="):
            path = (*path, key)
            self._lines.setdefault(path, line)
        self._left.pop()
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        if self._next[0] == "[":
            self._list(path)
        elif self._next[0] == "{":
            self._inline_table(path)
        else:
            while self._next[0] not in ("", "\n", ",", "]", "}"):
                self._left.pop()

    def _list(self, path: KeyPath) -> None:
        self._left.pop()
        place = 0
        while self._next[0] != "]":
            if self._next[0] in ("\n", ","):
                self._left.pop()
            else:
                self._lines[*path, place] = self._next[1]
                self._value((*path, place))
                place += 1
        self._left.pop()

    def _inline_table(self, path: KeyPath) -> None:
        self._left.pop()
        while self._next[0] != "}":
            if self._next[0] in ("\n", ","):
                self._left.pop()
            else:
                self._pair(path)
        self._left.pop()
