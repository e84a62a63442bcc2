"""A layout that no label printer or no longest text would survive is found before it is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.labels.samples import shipped_labels
from tests.labels.test_layout_book import GOOD

MATRIX = GOOD.replace("[[qr]]", "[[datamatrix]]")


def found(folder: Path, text: str) -> list[tuple[str, object]]:
    (folder / "own.toml").write_text(text, "utf-8")
    return [(each.code, each.facts["line"]) for each in shipped_labels().problems(folder / "own.toml")]


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        (GOOD, []),
        (GOOD.replace("width = 26\nheight = 26", "width = 18\nheight = 18"), [("label.code_small", 12)]),
        (GOOD.replace("width = 26\nheight = 26", "width = 26\nheight = 18"), [("label.code_small", 12)]),
        (MATRIX.replace("width = 26\nheight = 26", "width = 10.5\nheight = 10.5"), []),
        (MATRIX.replace("width = 26\nheight = 26", "width = 9\nheight = 9"), [("label.code_small", 12)]),
        (GOOD.replace("[[qr]]", "[[code128]]").replace("width = 26", "width = 57"), [("label.code_small", 12)]),
        (GOOD.replace("[[qr]]", "[[code128]]").replace("width = 26", "width = 58"), []),
        (GOOD.replace("width = 30", "width = 10"), [("label.unfitting", 4)]),
        (GOOD.replace('"{lpn}"', '{ en = "Return it", zh_CN = "退" }', 1).replace("width = 30", "width = 9"),
         [("label.unfitting", 4)]),
        (GOOD.replace("size = 5", "size = 2").replace("width = 30", "width = 60"),
         [("label.outside", 4), ("label.sizes", 4)]),
    ],
)  # fmt: skip
def test_every_mistake_is_found_with_its_line(tmp_path: Path, text: str, mistakes: list[tuple[str, object]]) -> None:
    assert found(tmp_path, text) == mistakes
