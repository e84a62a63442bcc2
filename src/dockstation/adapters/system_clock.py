"""The machine's own clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import uuid_utils

from dockstation.domain.events import Instant

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """Wall clock in UTC with the local offset, monotonic clock, and the boot they count from."""

    def __init__(self) -> None:
        self._boot = BOOT_ID.read_text("ascii").strip() if BOOT_ID.exists() else str(uuid4())

    def now(self) -> Instant:
        local = datetime.now(UTC).astimezone()
        offset = local.utcoffset()
        at = local.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        minutes = int(offset.total_seconds() // 60) if offset else 0
        return Instant(at, minutes, time.monotonic_ns() // 1_000_000, self._boot)

    def new_id(self) -> str:
        return str(uuid_utils.uuid7())
