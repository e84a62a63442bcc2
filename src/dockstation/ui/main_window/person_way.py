"""What the person at work may do about being at work: lock, sign out, and see to the people."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from dockstation.domain.operator import Operator, Task
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.entrance import Entrance
from dockstation.ui.main_window.flow import Flow
from dockstation.ui.main_window.people_way import PeopleWay
from dockstation.ui.screens.ask import Asked, AskScreen
from dockstation.ui.widgets.status_strip import StatusStrip

STAGE = "person"


class PersonWay(QObject):
    """From the name in the strip, wherever the work stands, or by one key at home; and back to there."""

    def __init__(self, flow: Flow, desk: Desk, strip: StatusStrip) -> None:
        super().__init__()
        self._flow, self._desk = flow, desk
        self._entrance: Entrance | None = None
        self._before = "home"
        self.stage = AskStage(desk, AskScreen())
        flow.stages[STAGE] = self.stage
        self.people = PeopleWay(flow, desk)
        self.stage.shown.connect(self._shown)
        self.stage.left.connect(self.leave)
        self.stage.typing_asked.connect(flow.typing_asked)
        strip.person_asked.connect(self.enter)
        flow.home.person_asked.connect(self.enter)

    def join(self, entrance: Entrance) -> None:
        """What locks, and signs out."""
        self._entrance = entrance
        self.people.listen()

    def enter(self) -> None:
        """Nothing of the work is left by it."""
        flow, desk = self._flow, self._desk
        if desk.operator is None and flow.stage == "home" and not flow.is_covered():
            self.people.enter()
        elif desk.operator is not None and not desk.busy and not flow.is_covered() and flow.stage != STAGE:
            by = desk.operator
            self.stage.ask(lambda: said_of(desk.operator or by), self._chosen)

    def _shown(self) -> None:
        self._before = self._flow.stage
        self._flow.turn_to(STAGE)

    def leave(self) -> None:
        """Back to where it was asked for."""
        if self._before == "home":
            self._flow.go_home()
        else:
            self._flow.turn_to(self._before)
            self._flow.refresh()

    def _chosen(self, what: str) -> None:
        if self._entrance is None:
            return
        if what == "people":
            self.people.enter()
        elif what == "lock":
            self._flow.turn_to(self._before)
            self._entrance.lock()
        else:
            self._entrance.sign_out()


def said_of(person: Operator) -> Asked:
    """What this person may do, in the language of the moment."""
    lock = QCoreApplication.translate("PersonWay", "Lock: the work stays as it is")
    out = QCoreApplication.translate("PersonWay", "Sign out: what is begun waits in the list")
    people = QCoreApplication.translate("PersonWay", "People: who works here")
    more = (("people", people),) if person.may(Task.PEOPLE) else ()
    return Asked(person.name, answers=(("lock", lock), ("out", out), *more))
