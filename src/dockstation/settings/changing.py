"""Changes that the program itself writes into config: comments and order stay, and no bad file is left behind."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from dockstation.domain.errors import DockstationError
from dockstation.domain.people import Person
from dockstation.domain.printer_setup import Settings, Value
from dockstation.domain.station_setup import Setting
from dockstation.settings.folders import ConfigFolders
from dockstation.settings.lines import lines
from dockstation.settings.listing import CHOICES, listed
from dockstation.settings.printers import load_printers, read_printers
from dockstation.settings.station import load_station, read_station

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

PRINTERS, STATION = "printers.toml", "station.toml"


class ConfigBook:
    """The ports PrinterBook, SettingsBook and StaffBook; it writes into the warehouse's own folder alone."""

    def __init__(self, folders: ConfigFolders) -> None:
        self._folders = folders

    def printers(self) -> dict[str, Settings]:
        """printers.toml as it counts here."""
        return {name: asdict(each) for name, each in load_printers(self._folders).items()}

    def labels(self) -> dict[str, str]:
        """[labels] of station.toml as it counts here."""
        table = load_station(self._folders).labels
        return {key: getattr(table, key) for key in CHOICES}

    def layouts(self) -> tuple[str, ...]:
        """Files of labels/ by name."""
        return tuple(path.stem for path in self._folders.all_in("labels"))

    def change_printer(self, name: str, settings: Settings) -> None:
        """As the port says; ``settings.*``, ``file.unwritable``, ``disk.full``."""
        self._change(PRINTERS, lambda text: changed(text, name, settings), read_printers)

    def change_labels(self, labels: Mapping[str, str]) -> None:
        """As the port says; ``settings.*``, ``file.unwritable``, ``disk.full``."""
        self._change(STATION, lambda text: changed(text, "labels", labels), read_station)

    def people(self) -> tuple[Person, ...]:
        """[[people]] as it counts here."""
        return load_station(self._folders).everybody()

    def put_person(self, person: Person) -> None:
        """As the port says; ``settings.*``, ``file.unwritable``, ``disk.full``."""
        self._change(STATION, lambda text: with_person(text, person), read_station)

    def settings(self) -> tuple[Setting, ...]:
        """station.toml as it counts here, without what the page of printers changes."""
        return listed(load_station(self._folders))

    def change_setting(self, table: str, key: str, value: Value) -> None:
        """As the port says; ``settings.*``, ``file.unwritable``, ``disk.full``."""
        self._change(STATION, lambda text: changed(text, table, {key: value}), read_station)

    def is_bare(self) -> bool:
        """As the port says."""
        return self._folders.own is not None and not self._folders.own_files()

    def _change(self, file: str, change: Callable[[str], str], read: Callable[[Path], object]) -> None:
        own, source = self._folders.own, self._folders.find(file)
        if own is None:
            raise DockstationError("settings.no_own_folder", file=file)
        read(source)  # what somebody broke by hand is told with its line, and left alone
        text = change(source.read_bytes().decode("utf-8-sig"))
        try:
            own.mkdir(parents=True, exist_ok=True)
            replace_checked((own / file).resolve(), source, text, read)
        except OSError as error:
            code = "disk.full" if error.errno == errno.ENOSPC else "file.unwritable"
            raise DockstationError(code, file=str(own / file), why=str(error.strerror)) from error


def changed(source: str, table: str, values: Settings) -> str:
    """The text of a TOML file with these values in ``table``; what is the same already is left as it stands."""
    import tomlkit  # late: the start changes nothing

    document = tomlkit.parse(source)
    there = document.get(table)
    if not isinstance(there, dict):
        document[table] = fresh = tomlkit.table()
        _put(fresh, values)
        return tomlkit.dumps(document)
    known = {key: value for key, value in values.items() if key in there}
    _put(there, {key: value for key, value in known.items() if there[key] != value})
    return _with_more(document, there, table, {key: value for key, value in values.items() if key not in there})


def with_person(source: str, person: Person) -> str:
    """The text of station.toml with this person in [[people]]."""
    import tomlkit

    document, by = tomlkit.parse(source), person.operator
    rows = document.setdefault("people", tomlkit.aot())
    row = next((each for each in rows if each["badge"] == by.badge), None)
    if row is None:
        row = tomlkit.table()
        row["badge"] = by.badge
        rows.append(row)
        row = rows[-1]
    wanted = {
        "name": by.name,
        "role": by.role.value,
        "pin": person.pin or None,
        "active": None if person.may_work else False,
    }
    for key, value in wanted.items():
        if value is None:
            row.pop(key, None)
        elif row.get(key) != value:
            row[key] = value
    return tomlkit.dumps(document)


def _put(table: dict[str, object], values: Settings) -> None:
    for key, value in values.items():
        table[key] = _written(value)


def _with_more(document: TOMLDocument, there: dict[str, object], table: str, more: Settings) -> str:
    """New keys below the last one: tomlkit would put them below the comment above the next table."""
    import tomlkit
    from tomlkit.items import Table

    source = tomlkit.dumps(document)
    found, rows = lines(source), source.splitlines(keepends=True)
    simple = [key for key, value in there.items() if not isinstance(value, (dict, list)) and "\n" not in str(value)]
    line = max((found[table, key] for key in simple), default=found[(table,)])
    if not isinstance(there, Table) or not rows[found[(table,)] - 1].lstrip().startswith("["):
        _put(there, more)  # written inline, or by dotted keys
        return tomlkit.dumps(document)
    end = "\r\n" if rows[line - 1].endswith("\r\n") else "\n"
    rows[line - 1] = rows[line - 1].rstrip("\r\n") + end
    rows[line:line] = [f"{key} = {tomlkit.item(_written(value)).as_string()}{end}" for key, value in more.items()]
    return "".join(rows)


def _written(value: Value) -> Value:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def replace_checked(file: Path, source: Path, text: str, read: Callable[[Path], object]) -> None:
    """Put ``text`` in the place of ``file`` once ``read`` takes it and it is on the disk; raises what ``read`` does.

    It gets the permissions of ``source``. Killed in between, the old file stays whole.
    """
    fresh = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)  # it may hold hashes of PINs
        with os.fdopen(handle, "wb") as written:
            written.write(text.encode())
            written.flush()
            os.fsync(written.fileno())
        fresh.chmod(source.stat().st_mode & 0o777 | 0o200)  # a shipped file may be for reading alone
        _checked(fresh, file, read)
        fresh.replace(file)
        _sync_folder(file.parent)
    finally:
        fresh.unlink(missing_ok=True)


def _checked(fresh: Path, file: Path, read: Callable[[Path], object]) -> None:
    try:
        read(fresh)
    except DockstationError as error:
        code = "settings.not_written" if error.code == "settings.wrong_type" else error.code
        raise DockstationError(code, **{**error.facts, "file": file.name}) from error


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows has no such thing
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
