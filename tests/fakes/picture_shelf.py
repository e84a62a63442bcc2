"""Small pictures in memory."""

from __future__ import annotations

from dockstation.domain.errors import DockstationError


class FakePictureShelf:
    """Draws nothing: the small picture is the beginning of the large one."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get(self, sha256: str) -> bytes | None:
        return self.kept.get(sha256)

    def put(self, sha256: str, data: bytes) -> bytes:
        if not data.startswith((b"\x89PNG", b"\xff\xd8", b"RIFF")):
            raise DockstationError("picture.unreadable", file=sha256)
        self.kept[sha256] = data[:100]
        return data[:100]
