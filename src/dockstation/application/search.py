"""Returns by words, for a parcel whose codes nobody can read."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store
from dockstation.application.shortlist import entry
from dockstation.domain.match import Shortlist
from dockstation.domain.privacy import Discretion

LONGEST = 64
MOST_WORDS = 6
SHORTEST = 3


class Search:
    """Looks for goods in either language, for numbers or a part of them, the customer, the phone's last digits.

    Of the customer only by what may be read: else whoever guesses a name would learn whose return it is.
    """

    def __init__(self, store: Store, clock: Clock, discretion: Discretion = Discretion.FULL) -> None:
        self._store, self._clock, self._discretion = store, clock, discretion

    def __call__(self, text: str) -> Shortlist | None:
        """The returns that have every word; None while the words are too short to look for."""
        words = _words(text)
        if not any(len(word) >= SHORTEST or not word.isascii() for word in words):
            return None
        now = datetime.fromisoformat(self._clock.now().at)
        with self._store.unit_of_work() as work:
            found = work.rmas.search(words, now, self._discretion.rma)
            more = found.more and (bool(found.rmas) or self._discretion is Discretion.FULL)  # of what is hidden, none
            return Shortlist(tuple(entry(work, rma) for rma in found.rmas), more)


def _words(text: str) -> list[str]:
    """An input method's wide digits and letters are meant as the usual ones; what cannot be seen is no word."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST])
    seen = "".join(char if char.isprintable() else " " for char in plain)
    return list(dict.fromkeys(seen.split()))[:MOST_WORDS]
