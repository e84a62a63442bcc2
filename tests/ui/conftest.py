"""The application in its light dress."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from dockstation.settings import shipped
from dockstation.ui import theme
from tests.ui.display import Display, screen


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    theme.apply(qapp, "light", shipped("resources"))
    return qapp


@pytest.fixture
def display() -> Iterator[Display]:
    """A real X server."""
    with screen() as display:
        yield display
