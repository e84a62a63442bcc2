"""The decision with its reasons, the label, and the way to the bin."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dockstation.application.ports.store import PrintState
from dockstation.application.queries import DecisionView
from dockstation.domain.scan import shown
from dockstation.domain.unit import UnitState
from dockstation.ui.widgets import (
    BigButton,
    Card,
    ConfirmButton,
    LabelPreview,
    LineLabel,
    Screen,
    TextLabel,
    Tile,
    Verdict,
    corner,
)
from dockstation.ui.widgets.reason_lines import ReasonLines
from dockstation.ui.widgets.reasons import Reasons

MOST_OTHERS = 4
"""Bins that are named beside the first one."""


class _Act(Enum):
    NOTHING = auto()
    PRINT = auto()
    REPRINT = auto()
    CONFIRM = auto()
    NEXT = auto()
    SIGN = auto()


@dataclass(frozen=True, slots=True)
class _Moment:
    """What the label's state asks for: a heading, what to do, and one or two acts with their words."""

    heading: str
    advice: str
    tone: str = "title"
    primary: tuple[_Act, str] = (_Act.NOTHING, "")
    second: tuple[_Act, str] = (_Act.NOTHING, "")
    typed: str = ""
    """What can be typed where a scan is waited for."""


class DecisionScreen(Screen):
    """What it is worth, where it goes and why; then the label; then the bin."""

    print_asked = Signal()
    reprint_asked = Signal()
    confirmed = Signal()
    next_asked = Signal()
    paused = Signal()
    handover_asked = Signal()
    typing_asked = Signal()
    photos_asked = Signal()
    signing_asked = Signal()
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DecisionView | None = None
        self._language = "en"
        self._moment = _Moment("", "")
        self.verifies = False
        """Whether only a scan of the fresh label tells that it is on the unit."""
        self._verdict = Verdict()
        self._item = LineLabel("muted")
        self._words = Reasons(self)
        self._reasons = ReasonLines()
        self._preview = LabelPreview()
        self._heading = TextLabel("title")
        self._advice = TextLabel("body")
        self._primary = ConfirmButton()
        self._second = BigButton("plain")
        self._primary.clicked.connect(self.confirm)
        self._second.clicked.connect(self._on_second)
        self._type = BigButton("plain")
        self._type.clicked.connect(self.typing_asked)
        self._pause, self._hand_over, self._more = Tile("plain"), Tile("plain"), Tile("plain")
        self._pause.clicked.connect(self.paused)
        self._hand_over.clicked.connect(self.handover_asked)
        self._photos = Tile("plain")
        self._photos.clicked.connect(self.photos_asked)
        self._more.clicked.connect(self.more_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.MARGIN, self.GAP, self.MARGIN, self.FOOT)
        row.setSpacing(self.GAP)
        row.addWidget(self._verdict, 6)
        row.addLayout(self._reasoning(), 8)
        row.addLayout(self._labelling(), 8)
        self.retranslate()

    def _reasoning(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._item)
        column.addWidget(self._reasons, 1)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        for tile in (self._pause, self._hand_over, self._photos, self._more):
            ways.addWidget(tile, 1)
        column.addLayout(ways)
        return column

    def _labelling(self) -> QVBoxLayout:
        card = Card(padding=20)
        for panel in (self._verdict, card):
            panel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._preview.setMaximumHeight(160)
        card.column.addWidget(self._preview)
        card.column.addSpacing(4)
        card.column.addWidget(self._heading)
        card.column.addWidget(self._advice)
        card.column.addStretch(1)
        for button in (self._type, self._second):
            card.column.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(card, 1)
        corner(column, self._primary)
        return column

    def show_decision(self, view: DecisionView, language: str) -> None:
        """Show the decided unit and what its label waits for."""
        self._view = view
        self._language = language
        self._preview.show_bitmap(view.label)
        self.retranslate()

    def confirm(self) -> None:
        """The primary action of the moment, if it has one."""
        self._do(self._moment.primary[0])

    def _on_second(self) -> None:
        self._do(self._moment.second[0])

    def _do(self, act: _Act) -> None:
        signals = {
            _Act.PRINT: self.print_asked,
            _Act.REPRINT: self.reprint_asked,
            _Act.CONFIRM: self.confirmed,
            _Act.NEXT: self.next_asked,
            _Act.SIGN: self.signing_asked,
        }
        if act in signals:
            signals[act].emit()

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._pause.show_tile(self.tr("Pause"), "←")
        self._hand_over.show_tile(self.tr("Hand over"), "F8")
        self._photos.show_tile(self.tr("Photos"), "F7")
        self._more.show_tile(self.tr("Why, more"), "F9")
        if self._view is None:
            return
        view, language = self._view, self._language
        where = (view.disposition.word.in_language(language), view.disposition.meaning.in_language(language))
        pictogram, colour = view.disposition.pictogram, view.disposition.colour
        self._verdict.show_verdict(self.tr("Grade"), view.decision.grade, where, pictogram, colour)
        self._item.setText(f"{view.unit.lpn}  ·  {shown(view.line.name.in_language(language))}")
        self._reasons.show_reasons(self._words.of(view, language))
        self._show_moment(self._moment_of(view))

    def _show_moment(self, moment: _Moment) -> None:
        self._moment = moment
        self._heading.show_role(moment.tone)
        self._heading.setText(moment.heading)
        self._advice.setText(moment.advice)
        self._primary.show_text(moment.primary[1], "Enter")
        self._primary.setVisible(moment.primary[0] is not _Act.NOTHING)
        self._second.show_text(moment.second[1])
        self._second.setVisible(moment.second[0] is not _Act.NOTHING)
        self._type.show_text(moment.typed, "F4")
        self._type.setVisible(bool(moment.typed))

    def _moment_of(self, view: DecisionView) -> _Moment:
        state = view.job.state if view.job else None
        if view.unit.state is UnitState.PUT_AWAY:
            return _Moment(
                self.tr("Put away"), self.tr("This item is done."), primary=(_Act.NEXT, self.tr("Next item"))
            )
        if view.is_held:
            return self._held(view)
        if state is None or state is PrintState.QUEUED:
            return self._unprinted(view)
        if state is PrintState.CONFIRMED:
            return self._labelled(view)
        return self._printed(state, relabelled=view.is_relabelled)

    def _held(self, view: DecisionView) -> _Moment:
        if view.is_unapproved:
            return _Moment(
                self.tr("Needs a second person"),
                self.tr("No label and no bin before another person has approved it with badge and PIN."),
                "alarm",
                primary=(_Act.SIGN, self.tr("Approve")),
            )
        return _Moment(
            self.tr("Waits for a second opinion"),
            self.tr("Put it where the second inspector finds it. Label and bin come after that."),
            primary=(_Act.NEXT, self.tr("Next item")),
        )

    def _unprinted(self, view: DecisionView) -> _Moment:
        advice = self.tr("Print the label that goes on the item.")
        torn = self.tr("An older label is worthless: tear it off. Print the one that goes on the item.")
        return _Moment(
            self.tr("No label yet"),
            torn if view.is_relabelled else advice,
            primary=(_Act.PRINT, self.tr("Print the label")),
        )

    def _labelled(self, view: DecisionView) -> _Moment:
        full = {each.code for each in view.bins if each.is_full}
        free = [name for name in view.disposition.bins if name not in full]
        again = (_Act.REPRINT, self.tr("Print another copy"))
        if not view.disposition.bins:
            advice = self.tr("No bin is set up for it any more. Press F9 to send it elsewhere.")
            return _Moment(self.tr("Nowhere to put it"), advice, "alarm", second=again)
        if not free:
            advice = self.tr("Exchange one of them: {0}. F9 says it to the station.").format(", ".join(sorted(full)))
            return _Moment(
                self.tr("Every bin is full"), advice, "alarm", second=again, typed=self.tr("Type the bin's code")
            )
        advice = self.tr("Then scan the code on the bin.")
        if others := free[1:]:
            named = ", ".join(others[:MOST_OTHERS]) + ("…" if len(others) > MOST_OTHERS else "")
            advice = self.tr("Or into {0}. Then scan the code on the bin.").format(named)
        heading = self.tr("Put it into {0}").format(free[0])
        return _Moment(heading, advice, second=again, typed=self.tr("Type the bin's code"))

    def _printed(self, state: PrintState, *, relabelled: bool) -> _Moment:
        there = (_Act.CONFIRM, self.tr("The label is on the item"))
        again = (_Act.REPRINT, self.tr("No label came: print again"))
        typed = self.tr("Type the label's code") if self.verifies else ""
        if state is PrintState.SENDING:
            return _Moment(self.tr("Sending to the printer"), self.tr("This takes a moment."))
        if state is PrintState.SENT:
            advice = self.tr("Stick the label on the item, then confirm or scan it.")
            if relabelled:
                advice = self.tr(
                    "Tear the older label off: it is worthless. Stick this one on, then confirm or scan it."
                )
            return _Moment(self.tr("Sent to the printer"), advice, primary=there, second=again, typed=typed)
        if state is PrintState.FAILED:
            advice = self.tr("The printer took nothing, so nothing was printed. Check that it is on and has paper.")
            again = (_Act.REPRINT, self.tr("Print again"))
            return _Moment(self.tr("The label was not printed"), advice, "alarm", primary=again)
        advice = self.tr(
            "The connection broke off. Look at the printer; if a label came out, stick it on and scan it."
        )
        return _Moment(self.tr("Did the label come out?"), advice, "alarm", second=again, primary=there, typed=typed)
