"""A label put where the head of one printer needs it."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.adapters.printers.device import Enquiry, Language
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap

MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Placed:
    """A language with the paper's size and the offsets that the calibration label told; mm, 0 for any size.

    ``name`` is the printer's, for failures.
    """

    name: str
    language: Language
    width: float = 0
    height: float = 0
    right: float = 0
    down: float = 0

    @property
    def mime(self) -> str:
        return self.language.mime

    @property
    def ending(self) -> str:
        return self.language.ending

    @property
    def enquiry(self) -> Enquiry:
        return self.language.enquiry

    def encode(self, bitmap: Bitmap) -> bytes:
        """The moved label; ``printer.too_small`` when it is larger than the paper."""
        for paper, dots in ((self.width, bitmap.width), (self.height, bitmap.height)):
            if paper and dots > round(paper * bitmap.dpi / MM_PER_INCH) + 1:
                raise DockstationError(
                    "printer.too_small",
                    printer=self.name,
                    paper=f"{paper:g}",
                    label=f"{dots * MM_PER_INCH / bitmap.dpi:.0f}",
                )
        right, down = (round(mm * bitmap.dpi / MM_PER_INCH) for mm in (self.right, self.down))
        return self.language.encode(moved(bitmap, right, down) if right or down else bitmap)


def moved(bitmap: Bitmap, right: int, down: int) -> Bitmap:
    """The same paper with everything on it moved by so many dots; what leaves it is lost, what comes is white."""
    from PIL import Image

    size = (bitmap.width, bitmap.height)
    picture = Image.new("1", size, 0)
    picture.paste(Image.frombytes("1", size, bitmap.rows), (right, down))
    return Bitmap(bitmap.width, bitmap.height, bitmap.dpi, picture.tobytes())
