"""What ``dockstation doctor`` and the end of setting up look at."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dockstation.application.ports.backups import LATE
from dockstation.application.ports.printer import PrinterState
from dockstation.bootstrap import (
    FONT,
    Place,
    open_central,
    open_credentials,
    open_disk,
    open_labels,
    open_scanner,
    open_still_decoder,
    open_store,
)
from dockstation.bootstrap.backups import look_through, open_backups
from dockstation.bootstrap.own_server import ServerBeside
from dockstation.bootstrap.printing import open_printers
from dockstation.bootstrap.seeing import open_camera
from dockstation.bootstrap.syncing import open_packs, open_roster
from dockstation.domain import lpn
from dockstation.domain.check import NONE_SET, Check
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent
from dockstation.domain.policy import PolicyBook
from dockstation.domain.room import MB, Room
from dockstation.settings import ScannerTable, load_printers, shipped
from dockstation.settings.check import load_checked
from dockstation.settings.packs import PEOPLE, file_of
from dockstation.settings.policy import load_policy
from dockstation.settings.service_levels import load_service_levels

if TYPE_CHECKING:
    from dockstation.adapters.cameras.opencv import OpenCvCamera


Look = Callable[[], str]
"""Says what is there; raises DockstationError for what must be mended."""


def checks(place: Place, held: Mapping[str, Look] | None = None) -> Iterator[Check]:
    """Every check, in the order in which a fault would hinder the next.

    ``held`` says by names of checks how the devices are that a window holds, which nobody else can open.
    """
    held = held or {}
    yield Check("python", platform.python_version())
    for name, look in (("data", _data), ("font", _font), ("decoders", _decoders)):
        yield _look(name, place, look)
    config = _look("config", place, _config)
    yield config
    yield _look("published", place, _published)
    if config.ok:
        parts = (("disk", _disk), ("labels", _labels), ("backup", _backup), ("camera", _camera), ("key", _key),
                 ("server", _server))  # fmt: skip
        for name, look in parts:
            yield _seen(name, held[name]) if name in held else _look(name, place, look)
        yield from _printers(place)
        yield from _scanners(place, held)
        yield _look("people", place, _people)


def _look(name: str, place: Place, look: Callable[[Place], str]) -> Check:
    return _seen(name, partial(look, place))


def _seen(name: str, look: Look) -> Check:
    try:
        return Check(name, look())
    except DockstationError as error:
        return Check(name, error.code, error)


def _config(place: Place) -> str:
    place.settings()
    load_printers(place.folders)
    load_service_levels(place.folders)
    policy = load_checked(place.folders)
    own = ", ".join(place.folders.own_files()) or "none"
    return f"{len(policy.checklists)} checklists, {len(policy.rule_books)} rule books; own files: {own}"


def _published(place: Place) -> str:
    """What the server has published, and what of it an own file hides; raises why something does not count."""
    kept, own = open_packs(place).kept(), place.folders.own_files()
    for why in kept.kept_out:
        raise why
    people = sum(kind == PEOPLE and not each.gone for (kind, _), each in kept.used.items())
    files = {file_of(kind, name): each.version for (kind, name), each in kept.used.items() if kind != PEOPLE}
    if not files and not people:
        return "none"
    told = [f"{file} version {number}{', hidden by the own file' * (file in own)}" for file, number in files.items()]
    return "; ".join([f"{people} people", *told])


def _data(place: Place) -> str:
    open_store(place).close()
    look_through(place)
    return str(place.data)


def _disk(place: Place) -> str:
    """What the station's data takes, and what is free."""
    view = open_disk(place).look()
    if view.room in (Room.STOPPED, Room.FULL):
        raise DockstationError("disk.stopped", free=view.free_mb, least=view.stop_mb)
    if view.room is Room.LOW:
        raise DockstationError("disk.low", free=view.free_mb, stop=view.stop_mb)
    photos = [path.stat().st_size for path in (place.data / "photos").glob("??/*.jpg")]
    database = sum(path.stat().st_size for path in place.data.glob("station.db*"))
    return f"database {database // MB} MB, {len(photos)} photos {sum(photos) // MB} MB, {view.free_mb} MB free"


