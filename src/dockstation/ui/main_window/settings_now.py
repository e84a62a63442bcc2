"""Which settings count at once when they are changed here; all others when the station starts again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from dockstation.application.set_station_up import SettingsView
from dockstation.domain.printer_setup import Value
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.dress import Dress
from dockstation.ui.main_window.flow import Flow
from dockstation.ui.main_window.sync_loop import SyncLoop
from dockstation.ui.main_window.use_cases import Eyes

LATER = frozenset({"camera.photo_folder", "server.sync_seconds", "server.old_minutes"})
"""Of tables that count at once otherwise."""


class Fitted(Protocol):
    """The parts of the window that settings change."""

    desk: Desk
    flow: Flow
    camera: CameraLoop
    sync: SyncLoop
    dress: Dress
    eyes_now: Callable[[], Callable[[], Eyes] | None] | None

    def speak(self, language: str) -> None: ...


class SettingsNow:
    """Applies a change to the window that is open."""

    def __init__(self, window: Fitted) -> None:
        self._window = window

    def apply(self, name: str, view: SettingsView) -> bool:
        """Whether it counts from now on."""
        act = self._acts().get(name) or self._acts().get(name.partition(".")[0])
        if act is None or name in LATER:
            return False
        act(next(each.value for each in view if each.name == name))
        return True

    def _acts(self) -> dict[str, Callable[[Value], object]]:
        """By setting, or by table for all others of it."""
        window = self._window
        return {
            "station.language": self._speak,
            "station.theme": lambda look: window.dress.wear(str(look)),
            "sounds": lambda _volume: self._renew("sound"),
            "server": lambda _value: self.join_server(),
            "camera.read_codes": lambda reads: setattr(window.camera, "may_read", bool(reads)),
            "camera": lambda _value: self._look_again(),
            "dock.print_label": lambda prints: setattr(window.flow.dock.labels, "enabled", bool(prints)),
            "dock.print_receipt": lambda prints: setattr(window.flow.receive.receipts, "enabled", bool(prints)),
        }

    def _speak(self, language: Value) -> None:
        if language != self._window.desk.language:
            self._window.speak(str(language))

    def _renew(self, lane: str) -> None:
        desk = self._window.desk
        if (use_cases := desk.use_cases) is not None:
            desk.background.run(lane, use_cases.set_up.renew[lane], lambda _none: None, desk.reject)

    def join_server(self) -> None:
        """Send and fetch from now on with the server as it is set up."""
        window = self._window
        self._renew("network")
        if window.desk.use_cases is not None:
            window.sync.start(window.desk.use_cases.sync)

    def _look_again(self) -> None:
        if (eyes_now := self._window.eyes_now) is not None:
            self._window.camera.reopen(eyes_now())
