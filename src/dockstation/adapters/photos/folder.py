"""Photos as files named by their hash, durable before anybody is told so."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import uuid
from pathlib import Path

from dockstation.application.ports.disk import Disk
from dockstation.domain.errors import DockstationError

_NAME = re.compile(r"[0-9a-f]{64}")
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class PhotoShelf:
    """``root/ab/abcdef….jpg``, to be read beside the process that writes it. Raises as the port says."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def read(self, sha256: str) -> bytes:
        """See the port."""
        try:
            data = self.path(sha256).read_bytes()
        except OSError as error:
            raise _failed(self._root, error) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DockstationError("photo.damaged", photo=sha256)
        return data

    def path(self, sha256: str) -> Path:
        """See the port."""
        if not _NAME.fullmatch(sha256) or not self._place(sha256).is_file():
            raise DockstationError("photo.missing", photo=sha256[:64])
        return self._place(sha256)

    def _place(self, sha256: str) -> Path:
        return self._root / sha256[:2] / f"{sha256}.jpg"


class PhotoFolder(PhotoShelf):
    """The same to be written, by one process at a time.

    Making one clears what a crash left half-written.
    """

    def __init__(self, root: Path, disk: Disk | None = None) -> None:
        super().__init__(root)
        self._disk = disk
        if disk is not None:
            disk.spare()
        self._incoming = root / "incoming"
        self._durable: set[Path] = set()
        try:
            for folder in (root, self._incoming):
                self._make_durable(folder)
            for leftover in self._incoming.iterdir():
                leftover.unlink()
        except OSError as error:
            raise _failed(root, error) from error

    def save(self, data: bytes) -> str:
        """See the port. The same bytes are written again: an earlier copy may not have reached the disk."""
        if self._disk is not None:
            self._disk.require_photo_room(len(data))
        sha256 = hashlib.sha256(data).hexdigest()
        target = self._place(sha256)
        arriving = self._incoming / f"{uuid.uuid4().hex}.part"
        try:
            self._make_durable(target.parent)
            _write_durable(arriving, data)
            arriving.replace(target)
            _sync_folder(target.parent)
        except OSError as error:
            with contextlib.suppress(OSError):
                arriving.unlink(missing_ok=True)
            raise _failed(self._root, error) from error
        return sha256

    def remove(self, sha256: str) -> None:
        """See the port."""
        if not _NAME.fullmatch(sha256):
            return
        place = self._place(sha256)
        try:
            place.unlink(missing_ok=True)
            if place.parent.is_dir():
                _sync_folder(place.parent)
        except OSError as error:
            raise _failed(self._root, error) from error

    def _make_durable(self, folder: Path) -> None:
        """One that is there may be left by a run that died before it was durable: the first look counts for none."""
        if folder not in self._durable or not folder.is_dir():
            _make_durable(folder)
            self._durable.add(folder)


def _write_durable(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _make_durable(folder: Path) -> None:
    """Make ``folder`` and its parents; a new folder's name is safe only after its parent is on the disk."""
    if not folder.is_dir():
        _make_durable(folder.parent)
        folder.mkdir(exist_ok=True)
    with contextlib.suppress(PermissionError):  # of another user's folder, which was there before us
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle to a folder; NTFS journals the rename itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _failed(folder: Path, error: OSError) -> DockstationError:
    code = "disk.full" if error.errno in _NO_ROOM else "disk.failed"
    return DockstationError(code, folder=str(folder), why=error.strerror or type(error).__name__)
