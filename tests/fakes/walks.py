"""Ways through the shipped checklists, without a station around them."""

from __future__ import annotations

from datetime import UTC, datetime

from dockstation.domain.checklist import Checklist, Walk
from dockstation.domain.circumstances import circumstances
from dockstation.domain.grading import holds
from dockstation.domain.policy import Policy
from dockstation.domain.rma import Rma, RmaLine
from dockstation.domain.unit import Unit

NOW = datetime(2026, 3, 2, tzinfo=UTC)


def walk_of(
    checklist: Checklist, rma: Rma, line: RmaLine, *differing: str, serial: str = "", returns: int = 0
) -> Walk:
    """A unit of ``line`` with these kinds of discrepancies."""
    unit = Unit("2A3000017", "p1", rma.number, line.line_id, serial)
    return Walk(checklist, line, circumstances(unit, rma, line, None, differing, returns, NOW), holds, serial)


def policy_walk(policy: Policy, rma: Rma, line: RmaLine, *differing: str) -> Walk:
    """The same with the checklist that the policy has for it."""
    return walk_of(policy.checklist_for(rma, line), rma, line, *differing)
