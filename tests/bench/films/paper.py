"""What happens to a label before the camera sees it: thermal paper fades, parcels crumple."""

from __future__ import annotations

import cv2
import numpy as np

from tests.bench.films.prints import Picture

INK, PAPER = 30, 235


def fresh(dots: Picture) -> Picture:
    """Black ink on white paper are neither."""
    return np.asarray(INK + dots.astype(np.float32) * ((PAPER - INK) / 255), np.uint8)


def faded(paper: Picture, chance: np.random.Generator, hard: float) -> Picture:
    """Ink that is nearly paper, in patches, and columns that a worn print head left white; ``hard`` 0 to 1."""
    height, width = paper.shape
    left = (0.45 - 0.3 * hard) * (1 + 0.25 * _clouds(chance, height, width, 90))
    ink = PAPER - (PAPER - paper.astype(np.float32)) * np.clip(left, 0.06, 1)
    ink[:, chance.integers(0, width, round(width * 0.012 * (1 + hard)))] = PAPER
    return np.asarray(ink, np.uint8)


def crumpled(paper: Picture, chance: np.random.Generator, hard: float) -> Picture:
    """Creases that shift the print by some dots and throw shadows."""
    height, width = paper.shape
    shift = 2 + 5 * hard
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    moved = cv2.remap(
        paper,
        columns + shift * _clouds(chance, height, width, 60),
        rows + shift * _clouds(chance, height, width, 60),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    shade = 1 - (0.1 + 0.2 * hard) * (1 + _clouds(chance, height, width, 35))
    return np.asarray(np.clip(moved * shade, 0, 255), np.uint8)


def _clouds(chance: np.random.Generator, height: int, width: int, grain: int) -> np.ndarray:
    """Smooth noise of about -1 to 1 whose hills are ``grain`` dots wide."""
    coarse = chance.uniform(-1, 1, (height // grain + 3, width // grain + 3)).astype(np.float32)
    return cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
