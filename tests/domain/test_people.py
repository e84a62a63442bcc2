"""Who may work: station.toml's people, but where the server speaks of a badge its word counts."""

from __future__ import annotations

from dockstation.domain.operator import Operator, Role
from dockstation.domain.people import People, Person

ANNA = Operator("ANNA", "Anna", Role.ADMINISTRATOR)
BEN = Operator("BEN", "Ben", Role.INSPECTOR)


def test_people_of_the_server_join_those_of_the_station() -> None:
    people = People.of([ANNA], {"ANNA": "a"}, [Person(BEN, "b")])
    assert (people.operators, people.pins) == ({"ANNA": ANNA, "BEN": BEN}, {"ANNA": "a", "BEN": "b"})


def test_where_both_know_a_badge_the_servers_role_and_pin_count() -> None:
    clerk = Operator("ANNA", "Anna", Role.CLERK)
    people = People.of([ANNA], {"ANNA": "a"}, [Person(clerk)])
    assert (people.operators["ANNA"], people.pins) == (clerk, {})


def test_a_badge_that_the_server_took_back_is_refused_even_when_station_toml_has_it() -> None:
    people = People.of([ANNA, BEN], {"BEN": "b"}, [Person(BEN, "b", may_work=False)])
    assert (set(people.operators), people.pins) == ({"ANNA"}, {})
    assert people.names["BEN"] == "Ben"


def test_no_hash_is_shown_with_the_people() -> None:
    people = People.of([ANNA], {"ANNA": "$argon2id$secret"}, [Person(BEN, "$argon2id$secret")])
    assert "secret" not in repr(people) + repr(Person(BEN, "$argon2id$secret"))
