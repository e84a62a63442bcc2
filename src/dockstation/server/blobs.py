"""Photo bytes in a folder, each file named by the SHA-256 of what is in it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from dockstation.server.incoming import Incoming, remove_left
from dockstation.server.photo_store import PhotosUnavailable
from dockstation.server.pieces import Pieces


class Blobs:
    """The folder, durable with its parents, shared by several servers. What was left half-written is removed."""

    def __init__(self, folder: Path) -> None:
        make_durable(folder)
        remove_left(folder)
        self._folder = folder
        self.pieces = Pieces(folder / "pieces")

    def check(self) -> None:
        """Raise PhotosUnavailable unless the folder is there."""
        if not self._folder.is_dir():
            raise PhotosUnavailable("no_folder")

    def incoming(self) -> Incoming:
        """A place for bytes to come in."""
        return Incoming(self._folder)

    def keep(self, incoming: Incoming) -> None:
        """Make the bytes durable under their name: fsync, rename, fsync the folder."""
        incoming.sync()
        incoming.path.replace(self._folder / incoming.sha256)
        _sync_folder(self._folder)

    def leave(self, incoming: Incoming, sha256: str, offset: int) -> None:
        """Make what came so far the piece at ``offset`` of a photo, unless as much has come already."""
        incoming.flush()
        if offset + incoming.size > self.pieces.came(sha256):
            self.pieces.add(sha256, offset, incoming.path)

    def came(self, sha256: str) -> int:
        """How many bytes of a photo that was cut are here, without a gap."""
        return self.pieces.came(sha256)

    def joined(self, sha256: str) -> Incoming:
        """The pieces of a photo as one."""
        incoming = self.incoming()
        for piece in self.pieces.read(sha256):
            incoming.write(piece)
        return incoming

    def forget(self, sha256: str) -> None:
        """Remove the pieces of a photo."""
        self.pieces.remove(sha256)

    def read(self, sha256: str, most: int) -> bytes:
        """The bytes of this name, ``most`` of them and no more; ``sha256`` is 64 hex digits, nothing else."""
        with (self._folder / sha256).open("rb") as file:
            return file.read(most)


def make_durable(folder: Path) -> None:
    """Make ``folder`` and its parents; one that is there may be left by a run that died before it was durable."""
    if not folder.is_dir():
        make_durable(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
    with contextlib.suppress(PermissionError):  # of another user's folder, which was there before us
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows opens no folders, and keeps renames without being asked
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
