"""The printers of this station, and which of them prints what, as config has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from dockstation.domain.printer_setup import Settings


class PrinterBook(Protocol):
    """What is written is durable with the return; what does not fit raises ``settings.*`` and changes nothing."""

    def printers(self) -> Mapping[str, Settings]:
        """Every printer by name, with every key and what counts for it."""
        ...

    def labels(self) -> Mapping[str, str]:
        """By the keys of [labels]: layout, licence_plate, parcel, receipt, printer."""
        ...

    def layouts(self) -> tuple[str, ...]:
        """Names of all layouts that are here."""
        ...

    def change_printer(self, name: str, settings: Settings) -> None:
        """These settings of a printer, which need not exist yet; all others stay."""
        ...

    def change_labels(self, labels: Mapping[str, str]) -> None:
        """These keys of [labels]; all others stay."""
        ...
