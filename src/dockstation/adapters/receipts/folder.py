"""Receipts as PDF files, durable before the parcel counts as closed."""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

from dockstation.domain.errors import DockstationError
from dockstation.domain.parcel import Parcel
from dockstation.domain.receipt import Receipt

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
NAME = 48
"""As much of a parcel's code as a file is named by."""


class ReceiptFolder:
    """``root/CODE-ID.pdf``; ``draw`` makes the page. Raises as the port says."""

    def __init__(self, root: Path, draw: Callable[[Receipt], bytes]) -> None:
        self._root = root
        self._draw = draw

    def save(self, receipt: Receipt) -> Path:
        """See the port."""
        data, target = self._draw(receipt), self._root / name(receipt.contents.parcel)
        arriving = target.with_suffix(".part")
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            with arriving.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            arriving.replace(target)
            sync(self._root)
        except OSError as error:
            with contextlib.suppress(OSError):
                arriving.unlink(missing_ok=True)
            raise failed(self._root, error) from error
        return target


def name(parcel: Parcel) -> str:
    """The file of a parcel's receipt, whatever its code holds."""
    code = _UNSAFE.sub("_", parcel.code).strip("._")[:NAME]
    return f"{code}-{parcel.parcel_id[-12:]}.pdf"


def failed(folder: Path, error: OSError) -> DockstationError:
    """What the disk said, as ``disk.full`` or ``disk.failed``."""
    code = "disk.full" if error.errno in _NO_ROOM else "disk.failed"
    return DockstationError(code, folder=str(folder), why=error.strerror or "?")


def sync(folder: Path) -> None:
    """Make the names in a folder durable."""
    if os.name == "nt":  # Windows has no handle to a folder; NTFS journals the rename itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
