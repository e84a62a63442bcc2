"""The settings of this station, as config has them."""

from __future__ import annotations

from typing import Protocol

from dockstation.domain.printer_setup import Value
from dockstation.domain.station_setup import Setting


class SettingsBook(Protocol):
    """What is written is durable with the return; what does not fit raises ``settings.*`` and changes nothing."""

    def settings(self) -> tuple[Setting, ...]:
        """All that is set up here, in the order of station.toml."""
        ...

    def change_setting(self, table: str, key: str, value: Value) -> None:
        """This one; all others stay, and every comment."""
        ...

    def is_bare(self) -> bool:
        """Whether the station has a place for config of its own, and nothing in it yet."""
        ...
