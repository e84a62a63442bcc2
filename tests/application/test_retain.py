"""What is finished and at the server takes little room here; all else stays, and a kill in between loses nothing."""

from __future__ import annotations

from typing import Any

import pytest

from dockstation.application.ports.store import Note, PrintState
from dockstation.application.retain import Retain
from dockstation.application.sync import Sync
from dockstation.domain import evidence
from dockstation.domain.errors import DockstationError
from tests.application.desk import INSPECTOR, Desk
from tests.fakes.central import FakeCentral
from tests.fakes.returns import a_return

PHOTO_DAYS, DAYS = 90, 365


@pytest.fixture
def central() -> FakeCentral:
    central = FakeCentral("st-1")
    central.expect(a_return())
    return central


def sync(desk: Desk, central: FakeCentral) -> None:
    desk.clock.advance(minutes=2)
    passes = Sync(desk.store, desk.clock, central, desk.photos)
    while passes.once().more:
        pass


def retain(desk: Desk, central: FakeCentral | None) -> None:
    kept = Retain(desk.store, desk.clock, desk.photos, central, PHOTO_DAYS, DAYS)
    while kept.step():
        pass


def put_away(desk: Desk) -> str:
    lpn = desk.decided()
    desk.labelled(lpn)
    with desk.store.unit_of_work() as work:
        decision = work.inspections.get(lpn).rulings[-1].decision
    desk.put_away(lpn, bin_of(desk, decision.disposition), INSPECTOR)
    return lpn


def bin_of(desk: Desk, disposition: str) -> str:
    return desk._policies.current.dispositions[disposition].bins[0]


def names(desk: Desk) -> list[str]:
    return sorted(path.stem for path in desk.photos._root.rglob("*.jpg"))


def rows(desk: Desk, query: str) -> list[tuple[Any, ...]]:
    with desk.store.unit_of_work() as work:
        return [tuple(row) for row in work.notes._connection.exec_driver_sql(query)]


def test_photos_go_after_their_days_when_the_server_holds_them(desk: Desk, central: FakeCentral) -> None:
    lpn = put_away(desk)
    kept = names(desk)
    assert kept
    sync(desk, central)
    desk.clock.advance(days=PHOTO_DAYS - 1)
    retain(desk, central)
    assert names(desk) == kept
    desk.clock.advance(days=2)
    retain(desk, None)
    assert names(desk) == kept
    retain(desk, central)
    assert names(desk) == []
    with desk.store.unit_of_work() as work:
        assert all(photo.at_server for photo in work.inspections.get(lpn).photos)


def test_a_photo_that_the_server_has_lost_is_sent_again_and_stays(desk: Desk, central: FakeCentral) -> None:
    put_away(desk)
    sync(desk, central)
    kept = names(desk)
    central.photos.clear()
    desk.clock.advance(days=PHOTO_DAYS + 1)
    retain(desk, central)
    assert names(desk) == kept
    sync(desk, central)
    assert sorted(central.photos) == kept


def test_photos_of_work_that_is_open_stay(desk: Desk, central: FakeCentral) -> None:
    desk.decided()
    sync(desk, central)
    kept = names(desk)
    desk.clock.advance(days=PHOTO_DAYS + 1)
    retain(desk, central)
    assert names(desk) == kept


def test_photos_of_what_the_server_refused_stay(desk: Desk, central: FakeCentral) -> None:
    put_away(desk)
    sync(desk, central)
    kept = names(desk)
    rows_changed = "UPDATE outbox SET state = 'rejected' WHERE seq = (SELECT max(seq) FROM outbox) RETURNING seq"
    with desk.store.unit_of_work() as work:
        work.notes._connection.exec_driver_sql(rows_changed).all()
        work.commit()
    desk.clock.advance(days=PHOTO_DAYS + 1)
    retain(desk, central)
    assert names(desk) == kept


