"""Inspection reports and claims, made beside a working station."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dockstation.bootstrap import FONT, Place, open_store
from dockstation.domain.errors import DockstationError
from dockstation.settings import shipped

if TYPE_CHECKING:
    from dockstation.application.report import Reports
    from dockstation.domain.policy import Policy


@contextmanager
def open_reports(place: Place) -> Iterator[Reports]:
    """The reports of a station's store; ``store.none`` where none has worked yet."""
    from dockstation.adapters.photos.folder import PhotoShelf
    from dockstation.adapters.receipts.handover import HandoverFiles
    from dockstation.adapters.system_clock import SystemClock
    from dockstation.application.report import ReportReader, Reports
    from dockstation.domain.policy import PolicyBook
    from dockstation.labels.report.paper import ReportPaper

    if not (place.data / "station.db").exists():
        raise DockstationError("store.none", folder=str(place.data))
    people = {each.badge: each.name for each in place.settings().people}
    policies, paper = PolicyBook(_policy(place)), ReportPaper(shipped("resources") / FONT)
    store = open_store(place)
    try:
        read = ReportReader(store, SystemClock(), policies, people)
        yield Reports(read, paper, PhotoShelf(place.data / "photos"), HandoverFiles())
    finally:
        store.close()


def _policy(place: Place) -> Policy:
    """The files' policy, else the last good one; nothing is kept, for that is the station's business."""
    from dockstation.settings.policy import load_policy
    from dockstation.settings.watching import KeptPolicy

    try:
        return load_policy(place.folders)
    except DockstationError:
        known = KeptPolicy(place.data / "policy.json").load()
        if known is None:
            raise
        return known
