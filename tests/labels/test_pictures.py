"""A warehouse's own pictures on its labels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dockstation.domain.errors import DockstationError
from tests.labels.samples import CONTENT, image, shipped_labels
from tests.labels.test_layout_book import GOOD, picture
from tests.labels.test_pdf import on_paper


def layout(folder: Path, file: str) -> None:
    (folder / "own.toml").write_text(GOOD + picture(file), "utf-8")


def drawn(folder: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    dots = np.asarray(image(shipped_labels(folder).bitmap(CONTENT, "own", 203)))
    seen: np.ndarray[tuple[int, ...], np.dtype[np.bool_]] = dots[160:240, 320:400] == 0
    return seen


def test_grey_becomes_dots(tmp_path: Path) -> None:
    Image.new("L", (40, 40), 96).save(tmp_path / "logo.png")
    layout(tmp_path, "logo.png")
    assert 0.55 < drawn(tmp_path).mean() < 0.7


def test_what_is_transparent_stays_white(tmp_path: Path) -> None:
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(tmp_path / "logo.png")
    layout(tmp_path, "logo.png")
    assert not drawn(tmp_path).any()


def test_a_pictogram_of_the_program_may_be_used(tmp_path: Path) -> None:
    layout(tmp_path, "truck.svg")
    assert 0.1 < drawn(tmp_path).mean() < 0.9


def test_it_is_on_the_pdf_too(tmp_path: Path) -> None:
    Image.new("L", (40, 40), 0).save(tmp_path / "logo.png")
    layout(tmp_path, "logo.png")
    page = np.asarray(on_paper(shipped_labels(tmp_path).pdf(CONTENT, "own"), tmp_path))
    assert page[166:234, 326:392].mean() < 10


@pytest.mark.parametrize("bad", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, b"GIF89a"])
def test_what_is_no_picture_is_refused_with_its_layout(tmp_path: Path, bad: bytes) -> None:
    (tmp_path / "logo.png").write_bytes(bad)
    layout(tmp_path, "logo.png")
    with pytest.raises(DockstationError) as refused:
        drawn(tmp_path)
    assert refused.value.code == "label.layout"
    assert refused.value.facts["file"] == str(tmp_path / "own.toml")


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "elsewhere.png"
    Image.new("L", (4, 4)).save(secret)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "logo.png").symlink_to(secret)
    layout(tmp_path / "own", "logo.png")
    with pytest.raises(DockstationError) as refused:
        drawn(tmp_path / "own")
    assert refused.value.code == "label.picture"


def test_a_picture_of_too_many_pixels_is_refused(tmp_path: Path) -> None:
    Image.new("1", (3000, 3000)).save(tmp_path / "logo.png")
    layout(tmp_path, "logo.png")
    with pytest.raises(DockstationError) as refused:
        drawn(tmp_path)
    assert "pixels" in str(refused.value.facts["what"])
