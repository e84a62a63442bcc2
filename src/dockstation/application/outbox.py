"""A fact becomes an event and an outbox entry in the same transaction as the state it tells of."""

from __future__ import annotations

from datetime import datetime

from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import UnitOfWork
from dockstation.domain.events import Event, Fact, seal


def record(work: UnitOfWork, clock: Clock, fact: Fact) -> Event:
    """Seal ``fact`` as the next event of the station's chain; durable with the commit of ``work``."""
    previous = work.outbox.last_of(fact.aggregate)
    event = seal(fact, work.outbox.head(), clock.new_id(), previous, clock.now())
    work.outbox.add(event)
    return event


def about_unit(lpn: str) -> str:
    """The aggregate of a unit's events."""
    return f"unit:{lpn}"


def about_parcel(parcel_id: str) -> str:
    """The aggregate of a parcel's events."""
    return f"parcel:{parcel_id}"


def about_container(code: str) -> str:
    """The aggregate of a container's events."""
    return f"container:{code}"


def about_person(badge: str) -> str:
    """The aggregate of what is changed about a person."""
    return f"person:{badge}"


def minutes_since(at: str, now: str) -> int:
    """Whole minutes between two RFC 3339 times; 0 without the first, or when the clock was set back since."""
    if not at:
        return 0
    return max(0, int((datetime.fromisoformat(now) - datetime.fromisoformat(at)).total_seconds() // 60))
