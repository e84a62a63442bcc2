"""What each screen expects, the keys that work there, and the command codes that can be scanned off it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from dockstation.ui.messages.help_beside import BESIDE
from dockstation.ui.messages.help_entry import Help, Marked
from dockstation.ui.messages.help_work import AT_WORK

HELP: Mapping[str, Marked] = {**AT_WORK, **BESIDE}
"""By the name of the screen, as flow and pages call it; ``badge`` is home before anybody has signed in."""


def help_of(page: str) -> Help:
    """Of that screen, in the language of the moment."""
    found = HELP[page]
    keys = tuple((cap, _told(what)) for cap, what in found.keys)
    return Help(_told(found.told), keys, found.commands)


def _told(text: object) -> str:
    return QCoreApplication.translate("help", str(text))
