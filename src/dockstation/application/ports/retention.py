"""What a station keeps of work that is finished and at the server."""

from __future__ import annotations

from typing import Protocol


class Retention(Protocol):
    """Makes room in the store. Nothing that is open, or that the server has not acknowledged, is ever touched."""

    def photos_to_forget(self, before: str, limit: int) -> tuple[str, ...]:
        """Photos that the server acknowledged before then, of nothing that is still being worked at."""
        ...

    def forget_photo(self, sha256: str) -> bool:
        """Its bytes are about to go; False when it may not go any more."""
        ...

    def leaving_photos(self) -> tuple[str, ...]:
        """Those whose bytes were about to go: they are gone, or the station was stopped in between."""
        ...

    def photo_gone(self, sha256: str) -> None:
        """Its bytes are gone."""
        ...

    def compact_events(self, before: str, after: tuple[int, int], limit: int) -> tuple[int, int] | None:
        """Leave stubs of acknowledged events from before then: of the ``limit`` that follow the place ``after``.

        What is about something open stays, and the newest event about anything. The last place looked at, None at
        the end.
        """
        ...

    def empty_labels(self, before: str, limit: int) -> int:
        """Let go of the bytes of labels that were queued before then and are settled; how many those were."""
        ...

    def give_back(self) -> None:
        """Give some pages that hold nothing any more back to the disk."""
        ...
