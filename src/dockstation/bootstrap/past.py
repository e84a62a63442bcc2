"""What the rules have decided so far, read beside the station."""

from __future__ import annotations

from collections.abc import Iterator

from dockstation.bootstrap import Place
from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Ruling


def open_past(place: Place, since: str) -> Iterator[tuple[str, Ruling]]:
    """What the rules decided since, also while the station works; ``store.none`` where none has worked yet."""
    from dockstation.adapters.store.past import past_rulings

    path = place.data / "station.db"
    if not path.exists():
        raise DockstationError("store.none", folder=str(place.data))
    return past_rulings(path, since)
