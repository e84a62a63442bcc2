"""Where units go: the right container, and one that has room."""

from dataclasses import replace

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.overruling import Change
from tests.application.desk import CLERK, INSPECTOR, POLICY, SIGNED, Desk
from tests.fakes.returns import SHIRT_GTIN


@pytest.fixture
def desk(tmp_path):
    """DISCOUNT-1 holds one unit."""
    where = replace(POLICY.dispositions["discount"], bins=("DISCOUNT-1", "DISCOUNT-2"), capacity={"DISCOUNT-1": 1})
    desk = Desk(tmp_path, replace(POLICY, dispositions={**POLICY.dispositions, "discount": where}))
    yield desk
    desk.store.close()


def put_another(desk, first, container):
    lpn = desk.count(desk.queries.unit(first).parcel_id, SHIRT_GTIN[1:]).lpn
    desk.inspect.begin(lpn, INSPECTOR)
    desk.finish(lpn)
    desk.decide(lpn, INSPECTOR)
    if desk.queries.decision(lpn, None).disposition.code != "discount":
        desk.override(lpn, Change(disposition="discount"), "rule_unfit", SIGNED, INSPECTOR)
    desk.labelled(lpn)
    desk.put_away(lpn, container, INSPECTOR)


@pytest.fixture
def first(desk):
    lpn = desk.decided()
    desk.labelled(lpn)
    return lpn


def bins(desk, lpn):
    return [(each.code, each.count, each.is_full) for each in desk.queries.decision(lpn, None).bins]


def test_a_full_container_is_refused_and_the_others_are_named(desk, first):
    desk.put_away(first, "DISCOUNT-1", INSPECTOR)
    desk.reopen()
    assert bins(desk, first) == [("DISCOUNT-1", 1, True), ("DISCOUNT-2", 0, False)]
    with pytest.raises(DockstationError, match=r"container\.full") as refused:
        put_another(desk, first, "DISCOUNT-1")
    assert refused.value.facts == {"code": "DISCOUNT-1", "bins": "DISCOUNT-2"}


def test_an_exchanged_container_takes_units_again(desk, first):
    desk.put_away(first, "DISCOUNT-1", INSPECTOR)
    for _ in range(2):
        desk.put_away.exchange("DISCOUNT-1", CLERK)
    put_another(desk, first, "DISCOUNT-1")
    assert desk.bodies("ContainerEmptied") == [{"container": "DISCOUNT-1", "count": 1, "by": "CLERK"}]


def test_a_person_may_call_a_container_full_whatever_it_counts(desk, first):
    for _ in range(2):
        desk.put_away.call_full("DISCOUNT-2", CLERK)
    with pytest.raises(DockstationError, match=r"container\.full"):
        desk.put_away(first, "DISCOUNT-2", INSPECTOR)
    assert desk.bodies("ContainerFull") == [{"container": "DISCOUNT-2", "count": 0, "by": "CLERK"}]
    desk.put_away.call_full("DISCOUNT-1", CLERK)
    with pytest.raises(DockstationError, match=r"container\.all_full"):
        desk.put_away(first, "DISCOUNT-1", INSPECTOR)


def test_the_wrong_container_is_refused_and_the_right_ones_are_named(desk, first):
    with pytest.raises(DockstationError, match=r"container\.wrong") as refused:
        desk.put_away(first, "SCRAP-1", INSPECTOR)
    assert refused.value.facts["bins"] == "DISCOUNT-1, DISCOUNT-2"
    for code in ("DISCOUNT-1", "DISCOUNT-2"):
        desk.put_away.call_full(code, CLERK)
    with pytest.raises(DockstationError, match=r"container\.wrong") as refused:
        desk.put_away(first, "SCRAP-1", INSPECTOR)
    assert refused.value.facts["bins"] == "DISCOUNT-1, DISCOUNT-2"
    with pytest.raises(DockstationError, match=r"container\.unknown"):
        desk.put_away(first, "NOWHERE", INSPECTOR)
    with pytest.raises(DockstationError, match=r"container\.unknown"):
        desk.put_away.call_full("NOWHERE", CLERK)


def test_a_unit_is_put_away_once(desk, first):
    desk.put_away(first, "DISCOUNT-2", INSPECTOR)
    with pytest.raises(DockstationError, match=r"unit\.transition"):
        desk.put_away(first, "DISCOUNT-2", INSPECTOR)
    assert bins(desk, first)[1] == ("DISCOUNT-2", 1, False)
