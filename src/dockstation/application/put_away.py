"""The last step: the unit into a container that takes its disposition and has room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from dockstation.application.outbox import about_container, about_unit, record
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.application.release import require_released
from dockstation.domain.container import Container
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.operator import Operator, Task
from dockstation.domain.outcome import Disposition
from dockstation.domain.policy import PolicyBook
from dockstation.domain.unit import Unit, UnitState


@dataclass(frozen=True, slots=True)
class Bin:
    """A container as it is to be seen: how many it holds of how many (0: unknown), and whether it is full."""

    code: str
    count: int
    capacity: int
    is_full: bool


class PutAway:
    """Closes a unit by the scan of its container, and keeps count of what is in each."""

    def __init__(self, store: Store, clock: Clock, policies: PolicyBook) -> None:
        self._store = store
        self._clock = clock
        self._policies = policies

    def __call__(self, lpn: str, container: str, by: Operator) -> Unit:
        """Put the unit into ``container``.

        ``container.unknown``, ``container.wrong``, ``container.full``, ``decision.unapproved`` and ``opinion.wanted``
        change nothing.
        """
        by.require(Task.RECEIVE)
        with self._store.unit_of_work() as work:
            unit, decision = work.units.get(lpn), require_released(work, lpn)
            self._require_takes(work, container, self._policies.current.disposition(decision.disposition))
            put_away = unit.moved_to(UnitState.PUT_AWAY)
            work.units.put(put_away)
            known = work.containers.get(container)
            work.containers.put(replace(known, count=known.count + 1))
            body = {"lpn": lpn, "container": container, "by": by.badge}
            record(work, self._clock, Fact(about_unit(lpn), "UnitPutAway", body))
            work.commit()
        return put_away

    def call_full(self, container: str, by: Operator) -> Container:
        """It takes no more, whatever its count says; said twice counts once. Raises ``container.unknown``."""
        by.require(Task.RECEIVE)
        return self._tell(container, "ContainerFull", by, lambda known: replace(known, called_full=True))

    def exchange(self, container: str, by: Operator) -> Container:
        """An empty one stands in its place; an empty one's exchange changes nothing. Raises ``container.unknown``."""
        by.require(Task.RECEIVE)
        return self._tell(container, "ContainerEmptied", by, lambda known: Container(known.code))

    def _tell(self, code: str, kind: str, by: Operator, change: Callable[[Container], Container]) -> Container:
        self._require_known(code)
        with self._store.unit_of_work() as work:
            before = work.containers.get(code)
            after = change(before)
            if after != before:
                work.containers.put(after)
                body = {"container": code, "count": before.count, "by": by.badge}
                record(work, self._clock, Fact(about_container(code), kind, body))
                work.commit()
        return after

    def _require_known(self, container: str) -> None:
        if container not in {each for one in self._policies.current.dispositions.values() for each in one.bins}:
            raise DockstationError("container.unknown", code=container)

    def _require_takes(self, work: UnitOfWork, container: str, where: Disposition) -> None:
        self._require_known(container)
        bins = bins_of(work, where)
        free = ", ".join(each.code for each in bins if not each.is_full)
        takes = free or ", ".join(where.bins)
        found = next((each for each in bins if each.code == container), None)
        if found is None:
            raise DockstationError("container.wrong", code=container, disposition=where.code, bins=takes)
        if found.is_full and free:
            raise DockstationError("container.full", code=container, bins=free)
        if found.is_full:
            raise DockstationError("container.all_full", code=container)


def bins_of(work: UnitOfWork, where: Disposition) -> tuple[Bin, ...]:
    """The containers of a disposition as they stand."""
    known = [(work.containers.get(code), where.capacity.get(code, 0)) for code in where.bins]
    return tuple(Bin(each.code, each.count, capacity, each.is_full(capacity)) for each, capacity in known)
