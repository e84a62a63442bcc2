"""A real file system of a few MiB that can be filled to the last byte."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MB = 1024 * 1024


class SmallDisk:
    """Mounted at ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._filler = root / "somebody-elses"

    def fill(self, leave: int = 0) -> None:
        """Let another program take all but about ``leave`` bytes."""
        with self._filler.open("ab", buffering=0) as file, suppress(OSError):
            while (free := self.free - leave) > 0:
                file.write(b"\0" * min(free, MB))

    def empty(self) -> None:
        """That program has let go of it."""
        self._filler.unlink()

    @property
    def free(self) -> int:
        """Bytes."""
        told = os.statvfs(self.root)
        return told.f_bavail * told.f_frsize


@contextmanager
def small_disk(folder: Path, size_mb: int) -> Iterator[SmallDisk]:
    """A tmpfs on ``folder``; needs root, which the tests have."""
    folder.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size_mb}m,mode=0700", "tmpfs", str(folder)], check=True)
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
