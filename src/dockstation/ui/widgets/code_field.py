"""A line that is typed as it is printed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


class CodeField(QLineEdit):
    """Takes the keys as they are: an input method would swallow them."""

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        """No input method is wanted here."""
        if query is Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query, argument) if argument is not None else super().inputMethodQuery(query)
