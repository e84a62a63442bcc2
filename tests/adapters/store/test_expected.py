"""Expected returns are found by codes, by goods and by words, and are found no more once they are gone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from dockstation.adapters.store.unit_of_work import SqlStore, SqlUnitOfWork
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.rma import Rma
from dockstation.domain.text import Text
from tests.bench.many_returns import NOW, goods, one, order, serial, tracking
from tests.fakes.returns import IMEI, PHONE_SKU, SHIRT_GTIN, a_return

MANY = 3000


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    store = SqlStore(tmp_path_factory.mktemp("many") / "station.db")
    with store.unit_of_work() as work:
        work.rmas.put([one(n) for n in range(MANY)])
        work.commit()
    yield store
    store.close()


@pytest.fixture
def work(store: SqlStore) -> Iterator[SqlUnitOfWork]:
    """Undone after each test."""
    with store.unit_of_work() as work:
        yield work


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[SqlUnitOfWork]:
    store = SqlStore(tmp_path / "station.db")
    with store.unit_of_work() as work:
        yield work
    store.close()


def numbers(found: object) -> list[str]:
    return [each.number for each in found.rmas]  # type: ignore[attr-defined]  # FoundRmas


@pytest.mark.parametrize("n", [0, 1, 1500, MANY - 1])
def test_one_of_many_is_found_by_each_of_its_codes_and_comes_back_as_it_was(work: SqlUnitOfWork, n: int) -> None:
    for code in (one(n).number, order(n), tracking(n), serial(n, 0)):
        assert work.rmas.find(code) == (one(n),)


def test_how_many_there_are_is_known_after_every_change(work: SqlUnitOfWork) -> None:
    assert work.rmas.count() == MANY
    work.rmas.put([replace(one(3), version=MANY + 1), replace(one(0), number="NEW"), one(5)])
    work.rmas.remove([one(7).number, one(7).number, "nobody"])
    assert work.rmas.count() == MANY


def test_of_one_return_in_two_versions_the_newer_counts_whatever_their_order(empty: SqlUnitOfWork) -> None:
    empty.rmas.put([a_return(version=5, tracking=("NEW",)), a_return(version=4, tracking=("OLD",))])
    assert (empty.rmas.count(), empty.rmas.find("OLD")) == (1, ())
    assert len(empty.rmas.find("NEW")) == 1


def test_many_returns_of_the_same_goods_come_by_due_time_nearest_first_and_it_is_said_that_there_are_more(
    empty: SqlUnitOfWork,
) -> None:
    due = [NOW + timedelta(hours=3 * n) for n in range(-40, 60)]
    empty.rmas.put([replace(a_return(f"R{n:03}"), due_at=each) for n, each in enumerate(due)])
    empty.rmas.put([replace(a_return("R-NONE"), due_at=None)])
    found = empty.rmas.carrying(SHIRT_GTIN, NOW)
    assert numbers(found)[:5] == ["R040", "R039", "R041", "R038", "R042"]
    assert (len(found.rmas), found.more) == (20, True)


def test_what_stands_open_here_comes_first_however_far_it_is_from_due(empty: SqlUnitOfWork) -> None:
    far = replace(a_return("R-HERE"), due_at=NOW + timedelta(days=90))
    empty.rmas.put([far, *(replace(a_return(f"R{n:03}"), due_at=NOW) for n in range(100))])
    empty.parcels.put(Parcel("p1", "SF1", ("R-HERE",), ParcelState.ARRIVED))
    for found in (empty.rmas.carrying(PHONE_SKU, NOW), empty.rmas.search(["手机"], NOW)):
        assert numbers(found)[0] == "R-HERE"


def the(n: int, **changes: object) -> Rma:
    return replace(one(n), **changes)  # type: ignore[arg-type]  # a test's own words


@pytest.mark.parametrize(
    "words",
    [
        ["海棠"], ["海棠花瓶"], ["花瓶"], ["瓶"], ["Crabapple"], ["crabapple VASE"], ["vase", "海棠"], ["SO-77-4321"],
        ["77-4321"], ["9876", "花瓶"], ["欧阳"], ["欧阳*"], ["欧"], ["花瓶", "欧"], ["SF55001", "ase"], ["VASE-1"],
        ["100%"],
    ],
)  # fmt: skip
def test_words_find_it_in_chinese_and_latin_whole_or_in_part(work: SqlUnitOfWork, words: list[str]) -> None:
    name = Text({"zh_CN": "海棠花瓶 100%", "en": "Crabapple Vase"})
    vase = replace(goods(1), sku="VASE-1", name=name)
    wanted = the(
        1, number="R-VASE", order_number="SO-77-4321", phone_end="9876", customer="欧阳**", lines=(vase,),
        tracking_numbers=("SF55001",),
    )  # fmt: skip
    work.rmas.put([wanted])
    asked = [part for word in words for part in word.split()]
    assert numbers(work.rmas.search(asked, NOW)) == ["R-VASE"]


@pytest.mark.parametrize(
    "words", [["2611000"], ["手机"], ["王**"], ["王"], ["2026"], ["phone", "星河"], ["白色", "T恤", "王"]]
)
def test_what_is_found_has_every_word_and_the_nearest_due_come_first(work: SqlUnitOfWork, words: list[str]) -> None:
    found = work.rmas.search(words, NOW)
    assert found.rmas
    for rma in found.rmas:
        told = repr(rma).casefold()
        assert all(word.casefold() in told for word in words)
    distances = [abs((rma.due_at or NOW) - NOW) for rma in found.rmas]
    assert distances == sorted(distances)


@pytest.mark.parametrize(
    "word", ['"', "' OR 1=1", '") OR rowid:1 --', "%%%", "___", "\\", "*", "NEAR(a b)", "a" * 64]
)
def test_words_that_mean_something_to_a_database_are_only_words(work: SqlUnitOfWork, word: str) -> None:
    assert work.rmas.search([word], NOW).rmas == ()


def test_one_or_two_latin_letters_alone_find_nothing(work: SqlUnitOfWork) -> None:
    assert work.rmas.search(["S", "20"], NOW).rmas == ()


def test_a_return_that_changed_or_went_is_found_by_its_old_words_and_goods_no_more(empty: SqlUnitOfWork) -> None:
    before = replace(a_return(version=1), phone_end="4711", customer="欧阳**")
    empty.rmas.put([before])
    empty.rmas.put([replace(before, version=2, phone_end="0815", customer="王**", lines=before.lines[1:])])
    for words in (["4711"], ["欧阳"], ["手机"]):
        assert empty.rmas.search(words, NOW).rmas == ()
    assert empty.rmas.find(IMEI) == empty.rmas.carrying(PHONE_SKU, NOW).rmas == ()
    assert numbers(empty.rmas.search(["0815"], NOW)) == ["R26110001"]
    empty.rmas.remove(["R26110001"])
    for words in (["0815"], ["王**"], ["T恤"], ["R2611"]):
        assert empty.rmas.search(words, NOW).rmas == ()
    assert empty.rmas.carrying(SHIRT_GTIN, NOW).rmas == ()
    assert empty.rmas.find("ORD-R26110001") == ()


def test_the_end_of_a_phone_comes_before_numbers_that_happen_to_hold_it(empty: SqlUnitOfWork) -> None:
    others = [replace(a_return(f"R4711{n:03}"), due_at=NOW) for n in range(600)]
    wanted = replace(a_return("R-PHONE"), phone_end="4711", due_at=NOW + timedelta(days=60))
    empty.rmas.put([wanted, *others])
    for words in (["4711"], ["手机", "4711"], ["王", "4711"]):
        assert numbers(empty.rmas.search(words, NOW))[0] == "R-PHONE"


def test_a_word_of_very_many_goods_narrows_down_what_another_word_finds(empty: SqlUnitOfWork) -> None:
    cups = [replace(goods(n), name=Text({"zh_CN": f"水杯 {n}", "en": f"Cup {n}"})) for n in range(1200)]
    empty.rmas.put([the(n, lines=(cup,), order_number=f"O-{n:05}") for n, cup in enumerate(cups)])
    assert numbers(empty.rmas.search(["水杯", "O-00777"], NOW)) == [one(777).number]
    assert one(1133).number in numbers(empty.rmas.search(["水杯", "cup", "1133"], NOW))


def test_a_line_keeps_its_picture_and_goods_without_one_are_stored_as_before(empty: SqlUnitOfWork) -> None:
    plain = a_return("R1")
    pictured = replace(plain, number="R2", lines=(replace(plain.lines[0], picture="a" * 64), plain.lines[1]))
    empty.rmas.put([plain, pictured])
    assert [empty.rmas.get(each) for each in ("R1", "R2")] == [plain, pictured]
    stored = empty.rmas._connection.exec_driver_sql("SELECT content FROM goods ORDER BY id").fetchall()
    assert sorted(len(json.loads(row[0])) for row in stored) == [6, 6, 7]
    assert empty.rmas.carrying(SHIRT_GTIN, NOW).rmas == (plain, pictured)
