"""A station that lost its tokens comes back under its own id, and what it had not sent still arrives."""

from __future__ import annotations

import pytest

from dockstation.adapters.system_clock import SystemClock
from dockstation.application.outbox import record
from dockstation.application.ports.store import Note
from dockstation.bootstrap import Place, open_central, open_photos, open_store
from dockstation.bootstrap.enrolling import enrol_station
from dockstation.bootstrap.syncing import open_packs, open_sync
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.settings import ConfigFolders
from tests.fakes.server_process import ServerProcess


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with ServerProcess(tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture
def place(server, tmp_path):
    config = tmp_path / "config"
    config.mkdir()
    (config / "station.toml").write_text(f'[station]\nname = "Dock 7"\n[server]\nurl = "{server.url}"\n', "utf-8")
    return Place(tmp_path / "data", ConfigFolders(config))


def an_event(place, aggregate="unit:234679ACD"):
    store = open_store(place)
    with store.unit_of_work() as work:
        record(work, SystemClock(), Fact(aggregate, "QuestionAnswered", {"question": "screen"}))
        work.commit()
    store.close()


def synced(place):
    store = open_store(place)
    central = open_central(place)
    assert central is not None
    open_sync(place, store, open_photos(place), central, open_packs(place)).once()
    with store.unit_of_work() as work:
        counts, epoch = work.outbox.counts(), work.notes.get(Note.EPOCH) or "1"
    store.close()
    return counts, epoch


def test_unsent_events_arrive_after_enrolling_again_with_a_code_for_this_station(server, place):
    station = enrol_station(place, server.enrolment_code())
    an_event(place)
    again = server.admin("POST", "/v1/enrolment-codes", json={"station": station}).json()["code"]
    assert enrol_station(place, again) == station
    counts, epoch = synced(place)
    assert (counts.pending, counts.rejected, epoch) == (0, 0, "1")
    assert [each["seq"] for each in server.events(station)] == [1]


def test_a_code_for_a_new_station_is_refused_while_events_wait_and_is_not_used_up(server, place):
    station = enrol_station(place, server.enrolment_code())
    an_event(place)
    code = server.enrolment_code()
    with pytest.raises(DockstationError) as refused:
        enrol_station(place, code)
    assert (refused.value.code, refused.value.facts) == ("enrol.unsent", {"count": 1, "station": station})
    assert synced(place)[0].pending == 0
    assert enrol_station(place, code) != station


def test_a_station_with_nothing_unsent_that_becomes_another_begins_a_new_chain(server, place):
    first = enrol_station(place, server.enrolment_code())
    an_event(place)
    synced(place)
    second = enrol_station(place, server.enrolment_code())
    assert second != first
    an_event(place, "unit:234679ACE")
    counts, epoch = synced(place)
    assert (counts.pending, counts.rejected, epoch) == (0, 0, "2")


def test_the_old_tokens_are_worth_nothing_once_the_station_is_back(server, place):
    station = enrol_station(place, server.enrolment_code())
    before = (place.data / "credentials.json").read_bytes()
    again = server.admin("POST", "/v1/enrolment-codes", json={"station": station}).json()["code"]
    enrol_station(place, again)
    (place.data / "credentials.json").write_bytes(before)
    central = open_central(place)
    assert central is not None
    with pytest.raises(DockstationError, match=r"central\.auth"):
        central.pull_rmas("")


def test_an_empty_folder_never_gives_the_numbers_of_a_station_out_again(server, place, tmp_path):
    station = enrol_station(place, server.enrolment_code())
    empty = Place(tmp_path / "new disk", place.folders)
    again = server.admin("POST", "/v1/enrolment-codes", json={"station": station}).json()["code"]
    with pytest.raises(DockstationError, match=r"^enrol\.other_data"):
        enrol_station(empty, again)
    assert open_central(empty) is None
    assert enrol_station(empty, server.enrolment_code()) != station
