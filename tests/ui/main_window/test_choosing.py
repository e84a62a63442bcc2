"""Several codes before the camera or in one picture: the expected one counts, and nobody guesses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtTest import QTest

from dockstation.application.ports.decoder import DecodedCode
from dockstation.domain.scan import ScanRules
from dockstation.ui.main_window.choosing import GONE_S, SETTLED_S, Gathering, choose, distinct, rank
from dockstation.ui.widgets import CameraView
from dockstation.ui.widgets.code_boxes import CodeBox, CodeBoxes, target
from tests.fakes.decoder import code
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.pictures import OTHER_TRACKING, TRACKING, codes_picture, label_picture

RULES = ScanRules(order_pattern=r"\d{6}-\d{7}")
RMA = code("DSRMA-R26110001")
BIN = code("DSBIN-A1")
SF = code("SF1234567890123", "Code128")
YTO = code("YT1234567890123", "Code128")
ORDER = code("260304-1234567")
EAN = code("6901234567892", "EAN13")
GS1 = code("0106901234567892\x1d21ABC", "GS1DataMatrix")
DIGITS = code("123456789012", "Code128")
"""A FedEx number, or a GTIN, or neither."""
LINK = code("https://example.com/x")


@pytest.mark.parametrize(
    ("stage", "codes", "wanted"),
    [
        ("home", (SF, RMA), RMA),
        ("home", (EAN, LINK, SF), SF),
        ("home", (ORDER, EAN), ORDER),
        ("home", (ORDER, SF), SF),
        ("home", (SF, BIN), SF),
        ("home", (SF, YTO), None),
        ("home", (SF, DIGITS), None),
        ("home", (LINK, BIN), None),
        ("receive", (SF, EAN), EAN),
        ("receive", (RMA, EAN, LINK), EAN),
        ("receive", (EAN, GS1), None),
        ("dock", (RMA, SF), SF),
        ("dock", (RMA, EAN, LINK), RMA),
        ("dock", (SF, YTO), None),
        ("decision", (SF, BIN, EAN), BIN),
        ("decision", (SF, EAN), None),
        ("inspect", (SF, RMA), None),
        ("badge", (RMA, code("DSID-ANNA")), code("DSID-ANNA")),
        ("home", (LINK,), LINK),
        ("inspect", (EAN,), EAN),
        ("home", (), None),
    ],
)
def test_the_code_that_the_step_expects_counts_and_among_equals_none(
    stage: str, codes: tuple[DecodedCode, ...], wanted: DecodedCode | None
) -> None:
    assert choose(codes, stage, RULES) == wanted
    assert choose(codes[::-1], stage, RULES) == wanted


def test_the_same_text_twice_is_one_code() -> None:
    again = replace(SF, corners=((50, 50), (60, 50), (60, 60), (50, 60)))
    assert distinct((SF, again)) == (SF,)
    assert choose((SF, again), "home", RULES) == SF


@pytest.mark.parametrize("text", ["", "x" * 5000])
def test_what_is_no_code_at_all_is_never_preferred(text: str) -> None:
    assert choose((code(text), SF), "home", RULES) == SF
    assert choose((code(text), LINK), "home", RULES) is None


@pytest.fixture
def gathering() -> Gathering:
    return Gathering(lambda each: rank(each, "home", RULES))


def test_our_own_label_counts_at_once_and_the_carriers_beside_it_never(gathering: Gathering) -> None:
    assert gathering.see((RMA,), 10.0) == (RMA,)
    gathering.deal((RMA,), 10.0)
    for n in range(40):
        assert gathering.see((RMA, SF) if n % 3 else (SF,), 10.0 + n / 10) == ()


def test_another_code_waits_a_moment_for_those_beside_it(gathering: Gathering) -> None:
    assert gathering.see((SF,), 10.0) == ()
    assert gathering.see((YTO,), 10.1) == ()
    assert gathering.see((), 10.0 + SETTLED_S) == (SF, YTO)


def test_on_a_machine_that_looks_seldom_a_code_counts_at_the_second_look(gathering: Gathering) -> None:
    assert gathering.see((SF,), 10.0) == ()
    assert gathering.see((SF,), 11.0) == (SF,)


def test_our_own_label_is_not_waited_for_in_vain(gathering: Gathering) -> None:
    assert gathering.see((SF,), 10.0) == ()
    assert gathering.see((SF, RMA), 10.1) == (SF, RMA)


def test_a_code_that_stays_before_the_camera_is_new_once_it_has_been_away(gathering: Gathering) -> None:
    gathering.see((RMA,), 10.0)
    gathering.deal((RMA,), 10.0)
    for n in range(100):
        assert gathering.see((RMA,), 10.0 + n / 10) == ()
    assert gathering.see((RMA,), 19.9 + GONE_S) == (RMA,)


def test_the_next_label_counts_while_the_one_before_is_still_there(gathering: Gathering) -> None:
    gathering.see((RMA,), 10.0)
    gathering.deal((RMA,), 10.0)
    other = code("DSRMA-R26110002")
    assert gathering.see((RMA, other), 10.5) == (other,)


# On the window


def before_the_camera(folder: Path, *texts: str) -> Path:
    """A folder as a camera that has these codes before it."""
    folder.mkdir()
    codes_picture(folder / "1.png", *texts)
    return folder


def held(dock: Dock) -> CameraView:
    """The camera's view, once it holds a frame with several codes."""
    view = dock.window.flow.home.screen.camera
    dock._qtbot.waitUntil(lambda: len(view.boxes()) > 1, timeout=10_000)
    return view


