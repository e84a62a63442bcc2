"""What every route needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Request

from dockstation.server.guesses import Guesses
from dockstation.server.metrics import Metrics
from dockstation.server.patience import HEADER_SECONDS
from dockstation.server.photo_store import PhotoStore
from dockstation.server.store.database import Database


@dataclass(frozen=True, slots=True)
class Context:
    """The database, the photos, and how long things are good for. The administrator's token only as its hash."""

    database: Database
    blobs: PhotoStore
    admin_hash: str = field(repr=False)
    access_for: timedelta = timedelta(hours=1)
    code_for: timedelta = timedelta(hours=1)
    return_address: tuple[str, ...] = ()
    webhooks_to_private: bool = False
    patience: float = HEADER_SECONDS
    metrics: Metrics = field(default_factory=Metrics)
    guesses: Guesses = field(default_factory=Guesses)


def context_of(request: Request) -> Context:
    """The context that the application was made with."""
    found = request.app.state.context
    assert isinstance(found, Context)
    return found


async def _here(request: Request) -> Context:
    return context_of(request)  # what is no coroutine is given a thread of its own each time


Here = Annotated[Context, Depends(_here)]
"""A parameter of this type gets the context."""
