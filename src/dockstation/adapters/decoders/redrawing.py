"""A third witness for EAN, UPC and DataBar: bars drawn again from what was read, laid over the picture.

Blur makes both engines take 1 for 7, 2 for 8, with valid check digits; the right number's bars still fit best. A
number with one wrong digit fits well on the whole, so what counts is how it fits where it fits worst.
"""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from dockstation.adapters.decoders.arrays import Picture
from dockstation.adapters.decoders.symbologies import shortened_upce
from dockstation.application.ports.decoder import Corners, DecodedCode

_DRAWN = {"DataBar": "DataBarOmni", "DataBarLtd": "DataBarLtd", "EAN13": "EAN13", "EAN8": "EAN8", "UPCE": "UPCE"}
_FINE = 4
"""Samples a module."""
_AROUND = 6
"""Modules of margin drawn at either end, so that the drawing can be shifted."""
_WINDOW = 8
"""Modules that are compared at once: a digit, and what touches it."""
_NARROWEST = 0.7
"""Pixels a module: an engine that places bars in less has not placed them."""
_BLURS = (0.3, 0.7, 1.1, 1.5)
"""In modules, standard deviation."""
_SHIFTS = (-1.5, -0.75, 0, 0.75, 1.5)
"""Of either end, in modules: engines place the ends no better."""
_BENDS = (-2.4, -1.2, 0, 1.2, 2.4)
"""Of the middle, in modules: labels are round, and seen askew."""
_MOVES = np.array(list(product(_SHIFTS, _SHIFTS, _BENDS)))
_CLOSER = np.array(list(product((-0.35, 0, 0.35), (-0.35, 0, 0.35), (-0.6, -0.3, 0, 0.3, 0.6))))
"""Of the left end, the right end, the middle."""
_HEIGHTS = np.linspace(-0.4, 0.4, 9)
"""Where lines are laid across the bars, in parts of their height from the middle."""
_FLAT = 0.05
"""Of the whole line's variance: what varies less is grain, so that a wide bar fits where there is one."""

Lines = NDArray[np.float32]
Moves = NDArray[np.float64]


def fit(picture: Picture, code: DecodedCode) -> float:
    """The correlation, -1 to 1, of the code's bars with ``picture`` (H×W) where it is least.

    0 for what is no EAN, UPC or DataBar in one row, or has no known place.
    """
    modules = _modules(code)
    if modules is None or _width(code.corners) < _NARROWEST * len(modules):
        return 0
    lines = _lines(picture, code.corners, len(modules))
    line, drawing = _best(lines, modules)
    return _worst(line, drawing)


def _modules(code: DecodedCode) -> NDArray[np.uint8] | None:
    text = shortened_upce(code.text) if code.symbology == "UPCE" else code.text
    if text is None or code.symbology not in _DRAWN:
        return None
    try:
        drawn = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, _DRAWN[code.symbology]))
    except ValueError:  # an engine's reading that breaks the rules of its symbology
        return None
    return np.asarray(np.array(zxingcpp.write_barcode_to_image(drawn, scale=1, add_quiet_zones=False))[0], np.uint8)


def _width(corners: Corners) -> float:
    first, second, third, fourth = (np.array(corner, np.float64) for corner in corners)
    return float(np.linalg.norm(second - first) + np.linalg.norm(third - fourth)) / 2


def _lines(picture: Picture, corners: Corners, modules: int) -> Lines:
    """The picture's grey along lines from the first bar to the last."""
    first, second, third, fourth = (np.array(corner, np.float64) for corner in corners)
    start, end = (first + fourth) / 2, (second + third) / 2
    upwards = ((first - fourth) + (second - third)) / 2
    along = ((np.arange(modules * _FINE) + 0.5) / (modules * _FINE))[:, None]
    points = np.stack([start + upwards * height + (end - start) * along for height in _HEIGHTS])
    x, y = (np.ascontiguousarray(points[:, :, axis], np.float32) for axis in (0, 1))
    return cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.float32)


def _best(lines: Lines, modules: NDArray[np.uint8]) -> tuple[Lines, Lines]:
    """The line and the drawing that are most alike, of all blurs, places of the ends, and bends."""
    ideal = np.pad(modules.astype(np.float32), _AROUND, constant_values=255).repeat(_FINE)[None]
    blurred = np.vstack([cv2.GaussianBlur(ideal, (0, 0), blur * _FINE) for blur in _BLURS]).astype(np.float32)
    coarse = _nearest(lines, blurred, _MOVES)
    close = _nearest(lines, blurred[[coarse.blur]], coarse.move + _CLOSER)
    return max(coarse, close, key=lambda match: match.alike)[-2:]


class _Match(NamedTuple):
    alike: float
    blur: int
    move: Moves
    line: Lines
    drawing: Lines


def _nearest(lines: Lines, blurred: Lines, moves: Moves) -> _Match:
    drawings = blurred[:, _samples(moves, lines.shape[1])].reshape(-1, lines.shape[1])
    alike = _normal(lines) @ _normal(drawings).T
    line, drawing = (int(each) for each in np.unravel_index(alike.argmax(), alike.shape))
    blur, move = divmod(drawing, len(moves))
    return _Match(float(alike[line, drawing]), blur, moves[move], lines[line], drawings[drawing])


def _samples(moves: Moves, count: int) -> NDArray[np.int_]:
    """Where the drawing is looked at for each of ``count`` samples of a line, for each of ``moves``."""
    along = np.linspace(0, 1, count)
    left, right, middle = moves.T[:, :, None]
    moved = _AROUND + left * (1 - along) + right * along + middle * 4 * along * (1 - along)
    samples = (np.arange(count) + _FINE * moved).clip(0, count + 2 * _AROUND * _FINE - 1)
    return np.asarray(samples, np.int_)


def _normal(rows: Lines) -> Lines:
    level = rows - rows.mean(axis=1, keepdims=True)
    return np.asarray(level / (np.linalg.norm(level, axis=1, keepdims=True) + 1e-6), np.float32)


def _worst(line: Lines, drawing: Lines) -> float:
    """The least correlation in any window."""
    both = np.stack([line, drawing])
    near = _windows(both)
    variances = _windows(both**2) - near**2
    covariance = _windows((line * drawing)[None])[0] - near[0] * near[1]
    grain = _FLAT * both.var(axis=1, keepdims=True)
    strength = np.sqrt((variances.clip(0) + grain).prod(axis=0))
    return float(((covariance + np.sqrt(grain.prod())) / (strength + 1e-6)).min())


def _windows(rows: Lines) -> Lines:
    """The means of all windows that lie inside."""
    size = _WINDOW * _FINE
    sums = np.pad(rows.astype(np.float64).cumsum(axis=1), ((0, 0), (1, 0)))
    return np.asarray((sums[:, size:] - sums[:, :-size]) / size, np.float32)
