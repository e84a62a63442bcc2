"""The paper that says what was found in a parcel."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from dockstation.domain.receipt import Receipt


class Receipts(Protocol):
    """Receipts of closed parcels, one a parcel."""

    def save(self, receipt: Receipt) -> Path:
        """Make it durable, in place of an earlier one of the same parcel, and say where it lies.

        Raises ``disk.full`` or ``disk.failed``, having changed nothing.
        """
        ...
