"""People come and go at the server: who may not work any more is signed out between two units."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dockstation.application.set_station_up import INSTALLER
from dockstation.domain.errors import DockstationError
from dockstation.domain.people import PeopleBook
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.flow import Flow
from dockstation.ui.main_window.person_way import PersonWay
from dockstation.ui.main_window.policy_watch import BETWEEN_JOBS
from dockstation.ui.main_window.status_board import StatusBoard
from dockstation.ui.main_window.sync_loop import SyncLoop
from dockstation.ui.widgets.status_strip import StatusStrip


class PeopleWatch(QObject):
    """Looks at the people whenever the server was heard, and at who is signed in when a job begins."""

    def __init__(self, flow: Flow, desk: Desk, sync: SyncLoop, status: StatusBoard, strip: StatusStrip) -> None:
        super().__init__()
        self._flow, self._desk, self._status = flow, desk, status
        self.way = PersonWay(flow, desk, strip)
        sync.passed.connect(self._heard)
        flow.stage_changed.connect(self._check)

    def begin(self, people: PeopleBook) -> None:
        """From now on these count."""
        self._flow.people = people
        self._looked(None)

    def await_first(self, *, was_first_start: bool) -> None:
        """Ask for the first administrator after a first start, and wherever nobody at all is known."""
        nobody = not self._flow.people.current.operators
        if nobody or (was_first_start and self._desk.operator is None):
            self.way.people.begin()

    def _heard(self, _network: str) -> None:
        if (use_cases := self._desk.use_cases) is not None:
            self._desk.background.run("store", use_cases.roster.look, self._looked, self._desk.reject)

    def _looked(self, _none: None) -> None:
        self._desk.people = self._flow.people.current.names
        self._check(self._flow.stage)

    def _check(self, stage: str) -> None:
        operator = self._desk.operator
        if operator in (None, INSTALLER) or stage not in BETWEEN_JOBS:
            return
        self._desk.operator = self._flow.people.current.operators.get(operator.badge)
        if self._desk.operator is None:
            self._desk.reject(DockstationError("person.gone", name=operator.name))
            self._status.show()
