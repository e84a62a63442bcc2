"""The application in its light dress."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from dockstation.settings import shipped
from dockstation.ui import theme


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    theme.apply(qapp, "light", shipped("resources"))
    return qapp
