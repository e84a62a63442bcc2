"""Drawn pictures of items on a bench, as a camera gives them, and ways to spoil them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import cv2
import numpy as np

from dockstation.adapters.cameras.frames import Frame
from dockstation.demo.pictures.items import draw_item

SIZE = (1280, 720)
CATEGORIES = ("phone", "clothing", "cosmetics", "other")
Spoil = Callable[[Frame, np.random.Generator], Frame]


def bench(seed: int) -> Frame:
    """A table under a lamp with the grain of a cheap sensor, nothing on it."""
    chance = np.random.default_rng(seed)
    width, height = SIZE
    rows, columns = np.ogrid[0:height, 0:width]
    lamp = np.hypot((columns / width - chance.uniform(0.3, 0.7)), (rows / height - 0.4))
    table = chance.uniform(110, 190, 3)[None, None, :] - 70 * lamp[:, :, None]
    return _grained(table, chance)


def item(seed: int) -> Frame:
    """The same with an item of some category on it, sharp and well lit."""
    drawn = draw_item(CATEGORIES[seed % 4], Random(seed))
    tall = 440 + 24 * (seed % 8)
    rgba = np.asarray(drawn.resize((tall * 4 // 5, tall)), np.float32)
    frame = bench(seed).astype(np.float32)
    top, left = (SIZE[1] - tall) // 2, 200 + 40 * (seed % 10)
    place = frame[top : top + tall, left : left + rgba.shape[1]]
    solid = rgba[:, :, 3:] / 255
    place[:] = place * (1 - solid) + rgba[:, :, 2::-1] * solid
    return _grained(frame, np.random.default_rng(seed))


def _grained(picture: np.ndarray, chance: np.random.Generator) -> Frame:
    grain = chance.normal(0, 4, (*picture.shape[:2], 1))
    return np.asarray(np.clip(picture + grain, 0, 255), np.uint8)


def soft(share: float) -> Spoil:
    """Out of focus by ``share`` of the picture's width; the sensor's grain stays sharp."""

    def spoil(frame: Frame, chance: np.random.Generator) -> Frame:
        return _grained(cv2.GaussianBlur(frame, (0, 0), share * frame.shape[1]).astype(np.float32), chance)

    return spoil


def shaken(share: float) -> Spoil:
    """Moved by ``share`` of the width while the shutter was open."""

    def spoil(frame: Frame, chance: np.random.Generator) -> Frame:
        length = max(1, round(share * frame.shape[1]))
        kernel = np.eye(length, dtype=np.float32) / length
        return _grained(cv2.filter2D(frame, -1, kernel).astype(np.float32), chance)

    return spoil


def lit(factor: float, more: float = 0.0) -> Spoil:
    """With so much of the light."""
    return lambda frame, chance: _grained(frame.astype(np.float32) * factor + more, chance)


def spoilt(count: int, spoil: Spoil | None = None) -> Iterator[Frame]:
    """``count`` items, spoilt or as they are."""
    for seed in range(count):
        frame = item(seed)
        yield spoil(frame, np.random.default_rng(1000 + seed)) if spoil else frame
