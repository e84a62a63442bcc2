"""Check digits: whether the last character of a number follows from those before it."""

from __future__ import annotations

from itertools import cycle

_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


def gs1(number: str) -> bool:
    """Modulo 10 with weights 3 and 1 from the right (GS1 General Specifications 7.9.1); also FedEx Ground, USPS."""
    from stdnum import ean  # late, as every stdnum here: it costs the first window 26 ms

    return ean.calc_check_digit(number[:-1]) == number[-1]


def usps_20(number: str) -> bool:
    """USPS labels of 20 digits, which count the 91 that they leave out, or do not."""
    return gs1(number) or gs1("91" + number)


def smartpost_20(number: str) -> bool:
    """FedEx SmartPost labels of 20 digits count the 92 that they leave out."""
    return gs1("92" + number)


def luhn(number: str) -> bool:
    """ISO/IEC 7812-1; IMEI."""
    from stdnum import luhn as standard

    return bool(standard.is_valid(number))


def with_luhn(number: str) -> str:
    """``number`` and its check digit."""
    from stdnum import luhn as standard

    return number + standard.calc_check_digit(number)


def mod_37_36(number: str) -> bool:
    """ISO 7064 Mod 37,36; DPD."""
    from stdnum.iso7064 import mod_37_36 as standard

    return bool(standard.is_valid(number))


def ups(number: str) -> bool:
    """UPS: the 15 characters after 1Z, every second one double, letters as digits from A = 2."""
    values = [int(char) if char.isdigit() else (ord(char) - 63) % 10 for char in number[2:-1]]
    return (sum(values[::2]) + 2 * sum(values[1::2]) + int(number[-1])) % 10 == 0


def fedex(number: str) -> bool:
    """FedEx Express: weights 1, 3, 7 from the right, modulo 11, then 10."""
    total = sum(int(digit) * weight for digit, weight in zip(reversed(number[:-1]), cycle((1, 3, 7)), strict=False))
    return total % 11 % 10 == int(number[-1])


def s10(number: str) -> bool:
    """UPU S10: two letters, eight digits, the check digit, the country."""
    total = sum(int(digit) * weight for digit, weight in zip(number[2:10], _S10_WEIGHTS, strict=True))
    return {10: 0, 11: 5}.get(11 - total % 11, 11 - total % 11) == int(number[10])


def mod_7(number: str) -> bool:
    """The digits before, as a number, modulo 7; DHL Express, Japan Post."""
    return int(number[:-1]) % 7 == int(number[-1])


def identcode(number: str) -> bool:
    """Deutsche Post Identcode: weights 4 and 9, modulo 10."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:-1], cycle((4, 9)), strict=False))
    return (total + int(number[-1])) % 10 == 0
