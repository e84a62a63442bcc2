"""The line of every key, however the file is written."""

from __future__ import annotations

import tomllib

import pytest

from dockstation.settings import shipped
from dockstation.settings.lines import lines

SOURCE = '''# name = "in a comment"
name = "a # b = [c]"
empty = []

[table]
"quoted key" = 1 # trailing = 2
a.b."c.d" = 1.5
long = """
fake = 1
[fake]
"""
after = 'x = 1'
list = [
  1, # one
  { id = "x", deep = { er = [ "a", "b" ] } },
  [2,
   3],
]

[[rows]]
id = 1

[[rows]]
id = 2
[rows.sub]
x = 2026-11-20 08:30:00
[["rows".inner]]
y = true
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("name",), 2),
        (("table",), 5),
        (("table", "quoted key"), 6),
        (("table", "a", "b", "c.d"), 7),
        (("table", "after"), 12),
        (("table", "list"), 13),
        (("table", "list", 1, "deep", "er", 1), 15),
        (("table", "list", 2, 1), 17),
        (("rows", 0, "id"), 21),
        (("rows", 1), 23),
        (("rows", 1, "id"), 24),
        (("rows", 1, "sub", "x"), 26),
        (("rows", 1, "inner", 0, "y"), 28),
    ],
)
def test_a_key_is_found_on_its_line(path, line):
    assert lines(SOURCE)[path] == line


def test_nothing_is_found_in_comments_and_texts():
    assert ("fake",) not in lines(SOURCE)
    assert lines(SOURCE).keys() == _paths(tomllib.loads(SOURCE))


@pytest.mark.parametrize("path", sorted(shipped("config").rglob("*.toml")), ids=lambda path: path.name)
def test_every_key_of_the_shipped_files_has_a_line_that_names_it(path):
    source = path.read_text("utf-8")
    found = lines(source)
    assert found.keys() == _paths(tomllib.loads(source))
    written = source.splitlines()
    for key, line in found.items():
        assert isinstance(key[-1], int) or key[-1] in written[line - 1]


def _paths(value, path=()):
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = {path} if path else set()
    for key, child in children:
        found |= _paths(child, (*path, key))
    return found
