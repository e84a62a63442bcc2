"""The photos of a unit, one after the other; marks are durable before the next photo shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage

from dockstation.application.queries import InspectView
from dockstation.domain.checklist import Defect
from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import MOST_MARKS, Mark, MarkKind, Photo
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan
from dockstation.domain.unit import UnitState
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.messages import sentence
from dockstation.ui.screens.photos import PhotosScreen, PhotosView
from dockstation.ui.widgets.photo_strip import thumbnail

Key = Qt.Key
LARGEST = QSize(4096, 4096)
STEP = 0.01
MOVES = {Key.Key_Left: (-STEP, 0.0), Key.Key_Right: (STEP, 0.0), Key.Key_Up: (0.0, -STEP), Key.Key_Down: (0.0, STEP)}
KEYS = {
    Key.Key_1: "pin", Key.Key_2: "arrow", Key.Key_3: "box", Key.Key_4: "defect", Key.Key_5: "zoom",
    Key.Key_Delete: "remove", Key.Key_F9: "retake", Key.Key_F10: "discard", Key.Key_Escape: "back",
    Key.Key_Left: "before", Key.Key_Right: "next",
}  # fmt: skip
Looked = tuple[InspectView, tuple[Defect, ...]]


class PhotosStage(QObject):
    """Opened on one photo, left to where it was opened from."""

    shown = Signal()
    left = Signal(str)
    """The unit."""
    retake_asked = Signal(str, str, str, str)
    """Unit, question, view, and the SHA-256 of the photo that gives its place to the next."""

    camera_reads = elsewhere = False

    def __init__(self, desk: Desk, screen: PhotosScreen) -> None:
        super().__init__()
        self._desk = desk
        self.screen = screen
        self.view: PhotosView | None = None
        self._lpn = ""
        screen.asked.connect(self._act)
        screen.picture.drawn.connect(self._drawn)
        screen.picture.picked.connect(self._select)

    def enter(self, lpn: str, sha256: str) -> None:
        """Show that photo, or the newest for ""; nothing when the unit has none."""
        self._desk.do(lambda use, _by: _look(use, lpn), lambda looked: self._open(looked, sha256))

    def _open(self, looked: Looked, sha256: str) -> None:
        seen, defects = looked
        self._lpn = seen.unit.lpn
        names = [each.sha256 for each in seen.photos]
        if not names:
            self.left.emit(self._lpn)
            return
        place = names.index(sha256) if sha256 in names else len(names) - 1
        changing = seen.unit.state is UnitState.INSPECTING
        marks = seen.photos[place].marks
        self.view = PhotosView(seen.checklist, seen.photos, place, defects, marks, -1, None, changing)
        self._show_picture()
        self.refresh()
        self.shown.emit()

    def refresh(self) -> None:
        """Show the same again."""
        if self.view is not None:
            self.screen.show_photos(self.view, self._desk.language)

    def _show_picture(self) -> None:
        use, view = self._desk.use_cases, self.view
        if use is None or view is None:
            return
        photo = view.photo
        self.screen.picture.show_photo(QImage())
        if photo.at_server:
            text = QCoreApplication.translate("PhotosStage", "This photo is at the server")
            self.screen.picture.show_photo(QImage(), text)
            return
        self._desk.background.run(
            "pictures", partial(_load, use, photo), partial(self._loaded, photo), partial(self._lost, photo)
        )

    def _loaded(self, photo: Photo, image: QImage) -> None:
        if self.view is not None and self.view.photo == photo:
            lost = DockstationError("photo.damaged", photo=photo.sha256)
            self.screen.picture.show_photo(image, sentence(lost) if image.isNull() else "")

    def _lost(self, photo: Photo, error: BaseException) -> None:
        if self.view is not None and self.view.photo == photo and isinstance(error, DockstationError):
            self.screen.picture.show_photo(QImage(), sentence(error))

    def _act(self, act: str) -> None:
        view = self.view
        if view is None or self._desk.busy:
            return
        if act in ("before", "next"):
            self._turn(view, view.place + (1 if act == "next" else -1))
        elif act == "zoom":
            self.screen.picture.zoom()
        elif act == "back":
            self.back()
        elif view.may_change:
            self._change(view, act)

    def _change(self, view: PhotosView, act: str) -> None:
        if act in list(MarkKind):
            kind = MarkKind(act)
            self.view = replace(view, tool=None if view.tool is kind else kind)
            self.refresh()
        elif act == "defect":
            self._next_defect(view)
        elif act == "remove" and view.selected >= 0:
            self._keep(view.marks[: view.selected] + view.marks[view.selected + 1 :], -1)
        elif act == "retake":
            photo = view.photo
            self._save(lambda: self.retake_asked.emit(self._lpn, photo.question_id, photo.view, photo.sha256))
        elif act == "discard":
            self._discard(view.photo)

    def _turn(self, view: PhotosView, place: int) -> None:
        if 0 <= place < len(view.photos):
            self._save(lambda: self.enter(self._lpn, view.photos[place].sha256))

    def _discard(self, photo: Photo) -> None:
        lpn = self._lpn

        def discard(use: UseCases, by: Operator) -> Looked:
            use.keep_photos.discard(lpn, photo.question_id, photo.sha256, by)
            return _look(use, lpn)

        self._desk.act(discard, self._discarded)

    def _discarded(self, looked: Looked) -> None:
        self._desk.changed.emit()
        self._desk.accept(QCoreApplication.translate("PhotosStage", "Photo discarded"))
        self._open(looked, "")

    def _drawn(self, mark: Mark) -> None:
        view = self.view
        if view is None or not view.may_change or self._desk.busy:
            return
        if len(view.marks) >= MOST_MARKS:
            self._desk.reject(DockstationError("photo.marks", most=MOST_MARKS))
            return
        asked = [each.code for each in view.defects if each.question_id == view.photo.question_id]
        one = asked[0] if len(set(asked)) == 1 else ""
        self._keep((*view.marks, replace(mark, defect=one)), len(view.marks))

    def _next_defect(self, view: PhotosView) -> None:
        if view.selected < 0 or not view.defects:
            return
        codes = ["", *dict.fromkeys(each.code for each in view.defects)]
        now = view.marks[view.selected].defect
        chosen = codes[(codes.index(now) + 1) % len(codes)] if now in codes else ""
        marks = list(view.marks)
        marks[view.selected] = replace(marks[view.selected], defect=chosen)
        self._keep(tuple(marks), view.selected)

    def _select(self, number: int) -> None:
        if self.view is not None:
            self.view = replace(self.view, selected=number)
            self.refresh()

    def _keep(self, marks: tuple[Mark, ...], selected: int) -> None:
        """Show these marks, then write them."""
        if self.view is not None:
            self.view = replace(self.view, marks=marks, selected=selected, tool=None)
            self.refresh()
            self._save(lambda: None)

    def _save(self, then: Callable[[], None]) -> None:
        """Write what has changed, then go on."""
        view, lpn = self.view, self._lpn
        if view is None:
            return
        if not view.may_change or view.marks == view.photo.marks:
            then()
            return
        marks, name = view.marks, view.photo.sha256

        def saved(_none: None) -> None:
            self._desk.changed.emit()
            self._remember(name, marks)
            then()

        self._desk.do(lambda use, by: use.keep_photos.mark(lpn, name, marks, by), saved)

    def _remember(self, name: str, marks: tuple[Mark, ...]) -> None:
        if self.view is not None:
            kept = [replace(each, marks=marks) if each.sha256 == name else each for each in self.view.photos]
            self.view = replace(self.view, photos=tuple(kept))

    def _move(self, view: PhotosView, key: int) -> None:
        across, down = MOVES[Key(key)]
        marks = list(view.marks)
        mark = marks[view.selected]
        moved = replace(mark, x=_within(mark.x + across), y=_within(mark.y + down))
        if mark.kind is not MarkKind.PIN:
            moved = replace(moved, x2=_within(mark.x2 + across), y2=_within(mark.y2 + down))
        marks[view.selected] = moved
        self.view = replace(view, marks=tuple(marks))
        self.refresh()

    def scan(self, scan: Scan) -> None:
        """No code is asked for here."""
        self._desk.reject(DockstationError("scan.not_now", code=scan.shown))

    def command(self, word: str) -> bool:
        """NEXT is the next photo."""
        if word == "NEXT":
            self._act("next")
        return word == "NEXT"

    def key(self, key: int) -> bool:
        """Tab goes from mark to mark, arrows move the one that is chosen, else they turn to the next photo."""
        view = self.view
        if view is None or key not in {*KEYS, *MOVES, Key.Key_Tab}:
            return False
        if key == Key.Key_Tab:
            if view.marks:
                self._save(lambda: self._select((view.selected + 1) % len(view.marks)))
        elif key in MOVES and view.selected >= 0 and view.may_change:
            self._move(view, key)
        elif key in KEYS:
            self._act(KEYS[Key(key)])
        return True

    def confirm(self) -> None:
        """Put the chosen mark into the middle, from where the arrows move it; else one zooms."""
        if self.view is not None and self.view.tool is not None:
            ends = (0.5, 0.5) if self.view.tool is MarkKind.PIN else (0.4, 0.4, 0.6, 0.6)
            self._drawn(Mark(self.view.tool, *ends))
        else:
            self._act("zoom")

    def back(self) -> None:
        """To where the photos were opened."""
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            self._save(lambda: self.left.emit(self._lpn))


def _within(value: float) -> float:
    return min(1.0, max(0.0, round(value, 4)))


def _look(use: UseCases, lpn: str) -> Looked:
    return use.queries.inspect(lpn), use.queries.defects(lpn)


def _load(use: UseCases, photo: Photo) -> QImage:
    path: Path = use.photo_path(photo.sha256)
    return thumbnail(path, LARGEST)
