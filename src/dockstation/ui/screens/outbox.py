"""The outbox: what waits for the server and why, what the server said, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dockstation.application.outbox_queue import OutboxView, Part, Side, Told
from dockstation.application.ports.outbox import EntryState, PhotoEntry, Receipt
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import shown
from dockstation.domain.text import Text
from dockstation.ui import messages
from dockstation.ui.widgets import BigButton, Card, ConfirmButton, Row, RowList, Screen, TextLabel, Tile, feet

ACTS = {"again": "F8", "note": "F9", "open": "F10"}
"""What can be done about one of them, by the key that does the same."""
TONES = {EntryState.REJECTED: "late", EntryState.REVIEW: "late", EntryState.ACKNOWLEDGED: "good"}
AGAINST = (EntryState.REJECTED, EntryState.REVIEW)
HASH_CHARACTERS = 12
UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class Line:
    """How it stands with the server. ``problem`` is why the last try failed.

    ``next_s`` are the seconds to the next try, ``floor_s`` those that the server asked for.
    """

    network: str = "unknown"
    problem: DockstationError | None = None
    next_s: int = 0
    floor_s: int = 0
    running: bool = False


@dataclass(frozen=True, slots=True)
class OutboxPage:
    """The outbox, the entry or photo that is looked at by its key, and what goes with them.

    ``may_settle``: the person signed in is one who may act. ``places`` are dispositions by code, ``people`` names
    by badge.
    """

    view: OutboxView
    chosen: str = ""
    may_settle: bool = False
    places: Mapping[str, Text] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> Told | None:
        """The entry that is looked at."""
        return next((each for each in self.view.told if each.entry.event.id == self.chosen), None)

    @property
    def photo(self) -> PhotoEntry | None:
        """The photo that is looked at."""
        return next((each for each in self.view.photos if each.sha256 == self.chosen), None)

    @property
    def keys(self) -> tuple[str, ...]:
        """What can be chosen, in order."""
        return (*(each.entry.event.id for each in self.view.told), *(each.sha256 for each in self.view.photos))


class OutboxScreen(Screen):
    """How it stands above, the list on the left, one of them on the right."""

    part_chosen = Signal(str)
    entry_chosen = Signal(str)
    act_asked = Signal(str)
    """One of ``ACTS``."""
    send_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: OutboxPage | None = None
        self._line, self._language = Line(), "en"
        self._headline, self._why = TextLabel("title"), TextLabel("body")
        self._tiles = {part: self._tile(part) for part in Part}
        self._empty, self._list = TextLabel("lead"), RowList(tappable=True)
        self._headline.calls(self._list)
        self._list.chosen.connect(self.entry_chosen)
        self._title, self._about, self._said = TextLabel("title"), TextLabel("body"), TextLabel("body")
        self._sides, self._noted = _Sides(), TextLabel("muted")
        self._acts = {name: self._act(name) for name in ACTS}
        self._send, self._leave = ConfirmButton(), BigButton("plain")
        self._send.clicked.connect(self.send_asked)
        self._leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.MARGIN, 16, self.MARGIN, self.FOOT)
        row.setSpacing(self.GAP)
        row.addLayout(self._queue(), 1)
        row.addLayout(self._side(), 1)
        self.retranslate()

    def _tile(self, part: Part) -> Tile:
        tile = Tile("choice")
        tile.clicked.connect(lambda: self.part_chosen.emit(part.value))
        return tile

    def _act(self, name: str) -> Tile:
        button = Tile("plain")
        button.clicked.connect(lambda: self.act_asked.emit(name))
        return button

    def _queue(self) -> QVBoxLayout:
        tiles, column = QHBoxLayout(), QVBoxLayout()
        tiles.setSpacing(8)
        for tile in self._tiles.values():
            tiles.addWidget(tile, 1)
        column.setSpacing(8)
        column.addWidget(self._headline)
        column.addWidget(self._why)
        column.addLayout(tiles)
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)
        return column

    def _side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._one(), 1)
        column.addStretch(0)
        column.addLayout(feet(self._send, self._leave))
        return column

    def _one(self) -> Card:
        self._card = Card(padding=16)
        self._card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for widget in (self._title, self._about, self._said, self._sides, self._noted):
            self._card.column.addWidget(widget)
        self._card.column.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        for button in self._acts.values():
            acts.addWidget(button, 1)
        self._card.column.addLayout(acts)
        return self._card

    def show_outbox(self, page: OutboxPage, language: str) -> None:
        """Show the outbox; the list keeps its place."""
        self._page, self._language = page, language
        self.retranslate()

    def show_line(self, line: Line) -> None:
        """Say how it stands with the server now."""
        self._line = line
        if self._page is not None:
            self._show_line(self._page)

    def step(self, rows: int) -> None:
        """Look at the one so many rows below."""
        listed = self._list.rows()
        if listed:
            self.entry_chosen.emit(listed[min(len(listed) - 1, max(0, self._list.marked + rows))].key)

    def possible(self) -> frozenset[str]:
        """What of ``ACTS`` can be done now."""
        page = self._page
        if page is None:
            return frozenset()
        refused = page.photo is not None and page.photo.state is EntryState.REJECTED
        told = page.told
        state = told.entry.state if told else None
        noted = told is not None and bool(told.entry.receipt.noted_at)
        can = {
            "again": page.may_settle and (refused or state is EntryState.REJECTED),
            "note": page.may_settle and state in AGAINST and not noted,
            "open": state in AGAINST and told is not None and told.entry.event.aggregate.startswith("unit:"),
        }
        return frozenset(name for name, possible in can.items() if possible)

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._leave.show_text(self.tr("Back"), "Esc")
        self._send.show_text(self.tr("Send now"), "F5")
        names = {"again": self.tr("Try again"), "note": self.tr("Take note"), "open": self.tr("Open the item")}
        for name, button in self._acts.items():
            button.show_tile(names[name], ACTS[name])
        self._empty.setText(self.tr("There is nothing of this kind."))
        if self._page is not None:
            self._show(self._page)

    def _show(self, page: OutboxPage) -> None:
        self._show_line(page)
        self._show_tiles(page.view)
        self._list.show_rows([*map(self._row, page.view.told), *map(self._photo_row, page.view.photos)])
        self._list.show_marked(page.keys.index(page.chosen) if page.chosen in page.keys else -1)
        self._empty.setVisible(not page.keys)
        told, photo = page.told, page.photo
        self._card.setVisible(told is not None or photo is not None)
        if told is not None:
            self._show_one(told, page)
        elif photo is not None:
            self._show_photo(photo, page)
        possible = self.possible()
        for name, button in self._acts.items():
            button.setVisible(name in possible)

    def _show_line(self, page: OutboxPage) -> None:
        counts, line = page.view.counts, self._line
        waiting = [self.tr("To send: {0}").format(counts.pending)] if counts.pending else []
        if counts.pending and page.view.minutes:
            waiting.append(self.tr("the oldest for {0}").format(messages.age(page.view.minutes)))
        photos = self.tr("Photos to send: {0}, {1}.").format(counts.photos, messages.size(counts.photo_bytes))
        self._headline.setText(
            "  ·  ".join(waiting) or (self.tr("Photos remain") if counts.photos else self.tr("All sent"))
        )
        last = messages.moment(page.view.last_success, self._language)
        said = [
            photos if counts.photos else "",
            self._reason(line),
            self.tr("Last success: {0}").format(last) if last else "",
        ]
        self._why.setText(" ".join(part for part in said if part))
        self._send.setEnabled(not line.running)

    def _reason(self, line: Line) -> str:
        if line.running:
            return self.tr("Sending…")
        if line.problem is None:
            return self.tr("The server answers.") if line.network == "online" else ""
        seconds = self.tr("Next try in {0} s.").format(line.next_s) if line.next_s else ""
        asked = self.tr("The server asked for a pause.") if line.floor_s else ""
        return " ".join(part for part in (messages.sentence(line.problem), asked, seconds) if part)

    def _show_tiles(self, view: OutboxView) -> None:
        texts = {
            Part.WAITING: self.tr("Waiting"),
            Part.REJECTED: self.tr("Refused"),
            Part.REVIEW: self.tr("To settle"),
            Part.PHOTOS: self.tr("Photos"),
            Part.SENT: self.tr("Sent"),
        }
        counts = view.counts
        alarms = {
            Part.REJECTED: counts.rejected > counts.rejected_noted,
            Part.REVIEW: counts.review > counts.review_noted,
            Part.PHOTOS: counts.photos_rejected > 0,
        }
        for number, (part, tile) in enumerate(self._tiles.items(), 1):
            tile.show_tile(texts[part], str(number), str(view.count(part)), alarming=alarms.get(part, False))
            tile.show_marked(part is view.part)

    def _show_one(self, told: Told, page: OutboxPage) -> None:
        event, receipt = told.entry.event, told.entry.receipt
        self._title.setText(messages.event_kind(event.kind))
        by = str(event.body.get("by", ""))
        about = (shown(told.about), shown(page.people.get(by, by)), messages.moment(event.at, self._language))
        number = self.tr("record {0}").format(event.seq)
        self._about.setText("  ·  ".join(part for part in (*about, number) if part))
        self._said.setText("\n".join(part for part in self._word_of(told, page) if part))
        self._sides.show_sides(told.sides, self._side_words(page))
        self._sides.setVisible(bool(told.sides))
        self._noted.setText(self._noted_word(receipt, page))
        self._noted.setVisible(bool(receipt.noted_at))

    def _noted_word(self, receipt: Receipt, page: OutboxPage) -> str:
        at = messages.moment(receipt.noted_at, self._language)
        name = shown(page.people.get(receipt.noted_by, receipt.noted_by))
        if not receipt.verdict:
            return self.tr("{0} took note of it, {1}").format(name, at)
        verdict = messages.office_verdict(receipt.verdict)
        settled = self.tr("The office has settled it ({0}, {1}): {2}.").format(name, at, verdict)
        return f"{settled} {shown(receipt.reason)}".strip()

    def _word_of(self, told: Told, page: OutboxPage) -> tuple[str, ...]:
        receipt, state = told.entry.receipt, told.entry.state
        came = messages.moment(receipt.received_at, self._language)
        if state is EntryState.PENDING:
            stuck = self.tr("It waits behind a record of the same thing that was refused.")
            return (stuck if told.stuck else self.tr("The server does not have it yet."),)
        if state is EntryState.PARKED:
            return (self.tr("The server has it and waits for an earlier record of the same thing."),)
        if state is EntryState.ACKNOWLEDGED:
            return (self.tr("The server has it since {0}.").format(came) if came else self.tr("The server has it."),)
        behind = self.tr("Behind it wait: {0}").format(told.behind) if told.behind else ""
        waits = "" if page.may_settle else self.tr("Only a supervisor can settle it.")
        return messages.said_against(receipt.problem), behind, waits

    def _side_words(self, page: OutboxPage) -> Mapping[str, Mapping[str, str]]:
        places = {code: text.in_language(self._language) for code, text in page.places.items()}
        return {"disposition": places, "status": {code: messages.rma_status(code) for code in messages.RMA_STATES}}

    def _show_photo(self, photo: PhotoEntry, page: OutboxPage) -> None:
        self._title.setText(self.tr("Photo"))
        name = f"{photo.sha256[:HASH_CHARACTERS]}…"
        self._about.setText("  ·  ".join(filter(None, (shown(photo.about), messages.size(photo.size), name))))
        refused = photo.state is EntryState.REJECTED
        lost = self.tr("The server will not have it, or its file is gone. All such photos are tried again together.")
        waits = self.tr("Only a supervisor can settle it.") if refused and not page.may_settle else ""
        first = lost if refused else self.tr("The server does not have it yet. Records go first, then small photos.")
        self._said.setText("\n".join(part for part in (first, waits) if part))
        self._sides.hide()
        self._noted.hide()

    def _row(self, told: Told) -> Row:
        entry = told.entry
        words = {
            EntryState.PENDING: self.tr("held up") if told.stuck else self.tr("waits"),
            EntryState.PARKED: self.tr("parked"),
            EntryState.ACKNOWLEDGED: self.tr("sent"),
            EntryState.REVIEW: self.tr("to settle"),
            EntryState.REJECTED: self.tr("refused"),
        }
        noted = bool(entry.receipt.noted_at)
        came = messages.moment(entry.event.at, self._language)
        tone = "done" if noted else TONES.get(entry.state, "")
        state = self.tr("noted") if noted else words[entry.state]
        return Row(entry.event.id, messages.event_kind(entry.event.kind), shown(told.about), state, came, tone)

    def _photo_row(self, photo: PhotoEntry) -> Row:
        refused = photo.state is EntryState.REJECTED
        state = self.tr("refused") if refused else self.tr("waits")
        tone, size = "late" if refused else "", messages.size(photo.size)
        return Row(photo.sha256, self.tr("Photo"), shown(photo.about), state, size, tone)


class _Sides(QWidget):
    """Names, and beside each what is known here and at the server."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._labels: list[TextLabel] = []

    def show_sides(self, sides: tuple[Side, ...], words: Mapping[str, Mapping[str, str]]) -> None:
        """``words`` for values, by name."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._labels = []
        self._put(0, "", self.tr("Here"), self.tr("At the server"))
        for place, each in enumerate(sides, 1):
            known = words.get(each.name, {})
            here, there = (known.get(value, shown(value)) or UNKNOWN for value in (each.here, each.there))
            self._put(place, messages.side(each.name), here, there, differs=each.here != each.there)

    def _put(self, place: int, *texts: str, differs: bool = False) -> None:
        for column, text in enumerate(texts):
            role = (
                "late" if differs and column and text != UNKNOWN else "muted" if not column or not place else "body"
            )
            label = TextLabel(role, text)
            self._grid.addWidget(label, place, column)
            self._labels.append(label)
