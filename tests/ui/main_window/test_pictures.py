"""Pictures as a scanner: dropped, pasted, picked and uploaded; whatever they are, the station goes on."""

from __future__ import annotations

import shutil
from pathlib import Path
from time import monotonic

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from dockstation.adapters.pictures.folder import WatchedFolder
from dockstation.ui.main_window.picture_loop import MOST_WAITING
from tests.fakes.returns import IMEI
from tests.ui.looking import buttons
from tests.ui.main_window.dock import LABEL, Dock
from tests.ui.main_window.pictures import (
    OTHER_TRACKING,
    TRACKING,
    blank_picture,
    codes_picture,
    drop,
    files,
    label_picture,
    names,
    paste,
    refused,
)


def choosing(dock: Dock) -> None:
    dock._qtbot.waitUntil(lambda: dock.sight.stage == "choosing", timeout=10_000)


def watch(dock: Dock, folder: Path) -> Path:
    """Have the station watch this folder."""
    folder.mkdir(exist_ok=True)
    with (dock.config / "station.toml").open("a", encoding="utf-8") as settings:
        settings.write(f"\n[pictures]\nfolder = '{folder}'\nevery_seconds = 0.1\n")
    return folder


def upload(picture: Path, folder: Path) -> None:
    shutil.copy(picture, folder / picture.name)


