"""What is scanned at a dock in a day, with right check digits, the same on every run."""

from __future__ import annotations

import string
from random import Random

from stdnum import ean

from dockstation.domain import lpn
from dockstation.domain.scan.check_digits import s10, ups

BADGE = "DSID-DEMO"
COMMANDS = ("CONFIRM", "NEXT", "BACK", "PRINT", "PAUSE", "PHOTO", "1", "2", "3")
_UPPER = string.ascii_uppercase


def of_a_dock(count: int, seed: int = 7) -> list[str]:
    """``count`` codes, no two alike but commands; the first is a badge, as on every shift."""
    dice = Random(seed)
    kinds = (_label, _command, _bin, _licence_plate, _gtin, _gs1, _post, _ups, _sf, _order, _mixed, _serial)
    return [BADGE, *(dice.choice(kinds)(dice) for _ in range(count - 1))]


def meaningless(count: int, seed: int = 7) -> list[str]:
    """Any printable characters of ASCII, behind a badge; none begins or ends with a space."""
    dice = Random(seed)
    signs = string.ascii_letters + string.digits + string.punctuation
    return [BADGE, *("".join(dice.choices(signs, k=dice.randint(8, 20))) for _ in range(count - 1))]


def _digits(dice: Random, count: int) -> str:
    return "".join(dice.choices(string.digits, k=count))


def _letters(dice: Random, count: int) -> str:
    return "".join(dice.choices(_UPPER, k=count))


def _label(dice: Random) -> str:
    return f"DSRMA-R{_digits(dice, 8)}"


def _command(dice: Random) -> str:
    return "DSCMD-" + dice.choice(COMMANDS)


def _bin(dice: Random) -> str:
    return f"DSBIN-{dice.choice(('RESTOCK', 'SCRAP', 'QUARANTINE'))}-{_digits(dice, 2)}"


def _licence_plate(dice: Random) -> str:
    return lpn.make("".join(dice.choices(lpn.ALPHABET, k=3)), dice.randrange(lpn.CAPACITY))


def _gtin(dice: Random) -> str:
    body = "690" + _digits(dice, 9)
    return body + str(ean.calc_check_digit(body))


def _gs1(dice: Random) -> str:
    return f"010{_gtin(dice)}10{_letters(dice, 2)}{_digits(dice, 4)}\x1d21{_digits(dice, 8)}{_letters(dice, 1)}"


def _post(dice: Random) -> str:
    body, country = "R" + dice.choice("ABLQRZ") + _digits(dice, 8), dice.choice(("CN", "DE", "FR", "RU"))
    return next(code for check in string.digits if s10(code := body + check + country))


def _ups(dice: Random) -> str:
    body = "1Z" + _digits(dice, 3) + _letters(dice, 3) + _digits(dice, 9)
    return next(code for check in string.digits if ups(code := body + check))


def _sf(dice: Random) -> str:
    return dice.choice(("SF", "YT", "JT")) + _digits(dice, 13)


def _order(dice: Random) -> str:
    return f"ORD-2026-{_digits(dice, 6)}"


def _mixed(dice: Random) -> str:
    return f"{_letters(dice, 2)}{_digits(dice, 4)}-{_letters(dice, 1)}{_digits(dice, 2)}{dice.choice('XYZAQWM')}"


def _serial(dice: Random) -> str:
    return f"S{_letters(dice, 3)}{_digits(dice, 4)}{_letters(dice, 4)}"
