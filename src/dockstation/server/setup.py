"""What one server process is started with; it can be handed to another process."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

COUNTED_IN = "PROMETHEUS_MULTIPROC_DIR"
"""Where prometheus_client looks, when it is loaded, for the folder of all workers' counters."""


@dataclass(frozen=True, slots=True)
class Setup:
    """The data folder, where database and photos are, and how long things are good for, in minutes."""

    folder: Path
    database_url: str | None = field(repr=False)
    access_minutes: int
    enrolment_code_minutes: int
    return_address: tuple[str, ...]
    connections: int
    log: str
    webhooks_to_private: bool
    photos: str
    s3_endpoint: str


def counted_in() -> Path | None:
    """Where all workers count together, None for a process that serves alone."""
    folder = os.environ.get(COUNTED_IN)
    return Path(folder) if folder else None
