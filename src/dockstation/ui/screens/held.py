"""The held pool: parcels that were put aside, and the return that one of them is matched to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dockstation.application.held_pool import HeldParcel
from dockstation.domain.rma import Rma
from dockstation.domain.scan import shown
from dockstation.ui import messages
from dockstation.ui.widgets import BigButton, Card, ConfirmButton, PhotoStrip, Row, RowList, Screen, TextLabel, corner

NAMES_TOLD = 2
LEGIBLE = QSize(264, 198)
"""The label in a photo should be told without taking the parcel in hand again."""


@dataclass(frozen=True, slots=True)
class HeldPage:
    """The pool, the parcel that is looked at, and the return that was scanned for it.

    ``may_match``: the person signed in is one who may say whose it is.
    """

    pool: tuple[HeldParcel, ...]
    chosen: HeldParcel | None
    proposed: Rma | None
    may_match: bool


class HeldScreen(Screen):
    """The list on the left, the chosen parcel with its photos on the right."""

    parcel_chosen = Signal(str)
    match_asked = Signal()
    typing_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: HeldPage | None = None
        self._language = "en"
        self._title, self._empty = TextLabel("headline"), TextLabel("lead")
        self._list = RowList(tappable=True)
        self._title.calls(self._list)
        self._list.chosen.connect(self.parcel_chosen)
        self._code, self._why = TextLabel("title"), TextLabel("body")
        self._photos = PhotoStrip(size=LEGIBLE)
        self._todo, self._return = TextLabel("lead"), TextLabel("body")
        self._match, self._type = ConfirmButton(), BigButton("plain")
        self._leave = BigButton("plain")
        self._match.clicked.connect(self.confirm)
        self._type.clicked.connect(self.typing_asked)
        self._leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.FOOT)
        row.setSpacing(self.GAP)
        row.addLayout(self._pool(), 1)
        row.addLayout(self._one(), 1)
        self.retranslate()

    def _pool(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)
        column.addWidget(self._leave)
        return column

    def _one(self) -> QVBoxLayout:
        self._card = Card(padding=16)
        self._card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for widget in (self._code, self._why, self._photos, self._todo, self._return):
            self._card.column.addWidget(widget)
        self._card.column.addStretch(1)
        self._card.column.addWidget(self._type)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._card, 1)
        column.addStretch(0)
        corner(column, self._match)
        return column

    def show_held(self, page: HeldPage, language: str, photos: Sequence[Path]) -> None:
        """Show the pool; ``photos`` are files of the chosen parcel."""
        self._page, self._language = page, language
        self._photos.show_photos(photos)
        self.retranslate()

    def confirm(self) -> None:
        """The primary action: match the parcel to the return that is shown."""
        if self._page and self._page.chosen and self._page.proposed:
            self.match_asked.emit()

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._leave.show_text(self.tr("Back"), "Esc")
        self._type.show_text(self.tr("Type a code"), "F4")
        self._empty.setText(self.tr("No parcel is put aside."))
        if self._page is not None:
            self._show(self._page)

    def _show(self, page: HeldPage) -> None:
        self._title.setText(self.tr("Put aside: {0}").format(len(page.pool)))
        self._list.show_rows([self._row(held, page.chosen) for held in page.pool])
        self._empty.setVisible(not page.pool)
        self._card.setVisible(page.chosen is not None)
        self._match.setVisible(page.chosen is not None and page.proposed is not None)
        if page.chosen is not None:
            self._show_one(page, page.chosen)

    def _show_one(self, page: HeldPage, held: HeldParcel) -> None:
        self._code.setText("  ·  ".join(each for each in (shown(held.parcel.code), held.parcel.rma_number) if each))
        self._why.setText(messages.meaning(held.reason))
        self._why.setVisible(page.proposed is None)
        self._photos.setVisible(bool(held.photos))
        self._todo.setText(self._what_to_do(page))
        self._return.setText(self._told(page.proposed) if page.proposed else "")
        self._return.setVisible(page.proposed is not None)
        number = page.proposed.number if page.proposed else ""
        self._match.show_text(self.tr("Match to {0}").format(number), "Enter")
        self._type.setVisible(page.may_match and page.proposed is None)

    def _what_to_do(self, page: HeldPage) -> str:
        if not page.may_match:
            return self.tr("Only a supervisor can say which return it belongs to.")
        if page.proposed is None:
            return self.tr("Scan the label or type the number of the return that it belongs to.")
        return self.tr("Is it this return?")

    def _told(self, rma: Rma) -> str:
        names = [line.name.in_language(self._language) or line.sku for line in rma.lines[:NAMES_TOLD]]
        more = ["…"] if len(rma.lines) > NAMES_TOLD else []
        about = (rma.number, messages.return_type(rma.return_type), rma.customer, rma.order_number)
        return "\n".join(shown(each) for each in ("  ·  ".join(filter(None, about)), *names, *more))

    def _row(self, held: HeldParcel, chosen: HeldParcel | None) -> Row:
        came = messages.moment(held.parcel.arrived_at, self._language)
        return Row(
            key=held.parcel.parcel_id,
            title=shown(held.parcel.code),
            detail=messages.discrepancy(held.reason),
            figure="▶" if chosen is not None and held.parcel.parcel_id == chosen.parcel.parcel_id else "",
            note=self.tr("since {0}").format(came) if came else "",
        )
