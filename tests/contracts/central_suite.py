"""What every Central does, in memory or over HTTP."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from dockstation.application.ports.central import (
    Central,
    CentralFailed,
    ConfigDocument,
    CursorExpired,
    FailureClass,
    ResultKind,
)
from dockstation.domain.errors import DockstationError
from dockstation.domain.rma import Rma, RmaStatus
from dockstation.domain.serial_history import CameWith
from dockstation.domain.unit import UnitState
from dockstation.domain.unit_story import StoryPhoto, UnitStory
from tests.fakes.central import sample_rma
from tests.fakes.chain import WHEN, Chain, outcome, resealed
from tests.fakes.published import checklist, rules

CREATED, DUPLICATE, WAITING = ResultKind.CREATED, ResultKind.DUPLICATE, ResultKind.WAITING_PREDECESSOR
REVIEW, REJECTED = ResultKind.NEEDS_REVIEW, ResultKind.REJECTED


class World(Protocol):
    """A central server with one enrolled station. ``name`` starts everything that one test calls by a name."""

    central: Central
    station: str
    name: str

    def expect(self, *rmas: Rma) -> None: ...
    def publish(self, *documents: ConfigDocument) -> None: ...
    def settle(self, event_id: str, verdict: str, by: str, reason: str) -> None: ...
    def go_down(self) -> None: ...
    def come_back(self) -> None: ...


def newest_cursor(central: Central) -> str:
    page = central.pull_rmas("")
    while page.more:
        page = central.pull_rmas(page.cursor)
    return page.cursor


def config_read(central: Central, cursor: str = "") -> tuple[list[ConfigDocument], str]:
    found: list[ConfigDocument] = []
    more = True
    while more:
        page = central.pull_config(cursor)
        found += page.items
        cursor, more = page.cursor, page.more
    return found, cursor


def photo(folder: Path, data: bytes) -> tuple[str, Path]:
    path = folder / "photo.jpg"
    path.write_bytes(data)
    return hashlib.sha256(data).hexdigest(), path


class CentralContract:
    """Subclasses give the fixture ``world``."""

    def test_an_expected_return_arrives_whole(self, world: World) -> None:
        cursor, rma = newest_cursor(world.central), sample_rma(world.name)
        world.expect(rma)
        page = world.central.pull_rmas(cursor)
        assert [replace(each, version=0) for each in page.items] == [rma]
        assert (page.more, page.removed) == (False, ())

    def test_only_what_changed_since_the_cursor_comes_and_with_a_newer_version(self, world: World) -> None:
        cursor, rma = newest_cursor(world.central), sample_rma(world.name)
        world.expect(rma)
        first = world.central.pull_rmas(cursor)
        assert world.central.pull_rmas(first.cursor).items == ()
        world.expect(rma, replace(rma, status=RmaStatus.CANCELLED))
        second = world.central.pull_rmas(first.cursor)
        assert [each.status for each in second.items] == [RmaStatus.CANCELLED]
        assert second.items[0].version > first.items[0].version

    def test_more_than_a_page_comes_in_pages_without_loss(self, world: World) -> None:
        cursor = newest_cursor(world.central)
        numbers = {f"{world.name}-{count}" for count in range(501)}
        world.expect(*map(sample_rma, sorted(numbers)))
        first = world.central.pull_rmas(cursor)
        second = world.central.pull_rmas(first.cursor)
        assert (first.more, second.more) == (True, False)
        assert {each.number for each in first.items + second.items} == numbers

    def test_a_cursor_of_another_database_has_expired(self, world: World) -> None:
        with pytest.raises(CursorExpired):
            world.central.pull_rmas("0123-7")

    def test_what_is_published_arrives_word_for_word_after_the_cursor(self, world: World) -> None:
        cursor, goods = config_read(world.central)[1], world.name.lower()
        texts = {"checklists": checklist(goods), "rules": rules(goods)}
        world.publish(*(ConfigDocument(kind, goods, 0, text) for kind, text in texts.items()))
        items, newest = config_read(world.central, cursor)
        assert {each.kind: each.content for each in items} == texts
        assert all(each.name == goods and each.version > 0 and not each.gone for each in items)
        assert config_read(world.central, newest) == ([], newest)

    def test_what_was_withdrawn_is_told_without_its_text(self, world: World) -> None:
        goods = world.name.lower()
        texts = {"checklists": checklist(goods), "rules": rules(goods)}
        world.publish(*(ConfigDocument(kind, goods, 0, text) for kind, text in texts.items()))
        cursor = config_read(world.central)[1]
        world.publish(*(ConfigDocument(kind, goods, 0, gone=True) for kind in texts))
        items, _ = config_read(world.central, cursor)
        assert [(each.name, each.content, each.gone) for each in items] == [(goods, "", True)] * 2

    def test_a_cursor_of_config_of_another_database_has_expired(self, world: World) -> None:
        with pytest.raises(CursorExpired):
            world.central.pull_config("0123-7")

    @pytest.mark.parametrize("start", ["", "O-", "T-", "SN-"])
    def test_an_rma_is_found_by_its_number_order_parcel_or_serial_number(self, world: World, start: str) -> None:
        world.expect(sample_rma(world.name))
        found = world.central.find_rmas(start + world.name)
        assert [each.number for each in found] == [world.name]

    def test_every_return_of_an_order_is_found_by_it(self, world: World) -> None:
        numbers = [f"{world.name}-{n}" for n in range(3)]
        world.expect(*(sample_rma(each, order_number=f"O-{world.name}") for each in numbers))
        assert [each.number for each in world.central.find_rmas(f"O-{world.name}")] == numbers

    def test_a_code_that_nobody_knows_finds_nothing(self, world: World) -> None:
        assert world.central.find_rmas(f"nobody-{world.name}") == ()

    def test_a_unit_is_told_by_the_events_that_have_come(self, world: World) -> None:
        lpn, chain, sha256 = f"{world.name}U", Chain(world.station), hashlib.sha256(world.name.encode()).hexdigest()
        assert world.central.find_unit(lpn) is None
        whose: dict[str, object] = {"lpn": lpn, "by": "ANNA"}
        goods: dict[str, object] = {
            "rma_number": world.name,
            "line_id": "1",
            "serial": "SN",
            "parcel_code": "T1",
        }
        photo: dict[str, object] = {"question": "screen", "sha256": sha256, "size": 9, "width": 4, "height": 3}
        bodies: list[tuple[str, dict[str, object]]] = [
            ("UnitReceived", goods),
            ("InspectionStarted", {"checklist": "phone", "version": 2}),
            ("QuestionAnswered", {"question": "power", "answer": "fail"}),
            ("QuestionAnswered", {"question": "power", "answer": "pass"}),
            ("PhotoTaken", photo),
            ("UnitHandedOver", {"note": "shift_ends"}),
        ]
        world.central.send_events([chain.add(kind, whose | body, f"unit:{lpn}") for kind, body in bodies])
        shown = StoryPhoto(sha256, "screen", 9, 4, 3, taken_at=WHEN.at, by="ANNA", station=world.station)
        assert world.central.find_unit(lpn) == UnitStory(
            lpn, world.station, world.name, "1", "SN", "", "T1", WHEN.at, UnitState.INSPECTING, "ANNA",
            "shift_ends", "phone", 2, {"power": "pass"}, (shown,), "Dock 1",
        )  # fmt: skip

    def test_a_decided_unit_says_so_whatever_comes_later(self, world: World) -> None:
        lpn, chain = f"{world.name}U", Chain(world.station)
        kinds = ("UnitReceived", "InspectionStarted", "LabelSent", "QuestionAnswered")
        world.central.send_events([chain.add(kind, {"lpn": lpn}, f"unit:{lpn}") for kind in kinds])
        story = world.central.find_unit(lpn)
        assert story is not None
        assert story.state is UnitState.LABELLED

    def test_an_event_that_waits_for_another_tells_nothing_yet(self, world: World) -> None:
        lpn, chain = f"{world.name}U", Chain(world.station)
        first, second = chain.add(aggregate=f"unit:{lpn}"), chain.add("InspectionStarted", aggregate=f"unit:{lpn}")
        world.central.send_events([second])
        assert world.central.find_unit(lpn) is None
        world.central.send_events([first])
        assert world.central.find_unit(lpn) is not None

    def test_a_name_with_signs_that_mean_something_in_an_address_is_only_a_name(self, world: World) -> None:
        assert world.central.find_unit("../rmas?x=1#") is None

    def test_the_units_that_came_with_a_serial_number_are_told_in_the_order_in_which_they_were_heard_of(
        self, world: World
    ) -> None:
        serial, chain, lpns = f"SN/{world.name} 1", Chain(world.station), [f"{world.name}{n}" for n in "AB"]
        assert world.central.find_serial(serial) == ()
        for lpn in lpns:
            body = {"lpn": lpn, "rma_number": world.name, "serial": serial}
            world.central.send_events([chain.add("UnitReceived", body, f"unit:{lpn}")] * 2)
        world.central.send_events([chain.add("InspectionStarted", {"by": "ANNA"}, f"unit:{lpns[0]}")])
        told = [UnitState.INSPECTING, UnitState.RECEIVED]
        assert world.central.find_serial(serial) == tuple(
            CameWith(lpn, world.station, world.name, WHEN.at, state, "Dock 1")
            for lpn, state in zip(lpns, told, strict=True)
        )

    def test_a_voided_unit_did_not_come_with_its_serial_number(self, world: World) -> None:
        serial, chain, about = f"SN{world.name}", Chain(world.station), f"unit:{world.name}"
        received = chain.add("UnitReceived", {"serial": serial}, about)
        voided = chain.add("UnitVoided", {"serial": serial}, about)
        world.central.send_events([received, voided])
        world.central.send_events([received])
        assert world.central.find_serial(serial) == ()

    def test_a_unit_whose_event_waits_for_another_has_not_come_yet(self, world: World) -> None:
        serial, chain, about = f"SN{world.name}", Chain(world.station), f"unit:{world.name}"
        first, second = (
            chain.add("LabelSent", {"by": "ANNA"}, about),
            chain.add("UnitReceived", {"serial": serial}, about),
        )
        world.central.send_events([second])
        assert world.central.find_serial(serial) == ()
        world.central.send_events([first])
        assert [each.lpn for each in world.central.find_serial(serial)] == [world.name]

    @pytest.mark.parametrize("told", [{"serial": 7}, {"serial": "7" * 300}, {"serials": ["7"]}, {"serial": ["7"]}])
    def test_what_is_no_serial_number_is_not_kept(self, world: World, told: dict[str, object]) -> None:
        chain = Chain(world.station)
        (result,) = world.central.send_events([chain.add("UnitReceived", told, f"unit:{world.name}")])
        assert result.result is CREATED
        assert world.central.find_serial("7") == world.central.find_serial("7" * 256) == ()

    def test_events_are_created_once_and_then_duplicates(self, world: World) -> None:
        chain = Chain(world.station)
        events = [chain.add(), chain.add(), chain.add()]
        first, second = world.central.send_events(events), world.central.send_events(events)
        assert [(each.event_id, each.result) for each in first] == [(each.id, CREATED) for each in events]
        assert [(each.event_id, each.result) for each in second] == [(each.id, DUPLICATE) for each in events]
        assert [each.received_at for each in first] == [each.received_at for each in second]

    def test_what_the_server_has_of_a_station_is_told_with_its_gaps(self, world: World) -> None:
        chain = Chain(world.station)
        events = [chain.add() for _ in range(5)]
        before = {each.epoch: each for each in world.central.known_events() or ()}
        world.central.send_events([events[0], events[3]])
        told = {each.epoch: each for each in world.central.known_events() or ()}
        epoch = events[0].epoch
        assert epoch not in before
        assert (told[epoch].newest, told[epoch].count) == (4, 2)
        known = world.central.known_events(gaps=True)
        assert known is not None
        assert [each.gaps for each in known if each.epoch == epoch] == [((2, 3),)]
        world.central.send_events(events)
        assert [(each.newest, each.count) for each in world.central.known_events() or ()] == [(5, 5)]

    def test_an_event_waits_for_its_predecessor_and_goes_on_when_that_has_come(self, world: World) -> None:
        chain = Chain(world.station)
        events = [chain.add(aggregate="unit:1") for _ in range(3)]
        early = world.central.send_events(events[1:])
        assert [each.result for each in early] == [WAITING, WAITING]
        assert [each.result for each in world.central.send_events(events[1:])] == [WAITING, WAITING]
        late = world.central.send_events(events)
        assert [each.result for each in late] == [CREATED, DUPLICATE, DUPLICATE]

    def test_a_changed_event_is_rejected_and_the_others_are_not(self, world: World) -> None:
        chain = Chain(world.station)
        good, bad = chain.add(), replace(chain.add(), body={"note": "changed"})
        results = world.central.send_events([good, bad])
        assert [each.result for each in results] == [CREATED, REJECTED]
        assert results[1].problem["title"]

    def test_what_follows_a_rejected_event_waits(self, world: World) -> None:
        chain = Chain(world.station)
        bad, after = replace(chain.add(aggregate="unit:1"), at="changed"), chain.add(aggregate="unit:1")
        assert [each.result for each in world.central.send_events([bad, after])] == [REJECTED, WAITING]

    def test_what_the_office_made_of_a_refused_event_is_told(self, world: World) -> None:
        chain = Chain(world.station)
        changed, other = replace(chain.add(), body={"note": "changed"}), chain.add(aggregate="unit:2")
        world.central.send_events([changed, other])
        assert world.central.settled([changed.id, other.id]) == ()
        world.settle(changed.id, "done", "LEE", "counted by hand")
        (told,) = world.central.settled([changed.id, other.id])
        assert (told.event_id, told.verdict, told.by, told.reason) == (changed.id, "done", "LEE", "counted by hand")

    def test_another_stations_event_is_rejected(self, world: World) -> None:
        results = world.central.send_events([Chain("somebody-else").add()])
        assert [each.result for each in results] == [REJECTED]

    def test_the_same_id_with_another_content_refuses_the_whole_batch(self, world: World) -> None:
        chain = Chain(world.station)
        event = chain.add()
        world.central.send_events([event])
        fresh, twisted = chain.add(), resealed(event, body={"note": "twisted"})
        with pytest.raises(CentralFailed) as failed:
            world.central.send_events([fresh, twisted])
        assert failed.value.failure is FailureClass.PERMANENT
        assert [each.result for each in world.central.send_events([fresh])] == [CREATED]

    def test_an_outcome_for_a_cancelled_rma_is_kept_for_review(self, world: World) -> None:
        world.expect(sample_rma(world.name, status=RmaStatus.CANCELLED))
        event = Chain(world.station).completed(outcome(f"U{world.name}", world.name))
        for _ in range(2):  # an answer may be lost: the second says the same
            result = world.central.send_events([event])[0]
            assert result.result is REVIEW
            assert result.problem["title"]

    def test_a_second_outcome_of_a_unit_needs_review_only_if_it_differs(self, world: World) -> None:
        world.expect(sample_rma(world.name))
        chain = Chain(world.station)
        bodies = [outcome(f"U{world.name}", world.name, grade) for grade in "BBC"]
        results = world.central.send_events([chain.completed(body) for body in bodies])
        assert [each.result for each in results] == [CREATED, CREATED, REVIEW]

    def test_a_batch_of_more_than_a_hundred_is_refused(self, world: World) -> None:
        chain = Chain(world.station)
        with pytest.raises(CentralFailed) as failed:
            world.central.send_events([chain.add() for _ in range(101)])
        assert failed.value.failure is FailureClass.PERMANENT

    def test_a_photo_is_there_once_it_was_put_and_may_be_put_again(self, world: World, tmp_path: Path) -> None:
        name, path = photo(tmp_path, world.name.encode())
        assert not world.central.has_photo(name)
        world.central.put_photo(name, path)
        assert world.central.has_photo(name)
        world.central.put_photo(name, path)

    def test_a_photo_that_is_not_what_its_name_says_is_refused(self, world: World, tmp_path: Path) -> None:
        name, path = photo(tmp_path, world.name.encode())
        path.write_bytes(b"something else")
        with pytest.raises(CentralFailed) as failed:
            world.central.put_photo(name, path)
        assert failed.value.failure is FailureClass.PERMANENT
        assert not world.central.has_photo(name)

    def test_a_photo_whose_file_is_gone_says_so(self, world: World, tmp_path: Path) -> None:
        with pytest.raises(DockstationError) as failed:
            world.central.put_photo("0" * 64, tmp_path / "gone.jpg")
        assert failed.value.code == "photo.missing"

    def test_a_picture_comes_as_it_was_put_and_is_none_before(self, world: World, tmp_path: Path) -> None:
        data = b"\x89PNG\r\n\x1a\n" + world.name.encode() * 1000
        name, path = photo(tmp_path, data)
        with pytest.raises(CentralFailed) as failed:
            world.central.get_picture(name)
        assert failed.value.failure is FailureClass.PERMANENT
        world.central.put_photo(name, path)
        assert world.central.get_picture(name) == data

    @pytest.mark.parametrize("data", [b"<html>", b"\xff\xd8\xff" + bytes(2 * 1024 * 1024)])
    def test_what_is_no_picture_or_too_large_does_not_come(self, world: World, tmp_path: Path, data: bytes) -> None:
        name, path = photo(tmp_path, data + world.name.encode())
        world.central.put_photo(name, path)
        with pytest.raises(CentralFailed) as failed:
            world.central.get_picture(name)
        assert failed.value.failure is FailureClass.PERMANENT

    def test_while_the_server_is_down_every_call_asks_to_try_later(self, world: World, tmp_path: Path) -> None:
        event, (name, path) = Chain(world.station).add(), photo(tmp_path, b"x")
        calls: list[Callable[[], object]] = [
            lambda: world.central.pull_rmas(""),
            lambda: world.central.find_rmas("x"),
            lambda: world.central.find_unit("x"),
            lambda: world.central.find_serial("x"),
            lambda: world.central.send_events([event]),
            lambda: world.central.has_photo(name),
            lambda: world.central.put_photo(name, path),
            lambda: world.central.get_picture(name),
        ]
        world.go_down()
        for call in calls:
            with pytest.raises(CentralFailed) as failed:
                call()
            assert (failed.value.code, failed.value.failure) == ("central.unreachable", FailureClass.LATER)
        world.come_back()
        assert [each.result for each in world.central.send_events([event])] == [CREATED]
