"""Who works here: signing in, with a PIN where config asks for it, locking, and signing out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWindow

from dockstation.application.signing import Signature
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan, ScanKind
from dockstation.settings import StationSettings
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.flow import CONFIRM, CONFIRM_KEYS, Flow
from dockstation.ui.main_window.help_way import KEEPING
from dockstation.ui.main_window.intake import HIDDEN, Intake
from dockstation.ui.main_window.pages import Pages
from dockstation.ui.main_window.picture_stage import PictureStage
from dockstation.ui.main_window.pin_entry import PinEntry
from dockstation.ui.wedge import Wedge

PAGE, TYPING = "entrance", "typing_badge"
SECRET = ("signing", "people_pin")
"""Stages on which a PIN is entered."""
TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel})


class Entrance(QObject):
    """Covers the work and never leaves it: what is under way goes on beneath, and stands there afterwards."""

    signed_out = Signal()

    def __init__(
        self, flow: Flow, desk: Desk, pages: Pages, intake: Intake, camera: CameraLoop, settings: StationSettings
    ) -> None:
        super().__init__(pages)
        self._flow, self._desk, self._pages, self._camera = flow, desk, pages, camera
        self._asks_pin, self._reads = settings.sign_in.pin, settings.camera.read_codes
        self._asked: Operator | None = None
        self.is_locked = False
        self._pin = PinEntry(self._show, lambda: self._asked is not None and not desk.busy)
        self._timer = QTimer(self, singleShot=True, interval=round(settings.sign_in.lock_minutes * 60_000))
        self._timer.timeout.connect(self._untouched)
        below = flow.takes
        flow.takes = lambda scan: below(scan) or self._takes(scan)
        flow.sign_in = self.sign_in
        self._intake = intake
        self._close_dialogs: Callable[[], None] = lambda: None
        intake.is_secret = lambda: flow.stage in SECRET or self._may_be_pin
        intake.heard.connect(self.touched)
        self._connect()

    def _connect(self) -> None:
        screen, typing = self._pages.entrance, self._pages.typing_badge
        screen.pressed.connect(self._pin.press)
        screen.confirmed.connect(self.confirm)
        screen.left.connect(self.back)
        screen.typing_asked.connect(lambda: self._cover(TYPING))
        screen.hidden.connect(self._pin.forget)
        typing.left.connect(lambda: self._cover(PAGE))
        typing.entered.connect(self._intake.take)

    def watch(self, window: QWindow, keys: Wedge, pictures: PictureStage) -> None:
        """From now on whoever touches the window is noticed; what is asked about pictures is covered as well."""
        self._close_dialogs = pictures.close_dialog
        window.installEventFilter(self)
        keys.pressed.connect(self.touched)

    @property
    def is_closed(self) -> bool:
        """Whether it covers the work."""
        return self._pages.is_barred

    @property
    def _may_be_pin(self) -> bool:
        return self.is_closed or (self._asks_pin and self._desk.operator is None)

    def sign_in(self, badge: str) -> None:
        """Let in whoever wears this badge, or ask for the PIN; who is at work need not prove it again."""
        use, by = self._desk.use_cases, self._desk.operator
        if use is None:
            return
        try:
            if not self._asks_pin or (by is not None and by.badge == badge and not self.is_locked):
                self._let_in(use.sign_in.known(badge))
            else:
                self._asked = use.sign_in.wearer(badge)
                self._cover(PAGE)
                self.touched()
        except DockstationError as error:
            self._desk.reject(error)

    def _let_in(self, person: Operator) -> None:
        before, was_locked = self._desk.operator, self.is_locked
        self._uncover()
        if not was_locked:
            self._desk.banner.acknowledge()
        self._flow.greet(person)
        self.touched()
        if not was_locked:
            self._flow.go_on()
        elif before is None or before.badge != person.badge:
            self._flow.go_home()  # the other's work waits there

    def lock(self) -> None:
        """Cover the work until a badge comes."""
        if self._desk.operator is None:
            self._desk.reject(DockstationError("person.none"))
            return
        self.is_locked, self._asked = True, None
        self._cover(PAGE)

    def sign_out(self) -> None:
        """Nobody works here; what was begun waits in the list."""
        self._uncover()
        self._desk.operator = None
        self._desk.banner.acknowledge()
        self._flow.home.leave()
        self._flow.turn_to("home")
        self._desk.accept(QCoreApplication.translate("Entrance", "Signed out. Scan a badge to begin"))
        self.signed_out.emit()

    def touched(self, *_how: object) -> None:
        """Somebody is here: the time until it locks begins anew."""
        if self._timer.interval():
            self._timer.start()

    def _untouched(self) -> None:
        if self._desk.operator is None:
            self.back()  # whoever began to sign in has gone
        elif not self.is_locked:
            self.lock()

    def _cover(self, page: str) -> None:
        self._pin.forget()
        self._show()
        self._pages.bar(page)
        self._camera.reading_codes = self._reads
        self._close_dialogs()

    def _uncover(self) -> None:
        self.is_locked, self._asked = False, None
        if self.is_closed:
            self._pages.unbar()
            on_top = self._pages.name == self._flow.stage
            self._camera.reading_codes = self._reads and on_top and self._flow.present.camera_reads

    def _show(self) -> None:
        if self._asked is not None:
            self._pages.entrance.show_asking(self._asked.name, len(self._pin))
        elif (operator := self._desk.operator) is not None:
            self._pages.entrance.show_locked(operator.name)

    def _takes(self, scan: Scan) -> bool:
        word = scan.value if scan.kind is ScanKind.COMMAND else ""
        if not self.is_closed:
            return self._desk.operator is not None and self._leaves(word)
        if scan.kind is ScanKind.BADGE:
            self.sign_in(scan.value)
        elif not self._command(word):
            self._desk.reject(DockstationError("scan.not_now", code=HIDDEN))
        return True

    def _leaves(self, word: str) -> bool:
        if word == "LOCK":
            self.lock()
        elif word == "SIGNOUT":
            self.sign_out()
        return word in ("LOCK", "SIGNOUT")

    def _command(self, word: str) -> bool:
        if self._pages.name == TYPING and word in ("BACK", "CANCEL"):
            self._cover(PAGE)
        elif word in ("BACK", "CANCEL"):
            self.back()
        elif word in CONFIRM:
            self.confirm()
        else:
            return word == "LOCK" or (bool(word) and self._pin.command(word))
        return True

    def key(self, key: int) -> bool:
        """A single key; False while it does not cover the work, and for keys that mean the same everywhere."""
        if not self.is_closed or key in KEEPING:
            return False
        if self._pages.name == TYPING:
            if key == Qt.Key.Key_Escape:
                self._cover(PAGE)
        elif key == Qt.Key.Key_Escape:
            self.back()
        elif key == Qt.Key.Key_F4:
            self._cover(TYPING)
        elif not self._pin.key(key) and key in CONFIRM_KEYS:
            self.confirm()
        return True

    def confirm(self) -> None:
        """Try the PIN that was entered; without a digit nothing is tried."""
        if self._asked is None or not len(self._pin) or self._desk.busy:
            return
        signature = Signature(self._asked.badge, self._pin.take())
        self._desk.do_for_nobody(lambda use: use.sign_in.prove(signature), self._let_in)

    def back(self) -> None:
        """Nobody else signs in: the lock, or what was there before."""
        if self._desk.busy or self._asked is None:
            return
        self._desk.banner.acknowledge()
        self._asked = None
        if self.is_locked:
            self._cover(PAGE)
        else:
            self._uncover()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Of the window: a finger or the mouse."""
        if event.type() in TOUCHES:
            self.touched()
        return False
