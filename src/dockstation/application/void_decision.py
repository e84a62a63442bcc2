"""A decision is taken back before the unit is put away; what it was stays in the record."""

from __future__ import annotations

from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store
from dockstation.application.release import labels_are_stale, require_changeable
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.operator import Operator, Task
from dockstation.domain.outcome import Ruling, RulingKind
from dockstation.domain.overruling import VOID_REASONS, require_reason
from dockstation.domain.unit import UnitState


class VoidDecision:
    """Back to the checklist, with the answers as they were given."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, lpn: str, reason: str, by: Operator) -> bool:
        """Void what stands; whether a label is out that has to be torn off.

        Voided already changes nothing. Raises ``ruling.reason``, and ``ruling.late`` once the unit is put away.
        """
        by.require(Task.VOID)
        require_reason(reason, VOID_REASONS)
        with self._store.unit_of_work() as work:
            unit, inspection = work.units.get(lpn), work.inspections.get(lpn)
            stood = inspection.decision
            if unit.state is UnitState.INSPECTING and inspection.rulings:
                return False
            require_changeable(unit)
            if stood is None:
                raise DockstationError("inspection.none", lpn=lpn)
            work.inspections.rule(lpn, Ruling(RulingKind.VOID, stood, by.badge, self._clock.now().at, reason))
            labels_are_stale(work, lpn)
            work.units.put(unit.moved_to(UnitState.INSPECTING))
            body = {
                "lpn": lpn, "rma_number": unit.rma_number, "grade": stood.grade, "disposition": stood.disposition,
                "reason": reason, "by": by.badge,
            }  # fmt: skip
            record(work, self._clock, Fact(about_unit(lpn), "DecisionVoided", body))
            work.commit()
        return unit.state is UnitState.LABELLED
