"""Sentences in a language where no window is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator


@contextmanager
def speaking(language: str, resources: Path) -> Iterator[None]:
    """Sentences come in this language inside; in English where there is no translation."""
    application = QCoreApplication.instance() or QCoreApplication([])
    translator = QTranslator()
    if translator.load(f"dockstation_{language}", str(resources / "i18n")):
        application.installTranslator(translator)
    try:
        yield
    finally:
        application.removeTranslator(translator)
