"""The last step: the unit into a container that takes its disposition."""

from __future__ import annotations

from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.operator import Operator, Task
from dockstation.domain.policy import PolicyBook
from dockstation.domain.unit import Unit, UnitState


class PutAway:
    """Closes a unit by the scan of its container."""

    def __init__(self, store: Store, clock: Clock, policies: PolicyBook) -> None:
        self._store = store
        self._clock = clock
        self._policies = policies

    def __call__(self, lpn: str, container: str, by: Operator) -> Unit:
        """Put the unit into ``container``; ``container.unknown`` and ``container.wrong`` change nothing."""
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            unit, inspection = work.units.get(lpn), work.inspections.get(lpn)
            if inspection.decision is None:
                raise DockstationError("inspection.none", lpn=lpn)
            self._require_takes(container, inspection.decision.disposition)
            put_away = unit.moved_to(UnitState.PUT_AWAY)
            work.units.put(put_away)
            body = {"lpn": lpn, "container": container, "by": by.badge}
            record(work, self._clock, Fact(about_unit(lpn), "UnitPutAway", body))
            work.commit()
        return put_away

    def _require_takes(self, container: str, disposition: str) -> None:
        known = {each for one in self._policies.current.dispositions.values() for each in one.bins}
        if container not in known:
            raise DockstationError("container.unknown", code=container)
        if container not in self._policies.current.disposition(disposition).bins:
            raise DockstationError("container.wrong", code=container, disposition=disposition)
