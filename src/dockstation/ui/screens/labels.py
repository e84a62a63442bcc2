"""The queue of labels: what waits, failed or is in doubt, and what to do about one of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dockstation.application.ports.store import PrintJob, PrintState
from dockstation.application.print_queue import QueueView, Which
from dockstation.domain.scan import shown
from dockstation.ui import messages
from dockstation.ui.widgets import (
    BigButton,
    Card,
    ConfirmButton,
    LabelPreview,
    Row,
    RowList,
    Screen,
    TextLabel,
    Tile,
    corner,
)
from dockstation.ui.widgets.row_list import LOW

ACTS = {"reprint": "F8", "void": "F9", "move": "F10"}
"""What can be done about a label, by the key that does the same."""
TONES = {PrintState.FAILED: "late", PrintState.UNKNOWN: "late", PrintState.SENT: "good", PrintState.CONFIRMED: "good"}
UNPRINTED = (PrintState.QUEUED, PrintState.FAILED)
PRINTED = (PrintState.SENT, PrintState.CONFIRMED, PrintState.UNKNOWN)


@dataclass(frozen=True, slots=True)
class LabelsPage:
    """The queue, the label that is looked at, and the choice that is to be made for it.

    ``asking`` is one of ``ACTS`` or ""; ``choices`` are reasons, or names of printers.
    """

    view: QueueView
    chosen: PrintJob | None
    asking: str = ""
    choices: tuple[str, ...] = ()
    may_set_up: bool = False


class LabelsScreen(Screen):
    """The list on the left, the chosen label with its dots on the right."""

    filter_chosen = Signal(str)
    job_chosen = Signal(str)
    act_asked = Signal(str)
    """send, confirm, or one of ``ACTS``."""
    choice_made = Signal(str)
    left = Signal()
    printers_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: LabelsPage | None = None
        self._language = "en"
        self._tiles = {which: self._tile(which) for which in Which}
        self._empty = TextLabel("lead")
        self._list, self._choices = RowList(tappable=True), RowList(tappable=True, sizes=LOW)
        self._list.chosen.connect(self.job_chosen)
        self._choices.chosen.connect(self.choice_made)
        self._title, self._told, self._question = TextLabel("title"), TextLabel("body"), TextLabel("lead")
        self._question.calls(self._choices)
        self._preview = LabelPreview()
        self._main = ConfirmButton()
        self._main.clicked.connect(self.confirm)
        self._acts = {name: self._act(name) for name in ACTS}
        self._leave, self._printers = BigButton("plain"), BigButton("plain")
        self._leave.clicked.connect(self.left)
        self._printers.clicked.connect(self.printers_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.FOOT)
        row.setSpacing(self.GAP)
        row.addLayout(self._queue(), 1)
        row.addLayout(self._one(), 1)
        self.retranslate()

    def _tile(self, which: Which) -> Tile:
        tile = Tile("choice")
        tile.clicked.connect(lambda: self.filter_chosen.emit(which.value))
        return tile

    def _act(self, name: str) -> BigButton:
        button = BigButton("plain")
        button.clicked.connect(lambda: self.act_asked.emit(name))
        return button

    def _queue(self) -> QVBoxLayout:
        tiles, column = QHBoxLayout(), QVBoxLayout()
        tiles.setSpacing(12)
        column.setSpacing(12)
        for tile in self._tiles.values():
            tiles.addWidget(tile, 1)
        column.addLayout(tiles)
        column.addWidget(self._empty)
        column.addWidget(self._list, 1)
        feet = QHBoxLayout()
        feet.setSpacing(12)
        feet.addWidget(self._leave, 1)
        feet.addWidget(self._printers, 1)
        column.addLayout(feet)
        return column

    def _one(self) -> QVBoxLayout:
        self._card = Card(padding=20)
        self._card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for widget in (self._title, self._told, self._preview, self._question):
            self._card.column.addWidget(widget)
        self._card.column.addWidget(self._choices, 1)
        self._card.column.addStretch(0)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        for button in self._acts.values():
            acts.addWidget(button, 1)
        self._card.column.addLayout(acts)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._card, 1)
        column.addStretch(0)
        corner(column, self._main)
        return column

    def show_labels(self, page: LabelsPage, language: str) -> None:
        """Show the queue; the list keeps its place."""
        self._page, self._language = page, language
        self.retranslate()

    def step(self, rows: int) -> None:
        """Look at the label so many rows below the one that is looked at."""
        listed = self._list.rows()
        if listed:
            place = min(len(listed) - 1, max(0, self._list.marked + rows))
            self.job_chosen.emit(listed[place].key)

    def choose(self, number: int) -> None:
        """The choice or the filter with this number, from 1."""
        if self._page and self._page.asking:
            if number <= len(self._page.choices):
                self.choice_made.emit(self._page.choices[number - 1])
        elif number <= len(Which):
            self.filter_chosen.emit(list(Which)[number - 1].value)

    def confirm(self) -> None:
        """What the largest button says."""
        if self._page and self._page.chosen and not self._page.asking:
            state = self._page.chosen.state
            if state in UNPRINTED:
                self.act_asked.emit("send")
            elif state in (PrintState.UNKNOWN, PrintState.SENT):
                self.act_asked.emit("confirm")

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._leave.show_text(self.tr("Back"), "Esc")
        self._printers.show_text(self.tr("Printers"), "F7")
        names = {
            "reprint": self.tr("Print a copy"),
            "void": self.tr("Void it"),
            "move": self.tr("Other printer"),
        }
        for name, button in self._acts.items():
            button.show_text(names[name], ACTS[name])
        self._empty.setText(self.tr("No label of this kind is here."))
        self._list.setAccessibleName(self.tr("Labels"))
        if self._page is not None:
            self._show(self._page)

    def _show(self, page: LabelsPage) -> None:
        self._show_tiles(page.view)
        self._printers.setVisible(page.may_set_up)
        ids = [job.job_id for job in page.view.jobs]
        self._list.show_rows([self._row(job, page.view) for job in page.view.jobs])
        self._list.show_marked(ids.index(page.chosen.job_id) if page.chosen and page.chosen.job_id in ids else -1)
        self._empty.setVisible(not page.view.jobs)
        self._card.setVisible(page.chosen is not None)
        self._main.setVisible(page.chosen is not None)
        if page.chosen is not None:
            self._show_one(page, page.chosen)

    def _show_tiles(self, view: QueueView) -> None:
        texts = {
            Which.WAITING: self.tr("Waiting"),
            Which.FAILED: self.tr("Not printed"),
            Which.UNKNOWN: self.tr("In doubt"),
            Which.ALL: self.tr("All"),
        }
        for number, (which, tile) in enumerate(self._tiles.items(), 1):
            count = view.counts.get(which, 0)
            alarming = count > 0 and which in (Which.FAILED, Which.UNKNOWN)
            tile.show_tile(texts[which], str(number), str(count), alarming=alarming)
            tile.show_marked(which is view.which)

    def _show_one(self, page: LabelsPage, job: PrintJob) -> None:
        self._title.setText(f"{named(job)}  ·  {messages.label_kind(job.layout)}")
        self._told.setText(self._story(job, page.view))
        self._preview.show_bitmap(job.picture)
        asking = bool(page.asking)
        self._preview.setVisible(not asking)
        self._question.setVisible(asking)
        self._question.setText(self._asked(page.asking))
        self._choices.setVisible(asking)
        told = str if page.asking == "move" else messages.print_reason
        rows = [Row(each, told(each), cap=str(number)) for number, each in enumerate(page.choices, 1)]
        self._choices.show_rows(rows)
        self._show_buttons(job, page)

    def _show_buttons(self, job: PrintJob, page: LabelsPage) -> None:
        texts = {
            PrintState.QUEUED: self.tr("Print it now"),
            PrintState.FAILED: self.tr("Print it now"),
            PrintState.UNKNOWN: self.tr("It came out: it is in my hand"),
            PrintState.SENT: self.tr("It came out: it is in my hand"),
        }
        self._main.show_text(texts.get(job.state, ""), "Enter")
        self._main.setVisible(job.state in texts and not page.asking)
        possible = self._possible(job, page)
        for name, button in self._acts.items():
            button.setVisible(name in possible)

    def possible(self) -> frozenset[str]:
        """What of ``ACTS`` can be done now."""
        page = self._page
        return self._possible(page.chosen, page) if page and page.chosen else frozenset()

    def _possible(self, job: PrintJob, page: LabelsPage) -> frozenset[str]:
        possible = {
            "reprint": job.state in PRINTED and not job.is_void and job.content is not None,
            "void": job.state in (*PRINTED, *UNPRINTED) and not job.is_void,
            "move": job.state in UNPRINTED and len(page.view.printers) > 1,
        }
        return frozenset(name for name, can in possible.items() if can and not page.asking)

    def _asked(self, asking: str) -> str:
        return {
            "reprint": self.tr("Why is it printed again?"),
            "void": self.tr("Why is it taken back?"),
            "move": self.tr("Which printer shall print it?"),
        }.get(asking, "")

    def _story(self, job: PrintJob, view: QueueView) -> str:
        copy = self.tr("copy {0}").format(job.copy) if job.copy else ""
        first = "  ·  ".join(part for part in (messages.label_state(job.state), copy, job.printer) if part)
        reason = messages.print_reason(job.reason) if job.reason else ""
        late = self.tr("It has waited long: look whether it is still right.") if job.job_id in view.late else ""
        return "\n".join(part for part in (first, reason, late, self._advice(job)) if part)

    def _advice(self, job: PrintJob) -> str:
        return {
            PrintState.UNKNOWN: self.tr("If it lies there, scan it."),
            PrintState.STALE: self.tr("Its decision stands no more: throw the label away where there is one."),
        }.get(job.state, "")

    def _row(self, job: PrintJob, view: QueueView) -> Row:
        came = messages.moment(job.queued_at, self._language) if job.queued_at else ""
        copy = self.tr("copy {0}").format(job.copy) if job.copy else ""
        void = self.tr("void") if job.content and job.content.void else ""
        detail = "  ·  ".join(part for part in (messages.label_kind(job.layout), copy, void, job.printer) if part)
        tone = "late" if job.job_id in view.late else TONES.get(job.state, "")
        doubt = job.state is PrintState.UNKNOWN  # the whole sentence would leave no room for the code
        state = self.tr("in doubt") if doubt else messages.label_state(job.state)
        return Row(job.job_id, named(job), detail, state, came, tone)


def named(job: PrintJob) -> str:
    """The code that its label stands for."""
    code = (job.content.lpn or job.content.parcel) if job.content else ""
    return shown(code or job.subject.partition(":")[2])
