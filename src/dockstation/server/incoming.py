"""Bytes of a photo on their way in: a temporary file here, and the hash of what came."""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

LEFT_SECONDS = 3600
"""No photo takes that long between two pieces: a file older than this comes from a server that died."""
START = 16
"""As many bytes as tell what kind of picture it is."""


class Incoming:
    """A temporary file that is gone again unless a store has taken it over."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"incoming-{secrets.token_hex(8)}"
        self._file = self.path.open("xb")
        self._hash = hashlib.sha256()
        self.size = 0
        self.start = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self.path.unlink(missing_ok=True)

    def write(self, data: bytes | bytearray) -> None:
        """Take the next bytes."""
        self._file.write(data)
        self.start += bytes(data[: max(0, START - len(self.start))])
        self._hash.update(data)
        self.size += len(data)

    @property
    def sha256(self) -> str:
        """The hash of what came so far, in lower-case hex."""
        return self._hash.hexdigest()

    def flush(self) -> None:
        """Let others who open the file read all of it."""
        self._file.flush()

    def sync(self) -> None:
        """Have the disk hold all of it."""
        self._file.flush()
        os.fsync(self._file.fileno())


def remove_left(folder: Path) -> None:
    """Remove what a server that died has left of photos on their way in."""
    for left in folder.glob("incoming-*"):
        with suppress(FileNotFoundError):  # another server has done so, or has just got it whole
            if time.time() - left.stat().st_mtime > LEFT_SECONDS:
                left.unlink()


def picture_type(start: bytes) -> str | None:
    """The media type of the picture that begins like this, None for anything else."""
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if start.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/webp" if start[:4] == b"RIFF" and start[8:12] == b"WEBP" else None
