"""A unit changes hands at this station; what each person did stays theirs, for every event says who."""

from __future__ import annotations

from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.inspections import Inspection
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.handover import Taken, require_note
from dockstation.domain.operator import Operator, Task
from dockstation.domain.unit import Unit, UnitState

IN_HANDS = frozenset({UnitState.INSPECTING, UnitState.DECIDED, UnitState.LABELLED})


class HandOver:
    """Leaves a unit to whoever comes next, or takes it from who had it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def give(self, lpn: str, note: str, by: Operator) -> None:
        """Leave the unit with a note; the same again changes nothing.

        Raises ``handover.note``, ``inspection.none``, and ``unit.transition`` when there is nothing left to do.
        """
        by.require(Task.INSPECT)
        require_note(note)
        with self._store.unit_of_work() as work:
            unit, inspection = work.units.get(lpn), work.inspections.get(lpn)
            if unit.state not in IN_HANDS:
                raise DockstationError("unit.transition", lpn=lpn, now=unit.state, wanted=unit.state)
            if (inspection.holder, inspection.note) == (by.badge, note):
                return
            work.inspections.hold(lpn, by.badge, note)
            self._tell(work, unit, "UnitHandedOver", {"note": note, "by": by.badge})
            work.commit()

    def take(self, lpn: str, by: Operator) -> Taken | None:
        """From whom this person has it now; None when it was theirs already, or nobody's.

        Whoever holds the unit in hand goes on with it: nobody has to be asked, but it is written down.
        """
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            unit = work.units.get(lpn)
            if unit.state not in IN_HANDS:
                return None
            inspection = work.inspections.get(lpn)
            if inspection.holder == by.badge and not inspection.note:
                return None
            work.inspections.hold(lpn, by.badge)
            taken = Taken(inspection.holder, inspection.note)
            self._tell(work, unit, "UnitTakenOver", _body(inspection, by))
            work.commit()
        return taken

    def _tell(self, work: UnitOfWork, unit: Unit, kind: str, body: dict[str, str]) -> None:
        whose = {"lpn": unit.lpn, "rma_number": unit.rma_number}
        record(work, self._clock, Fact(about_unit(unit.lpn), kind, whose | body))


def _body(before: Inspection, by: Operator) -> dict[str, str]:
    return {
        "from": before.holder, "from_station": "", "to": by.badge, "note": before.note, "by": by.badge,
    }  # fmt: skip
