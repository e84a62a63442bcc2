"""Where photo bytes lie: what the server asks of it, whatever it is."""

from __future__ import annotations

from typing import Protocol

from dockstation.server.incoming import Incoming


class PhotosUnavailable(Exception):  # noqa: N818 - it may be there again in a moment
    """Photos can neither be stored nor read now; ``str`` is why, a word without secrets."""


class PhotoStore(Protocol):
    """Bytes under the SHA-256 of what they are, and pieces of photos whose upload was cut.

    Shared by any number of servers, without locks. ``sha256`` is 64 hex digits in lower case, nothing else. Every
    method may raise PhotosUnavailable.
    """

    def check(self) -> None:
        """Raise PhotosUnavailable where nothing could be stored."""
        ...

    def incoming(self) -> Incoming:
        """A place for bytes to come in, on this machine."""
        ...

    def keep(self, incoming: Incoming) -> None:
        """Make the bytes durable under their name; once this returns they can be read whole, from every server."""
        ...

    def leave(self, incoming: Incoming, sha256: str, offset: int) -> None:
        """Make what came so far the piece at ``offset`` of a photo, unless as much has come already."""
        ...

    def came(self, sha256: str) -> int:
        """How many bytes of a photo that was cut are here from the beginning on, without a gap."""
        ...

    def joined(self, sha256: str) -> Incoming:
        """The pieces of a photo as one."""
        ...

    def forget(self, sha256: str) -> None:
        """Remove the pieces of a photo."""
        ...

    def read(self, sha256: str, most: int) -> bytes:
        """The bytes of this name, ``most`` of them and no more; FileNotFoundError where there are none."""
        ...
