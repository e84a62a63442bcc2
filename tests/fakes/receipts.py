"""Receipts that are kept instead of drawn."""

from __future__ import annotations

from pathlib import Path

from dockstation.domain.receipt import Receipt


class FakeReceipts:
    """``kept`` holds the last one of each parcel."""

    def __init__(self) -> None:
        self.kept: dict[str, Receipt] = {}

    def save(self, receipt: Receipt) -> Path:
        parcel_id = receipt.contents.parcel.parcel_id
        self.kept[parcel_id] = receipt
        return Path("receipts") / parcel_id