def test_a_photo_of_a_label_dropped_on_the_window_opens_its_parcel(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    assert drop(dock.window, files(label_picture(tmp_path / "label.png"))) is Qt.DropAction.CopyAction
    assert dock.reach("receive").rma == "R26110001"


def test_a_photo_dropped_while_the_station_starts_is_read_once_it_is_there(dock: Dock, tmp_path: Path) -> None:
    window = dock.begin(ready=False)
    drop(window, files(label_picture(tmp_path / "label.png")))
    assert dock.reach("receive").rma == "R26110001"


def test_a_photo_of_an_item_is_counted_where_items_are_counted(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    dock.open_parcel()
    drop(dock.window, files(codes_picture(tmp_path / "phone.jpg", LABEL, IMEI)))
    assert len(dock.until(lambda sight: bool(sight.units)).units) == 1


def test_several_photos_dropped_at_once_are_taken_in_their_order(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    pictures = [codes_picture(tmp_path / f"{n}.png", f"DSRMA-R2612000{n}") for n in (4, 2, 3)]
    drop(dock.window, files(*pictures))
    dock.until(lambda sight: sight.rma == "R26120003")
    assert [event["rma_number"] for event in dock.events("ParcelArrived")] == ["R26120004", "R26120002", "R26120003"]


def test_a_picture_out_of_a_browser_is_read_as_it_is(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    mime = files("https://example.com/label.png")
    mime.setImageData(QImage(str(label_picture(tmp_path / "label.png"))))
    drop(dock.window, mime)
    assert dock.reach("receive").rma == "R26110001"


def test_a_copied_picture_is_pasted(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    QGuiApplication.clipboard().setImage(QImage(str(label_picture(tmp_path / "label.png"))))
    paste(dock.window)
    assert dock.reach("receive").rma == "R26110001"


def test_a_copied_picture_with_a_transparent_ground_is_read_as_on_white(dock: Dock, tmp_path: Path) -> None:
    codes_picture(tmp_path / "code.png", LABEL)
    with Image.open(tmp_path / "code.png") as grey:
        clear = Image.new("RGBA", grey.size, (0, 0, 0, 0))
        clear.paste((0, 0, 0, 255), mask=grey.point(lambda value: 255 - value))
    clear.save(tmp_path / "clear.png")
    dock.begin()
    QGuiApplication.clipboard().setImage(QImage(str(tmp_path / "clear.png")))
    paste(dock.window)
    assert dock.reach("receive").rma == "R26110001"


def test_copied_files_are_pasted(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    QGuiApplication.clipboard().setMimeData(files(label_picture(tmp_path / "label.png")))
    paste(dock.window)
    assert dock.reach("receive").rma == "R26110001"


def test_copied_words_are_no_picture(dock: Dock) -> None:
    dock.begin()
    QGuiApplication.clipboard().setText(LABEL)
    paste(dock.window)
    dock.until(lambda sight: sight.banner == "reject")
    assert dock.events() == []


def test_what_is_pasted_into_the_field_of_a_code_stays_there(dock: Dock) -> None:
    window = dock.begin()
    dock.press(Qt.Key.Key_F4)
    QGuiApplication.clipboard().setText("ABC123")
    paste(window)
    dock._qtbot.waitUntil(lambda: window.pages.typing._field.text() == "ABC123")
    assert dock.sight.banner != "reject"


def test_a_picture_is_picked_among_the_files(dock: Dock, tmp_path: Path) -> None:
    label_picture(tmp_path / "label.png")
    window = dock.begin()
    dock.press(Qt.Key.Key_F6)
    (dialog,) = window.findChildren(QFileDialog)
    (field,) = dialog.findChildren(QLineEdit)
    field.setText(str(tmp_path / "label.png"))
    dialog.accept()
    assert dock.reach("receive").rma == "R26110001"


def test_escape_leaves_the_files_and_nothing_behind_them_is_pressed(dock: Dock) -> None:
    window = dock.begin()
    dock.count_phone()
    dock.press(Qt.Key.Key_F6)
    (dialog,) = window.findChildren(QFileDialog)
    dock._qtbot.waitUntil(dialog.isVisible)
    dock.press(Qt.Key.Key_Escape)
    dock._qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))
    assert (dock.sight.stage, dock.events("InspectionStarted")) == ("receive", [])


def test_a_picture_without_a_code_is_said_with_its_name(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    drop(dock.window, files(blank_picture(tmp_path / "blank.png")))
    refused(dock)
    assert dock.window.desk._standing is not None
    assert dock.window.desk._standing.code == "picture.no_code"
    assert dock.window.desk._standing.facts["file"] == str(tmp_path / "blank.png")


# Several codes in one picture


def two_parcels(tmp_path: Path) -> Path:
    return codes_picture(tmp_path / "two.png", TRACKING, OTHER_TRACKING)


def test_among_several_codes_nothing_is_guessed_and_a_tapped_row_counts(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    drop(dock.window, files(two_parcels(tmp_path)))
    choosing(dock)
    assert TRACKING in dock.said
    assert OTHER_TRACKING in dock.said
    assert dock.events() == []
    row = next(each for each in buttons(dock.window) if TRACKING in each.accessibleName())
    assert min(row.width(), row.height()) >= 64
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert dock.reach("receive").rma == "R26110001"


def test_a_tap_on_the_code_in_the_picture_counts_as_well(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    drop(dock.window, files(two_parcels(tmp_path)))
    choosing(dock)
    picture = dock.window.pages.choosing.picture
    assert len(picture.boxes()) == 2
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(picture.width() // 4, picture.height() // 2))
    assert dock.reach("receive").rma == "R26110001"


def test_the_number_of_a_row_chooses_it(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    drop(dock.window, files(two_parcels(tmp_path)))
    choosing(dock)
    place = [code.shown for code in dock.window.pages.choosing._codes].index(TRACKING)
    dock.press(Qt.Key(Qt.Key.Key_1 + place))
    assert dock.reach("receive").rma == "R26110001"


def test_none_of_these_leaves_everything_as_it_was_and_the_next_picture_follows(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    drop(dock.window, files(two_parcels(tmp_path), label_picture(tmp_path / "label.png")))
    choosing(dock)
    dock.settle()
    assert (dock.sight.stage, dock.events()) == ("choosing", [])
    dock.press(Qt.Key.Key_Escape)
    assert dock.reach("receive").rma == "R26110001"
    assert len(dock.events("ParcelArrived")) == 1


def test_a_scan_while_a_code_is_to_be_chosen_goes_its_own_way(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    drop(dock.window, files(two_parcels(tmp_path)))
    choosing(dock)
    dock.scan("DSRMA-R26120005")
    assert dock.reach("receive").rma == "R26120005"
    drop(dock.window, files(label_picture(tmp_path / "label.png")))
    assert dock.until(lambda sight: sight.rma == "R26110001").stage == "receive"


# The folder that phones upload to


def test_an_uploaded_photo_opens_its_parcel_and_is_read_once_for_ever(dock: Dock, tmp_path: Path) -> None:
    folder = watch(dock, tmp_path / "phones")
    dock.begin()
    upload(label_picture(tmp_path / "label.png"), folder)
    assert dock.reach("receive").rma == "R26110001"
    assert names(folder) == ["read"]
    dock.window.close()
    dock.begin()
    upload(blank_picture(tmp_path / "blank.png"), folder)
    refused(dock)
    assert (names(folder / "no-code"), names(folder / "read")) == (["blank.png"], ["label.png"])
    assert len(dock.events("ParcelArrived")) == 1


def test_uploads_wait_while_a_unit_is_inspected(dock: Dock, tmp_path: Path) -> None:
    folder = watch(dock, tmp_path / "phones")
    dock.begin()
    dock.start_inspection()
    upload(codes_picture(tmp_path / "next.png", "DSRMA-R26120005"), folder)
    looks = dock.window._picture_loop._every
    for _ in range(4):
        with dock._qtbot.waitSignal(looks.timeout):
            pass
    assert names(folder) == ["next.png"]
    dock.scan("DSCMD-PAUSE")
    assert dock.until(lambda sight: sight.rma == "R26120005").stage == "receive"


def test_an_upload_that_nobody_chose_from_before_the_end_is_there_at_the_next_start(
    dock: Dock, tmp_path: Path
) -> None:
    folder = watch(dock, tmp_path / "phones")
    dock.begin()
    upload(two_parcels(tmp_path), folder)
    choosing(dock)
    dock.window.close()
    assert names(folder) == ["two.png"]
    dock.begin()
    choosing(dock)
    dock.press(Qt.Key.Key_Escape)
    dock._qtbot.waitUntil(lambda: names(folder) == ["read"])
    assert dock.events() == []


def test_a_folder_that_is_away_is_said_once_and_read_again_when_it_is_back(dock: Dock, tmp_path: Path) -> None:
    folder = watch(dock, tmp_path / "phones")
    folder.rmdir()
    dock.begin()
    refused(dock)
    dock.hands.acknowledge()
    dock._qtbot.waitUntil(lambda: dock.sight.banner == "")
    for _ in range(3):
        with dock._qtbot.waitSignal(dock.window._picture_loop._every.timeout):
            pass
    assert dock.sight.banner == ""
    folder.mkdir()
    upload(label_picture(tmp_path / "label.png"), folder)
    assert dock.reach("receive").banner != "reject"


def test_an_upload_that_never_becomes_a_picture_is_put_aside(dock: Dock, tmp_path: Path) -> None:
    folder = watch(dock, tmp_path / "phones")
    dock.begin(open_inbox=lambda: WatchedFolder(folder, lambda: 20 * monotonic()))
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff nothing")
    refused(dock)
    assert (names(folder), names(folder / "refused")) == (["refused"], ["broken.jpg"])


def test_more_pictures_than_can_wait_are_refused_aloud(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    picture = blank_picture(tmp_path / "blank.png")
    heard: list[str] = []
    dock.window.desk.refused.connect(heard.append)
    drop(dock.window, files(*[picture] * (MOST_WAITING + 6)))
    dock._qtbot.waitUntil(lambda: len(heard) == MOST_WAITING + 1, timeout=30_000)
    assert heard == ["picture.too_many"] + ["picture.no_code"] * MOST_WAITING


def test_a_file_that_was_to_be_moved_here_is_only_copied(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    mime = files(label_picture(tmp_path / "label.png"))
    assert drop(dock.window, mime, moving=True) is Qt.DropAction.CopyAction
    dock.reach("receive")


def test_what_holds_no_picture_is_not_taken_at_all(dock: Dock) -> None:
    dock.begin()
    mime = QMimeData()
    mime.setText(LABEL)
    assert drop(dock.window, mime) is Qt.DropAction.IgnoreAction


def test_the_window_closes_amid_its_pictures(dock: Dock, tmp_path: Path) -> None:
    dock.begin()
    drop(dock.window, files(*[label_picture(tmp_path / "label.png")] * 20))
    dock.window.close()
    assert dock.window.all_done
