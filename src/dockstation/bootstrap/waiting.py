"""What shows the work that waits, finds it, and hands it on, also on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from dockstation.adapters.store.unit_of_work import SqlStore
    from dockstation.application.ask_serial import AskSerial
    from dockstation.application.hand_over import HandOver
    from dockstation.application.identify import Identify
    from dockstation.application.keep_photos import KeepPhotos
    from dockstation.application.outbox_queue import OutboxQueue
    from dockstation.application.ports.clock import Clock
    from dockstation.application.queries import Queries
    from dockstation.application.queries.history import HistoryReader
    from dockstation.application.search import Search
    from dockstation.application.take_over import TakeOver
    from dockstation.bootstrap import Place
    from dockstation.domain.policy import PolicyBook


class WhatWaits(TypedDict):
    """The read models, and the use cases by which work is kept in order, changes hands or is told of elsewhere."""

    identify: Identify
    hand_over: HandOver
    keep_photos: KeepPhotos
    take_over: TakeOver
    ask_serial: AskSerial
    outbox_queue: OutboxQueue
    queries: Queries
    history: HistoryReader
    search: Search
    report: Callable[[str, str], Path]


def what_waits(place: Place, store: SqlStore, clock: Clock, policies: PolicyBook) -> WhatWaits:
    """With the service levels and the layout of licence plates as config has them."""
    from dockstation.application.ask_serial import AskSerial
    from dockstation.application.hand_over import HandOver
    from dockstation.application.identify import Identify
    from dockstation.application.keep_photos import KeepPhotos
    from dockstation.application.outbox_queue import OutboxQueue
    from dockstation.application.queries import Queries
    from dockstation.application.queries.history import HistoryReader
    from dockstation.application.search import Search
    from dockstation.application.take_over import TakeOver
    from dockstation.bootstrap.reports import open_report
    from dockstation.settings.service_levels import load_service_levels

    plate = place.settings().labels.licence_plate
    return {
        "identify": Identify(store, clock),
        "hand_over": HandOver(store, clock),
        "keep_photos": KeepPhotos(store, clock, policies),
        "take_over": TakeOver(store, clock, policies),
        "ask_serial": AskSerial(store),
        "outbox_queue": OutboxQueue(store, clock),
        "queries": Queries(store, clock, policies, load_service_levels(place.folders), plate),
        "history": HistoryReader(store, policies),
        "search": Search(store, clock, place.settings().privacy.discretion()),
        "report": open_report(place, store, policies),
    }
