"""Amounts of money as whole minor units of a currency."""

from __future__ import annotations

_DECIMALS = {
    **dict.fromkeys(("JPY", "KRW", "VND", "CLP", "ISK", "XAF", "XOF"), 0),
    **dict.fromkeys(("BHD", "KWD", "OMR", "TND", "JOD", "IQD"), 3),
}
"""ISO 4217's minor units where they are not two."""


def decimals(currency: str) -> int:
    """How many digits of an amount stand behind the point."""
    return _DECIMALS.get(currency, 2)
