"""Pictures that show no code, but much that could be taken for one."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from dockstation.settings import shipped
from tests.adapters.decoders.drawn import Picture

KINDS = ("noise", "clouds", "stripes", "text")
_FONT = shipped("resources") / "fonts" / "wqy-microhei-gbk.ttf"
_LETTERS = tuple("IlL1|iHMNW0123456789ABCDEF退货单订件 .,")


def without_code(kind: str, number: int) -> Picture:
    """The picture of that number, the same every time."""
    chance = np.random.default_rng([KINDS.index(kind), number])
    height, width = (int(side) for side in chance.integers(60, (260, 340)))
    match kind:
        case "noise":
            return chance.integers(0, 256, (height, width), np.uint8)
        case "clouds":
            clouds = cv2.GaussianBlur(chance.normal(0, 1, (height, width)), (0, 0), chance.uniform(0.6, 4))
            return np.asarray(255 * (clouds - clouds.min()) / np.ptp(clouds), np.uint8)
        case "stripes":
            bars = np.repeat(chance.integers(0, 2, width), chance.integers(1, 5, width))[:width] * 200
            return np.asarray(bars + chance.integers(0, 40, (height, width)), np.uint8)
        case _:
            return _page(chance, height, width)


def _page(chance: np.random.Generator, height: int, width: int) -> Picture:
    page = Image.new("L", (width, height), 255)
    draw, size = ImageDraw.Draw(page), int(chance.integers(9, 26))
    for top in range(0, height, round(size * 1.3)):
        line = "".join(chance.choice(_LETTERS, 60))
        draw.text((3, top), line, int(chance.integers(0, 90)), ImageFont.truetype(_FONT, size))
    return np.asarray(cv2.GaussianBlur(np.asarray(page), (0, 0), chance.uniform(0.3, 1.4)), np.uint8)
