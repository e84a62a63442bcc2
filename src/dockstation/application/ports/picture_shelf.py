"""Pictures of goods that were fetched before."""

from __future__ import annotations

from typing import Protocol


class PictureShelf(Protocol):
    """Small pictures by the hash of what they were made from. Any of them may be gone: it can be fetched again."""

    def get(self, sha256: str) -> bytes | None:
        """The small picture, None when it is not here whole."""
        ...

    def put(self, sha256: str, data: bytes) -> bytes:
        """Draw a small one of an untrusted picture, keep it if there is room, and give it.

        Raises ``picture.unreadable`` and ``picture.too_large``, having kept nothing.
        """
        ...
