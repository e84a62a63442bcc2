"""A year of work stays fast: what is finished and long at the server is kept here in little room."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from dockstation.application.ports.central import Central, CentralFailed
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.photos import Photos
from dockstation.application.ports.store import Store

PHOTOS, EVENTS, LABELS = 10, 100, 20
"""So many in one step: a few milliseconds of the store's time."""
START = (0, 0)


class Retain:
    """One small step at a time, for when nobody waits for the store. 0 days is for ever.

    ``central`` is asked once more before a photo goes; without one none goes.
    """

    def __init__(
        self, store: Store, clock: Clock, photos: Photos, central: Central | None, photo_days: int, days: int
    ) -> None:
        self._store, self._clock, self._photos, self._central = store, clock, photos, central
        self._photo_days, self._days = photo_days, days
        self._place: tuple[int, int] | None = START

    def step(self) -> bool:
        """Whether there may be more to do at once."""
        events, labels = self._compact_events(), self._empty_labels()
        photos = self._forget_photos()
        with self._store.unit_of_work() as work:
            work.retention.give_back()
            work.commit()
        return events or labels or photos

    def begin_again(self) -> None:
        """Look at everything anew: what was open then may be finished by now."""
        self._place = START

    def _before(self, days: int) -> str:
        then = datetime.fromisoformat(self._clock.now().at) - timedelta(days=days)
        return then.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _compact_events(self) -> bool:
        if not self._days or self._place is None:
            return False
        with self._store.unit_of_work() as work:
            self._place = work.retention.compact_events(self._before(self._days), self._place, EVENTS)
            work.commit()
        return self._place is not None

    def _empty_labels(self) -> bool:
        if not self._days:
            return False
        with self._store.unit_of_work() as work:
            emptied = work.retention.empty_labels(self._before(self._days), LABELS)
            work.commit()
        return emptied == LABELS

    def _forget_photos(self) -> bool:
        self._finish_leaving()
        if not self._photo_days or self._central is None:
            return False
        with self._store.unit_of_work() as work:
            if work.outbox.pending(1):
                return False  # the server does not know yet what they show
            old = work.retention.photos_to_forget(self._before(self._photo_days), PHOTOS)
        try:
            for sha256 in old:
                self._forget(self._central, sha256)
        except CentralFailed:  # another time
            return False
        return len(old) == PHOTOS

    def _forget(self, central: Central, sha256: str) -> None:
        """Only what the server says to hold whole right now; of anything else it is sent again."""
        there = central.has_photo(sha256)
        with self._store.unit_of_work() as work:
            if there:
                work.retention.forget_photo(sha256)
            else:
                work.outbox.ask_for_photo(sha256)
            work.commit()
        self._finish_leaving()

    def _finish_leaving(self) -> None:
        """The row says first that the bytes go: whoever is stopped in between goes on here."""
        with self._store.unit_of_work() as work:
            leaving = work.retention.leaving_photos()
        for sha256 in leaving:
            self._photos.remove(sha256)
            with self._store.unit_of_work() as work:
                work.retention.photo_gone(sha256)
                work.commit()
