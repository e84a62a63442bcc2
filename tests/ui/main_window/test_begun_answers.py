"""What was ticked and not confirmed yet is there again for whoever turns away and comes back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt

from tests.ui.looking import buttons
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.test_question_kinds import PIECES, act, answers, ask

SCRATCH = ("[2]", "[2]", "[1]", "[2]", "[3]", "[2]")
"""On the back, minor, and on the edge, major."""


def ticked(dock: Dock) -> list[str]:
    """The words on the tiles that are ticked, with what they say below."""
    return [each.accessibleName() for each in buttons(dock.window) if each.property("marked")]


def noted(dock: Dock) -> list[str]:
    """What the list of answers says at the right of each."""
    return [row.note for row in dock.window.flow.inspect.screen._list.rows()]


def test_ticks_are_there_again_whatever_way_one_turns_away(dock: Dock, film: Path) -> None:
    ask(dock, "screen", "marks", camera=film)
    dock._qtbot.waitUntil(lambda: dock.window.camera.newest is not None, timeout=10_000)
    act(dock, "[2]", "[Space]")
    lpn = dock.until(lambda sight: sight.question == "marks").lpn
    act(dock, *SCRATCH)
    for way in (("[F7]", "[Esc]"), ("[F2]", "[1]", "[Esc]"), ("[Back]", "[Esc]"), ("DSCMD-PAUSE", lpn), ()):
        for each in way:
            act(dock, each) if each != lpn else dock.scan(lpn)
            dock.settle()
        if not way:  # as after a power cut
            dock.begin()
        dock.until(lambda sight: (sight.stage, sight.question, sight.step) == ("inspect", "marks", "answer"))
        assert (way, ticked(dock)) == (way, ["Scratch, Back, Edge"])
    assert answers(dock) == {"screen": "light"}
    act(dock, "[Enter]")
    dock.until(lambda sight: sight.step == "done")
    assert answers(dock)["marks"] == "scratch:minor@ek_back;scratch:major@ek_edge"


def test_pieces_that_were_counted_are_there_again_and_the_rest_is_still_asked_for(dock: Dock) -> None:
    ask(dock, "pieces", "papers")
    lpn = dock.sight.lpn
    act(dock, "[1]", "DSCMD-PAUSE")
    dock.scan(lpn)
    dock.until(lambda sight: sight.question == "pieces")
    act(dock, "[Enter]")
    assert "not counted yet" in dock.until(lambda sight: sight.banner == "reject").said
    act(dock, "[0]", "[Enter]")
    dock.until(lambda sight: sight.question == "papers")
    assert answers(dock)["pieces"] == PIECES


def test_a_photo_that_becomes_durable_late_leaves_the_digits_of_the_next_answer(dock: Dock, film: Path) -> None:
    ask(dock, "screen", "weight", camera=film)
    dock._qtbot.waitUntil(lambda: dock.window.camera.newest is not None, timeout=10_000)
    act(dock, "[2]")
    dock.until(lambda sight: sight.step == "photo")
    first, second = Event(), Event()
    for gate in (first, second):
        dock.hold("photos", partial(gate.wait, 20))
        dock.press(Qt.Key.Key_Space)
    first.set()
    dock._qtbot.waitUntil(lambda: dock.sight.question == "weight", timeout=10_000)
    dock.press(Qt.Key.Key_4)
    second.set()
    dock.until(lambda sight: sight.photos == 2)
    act(dock, "[1]", "[8]", "[Enter]")
    dock.until(lambda sight: sight.step == "done")
    assert answers(dock)["weight"] == "418"


def test_ticks_that_were_left_or_answered_do_not_come_back(dock: Dock) -> None:
    ask(dock, "marks", "power")
    act(dock, *SCRATCH, "DSCMD-CANCEL", "DSCMD-NO")
    dock.until(lambda sight: sight.question == "power")
    act(dock, "[Back]", *SCRATCH, "[0]", "[Back]")
    dock.until(lambda sight: sight.question == "marks")
    assert ticked(dock) == ["Nothing found"]


def test_the_answers_say_which_change_was_not_confirmed(dock: Dock) -> None:
    ask(dock, "marks", "power")
    act(dock, "DSCMD-NO", "DSCMD-YES")
    dock.until(lambda sight: sight.step == "done")
    assert noted(dock) == ["", ""]
    act(dock, "[1]", *SCRATCH, "[F2]")
    assert noted(dock) == ["Begun, not confirmed", ""]
    act(dock, "[2]", "[Esc]")
    dock.until(lambda sight: sight.step == "done")
    assert noted(dock) == ["Begun, not confirmed", ""]
