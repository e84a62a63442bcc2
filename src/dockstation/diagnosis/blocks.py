"""How long one thread, the window's, did not come to rest, and what it was doing then."""

from __future__ import annotations

import faulthandler
import re
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread, get_ident
from types import CodeType
from typing import IO

from dockstation.diagnosis.failures import file_of

LOOK_S, LIMIT_S = 0.1, 0.05
DEEPEST = 12
BUSY_S = 0.03
_FRAME = re.compile(rb'  File "([^"\n]+)", line (\d+) in (\S+)')


@dataclass(frozen=True, slots=True)
class Block:
    """One turn of the event loop: the thread's own time, at least how long it took, the innermost frames first."""

    cpu_s: float
    wall_s: float
    frames: tuple[str, ...] = ()


class BlockWatch:
    """``turn`` is called on the watched thread whenever the loop begins or ends a turn: its own time is exact.

    Another thread looks now and then where it stands: what waits without working is seen there, and the frames.
    """

    def __init__(self, told: Callable[[Block], None], resting: CodeType, limit_s: float = LIMIT_S) -> None:
        self._told, self._limit = told, limit_s
        self._resting = (file_of(resting.co_filename), resting.co_name)
        self._over = Event()
        self._thread = Thread(target=self._look_on, name="blocks", daemon=True)
        self._watched, self._turns, self._cpu, self._wall = 0, 0, 0.0, 0.0
        self._frames: tuple[str, ...] = ()
        self.longest = Block(0, 0)

    def start(self) -> None:
        """Watch the thread that calls this; ``resting`` is the code in which it waits for events."""
        self._watched, self._cpu = get_ident(), time.thread_time()
        self._thread.start()

    def stop(self) -> None:
        """Watch no more."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join(1)

    def turn(self) -> None:
        """A turn is over, or begins; one that took longer than the limit is told."""
        cpu = time.thread_time()
        used, self._cpu, self._turns = cpu - self._cpu, cpu, self._turns + 1
        if used > self._limit or self._wall > self._limit:
            block = Block(used, max(used, self._wall), self._frames)
            self.longest = max(self.longest, block, key=lambda each: each.wall_s)
            self._told(block)
        self._wall, self._frames = 0.0, ()

    def _look_on(self) -> None:
        turns, since, rests = -1, 0.0, True
        with tempfile.TemporaryFile() as notes:
            while not self._over.wait(LOOK_S):
                if self._turns != turns:
                    turns, since, rests = self._turns, time.monotonic(), False
                    if self._own_time() - self._cpu > BUSY_S:
                        self._frames = stack_of(self._watched, notes)
                elif not rests and not self._frames:
                    rests = self._is_at_rest(frames := stack_of(self._watched, notes))
                    self._frames = () if rests else frames
                if turns == self._turns and self._frames and not rests:
                    self._wall = time.monotonic() - since

    def _own_time(self) -> float:
        """Of the watched thread; where the system does not say, nothing."""
        if not hasattr(time, "pthread_getcpuclockid"):
            return 0.0
        return time.clock_gettime(time.pthread_getcpuclockid(self._watched))

    def _is_at_rest(self, frames: tuple[str, ...]) -> bool:
        file, name = self._resting
        return not frames or (frames[0].startswith(f"{file}:") and frames[0].endswith(f" {name}"))


def stack_of(thread: int, notes: IO[bytes]) -> tuple[str, ...]:
    """Where a thread is: ``file:line function``, the innermost first.

    Read by faulthandler through ``notes``: to hold a frame would keep its painters and other locals alive.
    """
    notes.seek(0)
    notes.truncate()
    faulthandler.dump_traceback(notes, all_threads=True)
    notes.seek(0)
    _, _, mine = notes.read().partition(f"0x{thread:016x}".encode())
    frames = []
    for line in mine.splitlines()[1 : DEEPEST + 1]:
        if not (frame := _FRAME.fullmatch(line)):
            break
        frames.append(f"{file_of(frame[1].decode(errors='replace'))}:{int(frame[2])} {frame[3].decode()}")
    return tuple(frames)
