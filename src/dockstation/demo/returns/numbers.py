"""Numbers that look and check like real ones, from a seeded source."""

from __future__ import annotations

from random import Random

from stdnum import ean, luhn

_SHIFTED = {letter: str((ord(letter) - ord("A") + 2) % 10) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def digits(chance: Random, count: int) -> str:
    """That many decimal digits."""
    return "".join(chance.choices("0123456789", k=count))


def gtin(prefix: str, item: int) -> str:
    """GTIN-14 of the ``item``-th product under a GS1 company ``prefix``."""
    body = prefix + str(item).zfill(12 - len(prefix))
    return f"0{body}{ean.calc_check_digit(body)}"


def imei(chance: Random, type_code: str) -> str:
    """An IMEI (3GPP TS 23.003) of 15 digits under an 8-digit type allocation code."""
    body = type_code + digits(chance, 6)
    return body + luhn.calc_check_digit(body)


def serial(chance: Random, prefix: str) -> str:
    """A maker's serial number: letters and digits that cannot be taken for one another."""
    return prefix + "".join(chance.choices("2346789ACDEFGHJKLMNPQRTUVWXY", k=9))


def sf_express(chance: Random) -> str:
    """A waybill number of SF Express."""
    return f"SF{chance.choice('013')}{digits(chance, 12)}"


def yto_express(chance: Random) -> str:
    """A waybill number of YTO Express."""
    return f"YT{chance.choice('2478')}{digits(chance, 12)}"


def jd_logistics(chance: Random) -> str:
    """A waybill number of JD Logistics."""
    return f"JD{chance.choice('VX')}0{digits(chance, 11)}"


def ups(chance: Random) -> str:
    """A UPS tracking number with its check digit."""
    body = "".join(chance.choices("ABEFRVWXY", k=2)) + digits(chance, 4) + chance.choice(("90", "03", "68"))
    body += digits(chance, 7)
    return f"1Z{body}{ups_check_digit(body)}"


def ups_check_digit(body: str) -> str:
    """The last digit after the 15 characters that follow 1Z: every second one counts double."""
    values = [int(_SHIFTED.get(char, char)) for char in body]
    return str(-(sum(values[::2]) + 2 * sum(values[1::2])) % 10)


def s10(chance: Random) -> str:
    """A parcel number of the postal union (UPU S10) from Great Britain, with its check digit."""
    body = digits(chance, 8)
    weighted = sum(int(digit) * weight for digit, weight in zip(body, (8, 6, 4, 2, 3, 5, 9, 7), strict=True))
    check = {10: 0, 11: 5}.get(11 - weighted % 11, 11 - weighted % 11)
    return f"R{chance.choice('ABEN')}{body}{check}GB"
