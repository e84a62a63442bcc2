"""Moments as the server writes them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from dockstation.server.problems import Problem


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def rfc3339(moment: datetime) -> str:
    """``moment`` as RFC 3339 in UTC to the millisecond: of one width, so that texts compare as times do."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def zone_of(name: str) -> ZoneInfo:
    """The time zone of this name; 422 ``zone`` for one that is not known."""
    try:
        return ZoneInfo(name[:64])
    except (ValueError, OSError, KeyError) as error:
        raise Problem(422, "zone", "This time zone is not known; write one as Asia/Shanghai") from error
