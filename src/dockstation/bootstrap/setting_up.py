"""What sets the station itself up, from its window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

    from dockstation.adapters.central.http import HttpCentral
    from dockstation.adapters.packs.folder import PackFolder
    from dockstation.adapters.photos.folder import PhotoFolder
    from dockstation.adapters.speakers import Speakers
    from dockstation.adapters.store.unit_of_work import SqlStore
    from dockstation.application.retain import Retain
    from dockstation.application.sync import Sync
    from dockstation.bootstrap import Place
    from dockstation.bootstrap.own_server import ServerBeside
    from dockstation.domain.check import Check
    from dockstation.ui.main_window.set_up_tools import SetUpTools
    from dockstation.ui.main_window.use_cases import Frame


def open_set_up(
    place: Place, store: SqlStore, renew: Mapping[str, Callable[[], None]], own: ServerBeside
) -> SetUpTools:
    """``renew`` forgets, by lanes, what was built with settings that have changed since."""
    from dockstation.adapters.central.transport import base_url
    from dockstation.application.set_station_up import SERVER, SetStationUp
    from dockstation.bootstrap.enrolling import enrol_with
    from dockstation.settings.changing import ConfigBook
    from dockstation.ui.main_window.set_up_tools import SetUpTools

    def enrol(code: str) -> str:
        station = enrol_with(place, store, code)
        renew["network"]()
        return station

    station = SetStationUp(ConfigBook(place.folders), store, {SERVER: base_url}, enrol, own)
    return SetUpTools(station, _cameras, _doubts, partial(_checks, place), renew)


class Renewed(TypedDict):
    """What is built at its first call, and anew once its settings have changed; and what changes them."""

    central: _lru_cache_wrapper[HttpCentral | None]
    sync: Callable[[], Sync | None]
    retain: _lru_cache_wrapper[Retain]
    sounds: _lru_cache_wrapper[Speakers]
    set_up: SetUpTools


def what_is_renewed(
    place: Place, store: SqlStore, photos: PhotoFolder, packs: PackFolder, own: ServerBeside
) -> Renewed:
    """With the settings that count at the moment of each first call."""
    from dockstation.bootstrap import open_central, open_sounds
    from dockstation.bootstrap.syncing import open_retain, open_sync

    central, sounds = cache(lambda: open_central(place)), cache(lambda: open_sounds(place))
    sync = cache(lambda: open_sync(place, store, photos, known, packs) if (known := central()) else None)
    retain = cache(lambda: open_retain(place, store, photos, central()))

    def attended() -> Sync | None:
        own.attend()
        return sync()

    def renew_network() -> None:
        own.renew()
        _forget(central, sync, retain)

    set_up = open_set_up(place, store, {"network": renew_network, "sound": lambda: _forget(sounds)}, own)
    return {"central": central, "sync": attended, "retain": retain, "sounds": sounds, "set_up": set_up}


def _forget(*built: _lru_cache_wrapper[Any]) -> None:
    """The next call of each builds anew; what was built before is closed where it can be."""
    for each in built:
        close = getattr(each(), "close", None) if each.cache_info().currsize else None
        each.cache_clear()
        if close is not None:
            close()


def _cameras() -> tuple[str, ...]:
    from dockstation.adapters.cameras.devices import attached_cameras

    return tuple(each.name for each in attached_cameras())


def _doubts(frame: Frame) -> tuple[str, ...]:
    from dockstation.adapters.cameras.quality import doubts, shrunk

    return tuple(doubts(shrunk(frame)))


def _checks(place: Place, held: Mapping[str, Callable[[], str]]) -> tuple[Check, ...]:
    from dockstation.bootstrap.checking import checks

    return tuple(checks(place, held))
