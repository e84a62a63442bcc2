"""What a decided unit has to wait for before it gets its label and its place."""

from __future__ import annotations

from dataclasses import replace

from dockstation.application.outbox import about_unit
from dockstation.application.ports.store import PrintState, UnitOfWork
from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Decision, is_unapproved
from dockstation.domain.unit import Unit, UnitState

UNDECIDABLE = frozenset({UnitState.DECIDED, UnitState.LABELLED})
"""Where a decision can still be changed."""


def require_changeable(unit: Unit) -> None:
    """Raise ``ruling.late`` once it is put away, ``unit.transition`` where nothing is decided."""
    if unit.state is UnitState.PUT_AWAY:
        raise DockstationError("ruling.late", lpn=unit.lpn)
    if unit.state not in UNDECIDABLE:
        raise DockstationError("unit.transition", lpn=unit.lpn, now=unit.state, wanted=UnitState.DECIDED)


def require_released(work: UnitOfWork, lpn: str) -> Decision:
    """The decision that stands.

    Raises ``inspection.none`` without one, ``decision.unapproved`` while a second person is missing, and
    ``opinion.wanted`` while somebody else has to inspect it.
    """
    inspection = work.inspections.get(lpn)
    if inspection.decision is None:
        raise DockstationError("inspection.none", lpn=lpn)
    if is_unapproved(inspection.rulings):
        raise DockstationError("decision.unapproved", lpn=lpn)
    opinion = work.second_opinions.find(lpn)
    if opinion is not None and opinion.is_open:
        raise DockstationError("opinion.wanted", lpn=lpn)
    return inspection.decision


def labels_are_stale(work: UnitOfWork, lpn: str) -> None:
    """What was printed or waits tells of a decision that fell; ``print.unsettled`` while it is being printed."""
    jobs = [job for job in work.spool.of(about_unit(lpn)) if job.content is None or job.content.disposition]
    if any(job.state is PrintState.SENDING for job in jobs):
        raise DockstationError("print.unsettled", lpn=lpn)
    for job in jobs:
        work.spool.mark(replace(job, state=PrintState.STALE))
