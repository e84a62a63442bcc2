"""Changing answers: step by step, by the list, by taking back; and the same once more for the next unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.domain.rma import Accessory
from tests.adapters.scales.messages import generic_line
from tests.adapters.scanners.lines import SerialCable
from tests.fakes import every_kind
from tests.fakes.returns import IMEI, a_return
from tests.ui.looking import visible_rows
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.test_dock_scale import connect, shows
from tests.ui.main_window.test_question_kinds import act, answers, ask

SECOND = "490154203237518"


def reached(dock: Dock, question: str) -> None:
    dock.until(lambda sight: sight.question == question)


def test_back_through_many_questions_and_on_again_without_answering_anew(dock: Dock) -> None:
    ask(dock, "power", "account", "papers", "weight")
    act(dock, "[4]", "[Enter]", "[1]", "[1]")
    reached(dock, "papers")
    for question in ("account", "power", "weight"):
        act(dock, "DSCMD-BACK")
        reached(dock, question)
    assert "before: 4" in dock.said
    act(dock, "[Enter]")
    reached(dock, "papers")
    act(dock, "[Back]", "DSCMD-CANCEL")
    reached(dock, "papers")
    assert len(dock.events("QuestionAnswered")) == 3


def test_the_list_of_answers_opens_at_any_time_and_a_tap_changes_one(dock: Dock) -> None:
    ask(dock, "power", "account", "papers")
    act(dock, "[1]", "[1]", "[F2]")
    assert [row.title for row in visible_rows(dock.window)] == ["Yes", "Signed out", "–"]
    act(dock, "DSCMD-1")
    reached(dock, "power")
    act(dock, "DSCMD-ANSWERS", "[Down]", "[Down]", "[Enter]")
    reached(dock, "account")
    act(dock, "[2]")
    reached(dock, "papers")
    act(dock, "[F2]", "[F2]", "[1]")
    dock.until(lambda sight: sight.step == "done")
    assert answers(dock) == {"power": "pass", "account": "fail", "papers": "pass"}


def test_an_answer_is_changed_from_the_summary_at_the_end(dock: Dock) -> None:
    ask(dock, "power")
    act(dock, "[1]")
    dock.until(lambda sight: sight.step == "done")
    act(dock, "[Up]", "[Enter]")
    reached(dock, "power")
    act(dock, "[2]")
    dock.until(lambda sight: sight.step == "done")
    assert answers(dock) == {"power": "fail"}


def test_what_a_change_withdraws_is_said_and_asked_again(dock: Dock) -> None:
    ask(dock, "power", "battery", "account")
    act(dock, "[1]", "[9]", "[Enter]", "[1]")
    dock.until(lambda sight: sight.step == "done")
    act(dock, "DSCMD-1", "DSCMD-NO")
    sight = dock.until(lambda sight: sight.step == "done")
    assert "Withdrawn, asked again if it comes back" in sight.said
    assert all(each in sight.said for each in ("battery health", "former owner"))
    act(dock, "DSCMD-1", "DSCMD-YES")
    reached(dock, "battery")


def test_undo_takes_back_one_answer_after_the_other(dock: Dock) -> None:
    ask(dock, "power", "account", "papers")
    act(dock, "[1]", "[1]", "[F9]")
    reached(dock, "account")
    assert "Taken back: Is the former owner signed out?" in dock.sight.said
    act(dock, "DSCMD-UNDO")
    reached(dock, "power")
    act(dock, "DSCMD-UNDO")
    assert "no answer to take back" in dock.until(lambda sight: sight.banner == "reject").said
    assert [event["question"] for event in dock.events("AnswerWithdrawn")] == ["account", "power"]
    assert dock.sight.answers == ()


@pytest.fixture
def two_phones(dock: Dock) -> None:
    """The return has two phones on its line."""
    rma = a_return(version=4)
    phone = replace(rma.lines[0], quantity=2, serials=(IMEI, SECOND), accessories=(Accessory("charger"),))
    store = SqlStore(dock.data / "station.db")
    with store.unit_of_work() as work:
        work.rmas.put([replace(rma, lines=(phone, rma.lines[1]))])
        work.commit()
    store.close()


@pytest.mark.usefixtures("two_phones")
@pytest.mark.parametrize("way", ["[F3]", "DSCMD-REPEAT", "tap"])
def test_sealed_goods_are_answered_as_the_last_one_of_their_line(dock: Dock, way: str) -> None:
    every_kind.install(dock.config)
    dock.configure(cooldown=0)
    dock.begin()
    dock.open_parcel()
    for number, imei in enumerate((IMEI, SECOND), 1):
        dock.scan(imei)
        dock.until(lambda sight, n=number: len(sight.units) == n)  # type: ignore[misc]  # lambda
    first, second = (each[0] for each in reversed(dock.sight.units))
    _inspect_sealed(dock, first)
    dock.scan("DSRMA-R26110001")
    dock.reach("receive")
    dock.scan(second)
    reached(dock, "packaging")
    act(dock, f"Same as the last one, {first}" if way == "tap" else way)
    dock.until(lambda sight: sight.step == "done")
    repeated = [event for event in dock.events("QuestionAnswered") if event["lpn"] == second]
    assert [(event["question"], event["answer"], event["repeated_from"]) for event in repeated] == [
        ("packaging", "sealed", first),
        ("overall", "new", first),
    ]


def _inspect_sealed(dock: Dock, lpn: str) -> None:
    if dock.sight.units[0][0] != lpn:
        dock.scan(lpn)
    else:
        act(dock, "[Enter]")
    reached(dock, "packaging")
    assert "Same as the last one" not in dock.said
    act(dock, "[1]", "[1]")
    dock.until(lambda sight: sight.step == "done")
    act(dock, "[Enter]")
    dock.reach("decision")
    act(dock, "DSCMD-PAUSE")
    dock.reach("home")


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[SerialCable]:
    with SerialCable(tmp_path) as cable:
        yield cable


def test_a_weight_is_taken_from_the_scale_once_it_rests(dock: Dock, cable: SerialCable) -> None:
    every_kind.install(dock.config, "weight")
    connect(dock, cable, "generic")
    dock.begin()
    dock.start_inspection()
    shows(dock, cable, generic_line(418, stable=False), "Scale: 418 g …")
    act(dock, "Scale: 418 g …")
    assert "come to rest" in dock.until(lambda sight: sight.banner == "reject").said
    shows(dock, cable, generic_line(421), "Scale: 421 g")
    act(dock, "[Enter]")
    dock.until(lambda sight: sight.step == "done")
    assert answers(dock) == {"weight": "421"}


def test_a_mark_in_the_list_is_gone_once_the_list_is_another(dock: Dock, film: Path) -> None:
    dock.configure(camera=film)
    window = dock.begin()
    lpn = dock.start_inspection().lpn
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        dock.press(key)
    dock.scan("DSCMD-PAUSE")
    dock.reach("home")
    dock.scan(lpn)
    dock.reach("inspect")
    dock._qtbot.waitUntil(lambda: window.camera.newest is not None)
    dock.press(Qt.Key.Key_1)  # sealed: what was marked is not asked
    dock.until(lambda sight: sight.step == "photo")
    dock.press(Qt.Key.Key_Space)
    dock.until(lambda sight: sight.step == "done")
    dock.press(Qt.Key.Key_Return)
    dock.reach("decision")