def centre(view: CameraView, box: CodeBox) -> QPointF:
    assert view._frame is not None
    image = view._frame[1]
    return target(box, QRectF(view._place(image)), image.size()).center()


def test_two_numbers_before_the_camera_are_asked_about_and_the_tapped_one_counts(dock: Dock, tmp_path: Path) -> None:
    dock.configure(camera=before_the_camera(tmp_path / "film", TRACKING, OTHER_TRACKING))
    dock.begin()
    view = held(dock)
    assert dock.sight.banner == "question"
    assert dock.events() == []
    (box,) = [each for each in view.boxes() if each.key == TRACKING]
    assert TRACKING in box.tag
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=centre(view, box).toPoint())
    assert [(each.key, each.colour) for each in view.boxes()] == [(TRACKING, "green")]
    assert dock.reach("receive").rma == "R26110001"
    dock._qtbot.waitUntil(lambda: view.boxes() == ())
    assert len(dock.events("ParcelArrived")) == 1


def test_the_question_goes_when_the_codes_have_gone(
    dock: Dock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dockstation.ui.main_window.camera_loop.ASKING_S", 0.3)
    film = before_the_camera(tmp_path / "film", TRACKING, OTHER_TRACKING)
    dock.configure(camera=film)
    dock.begin()
    view = held(dock)
    Image.fromarray(np.full((90, 160), 200, np.uint8)).save(film / "1.png")
    dock._qtbot.waitUntil(lambda: view.boxes() == () and dock.sight.banner != "question", timeout=10_000)
    assert dock.events() == []


def test_a_scan_settles_the_question_of_the_camera(dock: Dock, tmp_path: Path) -> None:
    dock.configure(camera=before_the_camera(tmp_path / "film", TRACKING, OTHER_TRACKING))
    dock.begin()
    view = held(dock)
    dock.scan("DSRMA-R26120005")
    assert dock.reach("receive").rma == "R26120005"
    assert view.boxes() == ()


def test_a_return_label_before_the_camera_counts_and_its_carrier_number_does_not(dock: Dock, tmp_path: Path) -> None:
    (tmp_path / "film").mkdir()
    label_picture(tmp_path / "film" / "1.png", "R26120007", OTHER_TRACKING)
    dock.configure(camera=tmp_path / "film")
    dock.begin()
    assert dock.reach("receive").rma == "R26120007"
    dock.settle()
    assert dock.sight.banner != "reject"


# Boxes


PLACE, SIZE = QRectF(100, 50, 640, 360), QSize(1280, 720)


def boxes(*corners: tuple[int, int, int, int]) -> CodeBoxes:
    """Upright boxes by left, top, right and bottom in the picture, called 0, 1 …"""
    shown = CodeBoxes()
    shown.show([CodeBox(str(n), ((x, y), (r, y), (r, b), (x, b)), "tag") for n, (x, y, r, b) in enumerate(corners)])
    return shown


def test_a_box_is_as_large_as_a_glove_however_small_its_code_is() -> None:
    small = boxes((600, 300, 620, 310))
    (box,) = small.boxes
    room = target(box, PLACE, SIZE)
    assert min(room.width(), room.height()) >= 64
    assert small.at(room.topLeft() + QPointF(1, 1), PLACE, SIZE) == "0"
    assert small.at(room.topLeft() - QPointF(2, 2), PLACE, SIZE) == ""


def test_among_boxes_that_crowd_the_nearest_is_meant() -> None:
    crowd = boxes((600, 300, 640, 320), (650, 300, 690, 320), (0, 0, 1280, 720))
    assert crowd.at(QPointF(100 + 312, 50 + 155), PLACE, SIZE) == "0"
    assert crowd.at(QPointF(100 + 333, 50 + 155), PLACE, SIZE) == "1"
    assert crowd.at(QPointF(100 + 20, 50 + 20), PLACE, SIZE) == "2"
    assert crowd.at(QPointF(5, 5), PLACE, SIZE) == ""
