"""What stands at the server, counted."""

from __future__ import annotations

from datetime import date

from dockstation.wire import Message


class TallyMessage(Message):
    """``units`` counted; ``overridden`` of them, as a share from 0 to 1 too.

    ``deductions`` are sums in minor units by currency, "" where the server does not know the RMA.
    """

    units: int
    overridden: int
    overridden_share: float
    deductions: dict[str, int]


class GroupMessage(TallyMessage):
    """The units that have ``key`` in common, "" where it is not known; ``name`` is that of a station."""

    key: str
    name: str = ""


class StatisticsMessage(Message):
    """``GET /v1/statistics``: the largest groups, days the newest first; ``others`` are ``others_groups`` more."""

    by: str
    first: date
    last: date
    zone: str
    items: tuple[GroupMessage, ...]
    others_groups: int
    others: TallyMessage
    total: TallyMessage
