"""Licence plates: short ids for units, unique across stations without asking anybody.

Nine characters: three for the station, five for its counter, one check character by the hybrid
system of ISO 7064 (Mod M+1, M) with M = 28, which catches every single wrong character and
nearly every swap. The alphabet leaves out 0/O, 1/I, 5/S, 8/B-like pairs and Z.
"""

from __future__ import annotations

from dockstation.domain.errors import DockstationError

ALPHABET = "2346789ACDEFGHJKLMNPQRTUVWXY"
LENGTH = 9
PREFIX_LENGTH = 3
COUNTER_LENGTH = 5
CAPACITY = len(ALPHABET) ** COUNTER_LENGTH


def to_base(number: int, length: int) -> str:
    """``number`` in the licence plate alphabet, padded to ``length`` characters."""
    digits = []
    for _ in range(length):
        number, rest = divmod(number, len(ALPHABET))
        digits.append(ALPHABET[rest])
    return "".join(reversed(digits))


def make(prefix: str, counter: int) -> str:
    """The licence plate of a station's ``counter``-th unit; ``lpn.exhausted`` after 17,210,368."""
    if len(prefix) != PREFIX_LENGTH or not set(prefix) <= set(ALPHABET):
        raise DockstationError("lpn.prefix", prefix=prefix)
    if not 0 <= counter < CAPACITY:
        raise DockstationError("lpn.exhausted", prefix=prefix)
    from stdnum.iso7064 import mod_37_36  # late, as in ``is_lpn``

    body = prefix + to_base(counter, COUNTER_LENGTH)
    return body + mod_37_36.calc_check_digit(body, ALPHABET)


def is_lpn(value: str) -> bool:
    """Whether ``value`` has a licence plate's length, alphabet and check character."""
    if len(value) != LENGTH or not set(value) <= set(ALPHABET):
        return False
    from stdnum.iso7064 import mod_37_36  # late: it costs the first window 26 ms

    return bool(mod_37_36.is_valid(value, ALPHABET))
