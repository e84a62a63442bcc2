"""A scanner that is not a keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one trigger pull delivered, without its line end.

    ``text`` has at most domain.scan's ``MAX_LENGTH`` characters; of more it is "", and ``length`` says how many came.
    """

    text: str
    length: int


class Scanner(Protocol):
    """One device, used from one thread; ``close`` may be called from any."""

    @property
    def name(self) -> str:
        """Its name in station.toml."""
        ...

    def open(self) -> None:
        """Begin to listen; raises ``scanner.unavailable`` with name and device."""
        ...

    def read(self) -> Delivery | None:
        """The next code, waiting half a second at the most; None when none came or it was closed meanwhile.

        Raises ``scanner.lost`` with name and device once the device is gone; ``open`` begins anew.
        """
        ...

    def close(self) -> None:
        """Let the device go; harmless when it is not open."""
        ...
