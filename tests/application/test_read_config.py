"""Published config reaches the station with the other news; that it cannot come stops nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dockstation.adapters.packs.folder import PackFolder
from dockstation.application.outbox import record
from dockstation.application.ports.central import CentralFailed, ConfigDocument, ConfigPage, FailureClass
from dockstation.application.ports.store import Note
from dockstation.application.sync import Sync
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from tests.fakes.central import FakeCentral

BUSY = CentralFailed("central.busy", FailureClass.LATER)


def person(badge: str, **changes: object) -> ConfigDocument:
    text = '{"name": "Ben", "roles": ["inspector"]}'
    return replace(ConfigDocument("people", badge, 0, text), **changes)  # type: ignore[arg-type] # a test's own words


class Watched(FakeCentral):
    """Notes what it is asked, and fails as it is told to."""

    def __init__(self) -> None:
        super().__init__("st-1")
        self.asked: list[str] = []
        self.failure: DockstationError | None = None

    def pull_config(self, cursor: str) -> ConfigPage:
        self.asked.append(cursor)
        if self.failure is not None:
            raise self.failure
        return super().pull_config(cursor)


@pytest.fixture
def central() -> Watched:
    return Watched()


@pytest.fixture
def packs(tmp_path: Path) -> PackFolder:
    return PackFolder(tmp_path / "packs")


@pytest.fixture
def sync(desk, central, packs) -> Sync:
    return Sync(desk.store, desk.clock, central, desk.photos, packs=packs)


def badges(packs: PackFolder) -> set[str]:
    return {name for (kind, name), each in packs.kept().used.items() if kind == "people" and not each.gone}


def test_what_is_published_is_kept_and_the_next_pass_asks_only_for_what_is_new(central, packs, sync) -> None:
    central.publish(person("BEN"))
    assert sync.once().config == 1
    central.publish(person("SUE"))
    assert [sync.once().config, sync.once().config] == [1, 0]
    assert badges(packs) == {"BEN", "SUE"}
    assert central.asked[0] == ""
    assert "" not in central.asked[1:]


def test_a_server_that_knows_the_cursor_no_more_gives_everything_and_what_it_has_not_is_gone(
    central, packs, sync
) -> None:
    central.publish(person("BEN"), person("SUE"))
    sync.once()
    central.forget_cursors()
    del central._config["people", "BEN"]
    assert (sync.once().config, badges(packs)) == (1, {"SUE"})


def test_config_that_cannot_come_stops_neither_events_nor_returns(desk, central, packs, sync) -> None:
    central.failure = BUSY
    with desk.store.unit_of_work() as work:
        record(work, desk.clock, Fact("unit:1", "QuestionAnswered", {"n": 1}))
        work.commit()
    done = sync.once()
    assert (done.events, done.config, done.config_failure) == (1, 0, BUSY)
    with desk.store.unit_of_work() as work:
        assert (work.outbox.pending(1), work.notes.get(Note.LAST_SYNC)) == ((), desk.clock.now().at)


def test_after_a_failure_it_is_asked_again_by_itself_but_not_at_every_pass(desk, central, packs, sync) -> None:
    central.failure = BUSY
    for _ in range(20):
        sync.once()
    assert 1 <= len(central.asked) < 12
    central.failure = None
    central.publish(person("BEN"))
    desk.clock.advance(hours=1)
    assert (sync.once().config_failure, badges(packs)) == (None, {"BEN"})


def test_a_server_that_asks_to_wait_is_left_alone(central, sync) -> None:
    central.failure = CentralFailed("central.busy", FailureClass.LATER, 60)
    with pytest.raises(CentralFailed) as failed:
        sync.once()
    assert failed.value.retry_after == 60


class Endless(Watched):
    """Has always one more."""

    def pull_config(self, cursor: str) -> ConfigPage:
        self.asked.append(cursor)
        return ConfigPage((person(f"B{len(self.asked)}"),), f"c-{len(self.asked)}", more=True)


def test_pages_without_end_change_nothing(desk, packs) -> None:
    endless = Endless()
    failure = Sync(desk.store, desk.clock, endless, desk.photos, packs=packs).once().config_failure
    assert failure is not None
    assert (failure.code, badges(packs), len(endless.asked)) == ("config.endless", set(), 200)
