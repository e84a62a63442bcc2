"""What support needs of a station, in one file: facts about program, data and faults, nobody's data, no keys."""

from __future__ import annotations

import hashlib
import io
import json
import os
import platform
import sqlite3
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from dockstation import __version__
from dockstation.bootstrap import Place, make_folder
from dockstation.diagnosis.recorder import ERRORS, LOGS
from dockstation.diagnosis.redaction import masked, plain
from dockstation.diagnosis.reports import write_durably
from dockstation.domain.errors import DockstationError

SHOWN = ("station.toml", "printers.toml", "server.toml", "service_levels.toml")
"""Settings whose values are shown; of the others there are sizes and hashes."""
LARGEST = 200 * 2**20
FOLDER = "for-support"
README = """\
What dockstation tells of itself to those who mend it. Made {at} by version {version}.

README.txt      this list
system.json     versions of program, Python, system and libraries; how Qt and OpenCV were built
checks.json     what "dockstation doctor" found (not in a report saved from the window)
settings.json   the settings that count here, with people, keys, passwords and users' names masked
data.json       of the database: version of its schema, rows counted by table, integrity, sizes; no rows
logs/           what the program did: stages, kinds of scans, names of use cases, codes of failures
errors/         reports of unforeseen errors: kinds and places in the code, without values

It holds no returns, customers, photos, serial or tracking numbers, tokens or PINs. Read it before you send it on.
"""


def save_bundle(place: Place) -> Path:
    """Write one into the data folder, for who presses a button; its path. ``disk.full``, ``file.unwritable``."""
    folder = place.data / FOLDER
    make_folder(folder)
    path = folder / f"dockstation-{datetime.now():%Y%m%d-%H%M%S}.zip"  # noqa: DTZ005 - as the clock on the wall says
    try:
        write_durably(path, bundle(place))
    except OSError as error:
        raise DockstationError("file.unwritable", file=str(path), why=str(error.strerror)) from error
    return path


def bundle(place: Place, checks: Iterable[Mapping[str, object]] | None = None) -> bytes:
    """The ZIP. A part that cannot be read says so in its place; nothing here is opened for writing."""
    files: dict[str, bytes] = {
        "README.txt": README.format(at=datetime.now(UTC).isoformat(timespec="seconds"), version=__version__).encode(),
        "system.json": _json(_system()),
        "settings.json": _json(_settings(place)),
        "data.json": _json(_data(place.data)),
    }
    if checks is not None:
        files["checks.json"] = _json([_safe_check(each) for each in checks])
    for folder, pattern in ((LOGS, "station.jsonl*"), (ERRORS, "*.json")):
        for path in _files(place.data / folder, pattern):
            files[f"{folder}/{path.name}"] = _read(path)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _json(value: Any) -> bytes:
    return json.dumps(value, indent=1, ensure_ascii=False).encode()


def _safe_check(check: Mapping[str, object]) -> dict[str, object]:
    """What a check is called and whether it is well; of what it says only words and small numbers that are ours."""
    name, _, rest = str(check["name"]).partition(" ")
    kind = "word" if check["ok"] else "code"
    said = str(check["says"])
    return {"name": name + (" …" if rest else ""), "ok": check["ok"], kind: plain(said) if check["ok"] else said}


def _files(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST else b""
    except OSError:
        return b""


def _system() -> dict[str, object]:
    return {
        "version": __version__,
        "python": f"{platform.python_implementation()} {platform.python_version()} {platform.python_compiler()}",
        "system": platform.platform(),
        "byteorder": sys.byteorder,
        "processors": os.cpu_count(),
        "libraries": sorted({f"{each.name}=={each.version}" for each in metadata.distributions()}),
        "builds": _builds(),
    }


def _builds() -> dict[str, object]:
    told: dict[str, object] = {"sqlite": sqlite3.sqlite_version}
    try:
        from dockstation.ui.main_window.qt_build import qt_build

        told["qt"] = qt_build()
    except ImportError as error:
        told["qt"] = type(error).__name__
    try:
        import cv2

        lines = (line.strip() for line in cv2.getBuildInformation().splitlines())
        told["opencv"] = [cv2.__version__, *(line for line in lines if line and "/" not in line)]
    except ImportError as error:
        told["opencv"] = type(error).__name__
    return told


def _settings(place: Place) -> dict[str, object]:
    told: dict[str, object] = {}
    for name in SHOWN:
        try:
            told[name] = masked(tomllib.loads(place.folders.find(name).read_text("utf-8-sig")))
        except DockstationError as error:
            told[name] = error.code
        except (OSError, ValueError, RecursionError) as error:
            told[name] = type(error).__name__
    own = place.folders.own
    told["own files"] = [_fingerprint(own / name, name) for name in place.folders.own_files()] if own else []
    return told


def _fingerprint(path: Path, name: str) -> dict[str, object]:
    data = _read(path)
    return {"file": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def _data(data: Path) -> dict[str, object]:
    told: dict[str, object] = {"bytes": _sizes(data)}
    try:
        with closing(sqlite3.connect(f"{(data / 'station.db').absolute().as_uri()}?mode=ro", uri=True)) as database:
            told |= _database(database)
    except sqlite3.Error as error:
        told["database"] = getattr(error, "sqlite_errorname", type(error).__name__)
    return told


def _database(database: sqlite3.Connection) -> dict[str, object]:
    names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    whole = database.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    told: dict[str, object] = {
        "schema": [row[0] for row in database.execute("SELECT version_num FROM alembic_version")],
        "whole": whole,
        "rows": {name: _rows(database, name) for name in names},
    }
    for table in ("outbox", "outbox_photos", "print_jobs"):
        counts = database.execute(f"SELECT state, count(*) FROM {table} GROUP BY state")  # noqa: S608 - our own names
        told[f"{table} by state"] = dict(counts.fetchall())
    return told


def _rows(database: sqlite3.Connection, table: str) -> int | None:
    try:
        return int(database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608 - the database's own
    except sqlite3.OperationalError:  # an index of words has no rows of its own
        return None


def _sizes(data: Path) -> dict[str, int]:
    """Of the folder's own files and folders, by names that are ours."""
    ours = ("station.db", "station.db-wal", "policy.json", "photos", "receipts", "reports", "logs", "errors")
    return {name: _size(data / name) for name in ours if (data / name).exists()}


def _size(path: Path) -> int:
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return sum(each.stat().st_size for each in files)
