"""One difference with its evidence: photos are durable at once, the record when all of it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from dockstation.application.record_discrepancy import Found
from dockstation.domain.discrepancy import FLOWS, NO_CAMERA
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan
from dockstation.domain.shot import Shot
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.trigger import Keep, Trigger
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.messages import discrepancy
from dockstation.ui.screens.discrepancy import DiscrepancyScreen, Evidence

T = TypeVar("T")
Record = Callable[[UseCases, Operator, Found], T]
"""What records it; the Found carries the answer that was chosen."""
Looked = tuple[str, list[Path]]


class DiscrepancyStage(QObject):
    """Any kind of difference, for whichever stage found it."""

    shown = Signal()
    left = Signal()
    """Given up; photos taken so far are kept for the next time."""

    camera_reads = elsewhere = False

    def __init__(self, desk: Desk, screen: DiscrepancyScreen, camera: CameraLoop) -> None:
        super().__init__()
        self._desk = desk
        self._camera = camera
        self.screen = screen
        self.found: Found | None = None
        self.view: Evidence | None = None
        self._photos: list[Path] = []
        self._trigger = Trigger(desk, camera, screen.photos)
        self._trigger.photographed.connect(self._photographed)
        self._submit: Callable[[Found], None] = lambda _found: None
        screen.photo_asked.connect(self._photograph)
        screen.answer_given.connect(self._answer)
        screen.record_asked.connect(self._record)
        screen.left.connect(self.back)

    def ask(self, found: Found, record: Record[T], then: Callable[[T], None]) -> None:
        """Ask for the evidence of ``found``; once it is complete ``record`` runs, and ``then`` goes on."""

        def recorded(result: T) -> None:
            self.found = self.view = None
            self._desk.settle()
            self._desk.changed.emit()
            then(result)

        def submit(complete: Found) -> None:
            self._desk.act(lambda use, by: record(use, by, complete), recorded)

        def begin(looked: Looked) -> None:
            self.found, self._submit = found, submit
            self._show(looked)
            self._desk.question(discrepancy(found.kind))
            self.shown.emit()

        self._desk.do(lambda use, _by: _look(use, found), begin)

    def _show(self, looked: Looked) -> None:
        if self.found is None:
            return
        found, (code, self._photos) = self.found, looked
        about = "  ·  ".join(each for each in (code, found.rma_number, found.lpn) if each)
        taken = len(self._photos)
        self.view = Evidence(found.kind, about, found.facts or {}, taken, found.answer, self._camera.set_up)
        self.refresh()

    def refresh(self) -> None:
        """Show the same again."""
        if self.view is not None:
            self.screen.show_discrepancy(self.view, self._desk.language, self._photos)

    def _photograph(self) -> None:
        found = self.found
        if found is not None and (develop := self._trigger.aim()):
            self._trigger.take(_keeping(found), develop)

    def _photographed(self, looked: Looked) -> None:
        self._desk.changed.emit()
        self._show(looked)

    def _answer(self, answer: str) -> None:
        if self.found is None or self.view is None or self._desk.busy:
            return
        self._desk.banner.acknowledge()
        self.found, self.view = replace(self.found, answer=answer), replace(self.view, answer=answer)
        self.refresh()

    def _record(self) -> None:
        if self.found is None or self._desk.busy:
            return
        found = self.found
        if len(self._photos) < FLOWS[found.kind].photos and not self._camera.set_up:
            found = replace(found, facts={**(found.facts or {}), **NO_CAMERA})
        self._submit(found)

    def scan(self, scan: Scan) -> None:
        """No code is asked for here."""
        self._desk.reject(DockstationError("scan.not_now", code=scan.shown))

    def command(self, word: str) -> bool:
        """PHOTO takes one; the number of an answer chooses it."""
        if word == "PHOTO":
            self._photograph()
        elif word.isdigit():
            self.screen.choose(int(word))
        return word == "PHOTO" or word.isdigit()

    def key(self, key: int) -> bool:
        """The same by one key; Esc leaves."""
        number = key - Qt.Key.Key_0
        if key == Qt.Key.Key_Space:
            self._photograph()
        elif key == Qt.Key.Key_Escape:
            self.back()
        elif 1 <= number <= 9:
            self.screen.choose(number)
        return key in (Qt.Key.Key_Space, Qt.Key.Key_Escape) or 1 <= number <= 9

    def confirm(self) -> None:
        """Record it."""
        self.screen.confirm()

    def back(self) -> None:
        """Leave it; what is not recorded is asked for again the next time."""
        if not self._desk.busy:
            self._desk.banner.acknowledge()
            self._desk.settle()
            self.found = self.view = None
            self.left.emit()


def _look(use: UseCases, found: Found) -> Looked:
    taken = use.record_discrepancy.taken(found.parcel_id, found.kind)
    return use.queries.parcel(found.parcel_id).code, [use.photo_path(each.sha256) for each in taken]


def _keeping(found: Found) -> Keep[Looked]:
    def keep(use: UseCases, by: Operator, shot: Shot) -> tuple[Path, Looked]:
        photo = use.record_discrepancy.photograph(found.parcel_id, found.kind, shot, by)
        return use.photo_path(photo.sha256), _look(use, found)

    return keep
