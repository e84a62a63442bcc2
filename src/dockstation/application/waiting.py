"""How long to wait after failures."""

from __future__ import annotations

from collections.abc import Callable

FIRST_WAIT = 1.0
LONGEST_WAIT = 300.0


def wait_after(failures: int, retry_after: float, dice: Callable[[], float]) -> float:
    """Seconds until the next try after so many failures in a row: full jitter from 1 s to 5 min.

    ``retry_after`` (seconds) is a floor; ``dice`` gives numbers from 0 to 1.
    """
    ceiling = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(16, max(0, failures - 1)))
    return max(retry_after, dice() * ceiling)
