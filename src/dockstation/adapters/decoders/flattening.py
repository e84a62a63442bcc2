"""QR codes on cloth and crumpled foil: found but not read, pressed flat along their own modules."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from typing import NamedTuple

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from dockstation.adapters.decoders.arrays import Picture
from dockstation.adapters.decoders.preparations import Prepared

_CELL = 8
"""Pixels a module."""
_MARGIN = 4
"""Modules."""
_FINDER = 3
"""Modules from a corner to the middle of its finder pattern."""
_SPREADS = (2, 1.5)
"""Over how many modules edges are gathered each time, standard deviation."""
_PLACES = 2

Field = NDArray[np.float32]
Corners = tuple[tuple[float, float], ...]


class Place(NamedTuple):
    """Where an unread QR code lies, clockwise from its own top left, and how many modules its side has."""

    corners: Corners
    modules: int


def flattened(picture: Picture) -> Iterator[Prepared]:
    """Each QR code of ``picture`` (H×W) that is found but has too many errors, upright and flat."""
    for place in _unread(picture)[:_PLACES]:
        yield _pressed(_upright(picture, place))


def _unread(picture: Picture) -> list[Place]:
    qr = zxingcpp.BarcodeFormats((zxingcpp.BarcodeFormat.QRCode,))
    found = zxingcpp.read_barcodes(picture, formats=qr, return_errors=True)
    places = (_place(each) for each in found if each.error and each.format == zxingcpp.BarcodeFormat.QRCode)
    return [place for place in places if place]


def _place(code: zxingcpp.Barcode) -> Place | None:
    version = str(code.extra.get("Version", "")) if isinstance(code.extra, dict) else ""
    if not version.isdecimal():
        return None
    at = code.position
    corners = tuple((each.x, each.y) for each in (at.top_left, at.top_right, at.bottom_right, at.bottom_left))
    return Place(corners, 17 + 4 * int(version))


def _upright(picture: Picture, place: Place) -> Prepared:
    near, far = _CELL * _MARGIN, _CELL * (_MARGIN + place.modules)
    square = np.array([(near, near), (far, near), (far, far), (near, far)], np.float32)
    back = cv2.getPerspectiveTransform(square, np.array(place.corners, np.float32))
    way = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    seen = cv2.warpPerspective(picture, back, (far + near, far + near), flags=way, borderMode=cv2.BORDER_REPLICATE)
    return Prepared(np.asarray(seen, np.uint8), np.asarray(back, np.float64))


def _pressed(upright: Prepared) -> Prepared:
    """Moved so that the edges of the modules fall on the grid's lines."""
    grid = np.indices(upright.picture.shape).astype(np.float32)
    down, across, flat = grid[0], grid[1], upright.picture
    x, y = across, down
    for spread in _SPREADS:
        to_x, to_y = across + _astray(flat, 1, spread), down + _astray(flat, 0, spread)
        x, y = (_moved(each, to_x, to_y) for each in (x, y))
        flat = np.asarray(cv2.remap(upright.picture, x, y, cv2.INTER_LINEAR), np.uint8)
    return Prepared(flat, upright.back)


def _moved(field: Field, x: Field, y: Field) -> Field:
    return np.asarray(cv2.remap(field, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32)


def _astray(picture: Picture, axis: int, spread: float) -> Field:
    """How far edges across ``axis`` lie beside the grid's lines, in pixels: their phase, gathered from around."""
    edges = np.abs(cv2.Sobel(picture.astype(np.float32), cv2.CV_32F, axis, 1 - axis))
    turns = -2j * np.pi * (np.arange(picture.shape[axis]) + 0.5) / _CELL
    wave = edges * np.exp(turns if axis else turns[:, None])
    astray = _unwound(_gathered(wave.real, spread) + 1j * _gathered(wave.imag, spread))
    return np.asarray(cv2.resize(astray * -_CELL / (2 * np.pi), picture.shape[::-1]), np.float32)


def _gathered(wave: NDArray[np.float64], spread: float) -> Field:
    modules = [side // _CELL for side in wave.shape[::-1]]
    small = cv2.resize(wave.astype(np.float32), modules, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.GaussianBlur(small, (0, 0), spread), np.float32)


def _unwound(waves: NDArray[np.complex64]) -> Field:
    """Their phases without leaps of a whole turn: outwards from the finder patterns, the clearest modules first."""
    phase, clear = np.angle(waves), np.abs(waves)
    near, far = _MARGIN + _FINDER, waves.shape[0] - 1 - _MARGIN - _FINDER
    edge = [(-np.inf, at, float(phase[at])) for at in ((near, near), (near, far), (far, near))]
    unwound = np.full(waves.shape, np.nan, np.float32)
    while edge:
        _, at, beside = heappop(edge)
        if np.isnan(unwound[at]):
            unwound[at] = phase[at] - 2 * np.pi * round((phase[at] - beside) / (2 * np.pi))
            for further in _beside(at, len(unwound)):
                heappush(edge, (-float(clear[further]), further, float(unwound[at])))
    return unwound


def _beside(at: tuple[int, int], side: int) -> Iterator[tuple[int, int]]:
    row, column = at
    ways = ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))
    return (each for each in ways if min(each) >= 0 and max(each) < side)
