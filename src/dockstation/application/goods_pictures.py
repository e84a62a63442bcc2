"""What goods look like: from the shelf, else from the server."""

from __future__ import annotations

from collections.abc import Callable

from dockstation.application.ports.central import Central
from dockstation.application.ports.picture_shelf import PictureShelf


class GoodsPictures:
    """A comfort: without them every step works by names. ``central`` gives None until the station is enrolled."""

    def __init__(self, shelf: PictureShelf, central: Callable[[], Central | None]) -> None:
        self._shelf = shelf
        self._central = central

    def kept(self, sha256: str) -> bytes | None:
        """The small picture if it is here; asks nobody."""
        return self._shelf.get(sha256)

    def fetch(self, sha256: str) -> bytes | None:
        """The small picture of what the server has, kept from now on; None while there is no server to ask.

        Raises CentralFailed, ``picture.unreadable`` and ``picture.too_large``, having changed nothing.
        """
        central = self._central()
        return None if central is None else self._shelf.put(sha256, central.get_picture(sha256))
