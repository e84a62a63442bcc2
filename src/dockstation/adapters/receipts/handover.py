"""Files for somebody else: written beside their place under another name, and renamed when they are whole."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

from dockstation.adapters.receipts.folder import failed, sync
from dockstation.application.ports.reports import Member
from dockstation.domain.errors import DockstationError

PACKED = frozenset({".jpg", ".pdf"})
"""What a ZIP makes no smaller."""


class HandoverFiles:
    """Writes as the port says."""

    def save(self, target: Path, data: bytes, *, overwrite: bool) -> None:
        """See the port."""
        self._whole(target, lambda fresh: fresh.write_bytes(data), overwrite=overwrite)

    def save_into(self, folder: Path, stem: str, data: bytes) -> Path:
        """See the port."""
        for number in itertools.count(1):
            target = folder / (f"{stem}-{number}.pdf" if number > 1 else f"{stem}.pdf")
            try:
                _make(folder)
                self.save(target, data, overwrite=False)
            except DockstationError as error:
                if error.code == "disk.failed":
                    raise DockstationError("store.folder", **error.facts) from error
                if error.code != "report.exists":
                    raise
            else:
                break
        return target

    def save_all(self, target: Path, members: Iterable[Member], *, overwrite: bool) -> None:
        """See the port. An empty folder that is there already is filled."""
        if target.suffix.lower() == ".zip":
            self._whole(target, lambda fresh: _zip(fresh, members), overwrite=overwrite)
            return
        if target.exists() and not _is_empty(target):
            raise DockstationError("report.exists", file=str(target))
        self._folder(target, members)

    def _whole(self, target: Path, write: Callable[[Path], object], *, overwrite: bool) -> None:
        if target.exists() and not (overwrite and target.is_file()):
            raise DockstationError("report.exists", file=str(target))
        try:
            fresh = Path(tempfile.mkdtemp(prefix=".dockstation-", dir=target.parent))
        except OSError as error:
            raise failed(target.parent, error) from error
        try:
            write(fresh / "whole")
            _flush(fresh / "whole")
            _rename(fresh / "whole", target, overwrite=overwrite)
        except OSError as error:
            raise failed(target.parent, error) from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)

    def _folder(self, target: Path, members: Iterable[Member]) -> None:
        try:
            fresh = Path(tempfile.mkdtemp(prefix=".dockstation-", dir=target.parent))
        except OSError as error:
            raise failed(target.parent, error) from error
        try:
            for name, data in members:
                place = fresh / "whole" / require_safe(name)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
                _flush(place)
            with contextlib.suppress(FileNotFoundError):
                target.rmdir()
            (fresh / "whole").rename(target)
            sync(target.parent)
        except OSError as error:
            raise failed(target.parent, error) from error
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise failed(folder, error) from error


def require_safe(name: str) -> str:
    """A name that stays in its folder; ValueError for any other, for names are made here and never of data."""
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or {"..", "."} & set(path.parts) or "\\" in name or ":" in name:
        raise ValueError(name)
    return name


def _zip(path: Path, members: Iterable[Member]) -> None:
    with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            how = zipfile.ZIP_STORED if PurePosixPath(name).suffix in PACKED else zipfile.ZIP_DEFLATED
            packed.writestr(require_safe(name), data, how)


def _rename(fresh: Path, target: Path, *, overwrite: bool) -> None:
    """A file that came there meanwhile is left alone, unless it may be overwritten."""
    if overwrite:
        fresh.replace(target)
    else:
        try:
            os.link(fresh, target)
        except FileExistsError as error:
            raise DockstationError("report.exists", file=str(target)) from error
        except OSError:  # a file system without links
            fresh.rename(target)
    sync(target.parent)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())
