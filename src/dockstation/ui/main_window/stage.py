"""What every stage of the work answers to; the flow hands scans, commands and keys to the one on the screen."""

from __future__ import annotations

from typing import Protocol

from dockstation.domain.scan import Scan
from dockstation.ui.widgets.screen import Screen


class Stage(Protocol):
    """One screen of the work with what scans, command codes and keys mean there.

    ``camera_reads``: codes before the camera count as scans. ``elsewhere``: F4 and F6 bring codes in.
    """

    @property
    def screen(self) -> Screen: ...
    @property
    def camera_reads(self) -> bool: ...
    @property
    def elsewhere(self) -> bool: ...
    def refresh(self) -> None:
        """Show the same again, in the present language."""

    def scan(self, scan: Scan) -> None:
        """A code that is neither a badge nor a command."""

    def command(self, word: str) -> bool:
        """What stands behind ``DSCMD-``; False where it means nothing here."""
        ...

    def key(self, key: int) -> bool:
        """A single key that was no scan; False where it means nothing here."""
        ...

    def confirm(self) -> None:
        """The primary action of the screen."""

    def back(self) -> None:
        """One step back."""
