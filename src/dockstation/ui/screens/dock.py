"""A rush of parcels: how many, what the last one is, and what has to be noted of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from dockstation.application.dock_queries import ArrivedParcel, DockView
from dockstation.application.ports.scale import Reading
from dockstation.application.ports.store import PrintState
from dockstation.domain.arrival import Refusal
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.parcel import Condition, ParcelState
from dockstation.domain.scan import shown
from dockstation.ui import messages
from dockstation.ui.widgets import (
    BigButton,
    CameraView,
    Card,
    ConfirmButton,
    NumberPad,
    OptionGrid,
    Row,
    RowList,
    Screen,
    TextLabel,
    Tile,
    corner,
)

REFUSED = "refused"
NOTES = (*(each.value for each in Condition), REFUSED)
"""What can be noted of a parcel, in the order of the keys 1 to 5."""
NOTES_A_ROW = 3
LARGE_CODE, MIDDLE_CODE, LONGEST_CODE = 22, 28, 34
"""Characters that fit into one line, in the large letters and in smaller and smaller ones."""
REASONS = tuple(each.value for each in Refusal)


class Asking(StrEnum):
    """What has to be answered before the next parcel counts."""

    NOTHING = ""
    REASON = "reason"
    PHOTO = "photo"
    WEIGHT = "weight"


@dataclass(frozen=True, slots=True)
class DockSight:
    """What is on the screen. ``again``: the present parcel had come before. ``held``: scans that wait for the answer.

    ``about`` and ``kind`` are the parcel and the difference that a photo must show; ``typed`` the weight so far.
    """

    view: DockView
    present: ArrivedParcel | None = None
    again: bool = False
    asking: Asking = Asking.NOTHING
    about: ArrivedParcel | None = None
    kind: DiscrepancyKind | None = None
    held: int = 0
    typed: str = ""
    labels: bool = True
    refusing: bool = False


class DockScreen(Screen):
    """Read from afar: the count; at arm's length: the last parcel; under the hand: what can be noted of it."""

    noted = Signal(str)
    """One of ``NOTES``."""
    reason_given = Signal(str)
    photo_asked = Signal()
    weigh_asked = Signal()
    digit_pressed = Signal(str)
    print_asked = Signal()
    typing_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sight: DockSight | None = None
        self._language = "en"
        self._reading: Reading | None = None
        self._count, self._run, self._today = TextLabel("count"), TextLabel("title"), TextLabel("lead")
        self._waiting = TextLabel("late")
        self._code, self._whose, self._known = TextLabel("headline"), TextLabel("lead"), TextLabel("good")
        self._about = TextLabel("body")
        self._list = RowList()
        self._notes = {name: BigButton("choice") for name in NOTES}
        self._weigh, self._print = BigButton("plain"), Tile("plain")
        self._type, self._leave = Tile("plain"), Tile("plain")
        self._question, self._held = TextLabel("title"), TextLabel("late")
        self.camera, self._reasons, self._pad = CameraView(), OptionGrid(), NumberPad()
        self._okay = ConfirmButton()
        self._asked = QStackedWidget()
        self._question.calls(self._list)
        self._connect()
        self._lay_out()
        self.retranslate()

    def _connect(self) -> None:
        for name, button in self._notes.items():
            button.clicked.connect(lambda _checked, name=name: self.noted.emit(name))
        self._weigh.clicked.connect(self.weigh_asked)
        self._print.clicked.connect(self.print_asked)
        self._type.clicked.connect(self.typing_asked)
        self._leave.clicked.connect(self.left)
        self._reasons.chosen.connect(self.reason_given)
        self._pad.pressed.connect(self.digit_pressed)
        self._okay.clicked.connect(self._confirm)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(self.GAP)
        columns.addLayout(self._counting(), 3)
        beside = QVBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self._beside(), 1)
        corner(beside, self._okay)
        columns.addLayout(beside, 2)
        columns.setContentsMargins(self.MARGIN, 4, self.MARGIN, self.FOOT)  # it just fits 1024 × 768
        self.setLayout(columns)

    def _counting(self) -> QVBoxLayout:
        self._count.setWordWrap(False)
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addStretch(1)
        for label in (self._run, self._today, self._waiting):
            told.addWidget(label)
        told.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(self.GAP)
        top.addWidget(self._count)
        top.addLayout(told, 1)
        card = Card(padding=12)
        card.column.setSpacing(4)
        for label in (self._code, self._whose, self._known, self._about):
            card.column.addWidget(label)
        card.column.addStretch(1)
        column = QVBoxLayout()
        column.addLayout(top)
        column.addWidget(card, 1)
        column.addLayout(self._noting())
        return column

    def _noting(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, button in enumerate((*self._notes.values(), self._weigh)):
            grid.addWidget(button, *divmod(place, NOTES_A_ROW))
        for column in range(NOTES_A_ROW):
            grid.setColumnStretch(column, 1)
        return grid

    def _beside(self) -> Card:
        card = Card(padding=12)
        card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for page in (self._resting(), self._page(self._reasons), self._page(self.camera), self._page(self._pad)):
            self._asked.addWidget(page)
        card.column.addWidget(self._question)
        card.column.addWidget(self._held)
        card.column.addWidget(self._asked, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self._leave, self._type, self._print):
            row.addWidget(button, 1)
        card.column.addLayout(row)
        return card

    def _resting(self) -> QWidget:
        page, column = _column()
        column.addWidget(self._list, 1)
        return page

    def _page(self, *widgets: QWidget) -> QWidget:
        page, column = _column()
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        return page

    def _confirm(self) -> None:
        photo = self._sight is not None and self._sight.asking is Asking.PHOTO
        (self.photo_asked if photo else self.weigh_asked).emit()

    def show_dock(self, sight: DockSight, language: str) -> None:
        """Show the counts, the present parcel, and what is asked of it."""
        self._sight, self._language = sight, language
        self.retranslate()

    def show_scale(self, reading: Reading | None) -> None:
        """What lies on the scale now, on the button that takes it; None where there is none."""
        self._reading = reading
        self._name_weigh()

    def _name_weigh(self) -> None:
        reading = self._reading
        text = self.tr("Weigh") if reading is None else f"{reading.grams / 1000:.3f} kg"
        self._weigh.show_text(text if reading is None or reading.stable else f"{text} …", "F2")

    def choose(self, n: int) -> None:
        """The ``n``-th of what stands to be chosen, from 1."""
        if self._sight is None:
            return
        if self._sight.asking is Asking.REASON:
            self._reasons.choose(n)
        elif 1 <= n <= len(NOTES):
            self.noted.emit(NOTES[n - 1])

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        for number, (name, button) in enumerate(self._notes.items(), 1):
            button.show_text(messages.parcel_note(name), str(number))
        self._name_weigh()
        self._print.show_tile(self.tr("Label"), "F3")
        self._type.show_tile(self.tr("Type"), "F4")
        if self._sight is not None:
            self._show_counts(self._sight)
            self._show_present(self._sight)
            self._show_asked(self._sight)

    def _show_counts(self, sight: DockSight) -> None:
        self._count.setText(str(sight.view.run))
        self._run.setText(self.tr("in this run"))
        self._today.setText(self.tr("Today: {0}").format(sight.view.today))
        waiting = sight.view.unlabelled if sight.labels else 0
        self._waiting.setText(self.tr("Labels still to print: {0}").format(waiting))
        self._waiting.setVisible(waiting > 0)
        self._list.show_rows([self._row(each) for each in sight.view.latest])

    def _show_present(self, sight: DockSight) -> None:
        present = sight.present
        for label in (self._whose, self._known, self._about):
            label.setVisible(present is not None)
        if present is None:
            self._code.setText(self.tr("Scan parcel after parcel"))
            return
        code = shown(present.parcel.code, LONGEST_CODE)
        self._code.setText(code)
        self._code.show_role(_role(code))
        self._whose.setText(self._owner(present) or self.tr("Nobody knows this parcel"))
        self._known.setText(self._standing(sight, present))
        self._known.show_role("alarm" if sight.again else "good" if present.parcel.rma_numbers else "late")
        self._about.setText(self._details(present))
        self._about.show_role("late" if present.weight_off or _unprinted(present) else "body")
        for name, button in self._notes.items():
            button.show_marked(name == _noted(present))

    def _standing(self, sight: DockSight, present: ArrivedParcel) -> str:
        if sight.again:
            when = messages.moment(present.parcel.arrived_at, self._language)
            return self.tr("Came already: {0}. Counted once.").format(when)
        return self.tr("Expected") if present.parcel.rma_numbers else self.tr("Taken in as unknown")

    def _owner(self, arrived: ArrivedParcel) -> str:
        parts = (", ".join(arrived.parcel.rma_numbers), shown(arrived.customer))
        return "  ·  ".join(each for each in parts if each)

    def _details(self, arrived: ArrivedParcel) -> str:
        parcel = arrived.parcel
        kilos = f"{parcel.weight_g / 1000:.3f} kg" if parcel.weight_g else ""
        if kilos and arrived.weight_off:
            kilos = self.tr("{0}, expected about {1:.3f} kg").format(kilos, arrived.expected_g / 1000)
        label = messages.label_state(arrived.label) if arrived.label else ""
        carrier = parcel.carrier.upper().replace("_", " ")
        return "  ·  ".join(each for each in (carrier, kilos, label) if each)

    def _row(self, arrived: ArrivedParcel) -> Row:
        parcel, noted = arrived.parcel, _noted(arrived)
        return Row(
            key=parcel.parcel_id,
            title=shown(parcel.code),
            detail=self._owner(arrived) or self.tr("unknown"),
            figure=messages.parcel_note(noted) if noted else "",
            note=messages.moment(parcel.arrived_at, self._language).split(" ")[-1],
            tone="late" if noted not in ("", Condition.INTACT) or _unprinted(arrived) else "",
        )

    def _show_asked(self, sight: DockSight) -> None:
        self._asked.setCurrentIndex(list(Asking).index(sight.asking))
        if sight.asking is Asking.PHOTO:
            self._okay.show_text(self.tr("Take the photo"), self.tr("Space"))
        else:
            self._okay.show_text(self.tr("Keep this weight"), "Enter")
        self._okay.setVisible(sight.asking in (Asking.PHOTO, Asking.WEIGHT))
        given_up = sight.asking in (Asking.REASON, Asking.WEIGHT) or sight.refusing
        self._leave.show_tile(self.tr("Back") if given_up else self.tr("Exit"), "F8")
        for button in (self._type, self._print):
            button.setVisible(sight.asking is Asking.NOTHING)
        self._question.setText(self._asked_for(sight))
        self._held.setText(self.tr("Scans that wait: {0}").format(sight.held))
        self._held.setVisible(sight.held > 0)
        given = [(each, messages.refusal(each)) for each in REASONS]
        self._reasons.show_options(given, "")
        grams = sight.typed or "0"
        self._pad.show_number(f"{grams} g")

    def _asked_for(self, sight: DockSight) -> str:
        code = shown(sight.about.parcel.code, 24) if sight.about else ""
        if sight.asking is Asking.PHOTO and sight.kind:
            return self.tr("{0}: photo of {1}").format(messages.discrepancy(sight.kind), code)
        if sight.asking is Asking.REASON:
            return self.tr("Why is it refused?")
        if sight.asking is Asking.WEIGHT:
            return self.tr("What does it weigh?")
        return self.tr("The last ones")


def _column() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return page, column


def _noted(arrived: ArrivedParcel) -> str:
    if arrived.parcel.state is ParcelState.REFUSED:
        return REFUSED
    return arrived.parcel.condition.value if arrived.parcel.condition else ""


def _unprinted(arrived: ArrivedParcel) -> bool:
    return arrived.label in (PrintState.FAILED, PrintState.UNKNOWN)


def _role(code: str) -> str:
    """As large as a code of this length has room for."""
    if len(code) > MIDDLE_CODE:
        return "lead"
    return "headline" if len(code) <= LARGE_CODE else "title"
