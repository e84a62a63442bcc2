"""What the window works with, handed to it once it has been built behind the first paint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from dockstation.application.agreement import Agreement
    from dockstation.application.approve import Approve
    from dockstation.application.arrive import Arrive
    from dockstation.application.ask_serial import AskSerial
    from dockstation.application.check_parcel import CheckParcel
    from dockstation.application.decide import Decide
    from dockstation.application.dock_queries import DockQueries
    from dockstation.application.goods_pictures import GoodsPictures
    from dockstation.application.hand_over import HandOver
    from dockstation.application.held_pool import HeldPool
    from dockstation.application.hold_parcel import HoldParcel
    from dockstation.application.identify import Identify
    from dockstation.application.inspect import Inspect
    from dockstation.application.keep_photos import KeepPhotos
    from dockstation.application.manage_people import ManagePeople
    from dockstation.application.outbox_queue import OutboxQueue
    from dockstation.application.override import Override
    from dockstation.application.ports.backups import Backups
    from dockstation.application.ports.central import Central
    from dockstation.application.ports.decoder import DecodedCode
    from dockstation.application.ports.disk import Disk
    from dockstation.application.ports.people import Roster
    from dockstation.application.ports.printer import Printer
    from dockstation.application.ports.sounds import Sounds
    from dockstation.application.print_label import PrintLabel
    from dockstation.application.print_parcel_label import PrintParcelLabel
    from dockstation.application.print_plate import PrintPlate
    from dockstation.application.print_queue import PrintQueue
    from dockstation.application.print_receipt import PrintReceipt
    from dockstation.application.put_away import PutAway
    from dockstation.application.queries import Queries
    from dockstation.application.queries.history import HistoryReader
    from dockstation.application.receive import Receive
    from dockstation.application.record_discrepancy import RecordDiscrepancy
    from dockstation.application.retain import Retain
    from dockstation.application.search import Search
    from dockstation.application.second_opinion import InspectAgain
    from dockstation.application.set_printers_up import SetPrintersUp
    from dockstation.application.sign_in import SignIn
    from dockstation.application.sync import Sync
    from dockstation.application.take_over import TakeOver
    from dockstation.application.void_decision import VoidDecision
    from dockstation.domain.shot import Shot
    from dockstation.settings.watching import WatchedPolicy
    from dockstation.ui.main_window.self_test_tools import SelfTestTools
    from dockstation.ui.main_window.set_up_tools import SetUpTools


@dataclass(frozen=True, slots=True)
class UseCases:
    """The verbs of the station.

    What costs time to build is built at its first call, on the lane it belongs to: ``central`` and ``sync``
    (network; None until the station is enrolled) and ``sounds`` (sound). ``warm`` loads what the first
    inspection will need. ``printer`` is the station's own, as it is set up now. ``report`` writes a unit's report
    in a language and says where it lies, on the lane "report" alone.
    """

    identify: Identify
    receive: Receive
    arrive: Arrive
    record_discrepancy: RecordDiscrepancy
    check_parcel: CheckParcel
    hold_parcel: HoldParcel
    held_pool: HeldPool
    inspect: Inspect
    keep_photos: KeepPhotos
    decide: Decide
    approve: Approve
    override: Override
    void_decision: VoidDecision
    inspect_again: InspectAgain
    agreement: Agreement
    print_label: PrintLabel
    print_parcel_label: PrintParcelLabel
    print_plate: PrintPlate
    print_queue: PrintQueue
    print_receipt: PrintReceipt
    put_away: PutAway
    sign_in: SignIn
    manage_people: ManagePeople
    hand_over: HandOver
    search: Search
    take_over: TakeOver
    ask_serial: AskSerial
    outbox_queue: OutboxQueue
    report: Callable[[str, str], Path]
    queries: Queries
    history: HistoryReader
    dock_queries: DockQueries
    goods_pictures: GoodsPictures
    self_test: SelfTestTools
    central: Callable[[], Central | None]
    sync: Callable[[], Sync | None]
    set_up: SetUpTools
    set_printers_up: SetPrintersUp
    printer: Callable[[], Printer]
    sounds: Callable[[], Sounds]
    photo_path: Callable[[str], Path]
    photo_of_file: Callable[[Path], Shot]
    policy: WatchedPolicy
    roster: Roster
    backups: Backups | None
    disk: Disk
    retain: Callable[[], Retain]
    warm: Callable[[], None]
    close: Callable[[], None]


Frame = Any
"""``uint8``, H×W×3, BGR: a numpy array, which the window only passes on."""


class Eyes(Protocol):
    """The camera with its decoder; each method runs on the camera's own thread, never on the window's."""

    def open(self) -> None: ...
    def look(self) -> Frame | None: ...
    def codes(self, frame: Frame) -> tuple[DecodedCode, ...]: ...
    def shot(self, frame: Frame) -> Shot: ...
    def close(self) -> None: ...
