"""The disk under one folder, with a file there that only keeps room."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from dockstation.domain.errors import DockstationError
from dockstation.domain.room import FULL_BYTES, MB, RoomLimits, RoomView

BALLAST = "ballast"
BLOCK = b"\0" * MB


class FolderDisk:
    """See the port. The reserve is the file ``ballast``, of real blocks."""

    def __init__(self, folder: Path, limits: RoomLimits) -> None:
        self._folder, self._limits = folder, limits
        self._ballast = folder / BALLAST

    def look(self) -> RoomView:
        """See the port."""
        free = self._free()
        return RoomView(self._limits.judge(free), free, self._limits.stop)

    def _free(self) -> int:
        try:
            return shutil.disk_usage(self._folder).free
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise DockstationError("disk.failed", folder=str(self._folder), why=why) from error

    def require_room(self) -> None:
        """See the port."""
        view = self.look()
        if view.free < view.stop:
            raise DockstationError("disk.stopped", free=view.free_mb, least=view.stop_mb)

    def require_photo_room(self, size: int) -> None:
        """See the port."""
        if self._free() - size < FULL_BYTES // 2 and not self.spare():
            raise DockstationError("disk.full", folder=str(self._folder), why="reserve")

    def spare(self) -> bool:
        """See the port."""
        if self._free() >= FULL_BYTES:
            return False
        try:
            self._ballast.unlink()
        except OSError:
            return False
        return True

    def keep_reserve(self) -> None:
        """See the port. One that was cut short is made anew; where it does not fit the next time is as good."""
        size = self._limits.ballast
        with suppress(OSError):
            there = self._ballast.stat().st_size if self._ballast.exists() else 0
            if there == size or self._free() + there < self._limits.stop + FULL_BYTES + size:
                return
            with self._ballast.open("wb") as file:
                _take(file.fileno(), size)


def _take(handle: int, size: int) -> None:
    """Have the file own so many bytes of the disk, whatever the file system makes of holes."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, size)
    else:
        for _ in range(-(-size // MB)):
            os.write(handle, BLOCK)
        os.ftruncate(handle, size)
    os.fsync(handle)
