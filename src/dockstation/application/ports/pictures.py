"""Pictures of any origin as scans: what is in them, and the folder that they arrive in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from dockstation.application.ports.decoder import DecodedCode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_PIXELS = 50_000_000
"""Of a picture that is read."""

PREVIEW_SIDE = 1600


@dataclass(frozen=True, slots=True)
class LoadedPicture:
    """``grey`` is ``uint8``, H×W; so many quarter ``turns`` clockwise set it upright."""

    name: str
    grey: NDArray[np.uint8]
    turns: int = 0


@dataclass(frozen=True, slots=True)
class PictureReading:
    """The codes in a picture, their corners in pixels of ``preview``.

    ``preview`` is ``uint8``, H×W×3, upright, its longer side ``PREVIEW_SIDE`` at the most.
    """

    name: str
    codes: tuple[DecodedCode, ...]
    preview: NDArray[np.uint8]


class PictureReader(Protocol):
    """Loading waits for disks and networks, reading for the processor."""

    def load(self, path: Path) -> LoadedPicture:
        """A PNG, JPEG, WebP or BMP file; raises ``picture.unreadable`` and ``picture.too_large`` with the file."""
        ...

    def from_grey(self, name: str, rows: bytes, size: tuple[int, int], stride: int) -> LoadedPicture:
        """Pixels of 8 bits, ``size`` as width and height, ``stride`` bytes a row."""
        ...

    def read(self, picture: LoadedPicture) -> PictureReading:
        """Look for codes; raises ``picture.unusable`` for what is no picture."""
        ...


class Outcome(StrEnum):
    """What became of a picture; the name of the subfolder that it goes to."""

    READ = "read"
    NO_CODE = "no-code"
    REFUSED = "refused"


class PictureInbox(Protocol):
    """A folder that others put pictures into, used from one thread."""

    def look(self) -> tuple[Path, ...]:
        """The pictures that have arrived whole, the oldest first, 64 at the most.

        Raises ``pictures.no_folder`` with the folder while it is not there.
        """
        ...

    def settle(self, path: Path, outcome: Outcome) -> bool:
        """Put a picture aside, so that it is never met again, here or by another station at the same folder.

        False when nothing is to come of it: refused too early, it is kept; gone meanwhile, it is somebody else's.
        Raises ``pictures.not_moved`` with the file when it has to stay; this object remembers it all the same.
        """
        ...


class ShotInbox(Protocol):
    """A folder that another camera's program puts pictures into, used from one thread. Nothing there is touched."""

    def begin(self) -> tuple[Path, ...]:
        """What lies there now is old and does not count any more; those of it that did until now.

        Raises ``pictures.no_folder``; then what lies there at the next look is old.
        """
        ...

    def look(self) -> tuple[Path, ...]:
        """The pictures that have arrived whole since the beginning and are not settled, the oldest first.

        Raises ``pictures.no_folder`` with the folder while it is not there.
        """
        ...

    def settle(self, path: Path, *, taken: bool) -> bool:
        """Never meet it again; False for one refused so early that it may still be being written."""
        ...
