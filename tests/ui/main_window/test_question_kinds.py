"""Every kind of question, answered by touch, by keys and by command codes alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dockstation.ui.widgets.answers import TimedArea
from tests.fakes import every_kind
from tests.fakes.returns import IMEI
from tests.ui.looking import buttons, tap_exactly
from tests.ui.main_window.dock import Dock

KEYS = {
    "Enter": Qt.Key.Key_Return, "Space": Qt.Key.Key_Space, "Down": Qt.Key.Key_Down, "Up": Qt.Key.Key_Up,
    "Right": Qt.Key.Key_Right, "Left": Qt.Key.Key_Left, "Back": Qt.Key.Key_Backspace, "Esc": Qt.Key.Key_Escape,
    ".": Qt.Key.Key_Period, "+": Qt.Key.Key_Plus, "-": Qt.Key.Key_Minus,
    **{f"F{number}": Qt.Key(Qt.Key.Key_F1 + number - 1) for number in range(1, 13)},
    **{str(number): Qt.Key(Qt.Key.Key_0 + number) for number in range(10)},
}  # fmt: skip


def ask(dock: Dock, *questions: str, camera: Path | str = "") -> None:
    """A phone's inspection with only these questions."""
    every_kind.install(dock.config, *questions)
    dock.configure(camera=camera, cooldown=0)
    dock.begin()
    dock.start_inspection()


def act(dock: Dock, *acts: str) -> None:
    """A ``[key]``, a ``DSCMD-…`` or other code to scan, or the words on a button to tap."""
    for each in acts:
        dock.until(lambda _sight: True)
        if each == "wait":
            _let_time_run(dock)
        elif each.startswith("["):
            dock.press(KEYS[each.strip("[]")])
        elif each.startswith("DSCMD-") or (each.isdigit() and len(each) > 1):
            dock.scan(each)
            dock.settle()
        else:
            tap_exactly(dock.window, each)


def _let_time_run(dock: Dock) -> None:
    area = dock.window.flow.inspect.screen.area
    assert isinstance(area, TimedArea)
    dock._qtbot.waitUntil(lambda: area.left == 0 and area._grid.isEnabled(), timeout=10_000)


def answers(dock: Dock) -> dict[str, str]:
    """What was recorded, once the station rests."""
    dock.settle()
    return {event["question"]: event["answer"] for event in dock.events("QuestionAnswered")}


