"""Config that the server has published, as far as this station has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dockstation.application.ports.central import ConfigDocument


class Packs(Protocol):
    """Documents that were found good, kept durably. What is bad is kept out; the one before it stays."""

    def cursor(self) -> str:
        """How far the station has read; "" when it has nothing, or what it has is damaged."""
        ...

    def take(self, came: Sequence[ConfigDocument], cursor: str, *, whole: bool) -> None:
        """Keep what came, all of it or, when that fails, nothing; with ``whole`` what did not come is gone.

        Durable when it returns. Raises ``disk.full`` and ``disk.failed``.
        """
        ...
