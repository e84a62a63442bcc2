"""station.toml, printers.toml and server.toml as frozen records."""

from __future__ import annotations

from dataclasses import dataclass, fields

from dockstation.domain.operator import Operator, Role
from dockstation.settings.document import Document
from dockstation.settings.folders import ConfigFolders


@dataclass(frozen=True, slots=True)
class StationTable:
    """[station]: what it is called and how its window looks."""

    name: str
    language: str = "en"
    theme: str = "light"


@dataclass(frozen=True, slots=True)
class ServerTable:
    """[server]: where the central RMA server answers; seconds."""

    url: str
    sync_seconds: float = 15
    timeout_seconds: float = 10


@dataclass(frozen=True, slots=True)
class CameraTable:
    """[camera]: ``source`` is a device number, a file, a folder of pictures or a URL; "" is no camera."""

    source: str = ""
    read_codes: bool = True
    seconds_per_picture: float = 2.0
    jpeg_quality: int = 90


@dataclass(frozen=True, slots=True)
class ScanTable:
    """[scan]: milliseconds between keys of one scan, and before the same code counts again."""

    gap_ms: int = 50
    cooldown_ms: int = 1500


@dataclass(frozen=True, slots=True)
class LabelsTable:
    """[labels]: which layout goes to which printer, in which language."""

    layout: str = "disposition"
    printer: str = "label"
    language: str = "en"


@dataclass(frozen=True, slots=True)
class PersonTable:
    """[[people]]: who may sign in with which badge."""

    badge: str
    name: str
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
    dpi: int
    host: str
    port: int = 9100
    timeout_seconds: float = 5


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """[server] of server.toml; minutes."""

    host: str = "127.0.0.1"
    port: int = 8470
    access_minutes: int = 60
    enrolment_code_minutes: int = 60


_CHOICES = (
    ("station", "language", ("en", "zh_CN")),
    ("station", "theme", ("light", "dark")),
    ("labels", "language", ("en", "zh_CN")),
)


def load_station(folders: ConfigFolders) -> StationSettings:
    """station.toml as it counts here."""
    document = Document(folders.find("station.toml"))
    known = {each.name: each.type for each in fields(StationSettings)}
    document.refuse_unknown(document.tables, known)
    read = document.tables.get
    for table, key, allowed in _CHOICES:
        document.one_of(key, read(table, {}).get(key), allowed)
    return StationSettings(
        document.table(StationTable, read("station", {}), "station"),
        document.table(ServerTable, read("server", {}), "server"),
        document.table(CameraTable, read("camera", {}), "camera"),
        document.table(ScanTable, read("scan", {}), "scan"),
        document.table(LabelsTable, read("labels", {}), "labels"),
        tuple(_operator(document, each) for each in read("people", [])),
    )


def _operator(document: Document, values: object) -> Operator:
    person = document.table(PersonTable, values, "people")
    return Operator(person.badge, person.name, document.choice(Role, "role", person.role))


def load_printers(folders: ConfigFolders) -> dict[str, PrinterSettings]:
    """printers.toml as it counts here, by printer name."""
    document = Document(folders.find("printers.toml"))
    return {name: document.table(PrinterSettings, values, name) for name, values in document.tables.items()}


def load_server(folders: ConfigFolders) -> ServerSettings:
    """server.toml as it counts here."""
    document = Document(folders.find("server.toml"))
    document.refuse_unknown(document.tables, {"server": None})
    return document.table(ServerSettings, document.tables.get("server", {}), "server")
