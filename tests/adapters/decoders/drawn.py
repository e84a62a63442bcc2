"""Codes drawn for the tests."""

from __future__ import annotations

import numpy as np
import zxingcpp
from numpy.typing import NDArray

Picture = NDArray[np.uint8]


def drawn(content: str | bytes, symbology: str = "QRCode", dot: int = 4) -> Picture:
    """One code, ``dot`` pixels a module, on white with a wide margin."""
    code = zxingcpp.create_barcode(content, getattr(zxingcpp.BarcodeFormat, symbology))
    modules = np.array(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    big = modules.repeat(dot, 0).repeat(dot, 1)
    if big.shape[0] < 40:
        big = big.repeat(4, 0)
    return np.asarray(np.pad(big, 12 * dot, constant_values=255), np.uint8)


def beside(*pictures: Picture) -> Picture:
    """Pictures side by side on white."""
    height = max(picture.shape[0] for picture in pictures)
    padded = [np.pad(each, ((0, height - each.shape[0]), (0, 0)), constant_values=255) for each in pictures]
    return np.asarray(np.hstack(padded), np.uint8)
