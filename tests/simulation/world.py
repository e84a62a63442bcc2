"""Virtual time and chance: one seed gives one run, however fast the machine is."""

from __future__ import annotations

import heapq
import random
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.simulation.machine import Machine

START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
STRENGTHS = (0.0, 0.5, 1.0, 1.0, 3.0)
"""A seed leaves some kinds of fault out and makes others frequent: together they would hide each other."""


class Crash(BaseException):
    """A program has died, and unwinds; nothing that it does from here on reaches its disk."""


class World:
    """What happens next, and the faults. ``calm`` when there are no more of them."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.chance = random.Random(seed)
        self.folder = folder
        self.now = 0.0
        self.calm = False
        self.violations: list[str] = []
        self.faults: Counter[str] = Counter()
        self.machines: list[Machine] = []
        self._due: list[tuple[float, int, Callable[[], object]]] = []
        self._count = 0
        self._strengths: dict[str, float] = {}
        self.story: list[str] = []

    def after(self, seconds: float, action: Callable[[], object]) -> None:
        """Have this done in so many seconds."""
        self._count += 1
        heapq.heappush(self._due, (self.now + seconds, self._count, action))

    def pass_time(self, seconds: float) -> None:
        """Let so much time go by, and happen what is due in it; also from within something that happens."""
        end = self.now + seconds
        while self._due and self._due[0][0] <= end:
            moment, _, action = heapq.heappop(self._due)
            self.now = max(self.now, moment)
            action()
        self.now = max(self.now, end)

    def strikes(self, fault: str, rate: float) -> bool:
        """Whether this fault comes now; ``rate`` from 0 to 1, at strength 1."""
        return self.one_of({fault: rate}) != ""

    def one_of(self, rates: Mapping[str, float]) -> str:
        """The fault that comes now, "" for none."""
        if self.calm:
            return ""
        dice = self.chance.random()
        for fault, rate in rates.items():
            dice -= rate * self._strength(fault)
            if dice < 0:
                self.faults[fault] += 1
                self.note(fault)
                return fault
        return ""

    def _strength(self, fault: str) -> float:
        if fault not in self._strengths:
            self._strengths[fault] = self.chance.choice(STRENGTHS)
        return self._strengths[fault]

    def note(self, what: str) -> None:
        """Tell of it in the story, by which two runs are compared."""
        self.story.append(f"{self.now:10.3f} {what}")

    def wall(self, skew: float) -> datetime:
        """What a clock shows that is wrong by so many seconds."""
        return START + timedelta(seconds=self.now + skew)
