"""Pictures of a layout: from its own folder or the program's, by a plain name."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

from dockstation.labels.drawing import Rect, Shape, Stamp
from dockstation.labels.outline import outline
from dockstation.settings.folders import shipped

FILE = re.compile(r"[A-Za-z0-9_-]{1,64}\.(png|svg)", re.ASCII)
MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 4_000_000


def picture_file(name: str, layout: str) -> Path:
    """Where the picture of a layout's file is; ValueError says why there is none."""
    if not FILE.fullmatch(name):
        raise ValueError("must be the plain name of a .png or .svg file")
    folders = (Path(layout).parent, shipped("resources") / "pictograms")
    found = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if found is None:
        raise ValueError("no such file")
    if found.is_symlink() or found.stat().st_size > MOST_BYTES:
        raise ValueError("must be a file of its own, of 2 MB at the most")
    return found


def picture(file: Path, area: Rect) -> Shape | Stamp:
    """As large as fits in the middle of ``area``; greys are dithered. ValueError when it cannot be understood."""
    if file.suffix == ".svg":
        return outline(file, area)
    from PIL import Image

    try:
        return _dithered(file.read_bytes(), area)
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("cannot be read as PNG") from error


def _dithered(data: bytes, area: Rect) -> Stamp:
    from PIL import Image

    with Image.open(BytesIO(data), formats=("PNG",)) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise ValueError("more than 4 million pixels")
        seen = opened.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    scale = min(area.width / seen.width, area.height / seen.height)
    size = max(1, int(seen.width * scale)), max(1, int(seen.height * scale))
    bits = paper.convert("L").resize(size, Image.Resampling.LANCZOS).convert("1")
    left, top = area.x + (area.width - size[0]) // 2, area.y + (area.height - size[1]) // 2
    return Stamp(Rect(left, top, *size), bits.tobytes("raw", "1;I"))
