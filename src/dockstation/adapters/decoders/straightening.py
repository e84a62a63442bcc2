"""Bars found but not read: straightened, averaged along their length, and their blur taken back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import cv2
import numpy as np
from numpy.typing import NDArray

from dockstation.adapters.decoders.arrays import Picture
from dockstation.adapters.decoders.preparations import Prepared

_PLACES = 2
_QUIET = 0.14
"""Of the bars' width, added at either end."""
_FINE, _NARROWEST, _WIDEST, _TALL = 3, 300, 1600, 64
"""Pixels for one of the picture's, the limits of the width that gives, rows."""
_SLANTS = np.linspace(-0.12, 0.12, 13)
"""Of the bars at either end, in parts of the width."""
_BANDS = (1, 3)
"""Averaged over the whole height, and over each third of it, for bars that bend."""
_LEVELS = (6, 14)
"""Light and shade are evened out over these parts of the width."""
_BLURS = (0, 0.6, 1.2, 2.0)
"""In pixels of the picture, standard deviation."""
_ROUNDS = 20
_STRIP, _GAP = 14, 8

Corners = NDArray[np.float32]
Lines = NDArray[np.float32]
Matrix = NDArray[np.float64]


def straightened(picture: Picture) -> Iterator[Prepared]:
    """Each place of bars in ``picture`` (H×W) as strips one above the other, each a way to see all of its bars."""
    for corners in _places(picture):
        _, seen, back = max(
            (_upright(picture, np.roll(corners, -turn, 0)) for turn in (0, 1)), key=lambda way: way[0]
        )
        fine = seen.shape[1] / (1 + 2 * _QUIET) / max(_width(corners), _width(np.roll(corners, -1, 0)))
        yield Prepared(_strips(seen, fine), back, _TALL)


def _places(picture: Picture) -> list[Corners]:
    return _detected(picture) or _detected(_clearer(picture))


def _detected(picture: Picture) -> list[Corners]:
    found, corners = cv2.barcode.BarcodeDetector().detect(picture)
    return list(np.asarray(corners, np.float32).reshape(-1, 4, 2)[:_PLACES]) if found else []


def _clearer(picture: Picture) -> Picture:
    """Without grain, from black to white: what the detector needs of dim pictures."""
    soft = cv2.GaussianBlur(picture, (0, 0), 1.5).astype(np.float32)
    dark, bright = soft.min(), soft.max()
    return np.asarray((soft - dark) * (255 / max(bright - dark, 1)), np.uint8)


def _upright(picture: Picture, corners: Corners) -> tuple[float, Lines, Matrix]:
    """How sharply bars stand out if they run from the first side to the third; they; the way back from them."""
    width = int(np.clip(_width(corners) * _FINE * (1 + 2 * _QUIET), _NARROWEST, _WIDEST))
    first, second, third, fourth = corners
    above, below = (second - first) * _QUIET, (third - fourth) * _QUIET
    place = np.stack([first - above, second + above, third + below, fourth - below])
    back = np.asarray(cv2.getPerspectiveTransform(_box(width), place), np.float64)
    sharp, left, right = _slant(_warped(picture, back, width))
    back = np.asarray(back @ cv2.getPerspectiveTransform(_box(width), _box(width, left, right)), np.float64)
    return sharp, _warped(picture, back, width), back


def _width(corners: Corners) -> float:
    first, second, third, fourth = corners
    return float(np.linalg.norm(second - first) + np.linalg.norm(third - fourth)) / 2


def _box(width: float, left: float = 0, right: float = 0, tall: float = _TALL) -> Corners:
    """A rectangle, its sides slanted by these parts of its width."""
    left, right = left * width, right * width
    return np.array([(left, 0), (width + right, 0), (width - right, tall), (-left, tall)], np.float32)


def _warped(picture: Picture, back: Matrix, width: int) -> Lines:
    way = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    seen = cv2.warpPerspective(picture, back, (width, _TALL), flags=way, borderMode=cv2.BORDER_REPLICATE)
    return seen.astype(np.float32)


def _slant(seen: Lines) -> tuple[float, float, float]:
    """How sharply bars stand out when averaged along their length, at the best of all slants, and that slant."""
    width, tall = seen.shape[1] // 2, 16
    small = cv2.resize(seen, (width, tall), interpolation=cv2.INTER_AREA).astype(np.float32)
    slants = product(_SLANTS.tolist(), _SLANTS.tolist())
    return max((_sharpness(small, left, right), left, right) for left, right in slants)


def _sharpness(small: Lines, left: float, right: float) -> float:
    tall, width = small.shape
    back = cv2.getPerspectiveTransform(_box(width, tall=tall), _box(width, left, right, tall))
    way = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.warpPerspective(small, back, (width, tall), flags=way, borderMode=cv2.BORDER_REPLICATE)
    return float((np.diff(seen[2:-2].mean(axis=0)) ** 2).sum())


def _strips(seen: Lines, fine: float) -> Picture:
    """Every band, evened out and sharpened every way, with white between; ``fine`` pixels to one of the picture's."""
    inner = seen[4:-4]
    bands = np.stack([part.mean(axis=0) for bands in _BANDS for part in np.array_split(inner, bands)])
    even = np.vstack([_even(bands, seen.shape[1] // level) for level in _LEVELS])
    lines = np.vstack([even if not blur else _deblurred(even, blur * fine) for blur in _BLURS])
    bars = np.repeat((255 * np.clip(lines, 0, 1)).astype(np.uint8)[:, None], _STRIP, axis=1)
    return np.pad(bars, ((0, 0), (_GAP, 0), (0, 0)), constant_values=255).reshape(-1, seen.shape[1])


def _even(lines: Lines, window: int) -> Lines:
    """From the darkest to the brightest around each point, 0 to 1."""
    near = np.ones((1, window | 1), np.uint8)
    dark = _blurred(np.asarray(cv2.erode(lines, near), np.float32), window / 3)
    bright = _blurred(np.asarray(cv2.dilate(lines, near), np.float32), window / 3)
    return np.asarray(np.clip((lines - dark) / np.maximum(bright - dark, 8), 0, 1), np.float32)


def _deblurred(lines: Lines, blur: float) -> Lines:
    """Richardson and Lucy's: what, blurred so, would look like this."""
    seen = lines + 0.02
    sharp = seen
    for _ in range(_ROUNDS):
        sharp = sharp * _blurred(np.asarray(seen / np.maximum(_blurred(sharp, blur), 1e-3), np.float32), blur)
    return np.asarray(sharp, np.float32)


def _blurred(lines: Lines, blur: float) -> Lines:
    """Along each line alone."""
    taps = cv2.getGaussianKernel(2 * round(3 * blur) + 1, blur)
    return np.asarray(
        cv2.sepFilter2D(lines, cv2.CV_32F, taps, np.ones(1), borderType=cv2.BORDER_REPLICATE), np.float32
    )
