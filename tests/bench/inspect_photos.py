"""From the shutter to the painted small picture of a durable photo, beside a bare write of the same bytes."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from dockstation.adapters.cameras.frames import Frame
from tests.fakes import small_policy
from tests.fakes.returns import a_return

SIZES = {"12mp": (4000, 3000), "1080p": (1920, 1080)}
SHOTS, WARM = 60, 3
QUALITY = 90


def run() -> dict[str, Any]:
    """``photo_…_p95_ms``, its median, the bare write's p95, and how many times that; JPEG sizes in MB."""
    figures: dict[str, float] = {}
    units: dict[str, str] = {}
    for name, size in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            shots, writes, sizes = _taken(Path(folder), _scene(size))
        p95, bare = _p95(shots), _p95(writes)
        figures |= {
            f"photo_{name}_p95_ms": p95,
            f"photo_{name}_median_ms": round(statistics.median(shots), 1),
            f"bare_{name}_p95_ms": bare,
            f"photo_{name}_ratio": round(p95 / bare, 1),
            f"photo_{name}_mb": round(statistics.mean(sizes) / 1e6, 2),
        }
        units |= {f"photo_{name}_p95_ms": "ms", f"photo_{name}_median_ms": "ms", f"bare_{name}_p95_ms": "ms"}
        units |= {f"photo_{name}_ratio": "", f"photo_{name}_mb": "MB"}
    notes = (
        f"photos: {SHOTS} a size, JPEG quality {QUALITY}, in the real window on Qt's offscreen platform beside a "
        "live picture at 1080p, from the tap on the shutter until the small picture is painted, written in between"
    )
    return {"figures": figures, "units": units, "notes": notes}


def _taken(folder: Path, scene: Frame) -> tuple[list[float], list[float], list[int]]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.bench.inspect_photo_window import Camera, photographing

    shots, writes, sizes = [], [], []
    camera = Camera(scene, np.asarray(cv2.resize(scene, SIZES["1080p"]), np.uint8), QUALITY)
    small_policy.install_phone(folder / "config")
    with photographing(folder, a_return(), camera) as window:
        for number in range(WARM + SHOTS):
            scene[:16, :16] = number  # no two photos have the same bytes
            waited, path = window.shoot()
            if number >= WARM:
                data = path.read_bytes()
                shots.append(waited)
                sizes.append(len(data))
                writes.append(_ms(lambda data=data, n=number: _bare(folder / f"bare{n}", data)))  # type: ignore[misc]  # lambda
    return shots, writes, sizes


def _bare(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _scene(size: tuple[int, int]) -> Frame:
    """As much detail as a photo of goods has: 0.6 to 0.7 MB at 1080p."""
    chance = np.random.default_rng(1)
    width, height = size
    coarse = chance.integers(0, 255, (height // 16, width // 16, 3), dtype=np.uint8)
    scene = cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC).astype(np.float32)
    return np.asarray(np.clip(scene + chance.normal(0, 3, (height, width, 1)), 0, 255), np.uint8)


def _ms(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def _p95(values: list[float]) -> float:
    return round(float(np.percentile(values, 95)), 1)
