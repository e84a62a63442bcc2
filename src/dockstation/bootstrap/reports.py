"""Inspection reports and claims, made in the window or beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dockstation.bootstrap import FONT, Place, open_store
from dockstation.bootstrap.syncing import open_packs, open_roster
from dockstation.domain.errors import DockstationError
from dockstation.settings import shipped

if TYPE_CHECKING:
    from dockstation.adapters.store.unit_of_work import SqlStore
    from dockstation.application.report import Reports
    from dockstation.domain.policy import Policy, PolicyBook


@contextmanager
def open_reports(place: Place) -> Iterator[Reports]:
    """The reports of a station's store; ``store.none`` where none has worked yet."""
    from dockstation.domain.policy import PolicyBook

    if not (place.data / "station.db").exists():
        raise DockstationError("store.none", folder=str(place.data))
    policies, store = PolicyBook(_policy(place)), open_store(place)
    try:
        yield _reports_of(place, store, policies)
    finally:
        store.close()


def open_report(place: Place, store: SqlStore, policies: PolicyBook) -> Callable[[str, str], Path]:
    """Writes a unit's report, in a language, to the folder of station.toml; where it lies. For one thread alone."""
    reports = cache(lambda: _reports_of(place, store, policies))
    named = place.settings().reports.folder
    folder = Path(named) if named else place.data / "reports"
    return lambda lpn, language: reports().unit_into(folder, lpn, language)


def _reports_of(place: Place, store: SqlStore, policies: PolicyBook) -> Reports:
    from dockstation.adapters.photos.folder import PhotoShelf
    from dockstation.adapters.receipts.handover import HandoverFiles
    from dockstation.adapters.system_clock import SystemClock
    from dockstation.application.report import ReportReader, Reports
    from dockstation.labels.report.paper import ReportPaper

    people = open_roster(place, open_packs(place)).book.current.names
    read = ReportReader(store, SystemClock(), policies, people, place.settings().privacy.discretion())
    paper = ReportPaper(shipped("resources") / FONT)
    return Reports(read, paper, PhotoShelf(place.data / "photos"), HandoverFiles())


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
