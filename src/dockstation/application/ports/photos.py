"""Durable photo bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class KeptPhotos(Protocol):
    """Photos by the SHA-256 of their bytes, in lower-case hex."""

    def read(self, sha256: str) -> bytes:
        """The bytes, checked against their name; raises ``photo.missing`` or ``photo.damaged``."""
        ...

    def path(self, sha256: str) -> Path:
        """Where the bytes lie; raises ``photo.missing``."""
        ...


class Photos(KeptPhotos, Protocol):
    """The same, and more of them can be kept."""

    def save(self, data: bytes) -> str:
        """Make ``data`` durable (write, fsync, rename, fsync the folder) and return its name.

        Saving the same bytes twice is one photo. Raises ``disk.full`` or ``disk.failed``, having changed nothing.
        """
        ...

    def remove(self, sha256: str) -> None:
        """Let the bytes go, durably; nothing happens where they are gone. Raises ``disk.failed``."""
        ...
