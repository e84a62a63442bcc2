"""Pictures made easier to read, each with the way back to the picture that it came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import cos, radians, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from dockstation.adapters.decoders.arrays import Picture
from dockstation.application.ports.decoder import DecodedCode

_UNCHANGED = np.eye(3)


@dataclass(frozen=True, slots=True)
class Prepared:
    """``back`` is the 3×3 homography from its pixels to those of the picture that was prepared.

    Where the picture was drawn from bars, a code in it is as tall as they are: from row 0 to row ``tall``.
    """

    picture: Picture
    back: NDArray[np.float64]
    tall: int = 0

    def placed(self, code: DecodedCode) -> DecodedCode:
        """``code``, found in here, with its corners in the picture that was prepared."""
        here = np.array(code.corners, np.float64)
        if self.tall:
            here[:, 1] = np.where(here[:, 1] > here[:, 1].mean(), self.tall, 0)
        points = np.column_stack([here, np.ones(4)]) @ self.back.T
        first, second, third, fourth = ((round(float(x / w)), round(float(y / w))) for x, y, w in points)
        return replace(code, corners=(first, second, third, fourth))

    def with_picture(self, change: Callable[[Picture], Picture]) -> Prepared:
        """The same, its pixels changed but none of them moved."""
        return replace(self, picture=change(self.picture))

    def then(self, further: Prepared) -> Prepared:
        """``further`` was prepared from this one: all the way back from it."""
        return replace(further, back=self.back @ further.back)


def plain(picture: Picture) -> Prepared:
    return Prepared(picture, _UNCHANGED)


def scaled(picture: Picture, factor: float) -> Prepared:
    """Larger or smaller."""
    size = [max(1, round(side * factor)) for side in picture.shape[1::-1]]
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    across, down = (old / new for old, new in zip(picture.shape[1::-1], size, strict=True))
    resized = np.asarray(cv2.resize(picture, size, interpolation=way), np.uint8)
    return Prepared(resized, np.diag((across, down, 1.0)))


def turned(picture: Picture, degrees: float) -> Prepared:
    """Turned about its middle, nothing cut off: bars along the rows of pixels are read best."""
    height, width = picture.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    c, s = abs(cos(radians(degrees))), abs(sin(radians(degrees)))
    size = (round(height * s + width * c), round(height * c + width * s))
    turn[:, 2] += ((size[0] - width) / 2, (size[1] - height) / 2)
    rotated = cv2.warpAffine(picture, turn, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return Prepared(np.asarray(rotated, np.uint8), np.vstack([cv2.invertAffineTransform(turn), (0, 0, 1)]))


def margined(picture: Picture, margin: int = 24) -> Prepared:
    """With white around it, for codes that touch the edge."""
    wider = np.pad(picture, margin, constant_values=255)
    return Prepared(wider, _moved(-margin, -margin))


def part(picture: Picture, left: int, top: int, side: int) -> Prepared:
    """A square of it, or what of that lies inside."""
    cut = np.ascontiguousarray(picture[top : top + side, left : left + side])
    return Prepared(cut, _moved(left, top))


def around(picture: Picture, *codes: DecodedCode) -> Prepared:
    """The place of ``codes`` and their quiet zones; nothing of ``picture`` where it does not reach there."""
    xs, ys = zip(*(corner for code in codes for corner in code.corners), strict=True)
    margin = 20 + max(max(xs) - min(xs), max(ys) - min(ys)) // 4
    left, top = max(0, min(xs) - margin), max(0, min(ys) - margin)
    cut = picture[top : max(ys) + margin, left : max(xs) + margin]
    return Prepared(np.ascontiguousarray(cut), _moved(left, top))


def _moved(across: float, down: float) -> NDArray[np.float64]:
    return np.array([[1, 0, across], [0, 1, down], [0, 0, 1]], np.float64)


def black_white(picture: Picture) -> Picture:
    """Each pixel against its surroundings: brings faded prints back."""
    cut = cv2.adaptiveThreshold(picture, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, 51, 7)
    return np.asarray(cut, np.uint8)


def softened(picture: Picture) -> Picture:
    """Against dead dots of a print head, and the noise of too little light."""
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.5), np.uint8)


def contrasted(picture: Picture) -> Picture:
    """Contrast raised where it is low (CLAHE)."""
    return np.asarray(cv2.createCLAHE(2.0, (8, 8)).apply(picture), np.uint8)


def sharpened(picture: Picture) -> Picture:
    """Against defocus."""
    soft = cv2.GaussianBlur(picture, (0, 0), 2)
    return np.asarray(cv2.addWeighted(picture, 2.5, soft, -1.5, 0), np.uint8)


def denoised(picture: Picture) -> Picture:
    """Against the grain of too little light."""
    return np.asarray(cv2.GaussianBlur(picture, (3, 3), 0), np.uint8)


def blurred(picture: Picture) -> Picture:
    """Against dots that stand apart, of ink jets and lasers."""
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 2.5), np.uint8)


def evened(picture: Picture) -> Picture:
    """Against shade: each pixel as a part of the brightness around it."""
    paper = cv2.GaussianBlur(cv2.dilate(picture, np.ones((15, 15), np.uint8)), (0, 0), 15)
    return np.asarray(cv2.divide(picture, paper, scale=255), np.uint8)
