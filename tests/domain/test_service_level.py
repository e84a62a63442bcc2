"""A return is due so many working days after it came, at closing time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockstation.domain.rma import ReturnType
from dockstation.domain.service_level import ServiceLevels, WorkingCalendar

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY_TO_FRIDAY = frozenset(range(5))
FESTIVAL = frozenset(date(2027, 2, day) for day in range(5, 9))

calendars = st.builds(
    WorkingCalendar,
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    closing=st.times(),
    zone=st.sampled_from(["Asia/Shanghai", "Europe/London", "America/New_York", "America/Santiago", "UTC"]).map(
        ZoneInfo
    ),
    holidays=st.frozensets(st.dates(date(2027, 1, 1), date(2027, 12, 31)), max_size=40),
    extra=st.frozensets(st.dates(date(2027, 1, 1), date(2027, 12, 31)), max_size=10),
)
moments = st.datetimes(datetime(2026, 12, 1), datetime(2027, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone


def office(**changes: object) -> WorkingCalendar:
    return WorkingCalendar(**{"weekdays": MONDAY_TO_FRIDAY, "closing": time(18), "zone": SHANGHAI} | changes)  # type: ignore[arg-type] # a test's own words


def shanghai(*when: int) -> datetime:
    return datetime(*when, tzinfo=SHANGHAI)  # type: ignore[misc,arg-type] # year, month, day, hour


@pytest.mark.parametrize(
    ("came", "days", "due"),
    [
        (shanghai(2026, 11, 23, 9), 1, shanghai(2026, 11, 24, 18)),
        (shanghai(2026, 11, 27, 23), 1, shanghai(2026, 11, 30, 18)),
        (shanghai(2026, 11, 28, 9), 1, shanghai(2026, 11, 30, 18)),
        (shanghai(2026, 11, 25, 9), 3, shanghai(2026, 11, 30, 18)),
        (shanghai(2027, 2, 4, 9), 1, shanghai(2027, 2, 9, 18)),
    ],
    ids=["next day", "over a weekend, however late it came", "came on a Saturday", "three days", "over a festival"],
)
def test_the_due_time_is_the_end_of_a_working_day(came: datetime, days: int, due: datetime) -> None:
    assert office(holidays=FESTIVAL).close_after(came.astimezone(UTC), days) == due


def test_a_weekend_day_that_is_worked_in_exchange_counts() -> None:
    calendar = office(extra=frozenset({date(2026, 11, 28)}))
    assert calendar.close_after(shanghai(2026, 11, 27, 9), 1) == shanghai(2026, 11, 28, 18)


def test_the_day_is_the_one_on_the_stations_wall_not_the_one_in_greenwich() -> None:
    late_on_monday_in_utc = datetime(2026, 11, 23, 20, tzinfo=UTC)  # Tuesday, four in the morning in Shanghai
    assert office().close_after(late_on_monday_in_utc, 1) == shanghai(2026, 11, 25, 18)


def test_each_return_type_has_its_days_and_an_unknown_one_the_fewest() -> None:
    levels = ServiceLevels({ReturnType.QUALITY: 3, ReturnType.WRONG_SIZE: 2}, office())
    came = shanghai(2026, 11, 23, 9)
    due = [levels.due(each, came).day for each in (ReturnType.QUALITY, ReturnType.WRONG_SIZE, None)]
    assert due == [26, 25, 24]


def test_a_calendar_without_any_working_day_is_refused() -> None:
    with pytest.raises(ValueError, match="weekdays"):
        office(weekdays=frozenset())


@given(calendars, moments, st.integers(1, 10))
def test_it_is_never_due_on_a_day_off_and_always_at_closing_time(
    calendar: WorkingCalendar, came: datetime, days: int
) -> None:
    due = calendar.close_after(came, days).astimezone(calendar.zone)
    assert calendar.works(due.date())
    assert due.date() > came.astimezone(calendar.zone).date()
    wall = due.replace(tzinfo=None) - datetime.combine(due.date(), calendar.closing)
    assert wall in (timedelta(0), timedelta(hours=1))  # an hour later where the clocks leap over closing time


@given(calendars, moments, st.timedeltas(timedelta(0), timedelta(days=30)), st.integers(1, 10), st.integers(0, 5))
def test_what_came_later_or_may_wait_longer_is_never_due_sooner(
    calendar: WorkingCalendar, came: datetime, later: timedelta, days: int, more: int
) -> None:
    assert calendar.close_after(came, days) <= calendar.close_after(came + later, days + more)


@given(calendars, moments, st.integers(1, 10))
def test_there_are_exactly_so_many_working_days_until_then(
    calendar: WorkingCalendar, came: datetime, days: int
) -> None:
    first = came.astimezone(calendar.zone).date()
    last = calendar.close_after(came, days).astimezone(calendar.zone).date()
    between = [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
    assert sum(map(calendar.works, between)) == days
