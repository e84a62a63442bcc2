"""How long a return may wait here: working days after it came, until the station closes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from dockstation.domain.rma import ReturnType

DAY = timedelta(days=1)
OTHERWISE = 1
"""Working days for a return of which nobody knows the type."""


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """On which days people work. ``weekdays`` as ``date.weekday()`` counts, Monday is 0; at least one.

    ``extra`` are days that are worked although their weekday is free, or they are holidays (调休).
    ``closing`` is the time of day at which a working day ends; ``zone`` None is this computer's own.
    """

    weekdays: frozenset[int]
    closing: time
    zone: tzinfo | None = None
    holidays: frozenset[date] = frozenset()
    extra: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if not self.weekdays:
            raise ValueError("weekdays")

    def works(self, day: date) -> bool:
        """Whether anybody works on that day."""
        return day in self.extra or (day.weekday() in self.weekdays and day not in self.holidays)

    def close_after(self, moment: datetime, days: int) -> datetime:
        """The end (UTC) of the ``days``-th working day after the day of ``moment``."""
        day = moment.astimezone(self.zone).date()
        for _ in range(days):
            day += DAY
            while not self.works(day):
                day += DAY
        return datetime.combine(day, self.closing, self.zone).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class ServiceLevels:
    """Working days by return type; they count only where the server gives no due time."""

    days: Mapping[ReturnType, int]
    calendar: WorkingCalendar

    def due(self, return_type: ReturnType | None, arrived: datetime) -> datetime:
        """When a return that came at ``arrived`` must be finished, in UTC."""
        days = self.days.get(return_type, OTHERWISE) if return_type else OTHERWISE
        return self.calendar.close_after(arrived, days)
