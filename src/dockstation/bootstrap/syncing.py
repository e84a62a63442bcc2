"""What goes between the station and the server, and what makes room once it has arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dockstation.adapters.central.http import HttpCentral
    from dockstation.adapters.packs.folder import PackFolder
    from dockstation.adapters.packs.people import PackRoster
    from dockstation.adapters.photos.folder import PhotoFolder
    from dockstation.adapters.store.unit_of_work import SqlStore
    from dockstation.application.retain import Retain
    from dockstation.application.sync import Sync
    from dockstation.bootstrap import Place


def open_packs(place: Place) -> PackFolder:
    """What the server has published, as far as it has come."""
    from dockstation.adapters.packs.folder import PackFolder

    return PackFolder(place.data / "packs")


def open_roster(place: Place, packs: PackFolder) -> PackRoster:
    """Who may work here: the people of station.toml, and over them the server's."""
    from dockstation.adapters.packs.people import PackRoster

    return PackRoster(packs, place.settings().everybody())


def open_sync(place: Place, store: SqlStore, photos: PhotoFolder, central: HttpCentral, packs: PackFolder) -> Sync:
    """The write-read pass."""
    import time

    from dockstation.adapters.system_clock import SystemClock
    from dockstation.application.photo_pace import PhotoPace
    from dockstation.application.sync import Sync

    clock = SystemClock()
    pace = PhotoPace(clock, place.settings().server.photo_kbytes_per_second, time.sleep)
    return Sync(store, clock, central, photos, packs=packs, pace=pace)


def open_retain(place: Place, store: SqlStore, photos: PhotoFolder, central: HttpCentral | None) -> Retain:
    """What makes room in the store."""
    from dockstation.adapters.system_clock import SystemClock
    from dockstation.application.retain import Retain

    server = place.settings().server
    return Retain(store, SystemClock(), photos, central, server.keep_photos_days, server.keep_days)