def test_killed_between_the_row_and_the_file_it_goes_on_at_the_next_start(
    desk: Desk, central: FakeCentral, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_away(desk)
    sync(desk, central)
    desk.clock.advance(days=PHOTO_DAYS + 1)

    def killed(_sha256: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(desk.photos, "remove", killed)
        with pytest.raises(KeyboardInterrupt):
            retain(desk, central)
    assert len(rows(desk, "SELECT 1 FROM outbox_photos WHERE forgotten = 1")) == 1
    desk.reopen()
    retain(desk, central)
    assert names(desk) == []
    assert rows(desk, "SELECT 1 FROM outbox_photos WHERE forgotten < 2") == []


def test_a_file_that_went_before_its_row_knew_is_no_obstacle(desk: Desk, central: FakeCentral) -> None:
    put_away(desk)
    sync(desk, central)
    desk.clock.advance(days=PHOTO_DAYS + 1)
    desk.photos.remove(names(desk)[0])
    retain(desk, central)
    assert names(desk) == []


def test_of_old_events_stubs_stay_and_the_chain_goes_on(desk: Desk, central: FakeCentral) -> None:
    lpn = put_away(desk)
    sync(desk, central)
    before = {seq: (event_id, hashed) for seq, event_id, hashed in rows(desk, CHAIN)}
    desk.clock.advance(days=DAYS + 1)
    retain(desk, central)
    stubs = {seq: (event_id, hashed) for seq, event_id, hashed in rows(desk, STUBS)}
    left = {seq: (event_id, hashed) for seq, event_id, hashed in rows(desk, CHAIN)}
    assert len(stubs) > 10
    assert len(left) < 8
    assert stubs | left == before
    with desk.store.unit_of_work() as work:
        assert work.outbox.counts().acknowledged == len(before)
        assert work.units.get(lpn).serial
        previous = work.outbox.last_of(f"unit:{lpn}")
        head = work.outbox.head()
    assert (previous or "").replace("-", "") == before[max(before)][0]
    assert head.hash == before[max(before)][1]
    desk.arrived("YT0000000000009")
    sync(desk, central)
    events = sorted(central.events.values(), key=lambda event: event.seq)
    assert [event.seq for event in events] == list(range(1, len(before) + 2))
    assert all(evidence.chained(each.as_message()) == each.hash for each in events)
    assert events[-1].prev_hash == events[-2].hash


CHAIN = "SELECT seq, replace(id, '-', ''), json_extract(content, '$.hash') FROM events ORDER BY seq"
STUBS = "SELECT seq, lower(hex(event_id)), lower(hex(hash)) FROM stubs ORDER BY seq"


def test_events_that_wait_or_are_about_open_work_stay_whole(desk: Desk, central: FakeCentral) -> None:
    desk.decided()
    sync(desk, central)
    desk.clock.advance(days=DAYS + 1)
    retain(desk, central)
    assert rows(desk, "SELECT aggregate FROM events WHERE aggregate LIKE 'unit:%'")
    assert not rows(desk, STUBS)


def test_old_labels_keep_their_place_and_lose_their_bytes(desk: Desk, central: FakeCentral) -> None:
    lpn = put_away(desk)
    sync(desk, central)
    desk.clock.advance(days=DAYS + 1)
    retain(desk, central)
    with desk.store.unit_of_work() as work:
        (job,) = work.spool.of(f"unit:{lpn}")
        assert work.notes.get(Note.STATION) == "st-1"
    assert (job.data, job.content, job.state) == (b"", None, PrintState.CONFIRMED)
    with pytest.raises(DockstationError, match=r"print\.too_old"):
        desk.print_queue.reprint(job.job_id, "damaged", INSPECTOR)


def test_nothing_goes_where_nothing_was_sent(desk: Desk, central: FakeCentral) -> None:
    put_away(desk)
    kept, chain = names(desk), rows(desk, CHAIN)
    desk.clock.advance(days=DAYS * 5)
    retain(desk, central)
    assert (names(desk), rows(desk, CHAIN)) == (kept, chain)
