"""Whether there is a screen for the window: Qt itself would end the program without a word for the user."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Mapping

from dockstation.domain.errors import DockstationError

SAID_BY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
SECONDS = 2.0
_LOCAL = re.compile(r"(?:unix)?:(\d{1,5})(?:\.\d+)?")


def refuse_none(environment: Mapping[str, str] = os.environ) -> None:
    """Raise ``display.none`` on Linux without a screen, ``display.dead`` when the one named does not answer."""
    if sys.platform != "linux":
        return
    if not any(map(environment.get, SAID_BY)):
        raise DockstationError("display.none")
    local = _LOCAL.fullmatch(environment.get("DISPLAY", ""))
    if local and not environment.get("WAYLAND_DISPLAY") and environment.get("QT_QPA_PLATFORM", "xcb") == "xcb":
        path = f"/tmp/.X11-unix/X{local[1]}"  # noqa: S108 - where X listens
        if not any(map(_answers, (path, f"\0{path}"))):
            raise DockstationError("display.dead", display=local[0])


def _answers(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(SECONDS)
        try:
            line.connect(address)
        except OSError:
            return False
    return True
