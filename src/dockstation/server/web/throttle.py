"""Wrong passwords: the more of them, the longer the wait; kept in the database, so that every process knows."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from dockstation.server.access import hashed
from dockstation.server.moment import now, rfc3339
from dockstation.server.problems import Problem
from dockstation.server.store.accounts import key_of
from dockstation.server.store.database import Transaction
from dockstation.server.store.logins import Guesses

FREE_HERE, FREE_ANYWHERE = 5, 50
"""So many tries of one name cost nothing: from one address, and from all together."""
LONGEST_SECONDS = 900
REMEMBERED = timedelta(hours=1)


def try_once(work: Transaction, name: str, address: str) -> None:
    """Count a try before it is looked at, so that many at once gain nothing; 429 while there is time to wait."""
    at = now()
    work.accounts.hold()
    work.logins.forgive_old(rfc3339(at - REMEMBERED))
    for key, free in zip(_keys(name, address), (FREE_HERE, FREE_ANYWHERE), strict=True):
        known = work.logins.guesses(key)
        if known.wait_until > rfc3339(at):
            raise Problem(429, "tries", "Too many wrong passwords; try again later", retry_after=_left(known))
        over = known.tries + 1 - free
        wait = min(LONGEST_SECONDS, 2 ** min(over, 20)) if over > 0 else 0
        work.logins.guessed(key, Guesses(known.tries + 1, rfc3339(at + timedelta(seconds=wait))))


def _left(known: Guesses) -> int:
    return max(1, ceil((datetime.fromisoformat(known.wait_until) - now()).total_seconds()))


def forgive(work: Transaction, name: str, address: str) -> None:
    """The password was right."""
    work.accounts.hold()
    work.logins.forgive(*_keys(name, address))


def _keys(name: str, address: str) -> tuple[str, str]:
    known = key_of(name)
    return hashed(f"{known}\0{address}"), hashed(known)
