"""The pieces the screens are made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScroller, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dockstation.application.ports.printer import PrinterState
from dockstation.domain.label import Bitmap
from dockstation.ui import theme
from dockstation.ui.widgets import (
    Banner,
    BigButton,
    CameraView,
    LabelPreview,
    OptionGrid,
    PhotoStrip,
    Row,
    RowList,
    StatusStrip,
    TextLabel,
)
from dockstation.ui.widgets.reason_lines import ReasonLines
from dockstation.ui.widgets.row_list import USUAL

LEFT = Qt.MouseButton.LeftButton
NARROW, WIDE = 1024, 1920
RESOURCES = Path("resources")


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.resize(1280, banner.height())
    banner.show()
    return banner


def test_a_rejection_stays_until_it_is_acknowledged(banner: Banner, qtbot: QtBot) -> None:
    banner.show_message("reject", "Not ours")
    banner.show_message("accept", "Counted")
    assert (banner.kind, banner.text()) == ("reject", "Not ours")
    with qtbot.waitSignal(banner.acknowledged):
        QTest.mouseClick(banner, LEFT, pos=QPoint(400, 40))
    assert banner.kind == ""
    banner.show_message("accept", "Counted")
    assert (banner.kind, banner.text()) == ("accept", "Counted")


def test_a_newer_rejection_replaces_an_older_one(banner: Banner) -> None:
    banner.show_message("reject", "First")
    banner.show_message("reject", "Second")
    assert banner.text() == "Second"


def test_only_rejections_can_be_acknowledged(banner: Banner, qtbot: QtBot) -> None:
    banner.show_message("accept", "Counted")
    with qtbot.assertNotEmitted(banner.acknowledged):
        banner.acknowledge()
    assert banner.text() == "Counted"


def test_the_banner_never_changes_its_height(banner: Banner) -> None:
    for kind in ("accept", "question", "reject", "info"):
        banner.show_message(kind, "word " * 60)
        assert banner.height() == banner.sizeHint().height() or banner.minimumHeight() == banner.maximumHeight()
        banner.acknowledge()
    assert banner.minimumHeight() == banner.maximumHeight() >= 72


def test_what_comes_from_outside_is_never_markup(qtbot: QtBot) -> None:
    label = TextLabel("body", "<img src=/etc/passwd><b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_long_word_never_widens_the_screen(qtbot: QtBot) -> None:
    label = TextLabel("headline", "x" * 4000)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 200


def test_a_button_is_large_enough_for_a_glove_and_wraps_its_text(qtbot: QtBot) -> None:
    button = BigButton("choice", "Opened, box in good shape, with all of its leaflets", "2")
    qtbot.addWidget(button)
    assert button.minimumSizeHint().height() >= theme.TOUCH_PX
    assert button.heightForWidth(200) > button.heightForWidth(1000)
    assert button.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_camera_shows_the_frame_it_was_given(qtbot: QtBot) -> None:
    view = CameraView()
    qtbot.addWidget(view)
    view.resize(336, 189)
    view.show_frame(bytes((10, 20, 200)) * 320 * 180, 320, 180, 960)
    middle = view.grab().toImage().pixelColor(168, 94)
    assert (middle.red(), middle.green(), middle.blue()) == (200, 20, 10)


def test_a_camera_that_is_off_says_why(qtbot: QtBot) -> None:
    view = CameraView()
    qtbot.addWidget(view)
    view.show_frame(bytes(320 * 180 * 3), 320, 180, 960)
    view.show_off("No camera")
    assert view.accessibleName() == "No camera"
    view.grab()


def test_the_preview_shows_black_where_the_printer_burns(qtbot: QtBot) -> None:
    preview = LabelPreview()
    qtbot.addWidget(preview)
    preview.resize(402, 242)
    half = (b"\xff" * 50 + b"\x00" * 50) * 480
    preview.show_bitmap(Bitmap(800, 480, 203, half))
    shown = preview.grab().toImage()
    assert shown.pixelColor(100, 120).lightness() < 40
    assert shown.pixelColor(300, 120).lightness() > 215
    preview.show_bitmap(None)
    assert preview.grab().toImage().pixelColor(100, 120).lightness() > 215


def test_the_newest_photo_is_always_seen_and_a_broken_one_does_no_harm(qtbot: QtBot, tmp_path: Path) -> None:
    strip = PhotoStrip()
    qtbot.addWidget(strip)
    strip.resize(112, 84)
    red, broken = tmp_path / "red.png", tmp_path / "broken.jpg"
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    image.save(str(red))
    broken.write_bytes(b"no picture")
    strip.show_photos([broken, tmp_path / "gone.jpg", red])
    assert strip.grab().toImage().pixelColor(56, 42).red() == 255
    strip.show_photos([red, broken])
    assert strip.grab().toImage().pixelColor(56, 42).green() > 200


def test_a_list_that_is_shown_again_takes_no_further_gesture(qtbot: QtBot) -> None:
    rows = RowList()
    qtbot.addWidget(rows)
    rows.show()
    taken = QScroller.grabbedGesture(rows.viewport())
    rows.hide()
    rows.show()
    assert QScroller.grabbedGesture(rows.viewport()) == taken


def test_tapping_a_row_says_which_one(qtbot: QtBot) -> None:
    rows = RowList(tappable=True)
    qtbot.addWidget(rows)
    rows.resize(600, 400)
    rows.show_rows([Row("a", "First"), Row("b", "Second", "detail", "2", "late", "late")])
    rows.show()
    with qtbot.waitSignal(rows.chosen) as chosen:
        QTest.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(rows.model().index(1, 0)).center())
    assert chosen.args == ["b"]


def test_a_row_is_as_tall_as_its_words_need_and_no_taller(qtbot: QtBot) -> None:
    rows = RowList()
    qtbot.addWidget(rows)
    rows.show_rows(
        [Row("a", "Phone X12, 256 GB, graphite black", "K7M42340X  ·  Anna  ·  RMA-2026-004710", "Begun", "due")]
    )

    def height_at(width: int) -> int:
        rows.resize(width, 400)
        rows.show()
        return rows.visualRect(rows.model().index(0, 0)).height()

    assert height_at(1200) == USUAL.height
    narrow = height_at(330)
    assert narrow > USUAL.height
    assert height_at(240) > narrow
    assert height_at(1200) == USUAL.height


def test_a_code_that_is_longer_than_a_line_is_broken_and_not_cut(qtbot: QtBot) -> None:
    rows = RowList()
    qtbot.addWidget(rows)
    rows.show_rows([Row("a", "9261290100130435082878ABCDEF0123456789"), Row("b", "SF1029384756123")])
    rows.resize(330, 400)
    rows.show()
    long, short = (rows.visualRect(rows.model().index(n, 0)).height() for n in (0, 1))
    assert long > short == USUAL.height


def test_reasons_are_whole_in_smaller_letters_before_any_is_cut(qtbot: QtBot) -> None:
    reasons = ReasonLines()
    qtbot.addWidget(reasons)
    reasons.show_reasons([("Advice", "Not the customer's doing: full refund"), ("Freight", "The supplier pays")])
    reasons.resize(260, 400)
    reasons.show()

    def roles() -> set[str]:
        return {each.property("role") for each in reasons.findChildren(TextLabel)} - {"strong"}

    def cut() -> list[str]:
        whys = [each for each in reasons.findChildren(TextLabel) if each.property("role") != "strong"]
        return [each.text() for each in whys if not each.wordWrap()]

    assert (roles(), cut()) == ({"muted"}, [])
    tallest = next(height for height in range(400, 0, -1) if resized(reasons, height) and roles() == {"caption"})
    assert cut() == []
    resized(reasons, tallest - 30)
    assert cut()[:1] == ["Not the customer's doing: full refund"]
    resized(reasons, 400)
    assert (roles(), cut()) == ({"muted"}, [])


def resized(widget: QWidget, height: int) -> bool:
    widget.resize(widget.width(), height)
    return True


def test_answers_are_larger_in_a_large_window_and_as_before_in_a_small_one(qtbot: QtBot) -> None:
    window, grid = QWidget(), OptionGrid()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(grid, alignment=Qt.AlignmentFlag.AlignTop)
    grid.show_options([("a", "One"), ("b", "Two")], "")

    def heights() -> set[int]:
        return {each.height() for each in grid.findChildren(QPushButton)}

    window.resize(1280, 800)
    window.show()
    qtbot.waitUntil(lambda: len(heights()) == 1, timeout=20_000)
    small = heights()
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: min(heights()) > max(small), timeout=20_000)
    window.resize(1024, 768)
    qtbot.waitUntil(lambda: heights() == small, timeout=20_000)


def test_options_are_numbered_and_none_is_chosen_beforehand(qtbot: QtBot) -> None:
    grid = OptionGrid()
    qtbot.addWidget(grid)
    grid.show_options([("a", "One"), ("b", "Two")], "")
    buttons = grid.findChildren(QPushButton)
    assert not any(button.property("marked") for button in buttons)
    with qtbot.waitSignal(grid.chosen) as chosen:
        QTest.mouseClick(buttons[1], LEFT)
    assert chosen.args == ["b"]
    with qtbot.assertNotEmitted(grid.chosen):
        grid.choose(0)
        grid.choose(3)


def _said(strip: StatusStrip) -> str:
    return " | ".join(label.text() for label in strip.findChildren(TextLabel) if not label.isHidden())


@pytest.mark.parametrize("network", ["online", "offline", "unknown", "upgrade", "enrol"])
def test_the_strip_has_words_for_every_state_of_the_network(qtbot: QtBot, network: str) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show_status("", 0, 0, "", "", "en")
    without = _said(strip)
    strip.show_status(network, 0, 0, "", "", "en")
    assert len(_said(strip)) > len(without)


@pytest.mark.parametrize("state", PrinterState)
def test_the_strip_has_words_for_every_state_of_the_printer(qtbot: QtBot, state: PrinterState) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.resize(WIDE, strip.height())
    strip.show_status("online", 0, 0, state, "", "en")
    assert "Printer" in _said(strip)


def test_the_strip_counts_and_names(qtbot: QtBot) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show_status("offline", 12, 3, "ready", "Li Wei", "en")
    for told in ("12", "3", "Li Wei"):
        assert told in _said(strip)
    with qtbot.waitSignal(strip.language_asked):
        QTest.mouseClick(next(each for each in strip.findChildren(BigButton) if not each.isHidden()), LEFT)


def test_a_crowded_strip_says_the_same_in_fewer_words_and_cuts_none_off(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", RESOURCES)
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.resize(NARROW, strip.height())
    strip.show()
    strip.show_policy(is_good=False)
    strip.show_status("offline", 6, 2, "unreachable", "Alexandra Konstantinopolous", "en")
    qapp.processEvents()
    labels = [label for label in strip.findChildren(TextLabel) if label.isVisible()]
    assert [label.text() for label in labels if label.width() < label.sizeHint().width()] == []
    assert "Printer not reachable" not in _said(strip)
    assert "Not reachable" in _said(strip)
    strip.resize(WIDE, strip.height())
    assert "Printer not reachable" in _said(strip)


def test_the_strip_says_itself_again_when_the_language_changes(qtbot: QtBot, qapp: QApplication) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show_status("offline", 12, 0, "", "Li Wei", "en")
    before = _said(strip)
    QApplication.sendEvent(strip, QEvent(QEvent.Type.LanguageChange))
    assert _said(strip) == before
