"""Pictures of another camera come into a folder, and are the photo that the inspection asks for."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path
from time import monotonic

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from dockstation.adapters.pictures.shots import ShotFolder
from tests.fakes import every_kind
from tests.ui.main_window.dock import Dock

Key = Qt.Key


class Tether(ShotFolder):
    """The folder, and what the station has made of it. Its clock runs ``haste`` times as fast."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, lambda: self.haste * monotonic())
        self.haste = 20
        self.folder = folder
        self.begun = 0
        """How often what lay there became old, and how often that had been looked at since."""
        self.looked = 0
        self.found, self.gate = threading.Event(), threading.Event()
        """Whether something new lies there, and whether it may be taken."""
        self.gate.set()
        self.unread: list[str] = []
        """What could not be read, each time that it was tried."""

    def begin(self) -> tuple[Path, ...]:
        self.begun += 1
        return super().begin()

    def look(self) -> tuple[Path, ...]:
        found = super().look()
        self.looked = self.begun
        if found:
            self.found.set()
            self.gate.wait(20)
        return found

    def settle(self, path: Path, *, taken: bool) -> bool:
        if not taken:
            self.unread.append(path.name)
        return super().settle(path, taken=taken)


@pytest.fixture
def tether(dock: Dock, tmp_path: Path) -> Tether:
    """At a station without a camera."""
    tether = Tether(tmp_path / "tether")
    tether.folder.mkdir()
    dock.set_in("camera", f"photo_folder = '{tether.folder}'")
    return tether


def shot(folder: Path, name: str, colour: str = "red") -> Path:
    Image.new("RGB", (400, 300), colour).save(folder / name)
    return folder / name


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def to_the_photo(dock: Dock, tether: Tether) -> None:
    """At the photo of a scratched screen."""
    dock.begin(open_shots=lambda: tether)
    dock.start_inspection()
    dock.press(Key.Key_2)
    dock.until(lambda sight: sight.question == "screen")
    scratch(dock, tether)


def scratch(dock: Dock, tether: Tether) -> None:
    """What comes in from now on counts, if the folder is there."""
    begun = tether.begun
    dock.press(Key.Key_2)
    dock.until(lambda sight: (sight.question, sight.step) == ("screen", "photo"))
    dock._qtbot.waitUntil(lambda: tether.begun > begun)


def taken(dock: Dock) -> list[tuple[str, str]]:
    return [(each["question"], each["sha256"]) for each in dock.events("PhotoTaken")]


def test_a_picture_that_comes_in_is_the_photo_byte_by_byte(dock: Dock, tether: Tether) -> None:
    shot(tether.folder, "before.jpg", "blue")
    to_the_photo(dock, tether)
    assert "a new picture in the folder tether" in dock.window.flow.inspect.screen.camera._reason
    picture = shot(tether.folder, "IMG_1.JPG")
    sight = dock.until(lambda sight: sight.question == "housing")
    assert "Photo taken" in sight.said
    assert taken(dock) == [("screen", sha256(picture))]
    assert picture.exists()


