"""The language and the colours of the window, changed while it works."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication

from dockstation.settings.languages import following, languages
from dockstation.ui import theme

THEMES = tuple(theme.THEMES)


class Dress(QObject):
    """``language`` and ``look`` are the present ones."""

    def __init__(self, app: QApplication, resources: Path, language: str, look: str) -> None:
        super().__init__()
        self._app, self._resources = app, resources
        self.language, self.look = language, look
        self._translator = QTranslator(self)
        self._load()

    @property
    def next_language(self) -> str:
        """The one after the present."""
        return following(self.language, languages())

    def speak(self, language: str) -> None:
        """One of ``languages``; every widget hears of it."""
        self.language = language
        self._load()

    def next_look(self) -> None:
        """Light, dark, high contrast, and round again."""
        self.wear(THEMES[(THEMES.index(self.look) + 1) % len(THEMES)])

    def wear(self, look: str) -> None:
        """One of ``THEMES``."""
        self.look = look
        theme.apply(self._app, self.look, self._resources)

    def _load(self) -> None:
        self._app.removeTranslator(self._translator)
        if self._translator.load(f"dockstation_{self.language}", str(self._resources / "i18n")):
            self._app.installTranslator(self._translator)

    def take_off(self) -> None:
        """The application outlives the window."""
        self._app.removeTranslator(self._translator)
