"""Published config comes to the station; that it cannot come stops nothing else."""

from __future__ import annotations

import random
from collections.abc import Callable

from dockstation.application.ports.central import Central, CentralFailed, ConfigDocument, CursorExpired
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.packs import Packs
from dockstation.application.waiting import wait_after
from dockstation.domain.errors import DockstationError

MOST_PAGES = 200
MOST_CHARACTERS = 64 * 1024 * 1024
"""More than any server publishes: what goes on for ever must not fill the memory."""


class ReadConfig:
    """One step of a pass, with a wait of its own after it failed."""

    def __init__(
        self, central: Central, packs: Packs, clock: Clock, dice: Callable[[], float] = random.random
    ) -> None:
        self._central, self._packs, self._clock, self._dice = central, packs, clock, dice
        self._failures, self._due = 0, 0
        self._failure: DockstationError | None = None

    def __call__(self) -> tuple[int, DockstationError | None]:
        """How many documents came, and why none could; raises CentralFailed where it asks to wait."""
        if self._failure is not None and self._clock.now().monotonic < self._due:
            return 0, self._failure
        try:
            came = self._read()
        except DockstationError as error:
            if isinstance(error, CentralFailed) and error.retry_after:
                raise
            self._put_off(error)
            return 0, error
        self._failures, self._failure = 0, None
        return came, None

    def _put_off(self, error: DockstationError) -> None:
        self._failures, self._failure = self._failures + 1, error
        self._due = self._clock.now().monotonic + int(1000 * wait_after(self._failures, 0, self._dice))

    def _read(self) -> int:
        cursor = self._packs.cursor()
        try:
            came, newest = self._pages(cursor)
        except CursorExpired:
            cursor = ""
            came, newest = self._pages(cursor)
        self._packs.take(came, newest, whole=not cursor)
        return len(came)

    def _pages(self, cursor: str) -> tuple[list[ConfigDocument], str]:
        """Every document after the cursor: they may need each other, so all of them are taken together."""
        came: list[ConfigDocument] = []
        size = 0
        for _ in range(MOST_PAGES):
            page = self._central.pull_config(cursor)
            came += page.items
            size += sum(len(each.content) for each in page.items)
            if not page.more or page.cursor == cursor:
                return came, page.cursor
            if size > MOST_CHARACTERS:
                break
            cursor = page.cursor
        raise DockstationError("config.endless")