def test_a_picture_is_waited_for_until_it_is_whole(dock: Dock, tether: Tether) -> None:
    tether.haste = 1
    to_the_photo(dock, tether)
    whole = shot(tether.folder.parent, "whole.jpg").read_bytes()
    half = tether.folder / "IMG_1.JPG"
    half.write_bytes(whole[: len(whole) // 2])
    dock._qtbot.waitUntil(lambda: bool(tether.unread))
    assert (taken(dock), dock.sight.banner == "reject") == ([], False)
    half.write_bytes(whole)
    dock.until(lambda sight: sight.question == "housing")
    assert taken(dock) == [("screen", sha256(half))]


def test_what_is_no_picture_is_refused_in_words_and_the_next_one_is_taken(dock: Dock, tether: Tether) -> None:
    to_the_photo(dock, tether)
    (tether.folder / "IMG_1.CR3").write_bytes(b"a sensor's own")
    sight = dock.until(lambda sight: sight.banner == "reject")
    assert "IMG_1.CR3 cannot be read" in sight.said
    assert (sight.question, sight.step, taken(dock)) == ("screen", "photo", [])
    shot(tether.folder, "IMG_2.JPG")
    dock.until(lambda sight: sight.question == "housing")


def test_a_picture_that_comes_while_none_is_asked_for_is_refused_and_not_the_next_photo(
    dock: Dock, tether: Tether
) -> None:
    to_the_photo(dock, tether)
    dock.press(Key.Key_F9)
    dock.until(lambda sight: sight.step == "answer")
    shot(tether.folder, "IMG_1.JPG")
    assert "IMG_1.JPG came when no photo was asked for" in dock.until(lambda sight: sight.banner == "reject").said
    scratch(dock, tether)
    picture = shot(tether.folder, "IMG_2.JPG", "green")
    dock.until(lambda sight: sight.question == "housing")
    assert taken(dock) == [("screen", sha256(picture))]


def test_a_picture_that_comes_just_before_the_question_is_refused_too(dock: Dock, tether: Tether) -> None:
    to_the_photo(dock, tether)
    dock.press(Key.Key_F9)
    dock.until(lambda sight: sight.step == "answer")
    gate = threading.Event()
    dock.hold("pictures", lambda: gate.wait(20))
    shot(tether.folder, "IMG_1.JPG")
    dock.press(Key.Key_2)
    dock.until(lambda sight: sight.step == "photo")
    gate.set()
    assert "IMG_1.JPG came when no photo was asked for" in dock.until(lambda sight: sight.banner == "reject").said
    assert taken(dock) == []


def test_a_picture_that_comes_late_is_kept_and_moves_nobody_who_went_back(dock: Dock, tether: Tether) -> None:
    to_the_photo(dock, tether)
    tether.gate.clear()
    picture = shot(tether.folder, "IMG_1.JPG")
    dock._qtbot.waitUntil(tether.found.is_set)
    dock.press(Key.Key_Backspace)
    dock.until(lambda sight: sight.step == "answer")
    tether.gate.set()
    dock._qtbot.waitUntil(lambda: taken(dock) == [("screen", sha256(picture))])
    dock.settle()
    assert (dock.sight.question, dock.sight.step, dock.sight.photos) == ("packaging", "answer", 1)
    dock.press(Key.Key_Escape)
    dock.until(lambda sight: sight.question == "housing")


def test_a_folder_that_is_away_is_said_and_watched_again_by_itself(dock: Dock, tether: Tether) -> None:
    tether.folder.rmdir()
    to_the_photo(dock, tether)
    assert "is not there" in dock.until(lambda sight: sight.banner == "reject").said
    tether.folder.mkdir()
    dock._qtbot.waitUntil(lambda: tether.looked == tether.begun)
    shot(tether.folder, "IMG_1.JPG")
    dock.until(lambda sight: sight.question == "housing")


def test_two_pictures_at_once_are_two_photos_of_the_question_that_was_open(dock: Dock, tether: Tether) -> None:
    to_the_photo(dock, tether)
    dock._qtbot.waitUntil(lambda: tether.looked == tether.begun)
    gate = threading.Event()
    dock.hold("pictures", lambda: gate.wait(20))
    for number, colour in enumerate(("red", "green")):
        shot(tether.folder, f"IMG_{number}.JPG", colour)
    gate.set()
    dock.until(lambda sight: sight.question == "housing" and sight.photos == 2)
    assert {question for question, _ in taken(dock)} == {"screen"}


def test_where_several_sides_are_asked_for_each_picture_is_the_next_one(dock: Dock, tether: Tether) -> None:
    every_kind.install(dock.config, "sides")
    dock.begin(open_shots=lambda: tether)
    dock.start_inspection()
    dock._qtbot.waitUntil(lambda: tether.begun > 0 and tether.looked == tether.begun)
    gate = threading.Event()
    dock.hold("pictures", lambda: gate.wait(20))
    pictures = [shot(tether.folder, f"IMG_{number}.JPG", colour) for number, colour in enumerate(("red", "green"))]
    gate.set()
    dock.until(lambda sight: sight.step == "done")
    sides = [(each["view"], each["sha256"]) for each in dock.events("PhotoTaken")]
    assert sides == [("front", sha256(pictures[0])), ("back", sha256(pictures[1]))]
