"""A renderer that draws a label's licence plate as nothing but a bitmap of its bits."""

from __future__ import annotations

from dockstation.domain.label import Bitmap, LabelContent


class FakeRenderer:
    """Two labels are the same picture only when their content is the same."""

    def bitmap(self, content: LabelContent, layout: str, dpi: int) -> Bitmap:
        data = "|".join([layout, *content.fields().values(), *(["void"] if content.void else [])]).encode()
        return Bitmap(8, len(data), dpi, data)

    def pdf(self, content: LabelContent, layout: str) -> bytes:
        return self.bitmap(content, layout, 72).rows
