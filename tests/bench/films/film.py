"""One film: a label that a hand brings under the camera, and one trouble that it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin

import cv2
import numpy as np

from tests.bench.films import lens, paper
from tests.bench.films.prints import Picture, Print

SIZES = {"720p": (1280, 720), "1080p": (1920, 1080)}
TROUBLES = ("none", "motion", "defocus", "low light", "glare", "crumple", "fade", "rotation", "perspective")
FRAMES = 30
FIELD_MM = 190
"""What the camera sees of the bench, across."""


@dataclass(frozen=True, slots=True)
class Film:
    """30 frames; ``number`` decides everything that chance decides."""

    label: Print
    trouble: str
    size: tuple[int, int]
    fps: int
    number: int

    def frames(self) -> Iterator[Picture]:
        """The frames, ``uint8`` H×W×3 BGR."""
        chance = np.random.default_rng([self.number, TROUBLES.index(self.trouble)])
        hard = chance.uniform()
        printed, way = self._printed(chance, hard), _Way.chosen(self, chance, hard)
        glass = lens.Lens(self.size, chance, self.trouble, hard)
        for index in range(FRAMES):
            seconds = index / self.fps
            yield glass.photograph(self._scene(glass.bench, printed, way, seconds), seconds, way.speed(seconds))

    def _printed(self, chance: np.random.Generator, hard: float) -> Picture:
        sheet = paper.fresh(self.label.dots)
        if self.trouble == "fade":
            return paper.faded(sheet, chance, hard)
        return paper.crumpled(sheet, chance, hard) if self.trouble == "crumple" else sheet

    def _scene(self, bench: Picture, printed: Picture, way: _Way, seconds: float) -> Picture:
        height, width = printed.shape
        corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
        scale = self.size[0] / FIELD_MM * self.label.width_mm / width
        flat = (corners - (width / 2, height / 2)) * scale
        onto = cv2.getPerspectiveTransform(corners, way.placed(flat, seconds).astype(np.float32))
        smooth = cv2.GaussianBlur(printed, (0, 0), max(0.3, 0.4 / scale))
        scene = bench.copy()
        cv2.warpPerspective(smooth, onto, self.size, scene, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_TRANSPARENT)
        return scene


@dataclass(frozen=True, slots=True)
class _Way:
    """Where the label is: it sways about a place, turns slowly, and may lie aslant."""

    middle: tuple[float, float]
    sway: float
    pace: float
    towards: float
    angle: float
    turning: float
    tilt: float
    lie: float

    @classmethod
    def chosen(cls, film: Film, chance: np.random.Generator, hard: float) -> _Way:
        width, height = film.size
        quick = 0.06 + 0.14 * hard if film.trouble == "motion" else 0.004
        return cls(
            middle=(width * chance.uniform(0.45, 0.55), height * chance.uniform(0.46, 0.54)),
            sway=width * quick,
            pace=chance.uniform(4, 8),
            towards=chance.uniform(0, 2 * pi),
            angle=chance.uniform(0, 2 * pi) if film.trouble == "rotation" else chance.uniform(-0.15, 0.15),
            turning=chance.uniform(0.3, 0.9) if film.trouble == "rotation" else 0.03,
            tilt=0.5 + 0.4 * hard if film.trouble == "perspective" else chance.uniform(0, 0.12),
            lie=chance.uniform(0, 2 * pi),
        )

    def placed(self, flat: np.ndarray, seconds: float) -> np.ndarray:
        """Points of the label, in pixels about its middle, as pixels of the frame."""
        turn = self.angle + self.turning * seconds
        x = flat[:, 0] * cos(turn) - flat[:, 1] * sin(turn)
        y = flat[:, 0] * sin(turn) + flat[:, 1] * cos(turn)
        along = x * cos(self.lie) + y * sin(self.lie)
        distance = 4 * self.middle[0]
        far = 1 + along * sin(self.tilt) / distance
        shorter = along * (1 - cos(self.tilt))
        away = self.sway * sin(self.pace * seconds)
        return np.column_stack(
            (
                (x - shorter * cos(self.lie)) / far + self.middle[0] + away * cos(self.towards),
                (y - shorter * sin(self.lie)) / far + self.middle[1] + away * sin(self.towards),
            )
        )

    def speed(self, seconds: float) -> tuple[float, float]:
        """Pixels a second, to the right and down."""
        pace = self.sway * self.pace * cos(self.pace * seconds)
        return pace * cos(self.towards), pace * sin(self.towards)
