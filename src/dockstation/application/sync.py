"""One write-read pass between the station and the central server, and when to try again."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass

from dockstation.application.photo_pace import PhotoPace
from dockstation.application.ports.central import (
    Central,
    CentralFailed,
    CursorExpired,
    EventResult,
    FailureClass,
    KnownChain,
    ResultKind,
)
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.packs import Packs
from dockstation.application.ports.photos import Photos
from dockstation.application.ports.store import Note, Store
from dockstation.application.read_config import ReadConfig
from dockstation.application.waiting import wait_after
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Event

BATCH = 100
BATCHES_A_PASS = 5
BATCH_BYTES = 1024 * 1024
ENVELOPE_BYTES = 100
PHOTOS_A_PASS = 20
PHOTOS_MS_A_PASS = 30_000
PAGES_A_PASS = 20
COMPARE_EVERY_MS = 60_000


@dataclass(frozen=True, slots=True)
class Pass:
    """What one pass did: events and photos that the server now has, RMAs that came, and whether more waits.

    ``config`` are documents that came; ``config_failure`` is why none could, which stops nothing else.
    """

    events: int
    photos: int
    rmas: int
    more: bool
    config: int = 0
    config_failure: DockstationError | None = None
    clock_ahead: float = 0.0
    """Seconds by which the server's clock is ahead of this one."""


class Sync:
    """Reads a batch in one short transaction, sends it with none open, records the answer in a second.

    Without ``packs`` nothing is asked of config; ``pace`` bounds photos; ``dice`` gives numbers from 0 to 1.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        central: Central,
        photos: Photos,
        *,
        packs: Packs | None = None,
        pace: PhotoPace | None = None,
        dice: Callable[[], float] = random.random,
    ) -> None:
        self._store = store
        self._clock = clock
        self._central = central
        self._photos = photos
        self._config = ReadConfig(central, packs, clock, dice) if packs else None
        self._pace = pace or PhotoPace(clock)
        self._compare_at = 0
        self._sent_between = 0
        self._may_be_there = True
        """Whether a photo that waits here may have come there: until all are sent, and after what went wrong."""

    def once(self) -> Pass:
        """One pass: events, then photos, then news, then config; raises CentralFailed with everything kept."""
        self._compare()
        events, self._sent_between = self._write_events(), 0
        photos = self._write_photos()
        rmas, more = self._read_rmas()
        with self._store.unit_of_work() as work:
            work.notes.set(Note.LAST_SYNC, self._clock.now().at)
            events_wait, photos_wait = work.outbox.pending(1), work.outbox.pending_photos(1)
            work.commit()
        more = more or bool(events_wait or photos_wait)
        self._may_be_there = self._may_be_there and not (photos and not photos_wait)
        config, failure = self._config() if self._config else (0, None)
        ahead = self._central.clock_ahead()
        return Pass(events + self._sent_between, photos, rmas, more, config, failure, ahead)

    def _compare(self) -> None:
        """Now and then: what the server had acknowledged and does not know any more is sent again."""
        now = self._clock.now().monotonic
        if now < self._compare_at:
            return
        known = self._central.known_events()
        if known is not None:
            with self._store.unit_of_work() as work:
                is_short = work.outbox.is_short(known)
            if is_short and (known := self._central.known_events(gaps=True)):
                self._send_lost(known)
        self._hear_office()
        self._compare_at = now + COMPARE_EVERY_MS

    def _hear_office(self) -> None:
        """What people there made of events that were refused or need review."""
        with self._store.unit_of_work() as work:
            unsettled = work.outbox.unsettled(BATCH)
        told = self._central.settled(unsettled) if unsettled else ()
        if settlements := [each for each in told if each.event_id in unsettled]:
            with self._store.unit_of_work() as work:
                work.outbox.hear(settlements)
                work.commit()

    def _send_lost(self, known: tuple[KnownChain, ...]) -> None:
        with self._store.unit_of_work() as work:
            if work.outbox.send_lost(known):
                work.outbox.ask_for_photos()
                self._may_be_there = True
            work.commit()

    def _write_events(self) -> int:
        """Batch after batch, a few of them before photos and news have their turn."""
        sent = 0
        for _ in range(BATCHES_A_PASS):
            count, more = self._write_batch()
            sent += count
            if not more:
                break
        return sent

    def _write_batch(self) -> tuple[int, bool]:
        """How many were sent, and whether others were waiting behind them."""
        with self._store.unit_of_work() as work:
            waiting = work.outbox.pending(BATCH)
        batch = _within_bytes(waiting)
        if not batch:
            return 0, False
        results = self._sent(batch)
        with self._store.unit_of_work() as work:
            work.outbox.settle(results)
            work.commit()
        return len(results), len(waiting) == BATCH or len(batch) < len(waiting)

    def _sent(self, batch: tuple[Event, ...]) -> tuple[EventResult, ...]:
        """The server's results; a batch refused as a whole is halved down to the one event to blame."""
        try:
            return self._central.send_events(batch)
        except CentralFailed as failure:
            if not _for_good(failure):
                raise
            if len(batch) == 1:
                return (_rejected(batch[0], failure),)
        half = len(batch) // 2
        return self._sent(batch[:half]) + self._sent(batch[half:])

    def _write_photos(self) -> int:
        with self._store.unit_of_work() as work:
            waiting = work.outbox.pending_photos(PHOTOS_A_PASS)
        until, sent = self._clock.now().monotonic + PHOTOS_MS_A_PASS, 0
        for sha256 in waiting:
            sent += self._write_photo(sha256)
            if self._clock.now().monotonic > until:
                break  # a slow line: news come as well
        return sent

    def _before_photo(self) -> None:
        """What was recorded meanwhile goes first."""
        self._sent_between += self._write_events()

    def _before_piece(self, size: int) -> None:
        self._pace.wait(size, self._before_photo)

    def _write_photo(self, sha256: str) -> bool:
        """Whether the server has it now; one that can never be sent is put aside, so that the others go on."""
        unsure, self._may_be_there = self._may_be_there, True
        try:
            if not (unsure and self._is_there(sha256)):
                self._central.put_photo(sha256, self._photos.path(sha256), self._before_piece)
            sent = True
        except DockstationError as error:
            if not _for_good(error):
                raise
            sent = False
        with self._store.unit_of_work() as work:
            if sent:
                work.outbox.settle_photo(sha256, self._clock.now().at)
            else:
                work.outbox.reject_photo(sha256)
            work.commit()
        self._may_be_there = unsure
        return sent

    def _is_there(self, sha256: str) -> bool:
        self._before_photo()
        return self._central.has_photo(sha256)

    def _read_rmas(self) -> tuple[int, bool]:
        """Page after page, each a transaction of its own; after some of them events go first again."""
        read, more = 0, True
        for _ in range(PAGES_A_PASS):
            count, more = self._read_page()
            read += count
            if not more:
                break
        return read, more

    def _read_page(self) -> tuple[int, bool]:
        with self._store.unit_of_work() as work:
            cursor = work.notes.get(Note.RMA_CURSOR) or ""
        try:
            page = self._central.pull_rmas(cursor)
        except CursorExpired:
            page = self._central.pull_rmas("")
        if page.items or page.removed or page.cursor != cursor:
            with self._store.unit_of_work() as work:
                work.rmas.put(page.items)
                work.rmas.remove(page.removed)
                work.notes.set(Note.RMA_CURSOR, page.cursor)
                work.commit()
        return len(page.items), page.more and page.cursor != cursor


