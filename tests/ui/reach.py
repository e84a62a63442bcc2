"""What of a screen a glove or poor eyes cannot use."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from dockstation.ui.theme import TOUCH_PX
from dockstation.ui.widgets import BigButton

TEXT_PX = 18


def too_small(shown: QWidget, *, width: int, height: int) -> Iterator[str]:
    """Targets below a finger's width, text that is too small, and a screen that does not fit."""
    if (shown.width(), shown.height()) != (width, height):
        yield f"does not fit: {shown.width()} × {shown.height()}"
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit)
    for each in (each for kind in kinds for each in shown.findChildren(kind) if each.isVisible()):
        if min(each.width(), each.height()) < TOUCH_PX:
            yield f"{type(each).__name__} {each.accessibleName()}: {each.width()} × {each.height()}"
    for text, size in _texts(shown):
        if size < TEXT_PX:
            yield f"{text[:20]}: {size} px"


def _texts(shown: QWidget) -> Iterator[tuple[str, int]]:
    """With the size in which they are drawn."""
    for label in shown.findChildren(QLabel):
        if label.isVisible() and label.text():
            yield label.text(), label.font().pixelSize()
    for button in shown.findChildren(BigButton):
        if button.isVisible() and button.text():
            yield button.text(), button.drawn_px()