def _font(_place: Place) -> str:
    font = shipped("resources") / FONT
    if not font.is_file():
        raise DockstationError("settings.no_file", file=str(font))
    return font.name


def _labels(place: Place) -> str:
    policy, wanted = load_policy(place.folders), place.settings().labels
    labels = open_labels(place, PolicyBook(policy))
    printer = load_printers(place.folders).get(wanted.printer)
    if printer is None:
        raise DockstationError("printer.unknown", name=wanted.printer)
    plate = lpn.make("234", 0)
    for code, each in policy.dispositions.items():
        word = each.word.in_language(wanted.language)
        labels.bitmap(LabelContent(plate, disposition=code, disposition_word=word), wanted.layout, printer.dpi)
    return f"layout {wanted.layout} at {printer.dpi} dpi"


def _decoders(_place: Place) -> str:
    open_still_decoder()
    return "zxing-cpp and ZBar"


def _camera(place: Place) -> str:
    from dockstation.adapters.cameras.address import shown

    source = place.settings().camera.source
    if not source:
        return NONE_SET
    camera = open_camera(place)
    camera.open()
    try:
        if camera.read() is None:
            raise DockstationError("camera.no_frame")
        took = [f"{name} {'auto' if each.auto else f'{each.value:g}'}" for name, each in camera.controls().items()]
        missing = [f"no {name} on this camera" for name in camera.unsupported()]
        full = [_full_picture(camera)] if place.settings().camera.still_width else []
    finally:
        camera.close()
    return "; ".join([shown(source), *took, *missing, *full])


def _full_picture(camera: OpenCvCamera) -> str:
    frame = camera.still()
    return "no full picture" if frame is None else f"full pictures of {frame.shape[1]}×{frame.shape[0]}"


def _server(place: Place) -> str:
    central = open_central(place)
    if central is None:
        raise DockstationError("enrol.needed")
    own = ServerBeside(place)
    try:
        own.attend()  # until the end of the look, where no window of the station is open
        central.pull_rmas("")
        central.pull_config("")
    finally:
        central.close()
        own.close()
    return place.settings().server.url


def _key(place: Place) -> str:
    """Where the station's tokens are; where there is no keyring, whoever reads their file is the station."""
    credentials = open_credentials(place)
    if credentials.load() is None:
        return NONE_SET
    if credentials.in_vault:
        return "in the keyring"
    return "no keyring: in credentials.json, which its owner alone may read"


def _backup(place: Place) -> str:
    backups = open_backups(place)
    if backups is None:
        return NONE_SET
    last, folder = backups.last_good(), place.settings().backup.folder
    if last is None:
        raise DockstationError("backup.never", folder=folder)
    late = datetime.now(UTC) - last > LATE * backups.every
    if late:
        raise DockstationError("backup.late", at=f"{last.astimezone():%Y-%m-%d %H:%M}")
    beside = Path(folder).is_dir() and Path(folder).stat().st_dev == place.data.stat().st_dev
    warning = "; on the same disk as the station's data" if beside else ""
    return f"last good one {last.astimezone():%Y-%m-%d %H:%M} in {folder}{warning}"


def _printers(place: Place) -> Iterator[Check]:
    try:
        printers = open_printers(place)
    except DockstationError as error:
        yield Check("printer", error.code, error)
        return
    for name, printer in printers.items():
        state = printer.status()
        wrong = None if state is PrinterState.READY else DockstationError("printer.look", name=name)
        yield Check(f"printer {name}", state.value, wrong)


def _scanners(place: Place, held: Mapping[str, Look]) -> Iterator[Check]:
    for each in place.settings().scanners:
        name = f"scanner {each.name}"
        yield _seen(name, held.get(name, partial(_opened, each)))


def _opened(table: ScannerTable) -> str:
    scanner = open_scanner(table)
    scanner.open()
    scanner.close()
    return table.device


def _people(place: Place) -> str:
    """Who may work here; ``person.no_one`` for nobody, for then nobody can sign in."""
    people = open_roster(place, open_packs(place)).book.current.operators.values()
    if not people:
        raise DockstationError("person.no_one")
    roles = Counter(each.role for each in people)
    return ", ".join(f"{count} {role}" for role, count in roles.items())
