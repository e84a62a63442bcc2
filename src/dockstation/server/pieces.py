"""What came of photos whose upload was cut: pieces in a folder, each named by the photo's hash and its offset.

Servers share the folder without locks: a piece is renamed into place whole, and one that takes the place of another
at most shortens what counts as having come. The hash of the whole decides at the end.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

KEPT_SECONDS = 24 * 3600
KEPT_BYTES = 1024 * 1024 * 1024
LEAST = 1024 * 1024
"""A piece counts as so many bytes at least, which bounds their number as well."""


class Pieces:
    """The folder; what is too old or too much is removed, the oldest first."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        self._folder = folder
        self._sweep()

    def came(self, sha256: str) -> int:
        """How many bytes are here from the beginning on without a gap."""
        return sum(size for _, size in self._chain(sha256))

    def add(self, sha256: str, offset: int, file: Path) -> None:
        """Take over ``file`` as the bytes from ``offset``."""
        file.replace(self._path(sha256, offset))
        self._sweep()

    def read(self, sha256: str) -> Iterator[bytes]:
        """All bytes that came; what another server has removed meanwhile is missing."""
        for path, _ in self._chain(sha256):
            with suppress(FileNotFoundError):
                yield path.read_bytes()

    def remove(self, sha256: str) -> None:
        """Forget what came of it."""
        for path in list(self._folder.glob(f"{sha256}-*")):
            path.unlink(missing_ok=True)

    def _chain(self, sha256: str) -> Iterator[tuple[Path, int]]:
        offset = 0
        while size := _size(path := self._path(sha256, offset)):
            yield path, size
            offset += size

    def _path(self, sha256: str, offset: int) -> Path:
        return self._folder / f"{sha256}-{offset}"

    def _sweep(self) -> None:
        found = [(_changed(path), _size(path), path.name) for path in self._folder.iterdir()]
        for name in superfluous(found, time.time()):
            (self._folder / name).unlink(missing_ok=True)


def superfluous(pieces: Iterable[tuple[float, int, str]], now: float) -> Iterator[str]:
    """The names of pieces to remove, of when each came (seconds), its size and its name."""
    left = KEPT_BYTES
    for changed, size, name in sorted(pieces, reverse=True):
        left -= max(size, LEAST)
        if left < 0 or now - changed > KEPT_SECONDS:
            yield name


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
