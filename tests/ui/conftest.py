"""The application in its light dress."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from dockstation.settings import shipped
from dockstation.ui import theme
from tests.ui.display import Display, screen
from tests.ui.turns import Turns

LIMIT_S = 0.4
"""Eight times what a turn may take, for machines that are slower or share their caches; measured: at most 0.21."""


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    theme.apply(qapp, "light", shipped("resources"))
    return qapp


@pytest.fixture(scope="session")
def turns(qapp: QApplication) -> Iterator[Turns]:
    turns = Turns(LIMIT_S)
    turns.watch()
    yield turns
    turns.stop()


@pytest.fixture(autouse=True)
def answers_at_once(turns: Turns) -> Iterator[None]:
    """The window's thread works for no more than the limit in one go; what others left goes before."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    turns.told.clear()
    yield
    slow = "\n".join(f"{1000 * each.cpu_s:.0f} ms in {', '.join(each.frames)}" for each in turns.told)
    assert not slow, f"the window did not answer for\n{slow}"


@pytest.fixture
def display() -> Iterator[Display]:
    """A real X server."""
    with screen() as display:
        yield display
