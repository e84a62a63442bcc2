"""Making a station known to its server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockstation.application.ports.store import Note
from dockstation.bootstrap import open_credentials, open_store
from dockstation.domain.errors import DockstationError

if TYPE_CHECKING:
    from dockstation.adapters.central.credentials import Tokens
    from dockstation.adapters.store.unit_of_work import SqlStore
    from dockstation.bootstrap import Place
    from dockstation.settings import StationSettings


def enrol_station(place: Place, code: str) -> str:
    """Enrol this station with a one-time code; the id that the server gave it.

    A station with unsent events keeps its id, for they are sealed under it: ``enrol.unsent`` when the code
    is not for this very station; nothing is used up or changed then. ``enrol.other_data`` when the code is for a
    station whose data is not here: it would give that one's numbers and licence plates out again.
    """
    store = open_store(place)
    try:
        return enrol_with(place, store, code)
    finally:
        store.close()


def enrol_with(place: Place, store: SqlStore, code: str) -> str:
    """The same with the station's store, which is open already."""
    with store.unit_of_work() as work:
        known, counts = work.notes.get(Note.STATION) or "", work.outbox.counts()
    unsent = counts.pending + counts.parked + counts.photos
    tokens = _ask_to_enrol(place.settings(), code, known if unsent else "", unsent)
    if tokens.again and known != tokens.station:
        raise DockstationError("enrol.other_data", folder=str(place.data))
    open_credentials(place).save(tokens)
    with store.unit_of_work() as work:
        if known not in ("", tokens.station):
            work.notes.set(Note.EPOCH, str(int(work.notes.get(Note.EPOCH) or 1) + 1))
        work.notes.set(Note.STATION, tokens.station)
        work.notes.set(Note.LPN_PREFIX, tokens.lpn_prefix)
        work.commit()
    return tokens.station


def _ask_to_enrol(settings: StationSettings, code: str, keep: str, unsent: int) -> Tokens:
    from dockstation.adapters.central.http import enrol
    from dockstation.application.ports.central import CentralFailed, FailureClass

    try:
        return enrol(settings.server.url, code, settings.station.name, settings.server.timeout_seconds, keep)
    except CentralFailed as failure:
        if keep and failure.failure is FailureClass.PERMANENT:
            raise DockstationError("enrol.unsent", count=unsent, station=keep) from failure
        raise