PIECES, ALL_THERE = '{"cable":0,"charger":1}', '{"cable":1,"charger":1}'
GIVEN = {
    "packaging": "opened", "screen": "none", "marks": "scratch:major@ek_edge", "imei": IMEI, "weight": "418",
    "power": "pass", "battery": "87.5", "wipe": "gone", "account": "pass", "pieces": PIECES, "papers": "pass",
    "remark": "", "overall": "used",
}  # fmt: skip
WALKS = {
    "touch": (
        "Opened, box in good shape", "None", "Scratch", "Edge", "Major", "Confirm", "Not applicable",
        "4", "1", "8", "Confirm", "Yes", "8", "7", ".", "5", "Confirm", "Start", "wait", "Gone", "Signed out",
        "All there", "Yes", "Confirm", "Take the photo", "Take the photo", "Used",
    ),
    "keys": (
        "[2]", "[Down]", "[Enter]", "[2]", "[3]", "[2]", "[Enter]", IMEI, "[4]", "[1]", "[8]", "[Enter]",
        "[Down]", "[Space]", "[8]", "[7]", "[.]", "[5]", "[Enter]", "[Enter]", "wait", "[1]", "[1]",
        "[+]", "[Down]", "[-]", "[Enter]", "[1]", "[Enter]", "[Space]", "[Space]", "[Down]", "[Down]", "[Enter]",
    ),
    "codes": (
        "DSCMD-2", "DSCMD-1", "DSCMD-2", "DSCMD-3", "DSCMD-2", "DSCMD-CONFIRM", IMEI, "DSCMD-Q418",
        "DSCMD-CONFIRM", "DSCMD-YES", "DSCMD-Q87.5", "DSCMD-NEXT", "DSCMD-NEXT", "wait", "DSCMD-1", "DSCMD-YES",
        "DSCMD-Q1", "DSCMD-Q0", "DSCMD-NEXT", "DSCMD-YES", "DSCMD-NEXT", "DSCMD-PHOTO", "DSCMD-PHOTO", "DSCMD-2",
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", WALKS)
def test_tap_key_and_code_give_the_same_answers_to_every_kind(dock: Dock, film: Path, way: str) -> None:
    ask(dock, camera=film)
    dock._qtbot.waitUntil(lambda: dock.window.camera.newest is not None, timeout=10_000)
    act(dock, *WALKS[way])
    sight = dock.until(lambda sight: sight.step == "done")
    assert sight.photos == 2
    by_touch = {"imei": "na", "pieces": ALL_THERE} if way == "touch" else {}
    assert answers(dock) == GIVEN | by_touch


def test_mixed_freely(dock: Dock) -> None:
    ask(dock, "power", "marks", "pieces")
    act(dock, "[Down]", "[Right]", "[Space]", "[Up]", "[Down]", "[Down]", "[Enter]", "DSCMD-3", "Confirm")
    act(dock, "DSCMD-NO", "DSCMD-YES")
    dock.until(lambda sight: sight.step == "done")
    assert answers(dock) == {"marks": "scratch:critical@ek_edge", "power": "fail", "pieces": ALL_THERE}


MARKS: list[tuple[str, tuple[str, ...]]] = [
    ("crack:minor@ek_front", ("[2]", "[Back]", "[3]", "[1]", "[1]", "[Enter]")),
    ("crack:minor@ek_front", ("[2]", "[1]", "[1]", "[2]", "[1]", "[3]", "[1]", "[1]", "[Enter]")),
    ("scratch:major@ek_back;scratch:minor@ek_edge", ("[2]", "[3]", "[1]", "[2]", "[2]", "[2]", "[Enter]")),
    ("scratch:minor@ek_edge", ("[2]", "[3]", "[1]", "[2]", "[Enter]", "[Enter]")),
    ("none", ("Nothing found",)),
    ("none", ("[0]",)),
    ("none", ("DSCMD-NO",)),
    ("na", ("[F10]",)),
    ("na", ("DSCMD-NA",)),
]


def test_ticking_and_unticking_nothing_and_what_does_not_apply(dock: Dock) -> None:
    ask(dock, "marks", "power")
    for given, acts in MARKS:
        act(dock, *acts)
        dock.until(lambda sight: sight.question == "power")
        assert answers(dock)["marks"] == given
        act(dock, "DSCMD-UNDO")
        dock.until(lambda sight: sight.question == "marks")


NOTHING: list[tuple[str, tuple[str, ...], str]] = [
    ("power", ("[Enter]",), "Nothing is chosen yet"),
    ("marks", ("[Enter]",), "Nothing is ticked yet"),
    ("marks", ("[1]", "[Enter]"), "not said where"),
    ("marks", ("[1]", "[1]", "[Enter]"), "not said how bad"),
    ("weight", ("[Enter]",), "No number is entered"),
    ("weight", ("DSCMD-Q999999", "DSCMD-NEXT"), "from 1 to 200000 g"),
    ("imei", ("DSCMD-NEXT",), "No code was read"),
    ("pieces", ("[1]", "[Enter]"), "not counted yet"),
    ("wipe", ("[1]",), "The time has not run"),
    ("wipe", ("[Enter]", "[Enter]"), "The time has not run"),
]


@pytest.mark.parametrize(("question", "acts", "said"), NOTHING, ids=lambda each: "-".join(each)[:40])
def test_confirming_too_early_says_what_is_missing(
    dock: Dock, question: str, acts: tuple[str, ...], said: str
) -> None:
    ask(dock, question)
    act(dock, *acts)
    assert said in dock.until(lambda sight: sight.banner == "reject").said
    assert answers(dock) == {}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("screen", ("YES", "9", "Q3", "PHOTO", "NA", "CANCEL", "REPEAT", "UNDO", "PRINT")),
        ("weight", ("YES",)),
        ("imei", ("2",)),
        ("remark", ("1",)),
    ],
)
def test_a_command_that_means_nothing_here_says_so(dock: Dock, question: str, words: tuple[str, ...]) -> None:
    ask(dock, question)
    for word in words:
        dock.scan(f"DSCMD-{word}")
        dock.until(lambda sight: sight.banner == "reject")
        act(dock, "[Esc]")
        dock.until(lambda sight: not sight.banner)
    assert answers(dock) == {}


def test_a_scanned_code_is_asked_for_by_camera_keypad_and_scanner_and_elsewhere_refused(dock: Dock) -> None:
    ask(dock, "power", "imei")
    stage = dock.window.flow.inspect
    assert (dock.sight.question, stage.camera_reads, stage.elsewhere) == ("imei", True, True)
    dock.press(Qt.Key.Key_F4)
    dock.reach("typing")
    dock.scan("DSCMD-NA")
    dock.until(lambda sight: sight.question == "power")
    assert not stage.camera_reads
    dock.scan(IMEI)
    assert "not expected at this step" in dock.until(lambda sight: sight.banner == "reject").said


