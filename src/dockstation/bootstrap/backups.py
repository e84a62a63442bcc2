"""Backups of the station's store, and what is done with a store that is damaged."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from dockstation.domain.errors import DockstationError

if TYPE_CHECKING:
    from dockstation.adapters.store.backups.station import StationBackups
    from dockstation.bootstrap import Place

QUICK_BYTES = 256 * 2**20
"""A larger database is not read through before the window is ready; its backups are checked whole."""


def open_backups(place: Place, folder: Path | None = None) -> StationBackups | None:
    """The station's backups as station.toml says, or in ``folder``; None when there is neither."""
    from dockstation.adapters.store.backups.station import StationBackups

    table = place.settings().backup
    target = folder or (Path(table.folder) if table.folder else None)
    if target is None:
        return None
    return StationBackups(place.data, target, timedelta(minutes=table.every_minutes), table.keep)


def refuse_damage(place: Place) -> None:
    """Read the database through before anybody works with it; a damaged one is set aside, never deleted.

    For who has the data folder to himself. Raises ``store.set_aside`` or ``store.set_aside_alone``.
    """
    from dockstation.adapters.store.backups import databases
    from dockstation.adapters.store.backups.restoring import set_aside

    database = place.data / "station.db"
    if not database.is_file() or database.stat().st_size > QUICK_BYTES:
        return
    if databases.fault_of(database, at_rest=False, quick=True):
        set_aside(place.data, datetime.now(UTC))
        refuse_empty(place)


def refuse_empty(place: Place) -> None:
    """No station begins anew under the name of one whose data lies aside: it would give its numbers out again."""
    if (place.data / "station.db").exists() or not (aside := list(place.data.glob("set-aside-*"))):
        return
    facts = {"folder": max(aside).name}
    good = _good_backup(place)
    if good is None:
        raise DockstationError("store.set_aside_alone", **facts)
    raise DockstationError("store.set_aside", source=str(good), **facts)


def _good_backup(place: Place) -> Path | None:
    from dockstation.adapters.store.backups.shelf import newest_good

    try:
        folder = place.settings().backup.folder
        return newest_good(Path(folder)).folder if folder else None
    except (DockstationError, OSError):
        return None
