"""A thread that does not come to rest is told of, with the place where it was."""

from __future__ import annotations

import sys
import threading
import time

from dockstation.diagnosis.blocks import Block, BlockWatch


def _work(seconds: float) -> None:
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        sum(range(1000))


def _watched(*acts: tuple[str, float]) -> list[Block]:
    told: list[Block] = []
    watch = BlockWatch(told.append, sys._getframe().f_code, limit_s=0.1)
    watch.start()
    for kind, seconds in acts:
        watch.turn()
        if kind == "work":
            _work(seconds)
        else:
            threading.Event().wait(seconds)  # what waits for a disk does not work
        watch.turn()
    watch.stop()
    return told


def test_work_that_is_too_long_is_told_with_its_time_and_place() -> None:
    (block,) = _watched(("work", 0.25), ("work", 0.01))
    assert 0.25 <= block.cpu_s < 0.35
    assert any("_work" in frame for frame in block.frames)


def test_waiting_counts_as_well_though_no_work_is_done() -> None:
    (block,) = _watched(("wait", 0.4))
    assert block.cpu_s < 0.1 < block.wall_s
    assert any("wait" in frame for frame in block.frames)


def test_many_short_turns_are_no_block() -> None:
    assert _watched(*[("work", 0.01)] * 15) == []
