"""What Enter does, as a button: at one place on all screens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from dockstation.ui.widgets.big_button import BigButton

CONFIRM_PX = 80
SHARE = 0.3
"""Of the width of a screen."""
GAP = 12


class ConfirmButton(BigButton):
    """In the lower right corner of its screen, as large on all of them. Its place stays empty while it is hidden.

    A layout that ends at ``Screen.MARGIN`` from the right and ``Screen.FOOT`` from below puts it there by
    ``feet()`` or ``corner()``; the screen says its width by ``fit()``.
    """

    ABOVE = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("primary", parent=parent)
        keeps = self.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # else what comes into its place is hit by a finger that taps twice
        self.setSizePolicy(keeps)
        self.setFixedHeight(CONFIRM_PX)

    def fit(self, width: int) -> None:
        """As wide as belongs to a screen of this ``width``."""
        self.setFixedWidth(round(width * SHARE))


def feet(confirm: ConfirmButton, *others: BigButton) -> QHBoxLayout:
    """The last row of a screen: ``others`` share what ``confirm`` leaves of the width."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for button in others:
        button.setMinimumHeight(CONFIRM_PX)
        row.addWidget(button, 1)
    row.addWidget(confirm)
    return row


def corner(column: QBoxLayout, confirm: ConfirmButton) -> None:
    """End the right ``column`` of a screen with ``confirm``."""
    column.addWidget(confirm, alignment=Qt.AlignmentFlag.AlignRight)
