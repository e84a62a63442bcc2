"""Photos in a folder that promises nothing about power cuts."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from dockstation.domain.errors import DockstationError


class FakePhotos:
    """Set ``full`` and the disk is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.full = False

    def save(self, data: bytes) -> str:
        if self.full:
            raise DockstationError("disk.full", folder=str(self._folder), why="full")
        sha256 = hashlib.sha256(data).hexdigest()
        (self._folder / sha256).write_bytes(data)
        return sha256

    def read(self, sha256: str) -> bytes:
        data = self.path(sha256).read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DockstationError("photo.damaged", photo=sha256)
        return data

    def path(self, sha256: str) -> Path:
        if not re.fullmatch("[0-9a-f]{64}", sha256) or not (self._folder / sha256).is_file():
            raise DockstationError("photo.missing", photo=sha256[:64])
        return self._folder / sha256

    def remove(self, sha256: str) -> None:
        (self._folder / sha256).unlink(missing_ok=True)
