"""What a cheap camera makes of a scene: blur, too little light, glare, noise."""

from __future__ import annotations

from math import hypot, sin

import cv2
import numpy as np

from tests.bench.films.prints import Picture

EXPOSURE_S = 1 / 90
DARK_EXPOSURE_S = 1 / 45


class Lens:
    """One camera over one bench; ``trouble`` as in TROUBLES, ``hard`` 0 to 1."""

    def __init__(self, size: tuple[int, int], chance: np.random.Generator, trouble: str, hard: float) -> None:
        self._size, self._chance, self._trouble, self._hard = size, chance, trouble, hard
        self._fine = size[0] / 1920
        dark = trouble == "low light"
        self._exposure = DARK_EXPOSURE_S if dark else EXPOSURE_S
        self._light = 0.42 - 0.22 * hard if dark else 0.9
        self._noise = self._field(7 + 7 * hard if dark else 4)
        self._phase = chance.uniform(0, 6)
        self._spot = self._glare() if trouble == "glare" else None
        self.bench = self._bench()

    def photograph(self, scene: Picture, seconds: float, speed: tuple[float, float]) -> Picture:
        """The frame ``uint8`` H×W×3 BGR of a grey ``scene`` that moves at ``speed`` in pixels a second."""
        seen = cv2.GaussianBlur(self._moved(scene, speed), (0, 0), self._blur(seconds))
        sway = round(60 * self._fine * sin(self._phase + 5 * seconds))
        glaring = seen if self._spot is None else cv2.add(seen, np.roll(self._spot, sway, 1))
        lit = cv2.convertScaleAbs(glaring, alpha=self._light, beta=8)
        grain = np.roll(self._noise, tuple(self._chance.integers(0, self._size[1], 2)), (0, 1))
        grey = cv2.add(lit, grain, dtype=cv2.CV_8U)
        return np.asarray(cv2.merge([grey, grey, grey]), np.uint8)

    def _blur(self, seconds: float) -> float:
        if self._trouble != "defocus":
            return 0.9 * self._fine
        hunting = 0.5 + 0.5 * sin(self._phase + 4 * seconds)
        return (2 + (2 + 4 * self._hard) * hunting) * self._fine

    def _moved(self, scene: Picture, speed: tuple[float, float]) -> Picture:
        way = (speed[0] * self._exposure, speed[1] * self._exposure)
        if hypot(*way) < 1:
            return scene
        half = int(max(map(abs, way)) / 2) + 1
        kernel = np.zeros((2 * half + 1, 2 * half + 1), np.float32)
        steps = np.linspace(-0.5, 0.5, 4 * half + 1)
        for step in steps:
            kernel[half + round(step * way[1]), half + round(step * way[0])] += 1 / len(steps)
        return np.asarray(cv2.filter2D(scene, -1, kernel), np.uint8)

    def _field(self, sigma: float) -> np.ndarray:
        """Noise as it is left by the interpolation of colours: neighbours share some of it."""
        width, height = self._size
        soft = cv2.GaussianBlur(self._chance.normal(0, 1, (height, width)), (0, 0), 0.6)
        return np.asarray(np.clip(soft * (sigma / soft.std()), -100, 100), np.int16)

    def _glare(self) -> Picture:
        width, height = self._size
        rows, columns = np.ogrid[0:height, 0:width]
        x, y = self._chance.uniform(0.4, 0.6) * width, self._chance.uniform(0.35, 0.65) * height
        broad = (0.07 + 0.08 * self._hard) * width
        bright = 330 * np.exp(-(((columns - x) / broad) ** 2) - ((rows - y) / (0.6 * broad)) ** 2)
        return np.asarray(np.clip(bright, 0, 255), np.uint8)

    def _bench(self) -> Picture:
        width, height = self._size
        rows, columns = np.ogrid[0:height, 0:width]
        lamp = np.hypot((columns - 0.42 * width) / width, (rows - 0.4 * height) / height)
        streaks = self._chance.normal(0, 1.6, (height, 1)) + self._chance.normal(0, 0.8, (1, width))
        return np.asarray(np.clip(165 - 80 * lamp + streaks, 0, 255), np.uint8)
