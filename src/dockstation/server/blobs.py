"""Photo bytes in a folder, each file named by the SHA-256 of what is in it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from dockstation.server.pieces import Pieces

LEFT_SECONDS = 3600
"""No photo takes that long between two pieces: a file older than this comes from a server that died."""
START = 16
"""As many bytes as tell what kind of picture it is."""


class Incoming:
    """Bytes on their way in: a temporary file that is gone again unless ``keep`` was called."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / f"incoming-{secrets.token_hex(8)}"
        self._file = self._path.open("xb")
        self._hash = hashlib.sha256()
        self.size = 0
        self.start = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self._path.unlink(missing_ok=True)

    def write(self, data: bytes) -> None:
        """Take the next bytes."""
        self._file.write(data)
        self.start += data[: max(0, START - len(self.start))]
        self._hash.update(data)
        self.size += len(data)

    @property
    def sha256(self) -> str:
        """The hash of what came so far, in lower-case hex."""
        return self._hash.hexdigest()

    def leave(self, pieces: Pieces, sha256: str, offset: int) -> None:
        """Make what came so far the piece at ``offset`` of a photo, unless as much has come already."""
        self._file.close()
        if offset + self.size > pieces.came(sha256):
            pieces.add(sha256, offset, self._path)

    def keep(self) -> None:
        """Make the bytes durable under their name: fsync, rename, fsync the folder."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._path.replace(self._folder / self.sha256)
        _sync_folder(self._folder)


class Blobs:
    """The folder, durable with its parents, shared by several servers. What was left half-written is removed."""

    def __init__(self, folder: Path) -> None:
        _make_durable(folder)
        for left in folder.glob("incoming-*"):
            with suppress(FileNotFoundError):  # another server has done so, or has just got it whole
                if time.time() - left.stat().st_mtime > LEFT_SECONDS:
                    left.unlink()
        self._folder = folder
        self.pieces = Pieces(folder / "pieces")

    def incoming(self) -> Incoming:
        """A place for bytes to come in."""
        return Incoming(self._folder)

    def joined(self, sha256: str) -> Incoming:
        """The pieces of a photo as one."""
        incoming = self.incoming()
        for piece in self.pieces.read(sha256):
            incoming.write(piece)
        return incoming

    def read(self, sha256: str, most: int) -> bytes:
        """The bytes of this name, ``most`` of them and no more; ``sha256`` is 64 hex digits, nothing else."""
        with (self._folder / sha256).open("rb") as file:
            return file.read(most)


def picture_type(start: bytes) -> str | None:
    """The media type of the picture that begins like this, None for anything else."""
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if start.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/webp" if start[:4] == b"RIFF" and start[8:12] == b"WEBP" else None


def _make_durable(folder: Path) -> None:
    """Make ``folder`` and its parents; one that is there may be left by a run that died before it was durable."""
    if not folder.is_dir():
        _make_durable(folder.parent)
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
