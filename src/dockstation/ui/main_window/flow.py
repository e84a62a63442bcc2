"""How the stages follow each other, and what scans, keys and command codes mean in each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.people import People, PeopleBook
from dockstation.domain.scan import Scan, ScanKind
from dockstation.domain.unit import Unit
from dockstation.ui.main_window.admission import Admission
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.decision_stage import DecisionStage
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.discrepancy_stage import DiscrepancyStage
from dockstation.ui.main_window.dock_stage import DockStage
from dockstation.ui.main_window.hand_over_stage import HandOverStage
from dockstation.ui.main_window.held_stage import HeldStage
from dockstation.ui.main_window.home_stage import BEGINNING, HomeStage
from dockstation.ui.main_window.inspect_stage import InspectStage
from dockstation.ui.main_window.intake import Intake
from dockstation.ui.main_window.labels_stage import LabelsStage
from dockstation.ui.main_window.outbox_stage import OutboxStage
from dockstation.ui.main_window.overruling import Overruling
from dockstation.ui.main_window.photos_stage import PhotosStage
from dockstation.ui.main_window.printer_set_up import PrinterSetUp
from dockstation.ui.main_window.problem_stage import ProblemStage
from dockstation.ui.main_window.receive_stage import ReceiveStage
from dockstation.ui.main_window.search_stage import SearchStage
from dockstation.ui.main_window.serial_stops import SerialStops
from dockstation.ui.main_window.serial_watch import SerialWatch
from dockstation.ui.main_window.shortlist_stage import ShortlistStage
from dockstation.ui.main_window.sign_stage import SignStage
from dockstation.ui.main_window.stage import Stage
from dockstation.ui.main_window.weigh_stage import WeighStage
from dockstation.ui.screens.ask import AskScreen
from dockstation.ui.screens.decision import DecisionScreen
from dockstation.ui.screens.discrepancy import DiscrepancyScreen
from dockstation.ui.screens.dock import DockScreen
from dockstation.ui.screens.hand_over import HandOverScreen
from dockstation.ui.screens.held import HeldScreen
from dockstation.ui.screens.home import HomeScreen
from dockstation.ui.screens.inspect import InspectScreen
from dockstation.ui.screens.labels import LabelsScreen
from dockstation.ui.screens.outbox import OutboxScreen
from dockstation.ui.screens.photos import PhotosScreen
from dockstation.ui.screens.problem import ProblemScreen
from dockstation.ui.screens.receive import ReceiveScreen
from dockstation.ui.screens.search import SearchScreen
from dockstation.ui.screens.shortlist import ShortlistScreen
from dockstation.ui.screens.sign import SignScreen
from dockstation.ui.screens.weigh import WeighScreen

CONFIRM = frozenset({"CONFIRM", "PHOTO", "NEXT"})
CONFIRM_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
STAGES = (
    "home", "receive", "inspect", "decision", "photos", "discrepancy", "dock", "asking", "held", "labels", "outbox",
    "problem", "hand_over", "shortlist", "search", "weighing",
)  # fmt: skip
"""The parts of the flow that have a screen, by the names they have in it."""


class Flow(QObject):
    """Home, receive, inspect, decision, and round again."""

    stage_changed = Signal(str)
    typing_asked = Signal()
    picture_asked = Signal()
    test_asked = Signal()
    settings_asked = Signal()
    history_asked = Signal()
    """Of what the present screen is about."""
    signed_in = Signal(str)

    def __init__(self, desk: Desk, intake: Intake, camera: CameraLoop, people: tuple[Operator, ...]) -> None:
        super().__init__()
        self.desk = desk
        self.people = PeopleBook(People.of(people, {}))
        self.stage = self._before = self._below = "home"
        self._came_from: dict[str, str] = {}
        """The stages that photos and handing over were asked for in."""
        self._alone = ""  # the unit taken up by itself, away from its parcel
        desk.people = self.people.current.names
        self.home = HomeStage(desk, HomeScreen())
        self.discrepancy = DiscrepancyStage(desk, DiscrepancyScreen(), camera)
        self.asking = AskStage(desk, AskScreen())
        self.receive = ReceiveStage(desk, ReceiveScreen(), self.asking, self.discrepancy)
        self.inspect = InspectStage(desk, InspectScreen(), camera)
        self.decision = DecisionStage(desk, DecisionScreen())
        self.photos = PhotosStage(desk, PhotosScreen())
        self.overruling_asks = AskStage(desk, AskScreen())
        self.signing = SignStage(desk, SignScreen())
        self.overruling = Overruling(desk, self.overruling_asks, self.signing)
        self.dock = DockStage(desk, DockScreen(), camera)
        self.held = HeldStage(desk, HeldScreen())
        self.labels = LabelsStage(desk, LabelsScreen())
        self.printers = PrinterSetUp(desk, self.labels)
        self.outbox = OutboxStage(desk, OutboxScreen())
        self.problem = ProblemStage(desk, ProblemScreen(), self.discrepancy)
        self.weighing = WeighStage(desk, WeighScreen(), self.discrepancy)
        self.admission = Admission(desk, self.discrepancy)
        self.hand_over = HandOverStage(desk, HandOverScreen())
        self.shortlist = ShortlistStage(desk, ShortlistScreen())
        self.search = SearchStage(desk, SearchScreen())
        self.serials = SerialWatch(desk, self.discrepancy)
        self.stages = self._by_name()
        self._listen(intake)
        self._stops = SerialStops(self.serials, self.receive, self.inspect, self._stoppable, self.go_home)
        desk.idle.connect(self._stops.show)
        self._connect()
        self._connect_photos()
        self._connect_finding()

    def _by_name(self) -> dict[str, Stage]:
        own = {name: getattr(self, name) for name in STAGES}
        return {**own, **self.overruling.pages, **self.printers.stages}

    def _listen(self, intake: Intake) -> None:
        self.is_covered: Callable[[], bool] = lambda: False
        """Whether a page that belongs to no stage is on the screen."""
        self.takes: Callable[[Scan], bool] = lambda _scan: False
        """Whether a scan is done with before any stage hears of it."""
        self.sign_in: Callable[[str], None] = lambda _badge: None
        """What a badge means."""
        intake.is_secret = lambda: self.stage == "signing"
        intake.ready.connect(self._scanned)
        intake.repeated.connect(self._repeated)

    def _connect(self) -> None:
        self.home.parcel_found.connect(self.admission.admit)
        self.home.nothing_found.connect(self.admission.take_in)
        self.admission.opened.connect(self.receive.take_up)
        self.admission.parked.connect(self.go_home)
        self.admission.held.connect(self.held.enter)
        self.home.way_asked.connect(self._take_way)
        for stage in (self.receive, self.inspect, self.decision):
            stage.paused.connect(self.pause)
        for place in (self.receive, self.inspect, self.decision, self.asking, self.dock):
            place.typing_asked.connect(self.typing_asked)
        self.discrepancy.shown.connect(self._show_discrepancy)
        self.discrepancy.left.connect(self._leave_discrepancy)
        self.dock.shown.connect(lambda: self._go("dock"))
        self.dock.left.connect(self.go_home)
        self._connect_counting()
        self._connect_inspecting()
        self._connect_overruling()
        self._connect_held()

    def _connect_counting(self) -> None:
        self.receive.shown.connect(lambda: self._go("receive"))
        self.receive.inspection_wanted.connect(self._stops.inspect)
        self.receive.finished.connect(self.go_home)
        self.receive.other_work.connect(self.home.scan)
        self.receive.problem_found.connect(self.problem.enter)
        self.problem.shown.connect(lambda: self._go("problem"))
        self.problem.left.connect(self.receive.enter)
        self.receive.weight_wanted.connect(self.weighing.enter)
        self.weighing.shown.connect(lambda: self._go("weighing"))
        self.weighing.left.connect(lambda: self.receive.enter(self.receive.parcel_id))
        self.asking.shown.connect(lambda: self._go("asking"))
        self.asking.left.connect(lambda: self.receive.enter(self.receive.parcel_id))

    def _connect_inspecting(self) -> None:
        self.home.inspection_wanted.connect(self._stops.inspect)
        self.home.decision_wanted.connect(self._take_up)
        self.inspect.shown.connect(lambda: self._go("inspect"))
        self.inspect.decided.connect(lambda lpn: self.decision.enter(lpn, fresh=True))
        self.decision.shown.connect(lambda: self._go("decision"))
        self.decision.finished.connect(self._unit_done)
        for asker in (self.inspect, self.decision):
            asker.handover_asked.connect(self.hand_over.enter)
        self.hand_over.shown.connect(self._ask_note)
        self.hand_over.left.connect(lambda: self._go(self._came_from["hand_over"]))
        self.hand_over.handed_over.connect(self.go_home)

    def _connect_overruling(self) -> None:
        over = self.overruling
        self.home.resumed.connect(over.take_up)
        self.decision.more_asked.connect(over.more)
        self.decision.act_asked.connect(over.begin)
        self.decision.homeward.connect(self.go_home)
        over.copy_queued.connect(self.decision.send)
        over.decision_wanted.connect(lambda lpn, fresh: self.decision.enter(lpn, fresh=fresh))
        over.inspection_wanted.connect(self.inspect.enter)
        over.opinion_wanted.connect(self.inspect.enter_again)
        self.inspect.again_given.connect(over.comparing.given)
        for name, stage in over.pages.items():
            stage.shown.connect(partial(self._go_over, name))
            stage.left.connect(self._leave_overruling)
            stage.typing_asked.connect(self.typing_asked)

    def _go_over(self, stage: str) -> None:
        if self.stage not in self.overruling.pages:
            self._below = self.stage
        self._go(stage)

    def _leave_overruling(self) -> None:
        if self._below == "home":
            self.go_home()
        elif self._below == "inspect" and self.inspect.view is not None:  # its second inspection is given
            self.decision.enter(self.inspect.view.unit.lpn, fresh=True)
        elif self._below == "decision":
            self.decision.look_again()
        else:
            self._go(self._below)
            self.refresh()

    def _take_up(self, lpn: str) -> None:
        """A decided unit, for its label, its bin or a second opinion."""
        self._alone = lpn if self.stage != "receive" else ""
        self.overruling.take_up(lpn)

    def _unit_done(self, unit: Unit) -> None:
        """Back to where it was taken up."""
        if self._alone == unit.lpn:
            self.go_home()
        else:
            self.receive.enter(unit.parcel_id)

    def _ask_note(self) -> None:
        self._came_from["hand_over"] = self.stage
        self._go("hand_over")

    def _connect_photos(self) -> None:
        for asker in (self.inspect, self.decision):
            asker.photos_asked.connect(self.photos.enter)
        self.photos.shown.connect(self._show_photos)
        self.photos.left.connect(self._leave_photos)
        self.photos.retake_asked.connect(self.inspect.retake)

    def _show_photos(self) -> None:
        if self.stage != "photos":
            self._came_from["photos"] = self.stage
        self._go("photos")

    def _leave_photos(self, lpn: str) -> None:
        if self.stage == "photos" and self._came_from["photos"] == "inspect":
            self.inspect.return_to(lpn)
        elif self.stage == "photos":
            self._go(self._came_from["photos"])

    def _connect_held(self) -> None:
        self.labels.shown.connect(lambda: self._go("labels"))
        self.labels.left.connect(self.go_home)
        self.printers.shown.connect(self._go)
        self.outbox.shown.connect(lambda: self._go("outbox"))
        self.held.shown.connect(lambda: self._go("held"))
        self.held.left.connect(self.go_home)
        self.held.typing_asked.connect(self.typing_asked)
        self.held.matched.connect(lambda: self.held.enter() if self.stage == "held" else None)

    def _connect_finding(self) -> None:
        self.home.several_found.connect(lambda *found: self.shortlist.enter(found[0], found[1], may_ask=found[2]))
        self.shortlist.shown.connect(lambda: self._go("shortlist"))
        self.shortlist.server_asked.connect(self.home.ask_server)
        self.search.shown.connect(lambda: self._go("search"))
        for stage in (self.shortlist, self.search):
            stage.picked.connect(self.home.take)
            stage.left.connect(self.go_home)
            stage.other_work.connect(self.home.scan)

    def _stoppable(self) -> str:
        return "" if self.desk.busy or self.is_covered() else self.stage

    def _take_way(self, way: str) -> None:
        ways: dict[str, Callable[[], None]] = {
            "typing": self.typing_asked.emit,
            "picture": self.picture_asked.emit,
            "test": self.test_asked.emit,
            "dock": self.dock.enter,
            "held": self.held.enter,
            "labels": self.labels.enter,
            "printers": self.printers.enter,
            "outbox": self.outbox.enter,
            "settings": self.settings_asked.emit,
            "search": self.search.enter,
            "agreement": self.overruling.comparing.agreement,
            "full": partial(self.overruling.bins.ask, "full"),
            "emptied": partial(self.overruling.bins.ask, "emptied"),
        }
        ways[way]()

    def _show_discrepancy(self) -> None:
        if self.stage != "discrepancy":
            self._before = self.stage
        self._go("discrepancy")

    def _leave_discrepancy(self) -> None:
        if self._before == "home":
            self.go_home()
        else:
            self._go(self._before)
            self.refresh()

    def _go(self, stage: str) -> None:
        self.stage = stage
        self.stage_changed.emit(stage)

    def turn_to(self, stage: str) -> None:
        """For ways beside this one."""
        self._go(stage)

    @property
    def present(self) -> Stage:
        """The stage on the screen, or behind a page that covers it."""
        return self.stages[self.stage]

    def refresh(self) -> None:
        """Show the present stage again, in the present language."""
        self.present.refresh()

    def pause(self) -> None:
        """Leave the work as it is; it waits at home."""
        if not self.desk.busy:
            self.desk.banner.acknowledge()
            self.go_home()

    def go_home(self) -> None:
        """Back to the start of the next job."""
        self.home.enter(lambda: self._go("home"))

    def greet(self, person: Operator) -> None:
        """This person works here now."""
        self.desk.operator = person
        self.signed_in.emit(person.name)
        self.desk.accept(QCoreApplication.translate("Flow", "Signed in: {0}").format(person.name))

    def go_on(self) -> None:
        """With what was left open."""
        if self.stage == "home":
            self.home.resume()
        elif self.stage == "decision" and (lpn := self.decision.waits_for_opinion):
            self.overruling.take_up(lpn)  # the next person sees nothing of it
        else:
            self.refresh()

    def _repeated(self, shown: str) -> None:
        text = QCoreApplication.translate("Flow", "Already read: {0}")
        self.desk.question(text.format(shown))

    def _scanned(self, scan: Scan) -> None:
        if self.takes(scan):
            pass
        elif self.stage == "signing" and scan.kind is not ScanKind.COMMAND:
            self.signing.scan(scan)
        elif scan.kind is ScanKind.BADGE:
            self.sign_in(scan.value)
        elif self.desk.operator is None:
            self.desk.reject(DockstationError("person.none"))
        elif scan.kind is ScanKind.COMMAND:
            self._command(scan)
        else:
            self._work(scan)
        if not self.desk.busy:
            self.desk.idle.emit()

    def _work(self, scan: Scan) -> None:
        if scan.kind is ScanKind.UNKNOWN and self.stage != "words":
            self.desk.reject(DockstationError("scan.unknown_code", code=scan.shown))
        else:
            self.present.scan(scan)

    def _command(self, scan: Scan) -> None:
        if self.present.command(scan.value):
            return
        if scan.value in CONFIRM:
            self.present.confirm()
        elif scan.value == "BACK":
            self.present.back()
        elif scan.value == "HISTORY" and self.stage in ("receive", "inspect"):
            self.history_asked.emit()
        elif scan.value == "PAUSE" and self.stage != "home":
            self.pause()
        else:
            self.desk.reject(DockstationError("scan.not_now", code=scan.shown))

    def key(self, key: int) -> None:
        """A single key that was no scan."""
        if (self.desk.operator is None and self.stage == "home" and key not in BEGINNING) or self.present.key(key):
            return
        if key in CONFIRM_KEYS:
            self.present.confirm()
        elif key == Qt.Key.Key_Backspace:
            self.present.back()
        elif key == Qt.Key.Key_F4 and self.present.elsewhere:
            self.typing_asked.emit()
        elif key == Qt.Key.Key_F6 and self.present.elsewhere:
            self.picture_asked.emit()
