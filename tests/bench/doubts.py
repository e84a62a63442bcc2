"""How often photographs are doubted as they are, and how often spoilt copies of them are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from dockstation.adapters.cameras.frames import Frame
from dockstation.adapters.cameras.quality import doubts, shrunk
from dockstation.domain.shot import Doubt
from tests.adapters.cameras.benches import Spoil, lit, shaken, soft

LONG_SIDE = 1280
SMALLEST = 1000
"""Pixels of the longer side below which a picture is no photograph of a station's camera."""
GOOD: Mapping[str, Spoil | None] = {"as_it_is": None, "light_1.3": lit(1.3), "light_0.6": lit(0.6)}
SPOILT: Mapping[str, tuple[Spoil, Doubt]] = {
    **{f"soft_{share}": (soft(share), Doubt.BLURRED) for share in (0.002, 0.003, 0.004, 0.008)},
    **{f"shaken_{share}": (shaken(share), Doubt.BLURRED) for share in (0.01, 0.02)},
    "light_0.12": (lit(0.12), Doubt.TOO_DARK),
    "light_0.05": (lit(0.05), Doubt.TOO_DARK),
    "light_3": (lit(3, 40), Doubt.TOO_BRIGHT),
}
CALLED = {Doubt.BLURRED: "blurred", Doubt.TOO_DARK: "dark", Doubt.TOO_BRIGHT: "bright", Doubt.EMPTY: "empty"}
"""What a photograph as it is may be called."""
SEED = 4711


def run(folder: Path) -> dict[str, Any]:
    """How many are doubted, by kind of copy: good ones in any way, spoilt ones rightly."""
    counts: Counter[str] = Counter()
    for frame in _photographs(folder):
        counts["photographs"] += 1
        counts.update(_doubted(frame))
    names = ("photographs", *GOOD, *(f"called_{each}" for each in CALLED.values()), *SPOILT)
    units = dict.fromkeys(names, "photographs")
    return {"figures": {name: counts[name] for name in names}, "units": units, "notes": "good ones in any way"}


def _photographs(folder: Path) -> Iterator[Frame]:
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        frame = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
        if frame is not None and max(frame.shape[:2]) >= SMALLEST:
            yield shrunk(np.asarray(frame, np.uint8), LONG_SIDE)


def _doubted(frame: Frame) -> Iterator[str]:
    yield from (name for name, spoil in GOOD.items() if _said(frame, spoil))
    yield from (f"called_{CALLED[each]}" for each in _said(frame, None))
    yield from (name for name, (spoil, doubt) in SPOILT.items() if doubt in _said(frame, spoil))


def _said(frame: Frame, spoil: Spoil | None) -> tuple[Doubt, ...]:
    return doubts(shrunk(spoil(frame, np.random.default_rng(SEED)) if spoil else frame))
