"""Label content to a picture."""

from __future__ import annotations

from typing import Protocol

from dockstation.domain.label import Bitmap, LabelContent


class Renderer(Protocol):
    """Draws label content by a named layout of config/labels/."""

    def bitmap(self, content: LabelContent, layout: str, dpi: int) -> Bitmap:
        """Draw in printer dots and read back; ``label.unreadable``, ``label.too_long``, ``label.layout``."""
        ...

    def pdf(self, content: LabelContent, layout: str) -> bytes:
        """The label as a vector PDF of exactly its size, fonts embedded; raises as ``bitmap`` does."""
        ...
