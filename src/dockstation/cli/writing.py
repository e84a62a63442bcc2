"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from dockstation.diagnosis.reports import write_durably
from dockstation.domain.errors import DockstationError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, in the place of an older one only once all is there; ``disk.full``, ``file.unwritable``."""
    try:
        _write(path.resolve(), data)
    except OSError as error:
        code = "disk.full" if error.errno == errno.ENOSPC else "file.unwritable"
        raise DockstationError(code, file=str(path), why=str(error.strerror)) from error


def write_private(path: Path, data: bytes) -> None:
    """The same for its owner's eyes alone."""
    try:
        write_durably(path.resolve(), data)
    except OSError as error:
        code = "disk.full" if error.errno == errno.ENOSPC else "file.unwritable"
        raise DockstationError(code, file=str(path), why=str(error.strerror)) from error


def _write(path: Path, data: bytes) -> None:
    if path.exists() and not path.is_file():  # a device or a pipe keeps its place
        path.write_bytes(data)
        return
    fresh = path.with_name(f".{os.getpid()}.{path.name[:200]}")
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
