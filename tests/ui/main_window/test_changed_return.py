"""The server changes the return while its unit lies on the table."""

from __future__ import annotations

from dataclasses import replace

from dockstation.application.ports.store import UnitOfWork
from dockstation.domain.rma import Accessory
from tests.fakes.returns import a_return
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.test_question_kinds import act, answers, ask


def now_with_a_pen(dock: Dock) -> None:
    rma = a_return(version=9)
    phone = replace(rma.lines[0], accessories=(Accessory("charger"), Accessory("pen")))

    def put(work: UnitOfWork) -> None:
        work.rmas.put([replace(rma, lines=(phone, *rma.lines[1:]))])
        work.commit()

    dock.read(put)


def test_pieces_that_changed_on_the_screen_are_refused_once_and_then_asked_as_they_are(dock: Dock) -> None:
    ask(dock, "pieces", "papers")
    now_with_a_pen(dock)
    act(dock, "All there")
    sight = dock.until(lambda sight: sight.banner == "reject" and "pen" in dock.said)
    assert "have changed" in sight.said
    act(dock, "All there")
    assert dock.until(lambda sight: sight.question == "papers").banner != "reject"
    assert answers(dock)["pieces"] == '{"charger":1,"pen":1}'


def test_pieces_that_changed_before_the_decision_are_counted_anew_and_then_it_is_decided(dock: Dock) -> None:
    ask(dock, "pieces")
    act(dock, "All there")
    dock.until(lambda sight: sight.step == "done")
    now_with_a_pen(dock)
    act(dock, "[Enter]")
    sight = dock.until(lambda sight: sight.question == "pieces" and sight.step == "answer")
    assert sight.banner == "reject"
    act(dock, "All there", "[Enter]")
    dock.reach("decision")
