"""service_levels.toml and its calendars."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from dockstation.domain.rma import ReturnType
from dockstation.settings import ConfigFolders, shipped
from dockstation.settings.service_levels import load_service_levels

FILE = "service_levels.toml"
MONDAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def test_the_shipped_levels_are_those_of_the_trade() -> None:
    levels = load_service_levels(ConfigFolders())
    assert {each.value: days for each, days in levels.days.items()} == {
        "quality": 3, "wrong_size": 2, "wrong_style": 2, "no_reason": 1, "wrong_item": 1, "transit_damage": 1,
        "special": 1,
    }  # fmt: skip
    assert set(levels.days) == set(ReturnType)
    assert not levels.calendar.works(date(2026, 11, 28))


@pytest.mark.parametrize(
    ("name", "off"), [("cn", date(2027, 2, 5)), ("en", date(2027, 3, 26))], ids=["China", "England"]
)
def test_a_shipped_calendar_counts_once_it_is_named(own, name, off):
    own.edit(FILE, 'calendar = "" ', f'calendar = "{name}" ')
    calendar = load_service_levels(own.folders).calendar
    assert not calendar.works(off)
    assert {path.stem for path in (shipped("config") / "calendars").iterdir()} == {"cn", "en"}


def test_a_make_up_day_of_an_own_calendar_is_worked(own):
    own.edit(FILE, 'calendar = "" ', 'calendar = "ours" ')
    text = '[[working_days]]\ndate = 2026-11-28\nname = { zh_CN = "调休上班", en = "Worked in exchange" }\n'
    own.write("calendars/ours.toml", text)
    assert load_service_levels(own.folders).calendar.works(date(2026, 11, 28))


def test_the_named_zone_and_closing_hour_count(own):
    path = own.edit(FILE, 'zone = "" ', 'zone = "Asia/Shanghai" ')
    path.write_text(path.read_text("utf-8").replace("18:00", "17:30"), "utf-8")
    due = load_service_levels(own.folders).due(ReturnType.NO_REASON, MONDAY)
    assert due == datetime(2026, 11, 24, 17, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("old", "new", "code", "wanted"),
    [
        ('zone = ""', 'zone = "Asia/Shangai"', "settings.wrong_type", "Asia/Shanghai"),
        ('zone = ""', 'zone = "../../etc/passwd"', "settings.wrong_type", "Asia/Shanghai"),
        ('closing = "18:00"', 'closing = "25:00"', "settings.wrong_type", "18:00"),
        ('["mon", "tue", "wed", "thu", "fri"]', "[]", "settings.wrong_type", "mon"),
        ('["mon", "tue", "wed", "thu", "fri"]', '["monday"]', "settings.wrong_type", "mon"),
        ('calendar = ""', 'calendar = "de"', "settings.wrong_type", "cn"),
        ('calendar = ""', 'calendar = "../station"', "settings.wrong_type", "cn"),
        ("quality = 3", "quality = 0", "settings.wrong_type", "1–60"),
        ("quality = 3", "qualty = 3", "settings.unknown_key", "quality"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_was_meant(own, old, new, code, wanted):
    own.edit(FILE, old, new)
    refused = own.refusal(FILE)
    assert (refused.code, refused.facts["line"]) == (code, own.line)
    assert wanted in str(refused.facts.get("wanted", refused.facts.get("meant")))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[[holidays]]\ndate = "2027-01-01"\nname = { en = "x" }\n', "settings.wrong_type"),
        ("[[holidays]]\ndate = 2027-01-01\n", "settings.missing"),
        (2 * '[[holidays]]\ndate = 2027-01-01\nname = { en = "x" }\n', "settings.twice"),
        ("[[holiday]]\ndate = 2027-01-01\n", "settings.unknown_key"),
    ],
    ids=["a text for a date", "no name", "the same day twice", "a key that nobody reads"],
)
def test_a_mistake_in_a_calendar_is_told_with_its_file(own, text, code):
    own.edit(FILE, 'calendar = ""', 'calendar = "ours"')
    own.write("calendars/ours.toml", text)
    assert own.refusal("calendars/ours.toml").code == code
