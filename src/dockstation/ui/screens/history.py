"""All that happened to an item or a return, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from dockstation.application.ports.outbox import Entry, EntryState
from dockstation.application.queries.history import SHOWN, HistoryView, photos_of
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import shown
from dockstation.domain.unit import UnitState
from dockstation.domain.unit_story import UnitStory
from dockstation.ui import messages
from dockstation.ui.widgets import (
    BigButton,
    Card,
    ConfirmButton,
    Looks,
    Row,
    RowList,
    Screen,
    TextLabel,
    Tile,
    corner,
)
from dockstation.ui.widgets.marked_photo import MarkedPhoto

ACTS = {"report": "F7", "server": "F8", "open": "F10"}
"""What else can be done, by the key that does the same."""
GLIMPSE_PX = 150
TONES = {EntryState.REJECTED: "late", EntryState.REVIEW: "late", EntryState.ACKNOWLEDGED: "good"}


@dataclass(frozen=True, slots=True)
class ServerSaid:
    """What the server knows of the item. ``problem`` is why it said nothing."""

    asked: bool = False
    waiting: bool = False
    story: UnitStory | None = None
    problem: DockstationError | None = None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """A history, the event that is looked at, and what the server said; ``people`` are names by badge."""

    view: HistoryView
    chosen: int
    server: ServerSaid = ServerSaid()
    people: Mapping[str, str] = field(default_factory=dict)

    @property
    def entry(self) -> Entry | None:
        """The event that is looked at."""
        entries = self.view.entries
        return entries[self.chosen] if 0 <= self.chosen < len(entries) else None


class HistoryScreen(Screen):
    """Events as rows on the left, the chosen one in full on the right; a photo covers both while it is large."""

    chosen = Signal(int)
    photo_asked = Signal()
    photo_left = Signal()
    act_asked = Signal(str)
    """One of ``ACTS``."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: HistoryPage | None = None
        self._language = "en"
        self._thumbnails: dict[str, QImage] = {}
        self._listed: tuple[HistoryView, tuple[str, int], list[Row]] | None = None
        self._headline, self._about, self._server = TextLabel("title"), TextLabel("muted"), TextLabel("body")
        self._empty, self._list = TextLabel("lead"), RowList(tappable=True)
        self._headline.calls(self._list)
        self._list.chosen.connect(lambda key: self.chosen.emit(int(key)))
        self._title, self._when, self._told = TextLabel("title"), TextLabel("body"), TextLabel("lead")
        self._reasons, self._sent = TextLabel("body"), TextLabel("body")
        self._glimpse, self._small = MarkedPhoto(), ConfirmButton()
        self._glimpse.setMaximumHeight(GLIMPSE_PX)
        self._glimpse.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._small.clicked.connect(self.photo_asked)
        self._acts = {name: self._act(name) for name in ACTS}
        self._leave = BigButton("plain")
        self._leave.setMinimumWidth(240)
        self._leave.clicked.connect(self.left)
        self.large = MarkedPhoto()
        self._places = QStackedLayout(self)
        self._places.addWidget(self._both())
        self._places.addWidget(self._alone())
        self.retranslate()

    def _act(self, name: str) -> Tile:
        button = Tile("plain")
        button.clicked.connect(lambda: self.act_asked.emit(name))
        return button

    def _both(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(self.MARGIN, 16, self.MARGIN, self.FOOT)
        row.setSpacing(self.GAP)
        row.addLayout(self._events(), 3)
        row.addLayout(self._one(), 2)
        return both

    def _events(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        for widget in (self._headline, self._about, self._server, self._empty):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        return column

    def _one(self) -> QVBoxLayout:
        self._card = Card(padding=16)
        for widget in (self._title, self._when, self._told, self._reasons, self._sent, self._glimpse):
            self._card.column.addWidget(widget)
        self._card.column.addStretch(1)
        acts, column = QHBoxLayout(), QVBoxLayout()
        acts.setSpacing(8)
        for button in self._acts.values():
            acts.addWidget(button, 1)
        column.setSpacing(12)
        column.addWidget(self._leave)
        column.addWidget(self._card, 1)
        column.addStretch(0)
        column.addLayout(acts)
        corner(column, self._small)
        return column

    def _alone(self) -> QWidget:
        alone = QWidget()
        column = QVBoxLayout(alone)
        column.setContentsMargins(self.MARGIN, 16, self.MARGIN, 16)
        column.setSpacing(12)
        self._smaller = BigButton("plain")
        self._smaller.clicked.connect(self.photo_left)
        column.addWidget(self.large, 1)
        column.addWidget(self._smaller)
        return alone

    def show_history(self, page: HistoryPage, language: str) -> None:
        """Show it; the list keeps its place, pictures of another one are let go."""
        if self._page is not None and self._page.view.subject != page.view.subject:
            self._thumbnails = {}
        self._page, self._language = page, language
        self.retranslate()

    def show_thumbnails(self, images: Mapping[str, QImage]) -> None:
        """Small pictures of photos by name, as they come."""
        self._thumbnails |= images
        if self._page is not None:
            self._show(self._page)

    def show_large(self, image: QImage | None, why: str = "") -> None:
        """The photo over everything, or why it cannot be seen; None for the list again."""
        self._places.setCurrentIndex(0 if image is None else 1)
        if image is not None:
            self.large.show_photo(image, why)

    @property
    def is_large(self) -> bool:
        """Whether a photo covers the list."""
        return self._places.currentIndex() == 1

    def step(self, rows: int) -> None:
        """Look at the event so many rows below."""
        count = len(self._list.rows())
        if count:
            self.chosen.emit(min(count - 1, max(0, self._list.marked + rows)))

    def possible(self) -> frozenset[str]:
        """What of ``ACTS`` makes sense now."""
        page = self._page
        if page is None or page.view.unit is None:
            return frozenset()
        voided = page.view.unit.state is UnitState.VOIDED
        can = {"report": page.view.has_report, "server": not page.server.waiting, "open": not voided}
        return frozenset(name for name, possible in can.items() if possible)

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._leave.show_text(self.tr("Back"), "Esc")
        self._smaller.show_text(self.tr("Back to the list"), "Esc")
        self._small.show_text(self.tr("Show the photo"), "Enter")
        names = {"report": self.tr("Report"), "server": self.tr("Ask server"), "open": self.tr("Open item")}
        possible = self.possible()
        for name, button in self._acts.items():
            button.show_tile(names[name], ACTS[name])
            button.setVisible(name in possible)
        self._empty.setText(self.tr("Nothing of it has happened at this station yet."))
        if self._page is None:
            self._headline.setText(self.tr("History"))
            self._card.hide()
            self._small.hide()
        else:
            self._show(self._page)

    def _show(self, page: HistoryPage) -> None:
        view = page.view
        self._headline.setText(self.tr("History of {0}").format(shown(view.subject)))
        name = shown(view.line.name.in_language(self._language)) if view.line else ""
        count = self.tr("Events: {0}").format(len(view.entries))
        more = self.tr("only the first {0} are shown").format(SHOWN) if view.more else ""
        parts = (name, view.rma.number if view.unit else "", count, more)
        self._about.setText("  ·  ".join(part for part in parts if part))
        self._server.setText(self._server_words(page))
        self._server.setVisible(view.unit is not None)
        self._empty.setVisible(not view.entries)
        self._list.show_rows(self._rows(page))
        self._list.show_marked(page.chosen)
        self._card.setVisible(page.entry is not None)
        self._small.setVisible(False)
        if page.entry is not None:
            self._show_one(page, page.entry)

    def _server_words(self, page: HistoryPage) -> str:
        said = page.server
        if said.waiting:
            return self.tr("Asking the server what other stations did …")
        if said.problem is not None:
            why = messages.sentence(said.problem)
            return self.tr("Only what happened at this station is shown. {0}").format(why)
        if not said.asked:
            return self.tr("Only what happened at this station is shown.")
        if said.story is None:
            return self.tr("The server knows nothing of this item yet.")
        where = shown(said.story.station_name or said.story.station)
        by = shown(page.people.get(said.story.by, said.story.by))
        state = messages.unit_at_server(said.story.state.value)
        return self.tr("The server says: {0}; last at {1}, {2}.").format(state, where, by or "–")

    def _rows(self, page: HistoryPage) -> list[Row]:
        """Told anew only when something else is to be told: a step through a thousand must not wait for it."""
        wanted = (self._language, len(self._thumbnails))
        if self._listed is None or self._listed[0] is not page.view or self._listed[1] != wanted:
            rows = [self._row(page, place, entry) for place, entry in enumerate(page.view.entries)]
            self._listed = (page.view, wanted, rows)
        return self._listed[2]

    def _row(self, page: HistoryPage, place: int, entry: Entry) -> Row:
        event = entry.event
        told = messages.happened(page.view, entry, self._language)
        came = messages.moment(event.at, self._language)
        picture = next((self._thumbnails[each] for each in photos_of(entry) if each in self._thumbnails), None)
        looks = Looks("", picture) if picture else None
        tone = TONES.get(entry.state, "")
        state = self._state(page, entry)
        return Row(str(place), messages.event_kind(event.kind), told, came, state, tone, looks=looks)

    def _state(self, page: HistoryPage, entry: Entry) -> str:
        words = {
            EntryState.PENDING: self.tr("held up") if page.view.is_stuck(entry) else self.tr("waits"),
            EntryState.PARKED: self.tr("parked"),
            EntryState.ACKNOWLEDGED: self.tr("sent"),
            EntryState.REVIEW: self.tr("needs review"),
            EntryState.REJECTED: self.tr("refused"),
        }
        return words[entry.state]

    def _show_one(self, page: HistoryPage, entry: Entry) -> None:
        event = entry.event
        self._title.setText(messages.event_kind(event.kind))
        badge = str(event.body.get("by", ""))
        who = shown(page.people.get(badge, badge))
        second = str(event.body.get("approved_by", ""))
        approved = self.tr("approved by {0}").format(shown(page.people.get(second, second))) if second else ""
        when = messages.exact_moment(event.at, self._language)
        about = shown(page.view.about(entry)) if page.view.about(entry) != page.view.subject else ""
        self._when.setText("  ·  ".join(part for part in (who, when, approved, about) if part))
        self._told.setText(messages.happened(page.view, entry, self._language))
        self._told.setVisible(bool(self._told.text()))
        reasons = messages.reasons(page.view, entry, self._language)
        self._reasons.setText("\n".join(reasons))
        self._reasons.setVisible(bool(reasons))
        self._sent.setText(self._sent_words(page, entry))
        names = photos_of(entry)
        self._small.setVisible(bool(names))
        seen = next((self._thumbnails[each] for each in names if each in self._thumbnails), None)
        self._glimpse.setVisible(seen is not None)
        if seen is not None:
            self._glimpse.show_photo(seen)

    def _sent_words(self, page: HistoryPage, entry: Entry) -> str:
        came = messages.exact_moment(entry.receipt.received_at, self._language)
        if entry.state in (EntryState.REJECTED, EntryState.REVIEW):
            return messages.said_against(entry.receipt.problem)
        if entry.state is EntryState.ACKNOWLEDGED:
            return self.tr("The server has it since {0}.").format(came) if came else self.tr("The server has it.")
        if entry.state is EntryState.PARKED:
            return self.tr("The server has it and waits for an earlier record of the same thing.")
        if page.view.is_stuck(entry):
            return self.tr("It waits behind a record of the same thing that was refused.")
        return self.tr("The server does not have it yet.")
