"""A person knows better than the rules: both decisions are kept, and two people stand for the second."""

from __future__ import annotations

from typing import Any

from dockstation.application.decide import ruling
from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.application.release import labels_are_stale, require_changeable
from dockstation.application.signing import Signature, Signing
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.operator import Operator, Task
from dockstation.domain.outcome import Decision, Ruling, RulingKind
from dockstation.domain.overruling import Change, labels_go_stale, overridden
from dockstation.domain.policy import PolicyBook
from dockstation.domain.unit import Unit, UnitState


class Override:
    """An inspector or a supervisor asks, another person who may approve signs."""

    def __init__(self, store: Store, clock: Clock, policies: PolicyBook, signing: Signing) -> None:
        self._store = store
        self._clock = clock
        self._policies = policies
        self.signing = signing

    def __call__(self, lpn: str, change: Change, reason: str, signature: Signature, by: Operator) -> Decision:
        """The decision that stands now.

        Raises ``ruling.late`` once the unit is put away, what ``overridden`` and what ``Signing`` raise; nothing
        is changed then. A label that says the wrong thing now is worthless.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            self._changed(work, lpn, change, reason)
        signer = self.signing(signature, by.badge)
        with self._store.unit_of_work() as work:
            unit, before, after = self._changed(work, lpn, change, reason)
            now = self._clock.now().at
            work.inspections.rule(lpn, Ruling(RulingKind.OVERRIDE, after, by.badge, now, reason, signer.badge))
            if labels_go_stale(before, after):
                labels_are_stale(work, lpn)
                work.units.put(unit if unit.state is UnitState.DECIDED else unit.moved_to(UnitState.DECIDED))
            signed = {"reason": reason, "by": by.badge, "approved_by": signer.badge}
            body = {"lpn": lpn, "rma_number": unit.rma_number, "from": _told(before), "to": _told(after)}
            record(work, self._clock, Fact(about_unit(lpn), "DispositionOverridden", body | signed | ruling(after)))
            work.commit()
        return after

    def _changed(self, work: UnitOfWork, lpn: str, change: Change, reason: str) -> tuple[Unit, Decision, Decision]:
        unit, inspection = work.units.get(lpn), work.inspections.get(lpn)
        before = inspection.decision
        require_changeable(unit)
        if before is None:
            raise DockstationError("inspection.none", lpn=lpn)
        if change.disposition:
            self._policies.current.disposition(change.disposition)
        value = work.rmas.get(unit.rma_number).line_of(unit).unit_value
        return unit, before, overridden(before, change, reason, value)


def _told(decision: Decision) -> dict[str, Any]:
    names = ("grade", "disposition", "resolution", "deduction")
    return {name: getattr(decision, name) for name in names}
