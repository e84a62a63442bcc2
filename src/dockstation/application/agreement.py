"""How far the inspectors of this station agree."""

from __future__ import annotations

from dockstation.application.ports.store import Store
from dockstation.domain.agreement import AgreementReport, report
from dockstation.domain.operator import Operator, Task


class Agreement:
    """Reads what second opinions have found."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def shown_to(self, by: Operator) -> AgreementReport:
        """The same of all of them, for whoever settles what differs; ``role.forbidden``."""
        by.require(Task.APPROVE)
        return self()

    def __call__(self, since: str = "") -> AgreementReport:
        """Of all second opinions since then (RFC 3339 or a day, "" for all)."""
        with self._store.unit_of_work() as work:
            return report(work.second_opinions.given_since(since))
