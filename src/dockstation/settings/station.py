"""station.toml, printers.toml and server.toml as frozen records."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Role
from dockstation.domain.scan import SEPARATORS, ScanRules
from dockstation.settings.document import Document, one_of, within
from dockstation.settings.folders import ConfigFolders
from dockstation.settings.lines import KeyPath

LANGUAGES = one_of("en", "zh_CN")
NAME = within(1, 64)
SECONDS = within(0.1, 600)
MINUTES = within(1, 525_600)


@dataclass(frozen=True, slots=True)
class StationTable:
    """[station]: what it is called and how its window looks."""

    name: str = field(metadata=NAME)
    language: str = field(default="en", metadata=LANGUAGES)
    theme: str = field(default="light", metadata=one_of("light", "dark"))


@dataclass(frozen=True, slots=True)
class ServerTable:
    """[server]: where the central RMA server answers; seconds."""

    url: str
    sync_seconds: float = field(default=15, metadata=within(1, 3600))
    timeout_seconds: float = field(default=10, metadata=SECONDS)


@dataclass(frozen=True, slots=True)
class CameraTable:
    """[camera]: ``source`` is a device number, a file, a folder of pictures or a URL; "" is no camera."""

    source: str = ""
    read_codes: bool = True
    seconds_per_picture: float = field(default=2.0, metadata=SECONDS)
    jpeg_quality: int = field(default=90, metadata=within(1, 100))


@dataclass(frozen=True, slots=True)
class ScanTable:
    """[scan]: milliseconds between keys of one scan, and before the same code counts again; how codes are written."""

    gap_ms: int = field(default=50, metadata=within(1, 1000))
    cooldown_ms: int = field(default=1500, metadata=within(0, 60_000))
    order_pattern: str = ""
    gs1_separator: str = ""

    def rules(self, year: int) -> ScanRules:
        """How codes are read here in that year; raises what ScanRules raises."""
        return ScanRules(self.order_pattern, self.gs1_separator, year)


@dataclass(frozen=True, slots=True)
class LabelsTable:
    """[labels]: which layout goes to which printer, in which language."""

    layout: str = "disposition"
    printer: str = "label"
    language: str = field(default="en", metadata=LANGUAGES)


@dataclass(frozen=True, slots=True)
class PersonTable:
    """[[people]]: who may sign in with which badge."""

    badge: str = field(metadata=NAME)
    name: str = field(metadata=NAME)
    role: str


@dataclass(frozen=True, slots=True)
class StationSettings:
    """station.toml."""

    station: StationTable
    server: ServerTable
    camera: CameraTable
    scan: ScanTable
    labels: LabelsTable
    people: tuple[Operator, ...]


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    """One table of printers.toml."""

    language: str
    dpi: int = field(metadata=within(100, 1200))
    host: str
    port: int = field(default=9100, metadata=within(1, 65_535))
    timeout_seconds: float = field(default=5, metadata=SECONDS)


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """[server] of server.toml; minutes."""

    host: str = "127.0.0.1"
    port: int = field(default=8470, metadata=within(0, 65_535))
    access_minutes: int = field(default=60, metadata=MINUTES)
    enrolment_code_minutes: int = field(default=60, metadata=MINUTES)


def load_station(folders: ConfigFolders) -> StationSettings:
    """station.toml as it counts here."""
    document = Document(folders.find("station.toml"))
    document.refuse_unknown((), [each.name for each in fields(StationSettings)])
    return StationSettings(
        document.table(StationTable, ("station",)),
        document.table(ServerTable, ("server",)),
        document.table(CameraTable, ("camera",)),
        _scan(document),
        document.table(LabelsTable, ("labels",)),
        _people(document),
    )


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


def _people(document: Document) -> tuple[Operator, ...]:
    rows = document.rows(("people",))
    people = tuple(_operator(document, row) for row in rows)
    document.refuse_twice((*row, "badge") for row in rows)
    return people


def _operator(document: Document, row: KeyPath) -> Operator:
    person = document.table(PersonTable, row)
    return Operator(person.badge, person.name, document.choice(Role, (*row, "role")))


def load_printers(folders: ConfigFolders) -> dict[str, PrinterSettings]:
    """printers.toml as it counts here, by printer name."""
    document = Document(folders.find("printers.toml"))
    return {name: document.table(PrinterSettings, (name,)) for name in document.value(())}


def load_server(folders: ConfigFolders) -> ServerSettings:
    """server.toml as it counts here."""
    document = Document(folders.find("server.toml"))
    document.refuse_unknown((), ["server"])
    return document.table(ServerSettings, ("server",))