def test_a_serial_number_that_differs_is_taken_and_said_loudly(dock: Dock) -> None:
    ask(dock, "imei", "power")
    assert IMEI not in dock.said
    dock.scan("490154203237518")
    sight = dock.until(lambda sight: sight.question == "power")
    assert (sight.banner, "490154203237518" in sight.said, IMEI in sight.said) == ("question", True, True)
    dock._qtbot.waitUntil(lambda: dock.sounds.played[-1] == "question", timeout=10_000)
    act(dock, "[Back]")
    dock.until(lambda sight: sight.question == "imei")
    assert IMEI in dock.said
    assert answers(dock) == {"imei": "490154203237518"}


def test_letters_go_into_the_line_only_after_it_was_asked_for(dock: Dock) -> None:
    ask(dock, "remark")
    dock.press(Qt.Key.Key_H)
    act(dock, "[F4]")
    for key in (Qt.Key.Key_O, Qt.Key.Key_K):
        dock.press(key)
    act(dock, "[Enter]")
    dock.until(lambda sight: sight.step == "done")
    assert answers(dock) == {"remark": "OK"}


def test_a_scan_while_a_word_is_being_written_is_no_text(dock: Dock) -> None:
    ask(dock, "remark")
    act(dock, "[F4]")
    dock.press(Qt.Key.Key_O)
    dock.scan("DSID-SUE")
    dock.until(lambda sight: "Sue" in sight.said)
    dock.scan("DSCMD-1")
    dock.until(lambda sight: sight.banner == "reject")
    act(dock, "[Enter]")
    dock.until(lambda sight: sight.step == "done")
    assert answers(dock) == {"remark": "O"}


def test_every_view_of_a_photo_question_is_asked_for_by_name(dock: Dock, film: Path) -> None:
    ask(dock, "sides", camera=film)
    dock._qtbot.waitUntil(lambda: dock.window.camera.newest is not None, timeout=10_000)
    assert "Photo 1 of 2: Front" in dock.said
    act(dock, "DSCMD-PHOTO")
    dock.until(lambda sight: sight.photos == 1)
    assert "Photo 2 of 2: Back" in dock.said
    act(dock, "[Space]")
    dock.until(lambda sight: sight.step == "done")
    assert [event["view"] for event in dock.events("PhotoTaken")] == ["front", "back"]


def test_a_demanded_word_is_written_after_its_photo(dock: Dock, film: Path) -> None:
    ask(dock, "screen", camera=film)
    dock._qtbot.waitUntil(lambda: dock.window.camera.newest is not None, timeout=10_000)
    act(dock, "Deep scratch", "DSCMD-PHOTO")
    dock.until(lambda sight: sight.step == "note")
    assert "Say more about it: Deep scratch" in dock.said
    act(dock, "[Enter]")
    dock.until(lambda sight: sight.banner == "reject")
    act(dock, "[F4]")
    dock.press(Qt.Key.Key_X)
    act(dock, "[Enter]")
    dock.until(lambda sight: sight.step == "done")
    assert answers(dock) == {"screen": "deep", "screen.note": "X"}


def test_time_begins_anew_for_whoever_leaves_and_comes_back(dock: Dock) -> None:
    ask(dock, "wipe")
    act(dock, "[Enter]", "wait", "DSCMD-PAUSE")
    dock.reach("home")
    dock.scan(dock.read(lambda work: work.worklist.unfinished()))
    dock.until(lambda sight: sight.stage == "inspect")
    act(dock, "[1]")
    assert "The time has not run" in dock.until(lambda sight: sight.banner == "reject").said


def test_what_was_begun_survives_a_change_of_language_and_is_left_by_cancel(dock: Dock) -> None:
    ask(dock, "marks")
    act(dock, "[2]", "[1]", "[1]", "[F12]", "[F12]")
    assert [each.text() for each in buttons(dock.window) if each.property("marked")] == ["Scratch"]
    act(dock, "DSCMD-CANCEL")
    assert not any(each.property("marked") for each in buttons(dock.window))


def test_a_tile_without_the_focus_is_not_taken_by_enter(dock: Dock) -> None:
    ask(dock, "power")
    act(dock, "[Down]", "[Esc]", "[Enter]")
    assert "Nothing is chosen" in dock.until(lambda sight: sight.banner == "reject").said


def test_pieces_are_counted_by_their_buttons(dock: Dock) -> None:
    ask(dock, "pieces")
    for text in ("+", "−", "−", "+"):
        each: Any = next(each for each in buttons(dock.window) if each.text() == text)
        assert min(each.width(), each.height()) >= 62
        QTest.mouseClick(each, Qt.MouseButton.LeftButton)
    act(dock, "[Down]", "[-]", "Confirm")
    dock.until(lambda sight: sight.step == "done")
    assert answers(dock) == {"pieces": PIECES}
