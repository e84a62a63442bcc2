"""A bench with a parcel and the item beside it, one picture a return."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from dockstation.demo.pictures.items import draw_item
from dockstation.demo.pictures.return_label import draw_return_label
from dockstation.wire import RmaMessage

SIZE = (1920, 1080)
_PARCEL = (960, 760)
_CARDBOARD = (184, 144, 98)
_TAPE = (202, 172, 128)
_QUALITY = 88


def write_film(folder: Path, rmas: Sequence[RmaMessage], font: Path) -> tuple[Path, ...]:
    """One JPEG of 1920×1080 a return, numbered in order; ``font`` is a TrueType file with Chinese."""
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(font)
    written = []
    for number, rma in enumerate(rmas, 1):
        path = folder / f"{number:04d}-{rma.number}.jpg"
        studio.scene(rma).save(path, quality=_QUALITY)
        written.append(path)
    return tuple(written)


class Studio:
    """The bench, its light and its noise, drawn once for many scenes."""

    def __init__(self, font: Path) -> None:
        self._font = font
        noise = np.random.default_rng(1)
        self._bench = _bench(noise)
        self._grain = noise.integers(-7, 8, (SIZE[1], SIZE[0], 1), np.int16)

    def scene(self, rma: RmaMessage) -> Image.Image:
        """The parcel of ``rma`` with its label, and its first item; the same for the same return."""
        chance = Random(rma.number)  # noqa: S311 - pictures, not secrets
        scene = self._bench.copy()
        _lay(scene, _parcel(rma, self._font, chance), (580, 540), chance.uniform(-7, 7))
        _lay(scene, draw_item(rma.lines[0].category, chance), (1500, 560), chance.uniform(-6, 6))
        return self._photographed(scene, chance.randrange(SIZE[1]))

    def _photographed(self, scene: Image.Image, moment: int) -> Image.Image:
        soft = np.asarray(scene.filter(ImageFilter.GaussianBlur(0.6)), np.int16)
        grain = np.roll(self._grain, moment, 0)
        return Image.fromarray(np.clip(soft + grain, 0, 255).astype(np.uint8))


def _bench(noise: np.random.Generator) -> Image.Image:
    """A grey mat under a lamp that hangs a little to the left."""
    rows, columns = np.ogrid[0 : SIZE[1], 0 : SIZE[0]]
    distance = np.hypot((columns - 800) / SIZE[0], (rows - 420) / SIZE[1])
    streaks = noise.normal(0, 1.6, (SIZE[1], 1)) + noise.normal(0, 0.8, (1, SIZE[0]))
    light = np.clip(176 - 84 * distance + streaks, 0, 255)
    return Image.merge("RGB", [Image.fromarray((light * tint).astype(np.uint8)) for tint in (1, 1.005, 1.02)])


def _parcel(rma: RmaMessage, font: Path, chance: Random) -> Image.Image:
    parcel = Image.new("RGBA", _PARCEL, _CARDBOARD)
    draw = ImageDraw.Draw(parcel)
    for row in range(0, _PARCEL[1], 6):
        shade = chance.randint(-5, 5)
        draw.line((0, row, _PARCEL[0], row), fill=tuple(value + shade for value in _CARDBOARD), width=3)
    draw.rectangle((0, 40, _PARCEL[0], 110), fill=_TAPE)
    draw.line((0, 76, _PARCEL[0], 76), fill=(150, 112, 72), width=2)
    draw.rectangle((0, 0, _PARCEL[0] - 1, _PARCEL[1] - 1), outline=(136, 102, 64), width=5)
    label = draw_return_label(rma, font).convert("RGBA")
    tilted = label.rotate(chance.uniform(-2, 2), Image.Resampling.BICUBIC, expand=True)
    parcel.alpha_composite(tilted, (chance.randint(60, 150), chance.randint(150, 200)))
    return parcel


def _lay(scene: Image.Image, thing: Image.Image, centre: tuple[int, int], angle: float) -> None:
    """Put ``thing`` on the bench, turned by ``angle`` degrees, with the soft shadow that the lamp throws."""
    turned = thing.rotate(angle, Image.Resampling.BICUBIC, expand=True)
    at = (centre[0] - turned.width // 2, centre[1] - turned.height // 2)
    shadow = Image.new("L", SIZE, 0)
    shadow.paste(turned.getchannel("A").point(lambda value: value * 0.55), (at[0] + 14, at[1] + 22))
    shadow = shadow.filter(ImageFilter.BoxBlur(16))
    scene.paste(ImageChops.multiply(scene, Image.new("RGB", SIZE, (70, 70, 74))), (0, 0), shadow)
    scene.paste(turned, at, turned)
