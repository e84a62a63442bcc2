"""One photo at a time: looked at closely, marked, discarded, taken again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dockstation.domain.checklist import Checklist, Defect
from dockstation.domain.evidence import Mark, MarkKind, Photo
from dockstation.ui import messages
from dockstation.ui.widgets import Screen, TextLabel, Tile
from dockstation.ui.widgets.marked_photo import MarkedPhoto

COLUMN_PX = 340
COLUMNS = 3
MARKS_TOLD = 4


@dataclass(frozen=True, slots=True)
class PhotosView:
    """The ``place`` of a photo among those of a unit; ``marks`` as they stand now, the ``selected`` one or -1.

    ``may_change`` is False once the unit has been decided.
    """

    checklist: Checklist
    photos: tuple[Photo, ...]
    place: int
    defects: tuple[Defect, ...]
    marks: tuple[Mark, ...]
    selected: int
    tool: MarkKind | None
    may_change: bool

    @property
    def photo(self) -> Photo:
        """The one that is shown."""
        return self.photos[self.place]


class PhotosScreen(Screen):
    """The photo on the left, what can be done with it on the right."""

    asked = Signal(str)
    """One of ACTS."""

    ACTS = ("before", "next", "pin", "arrow", "box", "defect", "remove", "zoom", "retake", "discard", "back")
    KEYS = ("←", "→", "1", "2", "3", "4", "Del", "5", "F9", "F10", "")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: PhotosView | None = None
        self._language = "en"
        self.picture = MarkedPhoto()
        self._place, self._about, self._told = TextLabel("title"), TextLabel("body"), TextLabel("body")
        self._doubts = TextLabel("late")
        self.tiles = {act: Tile("plain") for act in self.ACTS}
        for act, tile in self.tiles.items():
            tile.clicked.connect(lambda _=False, act=act: self.asked.emit(act))
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        side = QWidget()
        side.setFixedWidth(COLUMN_PX)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for label in (self._place, self._about, self._doubts, self._told):
            column.addWidget(label)
        column.addStretch(1)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, act in enumerate(self.ACTS):
            grid.addWidget(self.tiles[act], number // COLUMNS, number % COLUMNS, 1, 2 if act == "back" else 1)
        column.addLayout(grid)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(self.picture, 1)
        row.addWidget(side)

    def show_photos(self, view: PhotosView, language: str) -> None:
        """Show one photo's facts and marks; its picture comes by ``picture.show_photo``."""
        self._view, self._language = view, language
        self.picture.show_marks(view.marks, view.selected)
        self.picture.use_tool(view.tool)
        self.retranslate()

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        words = (
            self.tr("Before"), self.tr("Next"), self.tr("Pin"), self.tr("Arrow"), self.tr("Box"), self.tr("Defect"),
            self.tr("Remove mark"), self.tr("Zoom"), self.tr("Take again"), self.tr("Discard"), self.tr("Back"),
        )  # fmt: skip
        for (act, tile), word, key in zip(self.tiles.items(), words, self.KEYS, strict=True):
            drawing = self._view is not None and self._view.tool is not None and act == self._view.tool.value
            tile.show_tile(word, "Backspace" if act == "back" else key, "●" if drawing else "")
        if self._view is not None:
            self._tell(self._view)
            self._allow(self._view)

    def _tell(self, view: PhotosView) -> None:
        photo = view.photo
        self._place.setText(self.tr("Photo {0} of {1}").format(view.place + 1, len(view.photos)))
        taken = messages.moment(photo.taken_at, self._language) if photo.taken_at else ""
        lines = (self._question(view), "  ·  ".join(each for each in (taken, photo.by) if each))
        self._about.setText("\n".join(each for each in lines if each))
        self._doubts.setText(messages.doubted(photo.warnings))
        self._doubts.setVisible(bool(photo.warnings))
        self._told.setText("\n".join(self._marks(view)))

    def _question(self, view: PhotosView) -> str:
        known = {each.id: each for each in view.checklist.questions}
        question = known.get(view.photo.question_id)
        if question is None:
            return view.photo.question_id
        return (question.named(view.photo.view) or question.text).in_language(self._language)

    def _marks(self, view: PhotosView) -> Sequence[str]:
        names = {each.code: each.text.in_language(self._language) for each in view.defects}
        start = max(0, min(view.selected, len(view.marks) - MARKS_TOLD))
        shown = list(enumerate(view.marks, 1))[start : start + MARKS_TOLD]
        none = self.tr("no defect chosen")
        pointer = {view.selected + 1: "▶ "}
        return [f"{pointer.get(n, '')}{n}. {names.get(mark.defect, mark.defect) or none}" for n, mark in shown]

    def _allow(self, view: PhotosView) -> None:
        chosen = 0 <= view.selected < len(view.marks)
        allowed = {
            "before": view.place > 0,
            "next": view.place + 1 < len(view.photos),
            "defect": view.may_change and chosen and bool(view.defects),
            "remove": view.may_change and chosen,
            "zoom": True,
            "back": True,
        }
        for act, tile in self.tiles.items():
            tile.setEnabled(allowed.get(act, view.may_change))
