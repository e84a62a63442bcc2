"""What the office's page keeps and lists, on both databases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from argon2 import PasswordHasher

from dockstation.server.problems import Problem
from dockstation.server.returns import written
from dockstation.server.store.database import Database, Transaction
from dockstation.server.store.events import Row
from dockstation.server.store.outcomes import Outcome
from dockstation.server.store.rmas import Change
from dockstation.server.store.settlements import Settlement
from dockstation.server.web.passwords import Passwords
from dockstation.server.web.people import People
from dockstation.wire import RmaMessage
from tests.fakes.browser import PASSWORD
from tests.fakes.chain import Chain
from tests.server.conftest import rma

AT = "2026-11-26T10:00:00.000Z"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    sqlite = request.param == "sqlite"
    where = (
        tmp_path_factory.mktemp("office") / "server.db" if sqlite else request.getfixturevalue("postgres").database()
    )
    with closing(Database(where)) as opened:
        with opened.writing() as work:
            fill(work)
        yield opened


def fill(work: Transaction) -> None:
    """Five returns, a station with two events, and an item that two outcomes are of."""
    work.rmas.hold()
    for place, state in enumerate(("requested", "approved", "approved", "refused", "refunded")):
        found = RmaMessage.model_validate(rma(f"R-{place}_%"))
        work.rmas.put([written(found, state)], Change("imported", AT))
    work.stations.add("s1", "Dock 1", "222", AT)
    work.stations.add("s2", "Dock 2", "223", f"{AT}1")
    chain = Chain("s1")
    for place, kind in enumerate(("UnitReceived", "InspectionCompleted", "DispositionOverridden")):
        event = chain.add(kind, {"lpn": "U1"}, "unit:U1").as_message()
        work.events.add([Row(event, json.dumps(event), f"2026-11-26T10:00:0{place}.000Z", "created")])
        if place:
            work.outcomes.set_aside("U1")
            work.outcomes.add(outcome(str(event["id"])), ())


def outcome(event_id: str) -> Outcome:
    told: dict[str, Any] = {"grade": "B", "disposition": "repair", "responsibility": "carrier", "deduction": 0}
    place: dict[str, Any] = {"station": "s1", "lpn": "U1", "rma_number": "R-1_%", "line_id": "1", "serial": ""}
    return Outcome(event_id, resolution="repair", primary=True, received_at=AT, **place, **told)


def numbers(database: Database, state: str = "", words: str = "", before: int = 0, limit: int = 9) -> list[str]:
    with database.reading() as work:
        found = work.worklists.rmas(state, words, before, limit)
    return [json.loads(each.stored.content)["number"] for each in found]


def test_returns_are_listed_the_one_changed_last_first_and_found_as_they_are_written(database: Database) -> None:
    assert numbers(database) == [f"R-{place}_%" for place in (4, 3, 2, 1, 0)]
    with database.reading() as work:
        second = work.worklists.rmas("", "", 0, 2)[-1].stored.version
        assert work.worklists.states() == {"requested": 1, "approved": 2, "refused": 1, "refunded": 1}
    assert numbers(database, before=second, limit=1) == ["R-2_%"]
    assert numbers(database, "approved") == ["R-2_%", "R-1_%"]
    assert numbers(database, words="t-r-3") == ["R-3_%"]
    for words in ("%", "R_3", "'; DROP TABLE rmas; --"):
        assert numbers(database, words=words) == []


def test_what_stands_and_waits_is_counted_until_it_is_settled(database: Database) -> None:
    with database.reading() as work:
        ((_, stands),) = work.worklists.outcomes("open", "u1", 0, 9)
        assert len(work.worklists.outcomes("", "R-1_", 0, 9)) == len(work.worklists.of_rma("R-1_%", 9)) == 2
        assert (work.worklists.unsettled(), work.worklists.outcomes_since(AT)) == (1, 1)
        assert (
            work.worklists.outcomes_since("2026-11-27") == work.worklists.reviews() == work.worklists.rejected() == 0
        )
        assert work.worklists.units_of("R-1_%", 9) == ("U1",)
    with database.writing() as work:
        work.settlements.add(Settlement(stands.event_id, 1, "accepted", "repair", 0, "LEE", "", AT))
    with database.reading() as work:
        assert work.worklists.unsettled() == 0
        assert [each.event_id for _, each in work.worklists.outcomes("standing", "", 0, 9)] == [stands.event_id]


def test_a_station_was_heard_of_when_its_newest_event_came(database: Database) -> None:
    with database.reading() as work:
        told = [(each.name, each.heard_at) for each in work.worklists.stations()]
    assert told == [("Dock 2", ""), ("Dock 1", "2026-11-26T10:00:02.000Z")]


def test_a_session_its_file_and_its_account(database: Database) -> None:
    people = People(database, Passwords(QUICK))
    people.add("Ada Łovelace", "administrator", PASSWORD, "Asia/Shanghai", only_first=True)
    with pytest.raises(Problem):
        people.add("Eve", "administrator", PASSWORD, only_first=True)
    people.log_in("ADA łovelace ", PASSWORD, "10.0.0.1")
    with database.writing() as work:
        work.logins.open("other", "ada łovelace", AT)
        work.logins.keep_file("other", "a" * 64, "退货.csv", b"\0\xff")
        work.logins.keep_file("other", "b" * 64, "退货.csv", b"\0\xfe")
    with database.reading() as work:
        assert work.logins.file("other", "a" * 64) is None
        assert work.logins.file("other", "b" * 64) == ("退货.csv", b"\0\xfe")
        found = work.logins.session("other")
    assert found is not None
    assert (found.account.name, found.account.zone, found.used_at) == ("Ada Łovelace", "Asia/Shanghai", AT)
    people.set_password("Ada Łovelace", "another sentence")
    with database.reading() as work:
        assert work.logins.session("other") is None
        assert work.logins.file("other", "b" * 64) is None


def test_wrong_passwords_are_counted_for_names_that_nobody_has_as_well(database: Database) -> None:
    people = People(database, Passwords(QUICK))
    statuses = []
    for _ in range(7):
        with pytest.raises(Problem) as refused:
            people.log_in("nobody\0", "wrong", "10.0.0.9")
        statuses.append(refused.value.status)
    assert statuses == [401] * 6 + [429]
