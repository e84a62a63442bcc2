"""Pictures that show no code, but much that could be taken for one."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from dockstation.settings import shipped
from tests.adapters.decoders.drawn import Picture

_FONT = shipped("resources") / "fonts" / "wqy-microhei-gbk.ttf"
_LETTERS = tuple("IlL1|iHMNW0123456789ABCDEF退货单订件 .,")

Size = tuple[int, int]
Draw = Callable[[np.random.Generator, Size], Picture]
Tones = NDArray[np.float64]


def without_code(kind: str, number: int, seed: int = 0) -> Picture:
    """The picture of that number, at most 340×260, the same every time."""
    chance = np.random.default_rng([seed, KINDS.index(kind), number])
    height, width = (int(side) for side in chance.integers(60, (260, 340)))
    return np.ascontiguousarray(_KINDS[kind](chance, (height, width)))


def _noise(chance: np.random.Generator, size: Size) -> Picture:
    return chance.integers(0, 256, size, np.uint8)


def _clouds(chance: np.random.Generator, size: Size) -> Picture:
    return _tones(np.asarray(cv2.GaussianBlur(chance.normal(0, 1, size), (0, 0), chance.uniform(0.6, 4)), np.float64))


def _stripes(chance: np.random.Generator, size: Size) -> Picture:
    bars = np.repeat(chance.integers(0, 2, size[1]), chance.integers(1, 5, size[1]))[: size[1]] * 200
    return np.asarray(bars + chance.integers(0, 40, size), np.uint8)


def _text(chance: np.random.Generator, size: Size) -> Picture:
    page = Image.new("L", size[::-1], 255)
    draw, tall = ImageDraw.Draw(page), int(chance.integers(9, 26))
    for top in range(0, size[0], round(tall * 1.3)):
        line = "".join(chance.choice(_LETTERS, 60))
        draw.text((3, top), line, int(chance.integers(0, 90)), ImageFont.truetype(_FONT, tall))
    return np.asarray(cv2.GaussianBlur(np.asarray(page), (0, 0), chance.uniform(0.3, 1.4)), np.uint8)


def _halftone(chance: np.random.Generator, size: Size) -> Picture:
    """A printed photo under the lens: dots in a turned grid, larger where it is darker."""
    across, down = _turned(chance, size)
    pitch = chance.uniform(3, 12)
    dots = np.cos(2 * np.pi * across / pitch) + np.cos(2 * np.pi * down / pitch)
    photo = cv2.GaussianBlur(chance.normal(0, 1, size), (0, 0), chance.uniform(8, 30))
    return _photographed(chance, dots / 2 > 1.5 * photo / np.abs(photo).max())


def _fence(chance: np.random.Generator, size: Size) -> Picture:
    """Posts, slats or blinds: near regular bars, seen askew, before a cloudy ground."""
    across, down = _turned(chance, size)
    narrowing = 1 + chance.uniform(-0.5, 0.5) * down / max(size)
    pitch, gap = chance.uniform(4, 30), chance.uniform(0.2, 0.8)
    bars = (across * narrowing + chance.normal(0, 0.3, size) * chance.uniform(0, 1)) / pitch % 1 < gap
    return _photographed(chance, np.where(bars, 1, 0.4 * _clouds(chance, size) / 255))


def _bricks(chance: np.random.Generator, size: Size) -> Picture:
    """A wall: rows of stones, every second shifted, each of its own grey."""
    across, down = _turned(chance, size)
    tall, joint = chance.uniform(6, 30), chance.uniform(0.08, 0.25)
    row = np.floor(down / tall)
    stone = across / (tall * chance.uniform(1, 3)) + row % 2 / 2
    greys = chance.uniform(0, 0.5, 4096)[(np.floor(stone) * 61 + row * 17).astype(int) % 4096]
    return _photographed(chance, np.where((stone % 1 < joint) | (down / tall % 1 < joint), 1, greys))


def _modules(chance: np.random.Generator, size: Size) -> Picture:
    """Fabric, tiles or a pixelated sign: a grid of black and white squares that says nothing."""
    across, down = _turned(chance, size)
    pitch = chance.uniform(2, 12)
    squares = chance.integers(0, 2, (512, 512))
    return _photographed(chance, squares[(down / pitch).astype(int) % 512, (across / pitch).astype(int) % 512])


def _turned(chance: np.random.Generator, size: Size) -> tuple[Tones, Tones]:
    """Where each pixel lies across and down a sheet that is turned; half of all lie straight."""
    angle = chance.choice((0, chance.uniform(0, np.pi)))
    down, across = np.mgrid[: size[0], : size[1]].astype(float)
    turned = across * np.cos(angle) - down * np.sin(angle), across * np.sin(angle) + down * np.cos(angle)
    return turned[0] - turned[0].min(), turned[1] - turned[1].min()


def _photographed(chance: np.random.Generator, scene: NDArray[np.generic]) -> Picture:
    """``scene`` with a camera's blur, grain, and light or shade on one side."""
    blurred = cv2.GaussianBlur(scene.astype(float), (0, 0), chance.uniform(0.3, 2))
    light = np.linspace(1, chance.uniform(0.5, 1), scene.shape[1])
    return _tones(blurred * light + chance.normal(0, chance.uniform(0, 0.08), scene.shape))


def _tones(light: Tones) -> Picture:
    return np.asarray(255 * (light - light.min()) / max(float(np.ptp(light)), 1e-6), np.uint8)


_KINDS: dict[str, Draw] = {
    "noise": _noise, "clouds": _clouds, "stripes": _stripes, "text": _text,
    "halftone": _halftone, "fence": _fence, "bricks": _bricks, "modules": _modules,
}  # fmt: skip
KINDS = tuple(_KINDS)
