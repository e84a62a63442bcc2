"""Published config in a folder: each change a folder of its own, and one small file that says which counts."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dockstation.adapters.packs.judging import TRIAL, Documents, Judged, Key, is_known, judge
from dockstation.application.ports.central import ConfigDocument
from dockstation.domain.errors import DockstationError
from dockstation.settings.folders import CURRENT, PACK_CONFIG, current_pack
from dockstation.settings.packs import PEOPLE, file_of

STATE = "state.json"
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class Kept:
    """What the station has: how far it has read, what the server says, what of it counts, and why the rest not."""

    cursor: str = ""
    told: Documents = field(default_factory=dict, repr=False)
    used: Documents = field(default_factory=dict, repr=False)
    kept_out: tuple[DockstationError, ...] = ()


class PackFolder:
    """See the port. Its files hold hashes of PINs: only their owner may read them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._again = True  # what was kept out may be good for this program, which may be newer
        self._read: tuple[int, Kept] = (0, Kept())

    def cursor(self) -> str:
        """See the port."""
        return self.kept().cursor

    def number(self) -> int:
        """Grows with each change; 0 when there is nothing."""
        config = current_pack(self._root)
        return int(config.parent.name) if config else 0

    def take(self, came: Sequence[ConfigDocument], cursor: str, *, whole: bool) -> None:
        """See the port."""
        kept = self.kept()
        told: dict[Key, ConfigDocument] = {} if whole else dict(kept.told)
        for each in filter(is_known, came):
            told.pop((each.kind, each.name), None)
            if not each.gone or each.kind == PEOPLE:  # a badge taken back stays refused
                told[each.kind, each.name] = each
        try:
            self._take(told, kept, cursor)
        except OSError as error:
            code = "disk.full" if error.errno in _NO_ROOM else "disk.failed"
            raise DockstationError(code, folder=str(self._root), why=error.strerror or "?") from error

    def _take(self, told: dict[Key, ConfigDocument], kept: Kept, cursor: str) -> None:
        is_first, self._again = self._again, False
        if (told, cursor) == (kept.told, kept.cursor) and not (is_first and kept.kept_out):
            return
        self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
        for each in self._root.glob(f"{TRIAL}*"):
            shutil.rmtree(each, ignore_errors=True)
        judged = judge(told, kept.used, self._root)
        self._write(judged, _state(told, judged, cursor))

    def _write(self, judged: Judged, state: str) -> None:
        """A folder of its own first; it counts once the small file names it."""
        number = 1 + max((int(each.name) for each in self._folders()), default=0)
        fresh = self._root / f"{number}.new"
        shutil.rmtree(fresh, ignore_errors=True)
        try:
            _fill(fresh, judged, state)
            fresh.replace(self._root / str(number))
            _sync(self._root)
            _write_private(self._root / f"{CURRENT}.new", str(number).encode())
            (self._root / f"{CURRENT}.new").replace(self._root / CURRENT)
            _sync(self._root)
        except OSError:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        self._tidy(number)

    def _tidy(self, number: int) -> None:
        """The one before stays for who is reading it just now."""
        for each in self._folders():
            if int(each.name) < number - 1:
                shutil.rmtree(each, ignore_errors=True)

    def _folders(self) -> Iterator[Path]:
        return (each for each in self._root.glob("*") if each.name.isascii() and each.name.isdigit())

    def kept(self) -> Kept:
        """What is there; nothing when it is not whole, so that all of it comes again."""
        number, kept = self._read
        if (now := self.number()) != number:
            kept = self._whole(now)
            self._read = (now, kept)
        return kept

    def _whole(self, number: int) -> Kept:
        folder = self._root / str(number)
        try:
            kept = _kept(json.loads((folder / STATE).read_bytes()))
            whole = all(_is_whole(folder / PACK_CONFIG, each) for each in kept.used.values())
        except (OSError, ValueError, KeyError, TypeError):
            return Kept()
        return kept if whole else Kept()

    def kept_out(self) -> DockstationError | None:
        """Why something that the server has published does not count here; None when all of it does."""
        return next(iter(self.kept().kept_out), None)


def _state(told: Documents, judged: Judged, cursor: str) -> str:
    kept_out = [
        {"kind": kind, "name": name, "code": why.code, "facts": dict(why.facts)}
        for (kind, name), why in sorted(judged.kept_out.items())
    ]
    before = [asdict(each) for key, each in sorted(judged.used.items()) if told.get(key) != each]
    state = {"cursor": cursor, "told": [asdict(told[key]) for key in sorted(told)], "before": before}
    return json.dumps(state | {"kept_out": kept_out}, ensure_ascii=False)


def _kept(state: dict[str, Any]) -> Kept:
    told, before = (_documents(state[name]) for name in ("told", "before"))
    kept_out = {
        (row["kind"], row["name"]): DockstationError(row["code"], **row["facts"]) for row in state["kept_out"]
    }
    good = {key: each for key, each in told.items() if key not in kept_out}
    return Kept(state["cursor"], told, good | before, tuple(kept_out.values()))


def _documents(rows: list[dict[str, Any]]) -> dict[Key, ConfigDocument]:
    return {(row["kind"], row["name"]): ConfigDocument(**row) for row in rows}


def _is_whole(config: Path, document: ConfigDocument) -> bool:
    if document.kind == PEOPLE:
        return True
    return (config / file_of(document.kind, document.name)).read_bytes() == document.content.encode()


def _fill(fresh: Path, judged: Judged, state: str) -> None:
    config = fresh / PACK_CONFIG
    config.mkdir(mode=0o700, parents=True)
    for each in judged.used.values():
        if each.kind != PEOPLE:
            path = config / file_of(each.kind, each.name)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            _write_private(path, each.content.encode())
    _write_private(fresh / STATE, state.encode())
    for folder in (*(each for each in config.iterdir() if each.is_dir()), config, fresh):
        _sync(folder)


def _write_private(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)


def _sync(folder: Path) -> None:
    if os.name == "nt":  # Windows has no handle to a folder; NTFS journals the rename itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
