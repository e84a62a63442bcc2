"""station.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Role
from dockstation.domain.people import Person
from dockstation.domain.scan import SEPARATORS
from dockstation.domain.scanner import KEYBOARD
from dockstation.settings.document import Document
from dockstation.settings.folders import ConfigFolders
from dockstation.settings.lines import KeyPath
from dockstation.settings.tables import (
    BackupTable,
    CameraTable,
    DiskTable,
    DockTable,
    InspectionTable,
    LabelsTable,
    LogTable,
    PersonTable,
    PicturesTable,
    PrivacyTable,
    ReportsTable,
    ScaleTable,
    ScannerTable,
    ScanTable,
    ServerTable,
    SignInTable,
    SoundsTable,
    StationTable,
)


@dataclass(frozen=True, slots=True)
class StationSettings:
    """station.toml."""

    station: StationTable
    server: ServerTable
    camera: CameraTable
    scan: ScanTable
    pictures: PicturesTable
    sounds: SoundsTable
    labels: LabelsTable
    dock: DockTable
    scale: ScaleTable
    sign_in: SignInTable
    privacy: PrivacyTable
    inspection: InspectionTable
    backup: BackupTable
    disk: DiskTable
    reports: ReportsTable
    log: LogTable
    scanners: tuple[ScannerTable, ...]
    people: tuple[Operator, ...]
    pins: Mapping[str, str] = field(default_factory=dict, repr=False)
    """PIN hashes by badge."""
    former: tuple[Operator, ...] = ()
    """Who works here no more."""

    def everybody(self) -> tuple[Person, ...]:
        """All of [[people]]."""
        now = [Person(each, self.pins.get(each.badge, "")) for each in self.people]
        return (*now, *(Person(each, self.pins.get(each.badge, ""), may_work=False) for each in self.former))


def load_station(folders: ConfigFolders) -> StationSettings:
    """station.toml as it counts here."""
    return read_station(folders.find("station.toml"))


def read_station(file: Path) -> StationSettings:
    """That file as station.toml."""
    document = Document(file)
    document.refuse_unknown(
        (), [each.name for each in fields(StationSettings) if each.name not in ("pins", "former")]
    )
    return StationSettings(
        document.table(StationTable, ("station",)),
        document.table(ServerTable, ("server",)),
        _camera(document),
        _scan(document),
        document.table(PicturesTable, ("pictures",)),
        document.table(SoundsTable, ("sounds",)),
        document.table(LabelsTable, ("labels",)),
        document.table(DockTable, ("dock",)),
        document.table(ScaleTable, ("scale",)),
        document.table(SignInTable, ("sign_in",)),
        document.table(PrivacyTable, ("privacy",)),
        document.table(InspectionTable, ("inspection",)),
        document.table(BackupTable, ("backup",)),
        _disk(document),
        document.table(ReportsTable, ("reports",)),
        document.table(LogTable, ("log",)),
        _scanners(document),
        *_people(document),
    )


def _camera(document: Document) -> CameraTable:
    table = document.table(CameraTable, ("camera",))
    if bool(table.still_width) != bool(table.still_height):
        missing = "still_height" if table.still_width else "still_width"
        raise document.wrong_type(("camera", missing), "1–8192")
    if table.photo_folder and table.photo_folder == document.value(("pictures", "folder")):
        raise document.twice(("camera", "photo_folder"), table.photo_folder)  # codes are read there, and files moved
    return table


def _disk(document: Document) -> DiskTable:
    table = document.table(DiskTable, ("disk",))
    if table.stop_mb > table.warn_mb:
        raise document.wrong_type(("disk", "stop_mb"), f"0–{table.warn_mb}")  # else it stops without a warning
    return table


def _scan(document: Document) -> ScanTable:
    table = document.table(ScanTable, ("scan",))
    try:
        table.rules(year=2000)
    except DockstationError as error:
        pattern = error.code == "scan.order_pattern"
        key, wanted = (
            ("order_pattern", r"'[A-Z]{2}\d{8}|#\d{4,6}'")
            if pattern
            else ("gs1_separator", " | ".join(f"'{each}'" for each in SEPARATORS))
        )
        raise document.wrong_type(("scan", key), wanted) from error
    return table


def _scanners(document: Document) -> tuple[ScannerTable, ...]:
    rows = document.rows(("scanners",))
    scanners = tuple(document.table(ScannerTable, row) for row in rows)
    names = [(*row, "name") for row in rows]
    document.refuse_twice(names)
    for name, scanner in zip(names, scanners, strict=True):
        if scanner.name == KEYBOARD:
            raise document.twice(name, KEYBOARD)
    return scanners


def _people(document: Document) -> tuple[tuple[Operator, ...], dict[str, str], tuple[Operator, ...]]:
    """Who works here, the PIN hashes of those who have one, and who works here no more."""
    rows = document.rows(("people",))
    tables = [document.table(PersonTable, row) for row in rows]
    people = tuple(_operator(document, row, table) for row, table in zip(rows, tables, strict=True))
    document.refuse_twice((*row, "badge") for row in rows)
    gone = {each.badge for each in tables if not each.active}
    here, former = (tuple(each for each in people if (each.badge in gone) is out) for out in (False, True))
    return here, {each.badge: each.pin for each in tables if each.pin}, former


def _operator(document: Document, row: KeyPath, person: PersonTable) -> Operator:
    return Operator(person.badge, person.name, document.choice(Role, (*row, "role")))
