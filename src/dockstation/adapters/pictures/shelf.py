"""Small pictures of goods in a folder of bounded size."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 64 * 1024 * 1024
_BEGIN, _END = b"\xff\xd8", b"\xff\xd9"
"""Nothing is synced, so a power cut may leave half a picture: a whole JPEG begins and ends like this."""


class ShelfFolder:
    """``root/SHA256.jpg``; ``shrink`` makes the JPEG. What was looked at last stays longest."""

    def __init__(self, root: Path, shrink: Callable[[bytes, str], bytes], most: int = MOST_BYTES) -> None:
        self._root = root
        self._shrink = shrink
        self._most = most

    def get(self, sha256: str) -> bytes | None:
        """See the port."""
        path = self._path(sha256)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            if data.startswith(_BEGIN) and data.endswith(_END):
                os.utime(path)
                return data
            path.unlink()
        return None

    def put(self, sha256: str, data: bytes) -> bytes:
        """See the port."""
        small = self._shrink(data, sha256)
        with suppress(OSError):  # it is shown all the same, and fetched again
            self._keep(self._path(sha256), small)
            self._make_room()
        return small

    def _path(self, sha256: str) -> Path:
        return self._root / f"{sha256}.jpg"

    def _keep(self, path: Path, data: bytes) -> None:
        self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
        arriving = path.with_suffix(".part")
        arriving.write_bytes(data)
        arriving.replace(path)

    def _make_room(self) -> None:
        found = [(path, path.stat()) for path in self._root.iterdir()]
        files = [(stat.st_mtime_ns, stat.st_size, path) for path, stat in found]
        too_much = sum(size for _, size, _ in files) - self._most
        for _, size, path in sorted(files):
            if too_much <= 0:
                return
            path.unlink()
            too_much -= size