def _for_good(error: DockstationError) -> bool:
    """Whether trying again can never help: the server refused it, or the bytes are gone."""
    if isinstance(error, CentralFailed):
        return error.failure is FailureClass.PERMANENT
    return error.code == "photo.missing"


def _within_bytes(events: tuple[Event, ...]) -> tuple[Event, ...]:
    total = ENVELOPE_BYTES
    kept: list[Event] = []
    for event in events:
        total += len(json.dumps(event.as_message(), ensure_ascii=False).encode())
        if kept and total > BATCH_BYTES:
            break
        kept.append(event)
    return tuple(kept)


def _rejected(event: Event, failure: DockstationError) -> EventResult:
    return EventResult(event.id, ResultKind.REJECTED, problem={"code": failure.code, **failure.facts})


NO_ROOM = ("disk.full", "disk.stopped")
STOPPING = {FailureClass.AUTH: "enrol", FailureClass.REVOKED: "enrol", FailureClass.UPGRADE: "upgrade"}


class Pace:
    """What the last pass came to, and how long to wait for the next one.

    ``network``: unknown, online, offline, upgrade, disk when this computer's is full, or enrol when the server does
    not know this station (any more).
    ``failure`` is what went wrong, None after a success; ``floor`` the seconds that the server asked for.
    """

    def __init__(self, every_seconds: float, dice: Callable[[], float] = random.random) -> None:
        self._every_seconds, self._dice = every_seconds, dice
        self.failures, self.network, self.floor = 0, "unknown", 0.0
        self.failure: DockstationError | None = None
        self.clock_ahead = 0.0

    def passed(self, done: Pass) -> float:
        """Seconds until the next pass; none while more waits."""
        self.failures, self.network, self.failure, self.floor = 0, "online", None, 0.0
        self.clock_ahead = done.clock_ahead
        return 0.0 if done.more else self._every_seconds

    def failed(self, error: DockstationError) -> float:
        """Seconds until the next try."""
        self.failures, self.network, self.failure, self.floor = self.failures + 1, "offline", error, 0.0
        if isinstance(error, CentralFailed):
            self.network, self.floor = STOPPING.get(error.failure, "offline"), error.retry_after
        elif error.code in NO_ROOM:
            self.network = "disk"
        return wait_after(self.failures, self.floor, self._dice)

    def not_enrolled(self) -> None:
        """There is no server to talk to."""
        self.network, self.failure = "enrol", DockstationError("enrol.needed")

    @property
    def problem(self) -> str:
        """The failure's code, "" after a success."""
        return self.failure.code if self.failure else ""
