"""Parcels taken in unopened, one scan each; what is noted of the last one never loses the next."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from dockstation.application.dock_queries import ArrivedParcel, DockView
from dockstation.application.ports.scale import Reading
from dockstation.domain.arrival import EVIDENCE, REFUSAL_EVIDENCE, Refusal
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.parcel import Condition
from dockstation.domain.scan import Scan
from dockstation.ui.main_window import dock_work
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.dock_work import Taken
from dockstation.ui.main_window.intake import LONGEST_QUEUE
from dockstation.ui.main_window.label_loop import LabelLoop
from dockstation.ui.main_window.scale_loop import ScaleLoop
from dockstation.ui.main_window.use_cases import Frame, UseCases
from dockstation.ui.messages import doubted, moment
from dockstation.ui.screens.dock import NOTES, REFUSED, Asking, DockScreen, DockSight
from dockstation.ui.widgets.number_pad import ERASE

KEYS = {Qt.Key.Key_F2: "WEIGH", Qt.Key.Key_F3: "PRINT", Qt.Key.Key_F8: "BACK", Qt.Key.Key_Space: "PHOTO"}
LONGEST_WEIGHT = 6
EMPTY = DockView(0, 0, ())


@dataclass(frozen=True, slots=True)
class Refusing:
    """A parcel that is being refused; ``reason`` is None until it was chosen."""

    parcel: ArrivedParcel
    reason: Refusal | None = None


class DockStage(QObject):
    """Scans that come while a photo is due wait for it, and are counted after it in their order."""

    shown = Signal()
    left = Signal()
    typing_asked = Signal()

    elsewhere = True

    def __init__(self, desk: Desk, screen: DockScreen, camera: CameraLoop) -> None:
        super().__init__()
        self._desk = desk
        self._camera = camera
        self.screen = screen
        self.labels = LabelLoop(desk)
        self._scale: ScaleLoop | None = None
        self.view = EMPTY
        self.present: ArrivedParcel | None = None
        self._again = False
        self._began = ""
        self._held: deque[Scan] = deque()
        self._refusing: Refusing | None = None
        self._typed: str | None = None
        desk.idle.connect(self._take_held)
        self.labels.printed.connect(self._look)
        screen.noted.connect(lambda note: self._by_hand(lambda: self._note(note)))
        screen.reason_given.connect(lambda reason: self._by_hand(lambda: self._give_reason(reason)))
        screen.photo_asked.connect(lambda: self._by_hand(self._photograph))
        screen.weigh_asked.connect(lambda: self._by_hand(self._weigh))
        screen.digit_pressed.connect(lambda char: self._by_hand(lambda: self._type(char)))
        screen.print_asked.connect(lambda: self._by_hand(self._print))
        screen.typing_asked.connect(self.typing_asked)
        screen.left.connect(self.back)

    def use_scale(self, scale: ScaleLoop) -> None:
        """Weights come from there while it is connected."""
        self._scale = scale
        scale.weighed.connect(self._show_weight)
        scale.lost.connect(self._desk.reject)

    def _show_weight(self) -> None:
        if self._began and self.screen.isVisible():
            self.screen.show_scale(self._scale.newest if self._scale else None)

    @property
    def camera_reads(self) -> bool:
        """A camera that looks at damage reads no codes."""
        return not self._stops

    @property
    def _stops(self) -> bool:
        """A weight that is being typed is given up for the next parcel; nothing else is."""
        return self.asking in (Asking.REASON, Asking.PHOTO)

    @property
    def asking(self) -> Asking:
        """What must be answered before the next parcel counts."""
        if self._refusing is not None:
            return Asking.PHOTO if self._refusing.reason else Asking.REASON
        if self.view.wanted:
            return Asking.PHOTO
        return Asking.NOTHING if self._typed is None else Asking.WEIGHT

    def enter(self) -> None:
        """Go on with today's run, or begin one."""

        def begin(use: UseCases, _by: Operator) -> tuple[str, DockView]:
            began = use.arrive.begin_run()
            return began, use.dock_queries.dock(began)

        self._desk.do(begin, self._entered)

    def _entered(self, begun: tuple[str, DockView]) -> None:
        self._began, self.view = begun
        self.present, self._again, self._refusing = None, False, None
        self.refresh()
        self.labels.start(self._began)
        self.shown.emit()

    def refresh(self) -> None:
        """Show the same again."""
        about, kind = self._evidence() or (None, None)
        sight = DockSight(
            self.view,
            self.present,
            self._again,
            self.asking,
            about,
            kind,
            len(self._held),
            self._typed or "",
            labels=self.labels.enabled,
            refusing=self._refusing is not None,
        )
        self.screen.show_dock(sight, self._desk.language)

    def _look(self) -> None:
        use_cases, began = self._desk.use_cases, self._began
        if use_cases is not None and began:
            work = dock_work.looking(use_cases, began, self.present)
            self._desk.background.run("store", work, self._seen, self._desk.reject)

    def _seen(self, seen: tuple[DockView, ArrivedParcel | None]) -> None:
        self.view, present = seen
        if present and self.present and present.parcel.parcel_id == self.present.parcel.parcel_id:
            self.present = present
        self.refresh()

    def scan(self, scan: Scan) -> None:
        """A parcel, counted at once, or after what is due."""
        if len(self._held) >= LONGEST_QUEUE:
            self._desk.reject(DockstationError("scan.too_many", limit=LONGEST_QUEUE))
            return
        self._held.append(scan)
        if not self._stops:
            self._take_held()
        else:
            self._say(
                "question", QCoreApplication.translate("DockStage", "First the photo: {0} waits").format(scan.shown)
            )
            self.refresh()

    def _take_held(self) -> None:
        if self._held and not self._stops and not self._desk.busy:
            scan = self._held.popleft()
            self._desk.do(dock_work.arriving(scan, self._began), self._arrived)

    def _arrived(self, taken: Taken) -> None:
        self._show(taken)
        code = taken.present.parcel.code
        if not taken.first:
            when = moment(taken.present.parcel.arrived_at, self._desk.language)
            text = QCoreApplication.translate("DockStage", "{0} came already: {1}. Counted once.")
            self._say("question", text.format(code, when))
            return
        self._desk.changed.emit()
        known = taken.present.parcel.rma_number
        stranger = QCoreApplication.translate("DockStage", "{0}: nobody knows it, taken in")
        self._desk.accept(f"{code}  ·  {known}" if known else stranger.format(code))
        self.labels.wake()

    def _say(self, kind: str, text: str) -> None:
        self._desk.banner.show_message(kind, text)
        self._desk.sounded.emit(kind)

    def _show(self, taken: Taken) -> None:
        self._typed = None
        self.view, self.present, self._again = taken.view, taken.present, not taken.first
        self.refresh()
        self.shown.emit()

    def command(self, word: str) -> bool:
        """What can be noted, the photo, the weight, the label."""
        meant: dict[str, Callable[[], None]] = {"PHOTO": self._photograph, "PRINT": self._print, "WEIGH": self._weigh}
        meant |= {note.upper(): partial(self._note, note) for note in NOTES}
        if word in meant:
            meant[word]()
        elif word.isdigit():
            self._digit(word)
        return word in meant or word.isdigit()

    def key(self, key: int) -> bool:
        """The same by one key; Enter has nothing to confirm while parcels are counted."""
        number = key - Qt.Key.Key_0
        if word := KEYS.get(Qt.Key(key)) if key in {int(each) for each in KEYS} else "":
            self._by_hand(lambda: self.back() if word == "BACK" else self.command(word))
        elif key == Qt.Key.Key_Backspace and self.asking is Asking.WEIGHT:
            self._by_hand(lambda: self._type(ERASE))
        elif 0 <= number <= 9:
            self._by_hand(lambda: self._digit(str(number)))
        else:
            return False
        return True

    def _digit(self, digit: str) -> None:
        if self.asking is Asking.WEIGHT:
            self._type(digit)
        else:
            self.screen.choose(int(digit))

    def _type(self, char: str) -> None:
        if self._typed is not None:
            self._typed = self._typed[:-1] if char == ERASE else (self._typed + char)[:LONGEST_WEIGHT]
            self.refresh()

    def _weigh(self) -> None:
        if self.present is None:
            self._desk.reject(DockstationError("parcel.none_yet"))
        elif self._typed:
            self._keep_weight(int(self._typed), "hand")
        elif self._scale is not None and (reading := self._scale.newest):
            self._take(reading)
        else:
            self._typed = ""
            self.refresh()
            self.shown.emit()

    def _take(self, reading: Reading) -> None:
        if reading.stable:
            self._keep_weight(reading.grams, "scale")
        else:
            self._desk.reject(DockstationError("scale.moving"))

    def _keep_weight(self, grams: int, how: str) -> None:
        if self.present is not None:
            work = dock_work.weighing(self.present.parcel.parcel_id, grams, how, self._began)
            self._desk.do(work, self._weighed)

    def _weighed(self, taken: Taken) -> None:
        self._desk.changed.emit()
        self._show(taken)
        text = QCoreApplication.translate("DockStage", "{0} weighs {1:.3f} kg")
        self._desk.accept(text.format(taken.present.parcel.code, taken.present.parcel.weight_g / 1000))

    def _by_hand(self, meant: Callable[[], object]) -> None:
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            meant()

    def confirm(self) -> None:
        """The photo where one is due, the weight where one was typed."""
        if self.asking is Asking.PHOTO:
            self._by_hand(self._photograph)
        elif self._typed:
            self._by_hand(self._weigh)

    def _note(self, note: str) -> None:
        about = self._due() or self.present
        if about is None:
            self._desk.reject(DockstationError("parcel.none_yet"))
        elif note == REFUSED:
            self._refusing = Refusing(about)
            self.refresh()
            self.shown.emit()
        else:
            self._refusing = None
            condition = Condition(note)
            work = dock_work.noting(about.parcel.parcel_id, condition, self._began, camera=self._camera.set_up)
            self._desk.do(work, self._noted)

    def _noted(self, taken: Taken) -> None:
        self._desk.changed.emit()
        self._show(taken)
        if not self._stops:
            self._desk.accept(QCoreApplication.translate("DockStage", "Noted: {0}").format(taken.present.parcel.code))
        else:
            self._desk.ask(QCoreApplication.translate("DockStage", "Take a photo of it now"))

    def _give_reason(self, reason: str) -> None:
        if self._refusing is not None:
            self._refusing = Refusing(self._refusing.parcel, Refusal(reason))
            if self._camera.set_up:
                self.refresh()
                self._desk.ask(QCoreApplication.translate("DockStage", "Take a photo of it now"))
            else:
                self._finish(None)

    def _due(self) -> ArrivedParcel | None:
        return self.view.wanted[0] if self.view.wanted else None

    def _evidence(self) -> tuple[ArrivedParcel, DiscrepancyKind | None] | None:
        if self._refusing is not None:
            reason = self._refusing.reason
            return self._refusing.parcel, REFUSAL_EVIDENCE[reason] if reason else None
        return self.view.wanted

    def _photograph(self) -> None:
        if self.asking is not Asking.PHOTO:
            self._desk.reject(DockstationError("scan.not_now", code="PHOTO"))
            return
        frame = self._camera.newest
        if frame is None or self._camera.eyes is None:
            self._desk.reject(DockstationError("photo.no_frame") if self._camera.set_up else self._camera.why_none)
            return
        self._finish(frame)

    def _finish(self, frame: Frame | None) -> None:
        due, eyes = self._evidence(), self._camera.eyes
        if due is None:
            return
        about, kind = due
        refused = self._refusing.reason if self._refusing else None
        take = (lambda: eyes.shot(frame)) if frame is not None and eyes else None
        work = dock_work.proving(
            about.parcel.parcel_id, kind or EVIDENCE[Condition.DAMAGED], refused, take, self._began
        )
        self._desk.do(work, self._proved)

    def _proved(self, taken: Taken) -> None:
        self._refusing = None
        self._desk.changed.emit()
        self._show(taken)
        said = QCoreApplication.translate("DockStage", "Recorded: {0}").format(taken.present.parcel.code)
        if taken.doubts:
            self._desk.question(
                f"{said}. {QCoreApplication.translate('Shutter', 'Photo taken')}: {doubted(taken.doubts)}"
            )
        else:
            self._desk.accept(said)

    def _print(self) -> None:
        if self.present is None:
            self._desk.reject(DockstationError("parcel.none_yet"))
        elif self.labels.enabled:
            self.labels.print_again(self.present.parcel.parcel_id, self.present.label)

    def back(self) -> None:
        """What is asked for and not durable yet is dropped; else the run ends, unless scans still wait."""
        if self._desk.busy:
            return
        self._desk.banner.acknowledge()
        if self._refusing is not None:
            self._refusing = None
            self.refresh()
            self.shown.emit()
            self._take_held()
        elif self._typed is not None:
            self._typed = None
            self.refresh()
        elif self._held:
            self._desk.reject(DockstationError("dock.held", count=len(self._held)))
        else:
            self._desk.do(lambda use, _by: use.arrive.end_run(), lambda _none: self._ended())

    def _ended(self) -> None:
        self._began = ""
        self.left.emit()
