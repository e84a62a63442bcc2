"""Another person stands for a decision that the rules leave to two."""

from __future__ import annotations

from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store
from dockstation.application.signing import Signature, Signing
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.operator import Operator, Task
from dockstation.domain.outcome import Ruling, RulingKind, is_unapproved
from dockstation.domain.overruling import decided_by


class Approve:
    """Makes an unapproved decision count."""

    def __init__(self, store: Store, clock: Clock, signing: Signing) -> None:
        self._store = store
        self._clock = clock
        self.signing = signing

    def __call__(self, lpn: str, signature: Signature, by: Operator) -> None:
        """Approve what stands; done already changes nothing.

        Raises what ``Signing`` raises, for whoever decided may not approve as well.
        """
        by.require(Task.INSPECT)
        with self._store.unit_of_work() as work:
            decider = decided_by(work.inspections.get(lpn).rulings)
        signer = self.signing(signature, decider)
        with self._store.unit_of_work() as work:
            unit, inspection = work.units.get(lpn), work.inspections.get(lpn)
            decision = inspection.decision
            if decision is None:
                raise DockstationError("inspection.none", lpn=lpn)
            if decided_by(inspection.rulings) == signer.badge:
                raise DockstationError("approval.same_person", name=signer.name)
            if not is_unapproved(inspection.rulings):
                return
            now = self._clock.now().at
            work.inspections.rule(lpn, Ruling(RulingKind.APPROVAL, decision, by.badge, now, "", signer.badge))
            body = {
                "lpn": lpn, "rma_number": unit.rma_number, "rules": list(decision.second_person),
                "disposition": decision.disposition, "grade": decision.grade, "resolution": decision.resolution,
                "by": by.badge, "approved_by": signer.badge,
            }  # fmt: skip
            record(work, self._clock, Fact(about_unit(lpn), "DecisionApproved", body))
            work.commit()
