"""An administrator says who works here; the first one comes in by a code that was shown once."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from dockstation.adapters.argon2_pins import Argon2Pins
from dockstation.adapters.packs.folder import PackFolder
from dockstation.adapters.packs.people import PackRoster
from dockstation.application.manage_people import ManagePeople
from dockstation.application.ports.central import ConfigDocument
from dockstation.application.ports.store import Note
from dockstation.application.signing import Signing
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Role
from dockstation.settings import ConfigFolders
from dockstation.settings.changing import ConfigBook
from tests.application.desk import Desk

PINS = Argon2Pins()
PINS._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
BOSS = Operator("BOSS", "Li", Role.ADMINISTRATOR)
STATION = """\
[station]
name = "Dock"  # by the gate

[server]
url = "http://127.0.0.1:9"
"""
LI = """
[[people]]
badge = "BOSS"
name = "Li"
role = "administrator"

# Ben works at night
[[people]]
badge = "BEN"
name = "Ben"
role = "clerk"
"""


class Station:
    """With real config on the disk; ``again`` is a restart."""

    def __init__(self, desk: Desk, folder, text: str) -> None:
        self.desk, self.folder = desk, folder
        (folder / "config").mkdir()
        self.file = folder / "config" / "station.toml"
        self.file.write_text(text, "utf-8")
        self.packs = PackFolder(folder / "packs")
        self.again()

    def again(self) -> None:
        book = ConfigBook(ConfigFolders(self.folder / "config"))
        self.roster = PackRoster(self.packs, book.people())
        store = self.desk.store
        self.signing = Signing(store, self.desk.clock, self.roster.book, PINS)
        self.people = ManagePeople(
            book, self.roster, store, self.desk.clock, PINS, self.signing, lambda: "123456789012"
        )

    def told(self, badge: str) -> tuple[str, str, bool, bool]:
        found = next(each for each in self.people.view(BOSS) if each.operator.badge == badge)
        return found.operator.name, found.operator.role.value, found.may_work, bool(found.pin)


@pytest.fixture
def station(desk, tmp_path):
    return Station(desk, tmp_path, STATION + LI)


@pytest.fixture
def fresh(desk, tmp_path):
    return Station(desk, tmp_path, STATION)


def refused(code, do, *args, **named):
    with pytest.raises(DockstationError) as error:
        do(*args, **named)
    assert error.value.code == code


def test_somebody_new_signs_in_at_once_and_after_a_restart_and_comments_stay(station):
    station.people.add("EVA-1", "  Eva  Braun ", Role.INSPECTOR, BOSS)
    station.people.set_pin("EVA-1", "4711", BOSS)
    for _ in range(2):
        assert station.signing.prove(station.signing.wearer("EVA-1"), "4711").name == "Eva Braun"
        station.again()
    text = station.file.read_text("utf-8")
    assert "# by the gate" in text
    assert "# Ben works at night" in text
    assert 'pin = "$argon2id$' in text


def test_role_pin_and_leave_are_changed(station):
    station.people.change_role("BEN", Role.SUPERVISOR, BOSS)
    station.people.set_pin("BEN", "4711", BOSS)
    assert station.told("BEN") == ("Ben", "supervisor", True, True)
    station.people.let_work("BEN", BOSS, may_work=False)
    station.again()
    assert station.told("BEN") == ("Ben", "supervisor", False, True)
    refused("person.unknown", station.signing.wearer, "BEN")
    assert station.roster.book.current.names["BEN"] == "Ben"
    station.people.let_work("BEN", BOSS, may_work=True)
    assert station.signing.wearer("BEN").role is Role.SUPERVISOR


def test_a_new_pin_ends_the_wait_after_wrong_ones(station):
    station.people.set_pin("BEN", "4711", BOSS)
    ben = station.signing.wearer("BEN")
    for _ in range(3):
        with pytest.raises(DockstationError, match=r"pin\.wrong"):
            station.signing.prove(ben, "0000")
    station.people.set_pin("BEN", "1234", BOSS)
    assert station.signing.prove(ben, "1234") == ben


@pytest.mark.parametrize(
    ("code", "badge", "name"),
    [
        ("people.badge", "eva", "Eva"), ("people.badge", "", "Eva"), ("people.badge", "E" * 33, "Eva"),
        ("people.name", "EVA", " "), ("people.name", "EVA", "E" * 65), ("people.name", "EVA", "E\x1b[2Jva"),
        ("people.badge_taken", "BEN", "Eva"),
    ],
)  # fmt: skip
def test_what_is_no_badge_or_name_changes_nothing(station, code, badge, name):
    before = station.file.read_text("utf-8")
    refused(code, station.people.add, badge, name, Role.CLERK, BOSS)
    refused("pin.digits", station.people.set_pin, "BEN", "12a4", BOSS)
    assert station.file.read_text("utf-8") == before


def test_the_last_administrator_stays(station):
    refused("people.last_administrator", station.people.change_role, "BOSS", Role.CLERK, BOSS)
    refused("people.last_administrator", station.people.let_work, "BOSS", BOSS, may_work=False)
    station.people.change_role("BEN", Role.ADMINISTRATOR, BOSS)
    station.people.change_role("BOSS", Role.CLERK, BOSS)


def test_people_of_the_server_are_shown_and_not_changed(station):
    told = '{"name": "Ben Server", "roles": ["inspector"], "pin": "", "active": true}'
    station.packs.take([ConfigDocument("people", "BEN", 1, told)], "c1", whole=True)
    station.roster.look()
    (ben,) = [each for each in station.people.view(BOSS) if each.operator.badge == "BEN"]
    assert (ben.operator.name, ben.published) == ("Ben Server", True)
    refused("people.published", station.people.change_role, "BEN", Role.CLERK, BOSS)
    refused("people.published", station.people.set_pin, "BEN", "4711", BOSS)
    refused("people.badge_taken", station.people.add, "BEN", "Ben", Role.CLERK, BOSS)


def test_the_first_administrator_changes_the_code_into_badge_and_pin(fresh):
    code = fresh.people.first_code()
    with fresh.desk.store.unit_of_work() as work:
        kept = work.notes.get(Note.FIRST_CODE)
    assert kept
    assert code not in kept
    fresh.again()
    first = fresh.people.begin(code, "LI", "Li", "4711")
    assert first.role is Role.ADMINISTRATOR
    assert fresh.signing.prove(first, "4711") == first
    refused("people.has_administrator", fresh.people.begin, code, "LEO", "Leo", "4711")
    refused("people.has_administrator", fresh.people.first_code)
    assert not fresh.people.has_code()


def test_guessing_the_code_has_to_wait_and_makes_nobody(fresh):
    refused("people.no_code", fresh.people.try_code, "0" * 12)
    code = fresh.people.first_code()
    refused("first.wrong", fresh.people.try_code, "0" * 12)
    refused("first.wrong", fresh.people.try_code, "1" * 12)
    refused("first.wrong_wait", fresh.people.try_code, "2" * 12)
    fresh.again()
    refused("first.wait", fresh.people.begin, code, "LI", "Li", "4711")
    fresh.desk.clock.advance(seconds=31)
    fresh.people.try_code(code)
    assert fresh.people.awaits_first


def test_another_code_ends_the_one_before(fresh):
    fresh.people.first_code()
    fresh.people._make_code = lambda: "999999999999"
    fresh.people.first_code()
    refused("first.wrong", fresh.people.try_code, "123456789012")


def test_every_change_is_an_event_that_says_who_changed_what_about_whom(station):
    people, about = station.people, station.desk
    people.add("EVA", "Eva", Role.CLERK, BOSS)
    people.change_role("BEN", Role.SUPERVISOR, BOSS)
    people.set_pin("BEN", "4711", BOSS)
    people.let_work("BEN", BOSS, may_work=False)
    people.let_work("BEN", BOSS, may_work=True)
    ben = {"badge": "BEN", "name": "Ben", "by": "BOSS"}
    assert about.bodies("PersonAdded") == [{"badge": "EVA", "name": "Eva", "role": "clerk", "by": "BOSS"}]
    assert about.bodies("PersonRoleChanged") == [ben | {"from": "clerk", "to": "supervisor"}]
    for kind in ("PersonPinReset", "PersonBarred", "PersonAdmitted"):
        assert about.bodies(kind) == [ben]


def test_what_was_refused_or_changed_nothing_is_no_event(station):
    station.people.change_role("BEN", Role.CLERK, BOSS)
    refused("people.last_administrator", station.people.let_work, "BOSS", BOSS, may_work=False)
    station.file.write_text("[station", "utf-8")
    with pytest.raises(DockstationError):
        station.people.let_work("BEN", BOSS, may_work=False)
    assert [kind for kind in station.desk.kinds() if kind.startswith("Person")] == []
