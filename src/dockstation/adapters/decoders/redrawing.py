"""A third witness for retail codes: bars drawn again from what was read, laid over the picture.

Blur makes both engines take 1 for 7, 2 for 8, with valid check digits; the right number's bars still fit best.
"""

from __future__ import annotations

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from dockstation.adapters.decoders.arrays import Picture
from dockstation.adapters.decoders.symbologies import shortened_upce
from dockstation.application.ports.decoder import Corners, DecodedCode

_RETAIL = frozenset({"EAN13", "EAN8", "UPCE"})
_FINE = 6
"""Samples a module."""
_AROUND = 4
"""Modules of margin drawn at either end, so that the drawing can be shifted."""
_BLURS = (0.3, 0.7, 1.1, 1.5)
"""In modules, standard deviation."""
_SHIFTS = np.arange(-1.5, 1.6, 0.5)
"""Of either end, in modules: engines place the ends no better."""
_HEIGHTS = (-0.3, -0.15, 0, 0.15, 0.3)
"""Where lines are laid across the bars, in parts of their height from the middle."""

Line = NDArray[np.float32]


def fit(picture: Picture, code: DecodedCode) -> float:
    """The best correlation, -1 to 1, of the code's bars with ``picture`` (H×W); 0 for what is no EAN or UPC."""
    text = shortened_upce(code.text) if code.symbology == "UPCE" else code.text
    if text is None or code.symbology not in _RETAIL:
        return 0
    try:
        drawn = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, code.symbology))
    except ValueError:  # an engine's reading that breaks the rules of its symbology
        return 0
    modules = np.array(zxingcpp.write_barcode_to_image(drawn, scale=1, add_quiet_zones=False))[0]
    seen = _normal(_lines(picture, code.corners, len(modules)))
    return float((seen @ _normal(_drawings(modules)).T).max())


def _lines(picture: Picture, corners: Corners, modules: int) -> Line:
    """The picture's grey along lines from the first bar to the last."""
    first, second, third, fourth = (np.array(corner, np.float64) for corner in corners)
    start, end = (first + fourth) / 2, (second + third) / 2
    upwards = ((first - fourth) + (second - third)) / 2
    along = ((np.arange(modules * _FINE) + 0.5) / (modules * _FINE))[:, None]
    points = np.stack([start + upwards * height + (end - start) * along for height in _HEIGHTS])
    x, y = (np.ascontiguousarray(points[:, :, axis], np.float32) for axis in (0, 1))
    return cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.float32)


def _drawings(modules: NDArray[np.uint8]) -> Line:
    """The bars in every blur, either end shifted every way."""
    ideal = np.pad(modules.astype(np.float32), _AROUND, constant_values=255).repeat(_FINE)
    blurred = np.stack([cv2.GaussianBlur(ideal[None], (0, 0), blur * _FINE)[0] for blur in _BLURS])
    along = np.linspace(0, 1, len(modules) * _FINE)
    left, right = (shift.reshape(-1, 1) for shift in np.meshgrid(_SHIFTS, _SHIFTS))
    moved = np.arange(len(along)) + _FINE * (_AROUND + left * (1 - along) + right * along)
    return blurred[:, moved.astype(int)].reshape(-1, len(along))


def _normal(rows: Line) -> Line:
    level = rows - rows.mean(axis=1, keepdims=True)
    return np.asarray(level / (np.linalg.norm(level, axis=1, keepdims=True) + 1e-6), np.float32)
