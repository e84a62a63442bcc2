"""Who works at the station."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from dockstation.bootstrap.after import open_pins

if TYPE_CHECKING:
    from dockstation.adapters.packs.people import PackRoster
    from dockstation.adapters.store.unit_of_work import SqlStore
    from dockstation.application.manage_people import ManagePeople
    from dockstation.bootstrap import Place

CODE_DIGITS = 12
"""Digits alone, for it is entered on the keypad of PINs; a trillion codes, and tries that wait longer and longer."""


def make_code() -> str:
    """A code that nobody can guess."""
    return "".join(secrets.choice("0123456789") for _ in range(CODE_DIGITS))


def open_manage_people(place: Place, store: SqlStore, roster: PackRoster | None = None) -> ManagePeople:
    """What changes [[people]] of station.toml, and who works here with it."""
    from dockstation.adapters.system_clock import SystemClock
    from dockstation.application.manage_people import ManagePeople
    from dockstation.application.signing import Signing
    from dockstation.bootstrap.syncing import open_packs, open_roster
    from dockstation.settings.changing import ConfigBook

    roster, pins = roster or open_roster(place, open_packs(place)), open_pins()
    clock = SystemClock()
    signing = Signing(store, clock, roster.book, pins)
    return ManagePeople(ConfigBook(place.folders), roster, store, clock, pins, signing, make_code)
