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

_UNCHANGED = np.eye(3)[:2]


@dataclass(frozen=True, slots=True)
class Prepared:
    """``back`` is the 2×3 matrix from its pixels to those of the picture that was prepared."""

    picture: Picture
    back: NDArray[np.float64]

    def placed(self, code: DecodedCode) -> DecodedCode:
        """``code``, found in here, with its corners in the picture that was prepared."""
        points = np.array(code.corners) @ self.back[:, :2].T + self.back[:, 2]
        first, second, third, fourth = ((round(float(x)), round(float(y))) for x, y in points)
        return replace(code, corners=(first, second, third, fourth))

    def with_picture(self, change: Callable[[Picture], Picture]) -> Prepared:
        """The same, its pixels changed but none of them moved."""
        return Prepared(change(self.picture), self.back)

    def then(self, further: Prepared) -> Prepared:
        """``further`` was prepared from this one: all the way back from it."""
        both = np.vstack([self.back, (0, 0, 1)]) @ np.vstack([further.back, (0, 0, 1)])
        return Prepared(further.picture, both[:2])


def plain(picture: Picture) -> Prepared:
    return Prepared(picture, _UNCHANGED)


def scaled(picture: Picture, factor: float) -> Prepared:
    """Larger or smaller."""
    size = [max(1, round(side * factor)) for side in picture.shape[1::-1]]
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    across, down = (old / new for old, new in zip(picture.shape[1::-1], size, strict=True))
    resized = np.asarray(cv2.resize(picture, size, interpolation=way), np.uint8)
    return Prepared(resized, np.array([[across, 0, 0], [0, down, 0]], np.float64))


def turned(picture: Picture, degrees: float) -> Prepared:
    """Turned about its middle, nothing cut off: bars along the rows of pixels are read best."""
    height, width = picture.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    c, s = abs(cos(radians(degrees))), abs(sin(radians(degrees)))
    size = (round(height * s + width * c), round(height * c + width * s))
    turn[:, 2] += ((size[0] - width) / 2, (size[1] - height) / 2)
    rotated = cv2.warpAffine(picture, turn, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return Prepared(np.asarray(rotated, np.uint8), np.asarray(cv2.invertAffineTransform(turn), np.float64))


def margined(picture: Picture, margin: int = 24) -> Prepared:
    """With white around it, for codes that touch the edge."""
    wider = np.pad(picture, margin, constant_values=255)
    return Prepared(wider, np.array([[1, 0, -margin], [0, 1, -margin]], np.float64))


def part(picture: Picture, left: int, top: int, side: int) -> Prepared:
    """A square of it, or what of that lies inside."""
    cut = np.ascontiguousarray(picture[top : top + side, left : left + side])
    return Prepared(cut, np.array([[1, 0, left], [0, 1, top]], np.float64))


def around(picture: Picture, code: DecodedCode) -> Prepared:
    """The place of ``code`` and its quiet zones."""
    xs, ys = zip(*code.corners, strict=True)
    margin = 20 + max(max(xs) - min(xs), max(ys) - min(ys)) // 4
    left, top = max(0, min(xs) - margin), max(0, min(ys) - margin)
    cut = picture[top : max(ys) + margin, left : max(xs) + margin]
    return Prepared(np.ascontiguousarray(cut), np.array([[1, 0, left], [0, 1, top]], np.float64))


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
