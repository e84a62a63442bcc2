"""A photo that is blurred, badly lit or empty says so at once; a good one says nothing."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from dockstation.adapters.cameras.develop import THUMBNAIL, develop
from dockstation.adapters.cameras.frames import Frame
from dockstation.adapters.cameras.mjpeg import decoded
from dockstation.adapters.cameras.quality import doubts, shrunk
from dockstation.domain.shot import Doubt
from tests.adapters.cameras.benches import Spoil, bench, item, lit, shaken, soft, spoilt

COUNT = 8


def share(frames: Iterable[Frame], doubt: Doubt) -> float:
    found = [doubt in doubts(shrunk(each)) for each in frames]
    return sum(found) / len(found)


@pytest.mark.parametrize("spoil", [None, lit(1.3), lit(0.6)])
def test_good_pictures_are_not_doubted(spoil: Spoil | None) -> None:
    doubted = [doubts(shrunk(each)) for each in spoilt(COUNT, spoil)]
    assert sum(map(bool, doubted)) <= 0.2 * COUNT, doubted


@pytest.mark.parametrize(
    ("spoil", "doubt"),
    [
        (soft(0.003), Doubt.BLURRED),
        (soft(0.008), Doubt.BLURRED),
        (shaken(0.015), Doubt.BLURRED),
        (lit(0.12), Doubt.TOO_DARK),
        (lit(3, 40), Doubt.TOO_BRIGHT),
    ],
)
def test_spoilt_pictures_are_noticed(spoil: Spoil, doubt: Doubt) -> None:
    assert share(spoilt(COUNT, spoil), doubt) >= 0.75


def test_a_table_with_nothing_on_it_is_called_empty_and_no_item_is() -> None:
    assert share(map(bench, range(COUNT)), Doubt.EMPTY) == 1.0
    assert share(spoilt(COUNT), Doubt.EMPTY) == 0.0


@pytest.mark.parametrize("size", [(1, 1), (20, 3000), (31, 31)])
def test_a_picture_of_any_size_is_measured(size: tuple[int, int]) -> None:
    frame = np.full((*size, 3), 128, np.uint8)
    assert doubts(shrunk(frame)) == (Doubt.EMPTY,)


def test_a_photo_comes_with_its_size_its_doubts_and_a_small_one() -> None:
    shot = develop(bench(1), 90)
    small = decoded(shot.thumbnail)
    assert (shot.width, shot.height, shot.warnings) == (1280, 720, (Doubt.EMPTY,))
    assert small is not None
    assert small.shape[:2] == (THUMBNAIL * 9 // 16, THUMBNAIL)


def test_a_photo_is_made_no_larger_than_asked_for() -> None:
    shot = develop(item(1), 90, long_side=640)
    kept = decoded(shot.data)
    assert kept is not None
    assert (shot.width, shot.height, kept.shape) == (640, 360, (360, 640, 3))
