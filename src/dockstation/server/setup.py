"""What one server process is started with; it can be handed to another process."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from dockstation.server.patience import HEADER_SECONDS
from dockstation.server.store.engine import CONNECTIONS

COUNTED_IN = "PROMETHEUS_MULTIPROC_DIR"
"""Where prometheus_client looks, when it is loaded, for the folder of all workers' counters."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What one server process is started with.

    ``folder`` holds photos, the administrator's token and, without a ``database_url``, the database. ``connections``
    to PostgreSQL at once, for each process; ``log`` is "json" or "text"; ``webhooks_to_private`` lets webhooks go to
    machines of this network. ``photos`` is "" for the folder ``blobs`` there, or s3://BUCKET/PREFIX, at
    ``s3_endpoint`` or at Amazon's. ``patience`` in seconds for a request's head, half as much again for a silence in
    its body.
    """

    folder: Path
    database_url: str | None = field(default=None, repr=False)
    access_minutes: int = 60
    enrolment_code_minutes: int = 60
    return_address: tuple[str, ...] = ()
    connections: int = CONNECTIONS
    log: str = "text"
    webhooks_to_private: bool = False
    photos: str = ""
    s3_endpoint: str = ""
    patience: float = HEADER_SECONDS


def counted_in() -> Path | None:
    """Where all workers count together, None for a process that serves alone."""
    folder = os.environ.get(COUNTED_IN)
    return Path(folder) if folder else None
