"""The folder of small pictures is bounded, and nothing depends on it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dockstation.adapters.pictures.shelf import ShelfFolder

WHOLE = b"\xff\xd8" + bytes(996) + b"\xff\xd9"


def shelf(root: Path, most: int = 3000) -> ShelfFolder:
    return ShelfFolder(root, lambda data, _name: data, most)


def test_what_was_looked_at_longest_ago_makes_room(tmp_path: Path) -> None:
    pictures = shelf(tmp_path)
    for age, name in enumerate("abc"):
        pictures.put(name, WHOLE)
        os.utime(tmp_path / f"{name}.jpg", (1000 + age, 1000 + age))
    (tmp_path / "left.part").write_bytes(bytes(500))
    os.utime(tmp_path / "left.part", (1, 1))
    assert pictures.get("a") == WHOLE
    pictures.put("d", WHOLE)
    assert {path.name for path in tmp_path.iterdir()} == {"a.jpg", "c.jpg", "d.jpg"}


@pytest.mark.parametrize("left", [b"", WHOLE[:500], bytes(1000)])
def test_half_a_picture_after_a_power_cut_is_none(tmp_path: Path, left: bytes) -> None:
    pictures = shelf(tmp_path)
    pictures.put("a", WHOLE)
    (tmp_path / "a.jpg").write_bytes(left)
    assert pictures.get("a") is None
    assert not (tmp_path / "a.jpg").exists()


def test_a_picture_is_given_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    pictures = shelf(tmp_path / "file")
    assert pictures.put("a", WHOLE) == WHOLE
    assert pictures.get("a") is None
