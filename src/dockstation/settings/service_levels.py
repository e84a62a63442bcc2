"""service_levels.toml and the calendar that it names."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date, time
from zoneinfo import ZoneInfo

from dockstation.domain.errors import DockstationError
from dockstation.domain.rma import ReturnType
from dockstation.domain.service_level import ServiceLevels, WorkingCalendar
from dockstation.domain.text import Text
from dockstation.settings.document import Document, like, within
from dockstation.settings.folders import ConfigFolders

FILE = "service_levels.toml"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAYS = within(1, 60)


@dataclass(frozen=True, slots=True)
class _Head:
    working_days: tuple[str, ...]
    closing: str = field(default="18:00", metadata=like(r"([01]\d|2[0-3]):[0-5]\d", '"18:00"'))
    zone: str = ""
    calendar: str = field(default="", metadata=like(r"[a-zA-Z0-9_-]{0,64}", '"cn"'))


@dataclass(frozen=True, slots=True)
class _Days:
    """[days]: a key for every return type."""

    quality: int = field(default=3, metadata=DAYS)
    no_reason: int = field(default=1, metadata=DAYS)
    wrong_size: int = field(default=2, metadata=DAYS)
    wrong_style: int = field(default=2, metadata=DAYS)
    wrong_item: int = field(default=1, metadata=DAYS)
    transit_damage: int = field(default=1, metadata=DAYS)
    special: int = field(default=1, metadata=DAYS)


@dataclass(frozen=True, slots=True)
class _Day:
    date: date
    name: Text


def load_service_levels(folders: ConfigFolders) -> ServiceLevels:
    """What counts here; the first mistake is raised as ``settings.*``."""
    document = Document(folders.find(FILE))
    head = document.table(_Head, (), also=("days",))
    days = document.table(_Days, ("days",))
    calendar = _calendar(folders, document, head)
    return ServiceLevels({ReturnType(name): count for name, count in asdict(days).items()}, calendar)


def _calendar(folders: ConfigFolders, document: Document, head: _Head) -> WorkingCalendar:
    holidays, extra = _named(folders, document, head.calendar) if head.calendar else (frozenset(), frozenset())
    closing = time.fromisoformat(head.closing)
    return WorkingCalendar(_weekdays(document, head), closing, _zone(document, head.zone), holidays, extra)


def _weekdays(document: Document, head: _Head) -> frozenset[int]:
    if not head.working_days or not set(head.working_days) <= set(WEEKDAYS):
        raise document.wrong_type(("working_days",), " | ".join(f'"{each}"' for each in WEEKDAYS))
    return frozenset(WEEKDAYS.index(each) for each in head.working_days)


def _zone(document: Document, name: str) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError) as error:
        raise document.wrong_type(("zone",), '"Asia/Shanghai" | "Europe/London" | ""') from error


def _named(folders: ConfigFolders, document: Document, name: str) -> tuple[frozenset[date], frozenset[date]]:
    try:
        file = folders.find(f"calendars/{name}.toml")
    except DockstationError as error:
        known = " | ".join(f'"{each.stem}"' for each in folders.all_in("calendars"))
        raise document.wrong_type(("calendar",), f'{known} | ""') from error
    calendar = Document(file)
    calendar.refuse_unknown((), ("holidays", "working_days"))
    rows = {key: calendar.rows((key,)) for key in ("holidays", "working_days")}
    days = {key: frozenset(calendar.table(_Day, row).date for row in found) for key, found in rows.items()}
    calendar.refuse_twice((*row, "date") for found in rows.values() for row in found)
    return days["holidays"], days["working_days"]
