"""What waits for the server, why, and what the server would not take."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt

from dockstation.adapters.store.tables import events
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.outbox import record
from dockstation.application.ports.store import Note, UnitOfWork
from dockstation.domain.events import Fact
from tests.fakes.clock import FakeClock
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import rma
from tests.ui.main_window.dock import Dock, enrol


@contextmanager
def writing(dock: Dock) -> Iterator[UnitOfWork]:
    store = SqlStore(dock.data / "station.db")
    with store.unit_of_work() as work:
        yield work
        work.commit()
    store.close()


def long_ago(dock: Dock) -> None:
    """Something happened in spring, and was never sent."""
    with writing(dock) as work:
        record(work, FakeClock(), Fact("unit:1", "QuestionAnswered", {}))


def rewrite(dock: Dock, kind: str, **members: object) -> dict[str, object]:
    """Change an event as a newer program would have written it; what was there before."""
    with writing(dock) as work:
        connection = work.outbox._connection  # type: ignore[attr-defined] # the real store's
        row = next(each for each in connection.execute(events.select()) if json.loads(each.content)["kind"] == kind)
        content = json.loads(row.content)
        changed = events.update().where(events.c.id == row.id)
        connection.execute(changed.values(content=json.dumps(content | members, ensure_ascii=False)))
    return {name: content[name] for name in members}


def test_a_record_the_server_refuses_is_told_in_words_and_tried_again_by_a_supervisor(
    dock: Dock, tmp_path: Path
) -> None:
    with ServerProcess(tmp_path / "server") as server:
        expected = rma("R26990001", tracking_numbers=["SF990001"])
        server.import_rmas([expected])
        dock.join(server)
        dock.until(lambda sight: sight.network == "online" and "Returns expected: 1" in dock.said)
        server.stop()
        dock.scan("SF990001")
        dock.reach("receive")
        dock.scan(expected["lines"][0]["serials"][0])
        lpn = dock.until(lambda sight: bool(sight.units) and sight.network == "offline").units[0][0]
        before = rewrite(dock, "UnitReceived", schema=99)
        server.start()
        dock.press(Qt.Key.Key_F5)
        dock.until(lambda _sight: "Refused: 1" in dock.said)
        dock.window._strip._rejected.tapped.emit()
        dock.reach("outbox")
        assert "The server is older than this station" in dock.said
        assert f"{lpn}  ·  Anna" in dock.said
        assert "Only a supervisor can settle it" in dock.said
        assert dock.window.flow.outbox.screen.possible() == {"open"}
        dock.scan("DSID-SUE")
        dock.until(lambda _sight: dock.window.flow.outbox.screen.possible() == {"again", "note", "open"})
        dock.press(Qt.Key.Key_F9)
        dock.until(lambda _sight: "Sue took note of it" in dock.said and "Refused: 1" not in dock.said)
        rewrite(dock, "UnitReceived", **before)
        dock.press(Qt.Key.Key_F8)
        dock.until(lambda sight: sight.queue == 0 and "There is nothing of this kind" in dock.said)
        station = dock.read(lambda work: work.notes.get(Note.STATION))
        assert [each["kind"] for each in server.events(station)] == ["ParcelArrived", "ParcelOpened", "UnitReceived"]


def test_without_the_server_the_outbox_says_why_it_waits_and_anybody_may_look(dock: Dock) -> None:
    enrol(dock.data)
    long_ago(dock)
    dock.begin("CARL")
    dock.until(lambda sight: sight.network == "offline")
    dock.press(Qt.Key.Key_F10)
    dock.reach("outbox")
    dock.until(lambda _sight: "The RMA server cannot be reached" in dock.said and "Next try in" in dock.said)
    assert "To send: 1" in dock.said
    assert "Question answered" in dock.said
    dock.press(Qt.Key.Key_Escape)
    dock.reach("home")
    dock.scan("DSCMD-OUTBOX")
    dock.reach("outbox")


def test_a_supervisor_who_signs_in_is_told_once_that_records_have_waited_long(dock: Dock) -> None:
    dock.set_in("server", "old_minutes = 10080")
    enrol(dock.data)
    long_ago(dock)
    dock.begin("ANNA")
    dock.until(lambda _sight: "To send: 1 ·" in dock.said)
    assert "Records that wait" not in dock.said
    dock.scan("DSID-SUE")
    dock.until(lambda sight: sight.banner == "question" and "Records that wait for the server: 1" in sight.said)
    dock.scan("DSCMD-OUTBOX")
    dock.reach("outbox")
    assert dock.sight.banner == ""
    failures = dock.window.sync.pace.failures
    dock.press(Qt.Key.Key_F5)
    dock.until(lambda _sight: dock.window.sync.pace.failures > failures)
    dock.press(Qt.Key.Key_Escape)
    assert dock.reach("home").banner == ""
