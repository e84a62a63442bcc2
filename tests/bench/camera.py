"""How soon a label under the camera is read: our live decoder beside each engine alone, on the same drawn films.

Time is the film's own: a reader is given the newest frame whenever it is free, as in the station, and its seconds
are those of the one core that it uses. A code counts once two frames agree on it, for every reader alike.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import cv2
import numpy as np

from dockstation.adapters.decoders.agreement import AgreementFilter
from dockstation.adapters.decoders.stack import LiveDecoder
from dockstation.adapters.decoders.zbar import ZbarDecoder
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.application.ports.decoder import DecodedCode
from tests.bench.engines import Picture, by_pyzbar, by_zxing
from tests.bench.films import SIZES, TROUBLES, Film, prints

SEED = 4000
FILMS_A_TROUBLE = 4
RATES = (15, 30)
SECOND = 1.0

Reader = Callable[[Picture], Iterable[DecodedCode]]


@dataclass(slots=True)
class Watched:
    """What one reader made of one film; times in seconds."""

    first_read: float | None = None
    wrong: bool = False
    frames: list[float] = field(default_factory=list)


def run() -> dict[str, Any]:
    """``films_read_1s`` and ``wrong_reads`` in percent of films, times in ms, and the same by each engine alone."""
    seen: dict[str, dict[str, list[Watched]]] = {name: defaultdict(list) for name in ("", "pyzbar_", "zxingcpp_")}
    with _one_thread():
        for size, film in films(FILMS_A_TROUBLE, SEED):
            frames = list(film.frames())
            for name, reader in _readers().items():
                seen[name][size].append(watch(reader, frames, film.fps, film.label.texts))
    figures = {name + key: value for name, by_size in seen.items() for key, value in _figures(by_size).items()}
    units = {key: "ms" if "_ms" in key else "%" for key in figures}
    count = sum(map(len, seen[""].values()))
    return {"figures": figures, "units": units, "notes": f"{count} films of 30 frames at 15 or 30 a second, one core"}


def films(a_trouble: int, seed: int, sizes: Iterable[str] = SIZES) -> Iterator[tuple[str, Film]]:
    """That many films of every trouble at every size."""
    labels = list(islice(prints(), 27))
    for size in sizes:
        for number in range(a_trouble * len(TROUBLES)):
            trouble = TROUBLES[number % len(TROUBLES)]
            label, rate = labels[(number + number // len(TROUBLES)) % len(labels)], RATES[number % len(RATES)]
            yield size, Film(label, trouble, SIZES[size], rate, seed + number)


def watch(
    reader: Reader, frames: Iterable[Picture], fps: int, texts: frozenset[str], *, patient: bool = False
) -> Watched:
    """Show the frames as fast as the reader can take them, or, ``patient``, every one of them."""
    watched, agreement, free = Watched(), AgreementFilter(), 0.0
    for index, frame in enumerate(frames):
        if free >= (index + 1) / fps and not patient:
            continue  # a newer one was there when the reader came back
        start = time.thread_time()
        agreed = {code.text for code in agreement.agreed(reader(frame))}
        watched.frames.append(time.thread_time() - start)
        free = max(free, index / fps) + watched.frames[-1]
        watched.wrong |= bool(agreed - texts)
        if watched.first_read is None and agreed & texts:
            watched.first_read = free
    return watched


def _readers() -> dict[str, Reader]:
    live = LiveDecoder(ZxingDecoder(thorough=False), ZbarDecoder())
    return {"": live.decode, "pyzbar_": by_pyzbar, "zxingcpp_": by_zxing}


def _figures(by_size: dict[str, list[Watched]]) -> dict[str, float]:
    every = [each for watched in by_size.values() for each in watched]
    firsts = [each.first_read for each in every if each.first_read is not None]
    figures = {
        "films_read_1s": 100 * sum(first <= SECOND for first in firsts) / len(every),
        "first_read_p95_ms": 1000 * float(np.percentile(firsts, 95)),
        "wrong_reads": 100 * sum(each.wrong for each in every) / len(every),
    }
    for size, watched in by_size.items():
        took = [frame for each in watched for frame in each.frames]
        figures[f"frame_median_ms_{size}"] = 1000 * float(np.median(took))
        figures[f"frame_p95_ms_{size}"] = 1000 * float(np.percentile(took, 95))
    return {key: round(value, 1) for key, value in figures.items()}


@contextmanager
def _one_thread() -> Iterator[None]:
    before = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        yield
    finally:
        cv2.setNumThreads(before)
