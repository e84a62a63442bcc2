"""The labels that are filmed: our own by the project's renderer, and customers' return labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import cycle

import numpy as np
from numpy.typing import NDArray

from dockstation.demo.pictures.return_label import draw_return_label
from dockstation.demo.returns import sample_returns
from dockstation.domain.label import Bitmap
from dockstation.settings import shipped
from tests.labels.samples import CONTENT, shipped_labels

Picture = NDArray[np.uint8]

DPI = 203
FONT = shipped("resources") / "fonts" / "wqy-microhei-gbk.ttf"


@dataclass(frozen=True, slots=True)
class Print:
    """A label as grey dots, what its codes say, and its width in millimetres."""

    dots: Picture
    texts: frozenset[str]
    width_mm: float


def prints() -> Iterator[Print]:
    """Return labels, labels of decided units and licence plates in turn, no two alike, without end."""
    renderer, rmas = shipped_labels(), sample_returns(12, datetime(2026, 11, 2, tzinfo=UTC))
    for number, rma in enumerate(cycle(rmas)):
        label = np.asarray(draw_return_label(rma, FONT).convert("L"), np.uint8)
        yield Print(label, frozenset({f"DSRMA-{rma.number}", *rma.tracking_numbers[:1]}), 100)
        for layout, width in (("disposition", 100), ("licence_plate", 50)):
            lpn = f"A{number:03d}{layout[0].upper()}{number * 7919 % 10000:04d}"
            content = replace(CONTENT, lpn=lpn, rma_number=rma.number)
            yield Print(_dots(renderer.bitmap(content, layout, DPI)), frozenset({lpn}), width)


def _dots(bitmap: Bitmap) -> Picture:
    bits = np.unpackbits(np.frombuffer(bitmap.rows, np.uint8).reshape(bitmap.height, bitmap.stride), axis=1)
    return np.asarray(255 * (1 - bits[:, : bitmap.width]), np.uint8)
