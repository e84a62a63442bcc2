"""The folder of one station's backups. Each is a folder that got its name when all of it was durable."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from dockstation.adapters.store.backups import databases
from dockstation.adapters.store.backups.databases import Contents
from dockstation.domain.errors import DockstationError

NAME, ARRIVING = "backup-", "incoming-"
DATABASE, MANIFEST, PHOTOS, RECEIPTS = "station.db", "manifest.json", "photos", "receipts"
FORMAT = 1
NOBODY = "not-enrolled"
"""The folder of a station that no server knows yet."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is: when, by which program, the size and SHA-256 of its database, and what that holds."""

    format: int
    program: str
    made_at: str
    size: int
    sha256: str
    schema: str
    station: str
    epoch: int
    head_seq: int
    head_hash: str
    lpn_counter: int
    units: int
    events: int
    unsent: int

    @classmethod
    def of(cls, database: Path, held: Contents, program: str, made_at: str) -> Manifest:
        """The manifest of a copy that lies there, durable."""
        size, sha256 = database.stat().st_size, databases.digest(database)
        return cls(FORMAT, program, made_at, size, sha256, **asdict(held))

    @classmethod
    def read(cls, path: Path) -> Manifest:
        """What was written; ValueError when it is not whole, OSError when it is not there."""
        told = json.loads(path.read_bytes())
        kinds = {each.name: {"int": int, "str": str}[str(each.type)] for each in fields(cls)}
        if not isinstance(told, dict) or told.keys() != kinds.keys():
            raise ValueError("members")
        if any(type(told[name]) is not kind for name, kind in kinds.items()):
            raise ValueError("kinds")
        datetime.fromisoformat(told["made_at"])
        return cls(**told)

    def write(self, path: Path) -> None:
        """Durable with the return of this call."""
        path.write_text(json.dumps(asdict(self), indent=1), "utf-8")
        databases.make_durable(path)


@dataclass(frozen=True, slots=True)
class Backup:
    """One whole backup."""

    folder: Path
    manifest: Manifest

    @property
    def database(self) -> Path:
        """The copy of the station's database."""
        return self.folder / DATABASE

    @property
    def photos(self) -> Path:
        """The folder of photos, which all backups of a station share."""
        return self.folder.parent / PHOTOS

    @property
    def receipts(self) -> Path:
        """The folder of printed receipts, the same."""
        return self.folder.parent / RECEIPTS

    @property
    def made_at(self) -> datetime:
        """When."""
        return datetime.fromisoformat(self.manifest.made_at)

    def fault(self) -> str:
        """What is wrong with its database, "" when it is what was written then."""
        try:
            if databases.digest(self.database) != self.manifest.sha256:
                return "SHA-256"
        except OSError as error:
            return error.strerror or "unreadable"
        return databases.fault_of(self.database, at_rest=True)


class Shelf:
    """The backups of one station in ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def all(self) -> tuple[Backup, ...]:
        """Those whose manifest and size are right, the newest first."""
        return tuple(found for each in self._folders() if (found := whole(each)))

    def arriving(self) -> Path:
        """A new folder for a backup that is being made; it counts for nothing yet."""
        folder = self.root / f"{ARRIVING}{uuid4().hex}"
        folder.mkdir(mode=0o700)
        return folder

    def keep(self, folder: Path, manifest: Manifest) -> Backup:
        """Give the folder its name, when all in it is durable."""
        databases.make_durable(folder)
        moment = datetime.fromisoformat(manifest.made_at)
        named = self.root / f"{NAME}{moment:%Y%m%dT%H%M%S.%fZ}"
        folder.rename(named)
        databases.make_durable(self.root)
        return Backup(named, manifest)

    def rotate(self, keep: int) -> None:
        """Leave the ``keep`` newest whole ones and whatever lies among them."""
        left = keep
        for each in self._folders():
            if left > 0:
                left -= whole(each) is not None
            else:
                self._remove(each)

    def sweep(self) -> None:
        """Remove what a run that was killed left behind."""
        for each in self.root.glob(f"{ARRIVING}*"):
            shutil.rmtree(each)

    def _remove(self, folder: Path) -> None:
        gone = folder.rename(self.root / f"{ARRIVING}{uuid4().hex}")  # half removed, it is no backup any more
        shutil.rmtree(gone)

    def _folders(self) -> Iterator[Path]:
        yield from sorted(self.root.glob(f"{NAME}*"), reverse=True)


def whole(folder: Path) -> Backup | None:
    """The backup in this folder, as far as manifest and size tell."""
    try:
        manifest = Manifest.read(folder / MANIFEST)
        return Backup(folder, manifest) if (folder / DATABASE).stat().st_size == manifest.size else None
    except (OSError, ValueError):
        return None


def find(place: Path) -> tuple[Backup, ...]:
    """The backups of one station at ``place``, the newest first: one itself, its station's folder, or all stations'.

    ``backup.several`` when they are of more stations than one, ``backup.none`` without any.
    """
    one = whole(place)
    if one is not None:
        return (one,)
    shelves = [Shelf(place), *(Shelf(each) for each in sorted(place.glob("*")) if each.is_dir())]
    full = [found for each in shelves if (found := each.all())]
    if not full:
        raise DockstationError("backup.none", folder=str(place))
    if len(full) > 1:
        names = ", ".join(each[0].folder.parent.name for each in full)
        raise DockstationError("backup.several", folder=str(place), names=names)
    return full[0]


def newest_good(place: Path) -> Backup:
    """The newest whose database is sound; ``backup.damaged`` when none is."""
    found = find(place)
    for each in found:
        if not each.fault():
            return each
    raise DockstationError("backup.damaged", folder=str(found[0].folder), why=found[0].fault())
