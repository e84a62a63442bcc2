"""Who works here, as the gallery shows it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dockstation.domain.operator import Operator, Role
from dockstation.ui.main_window.person_way import said_of
from dockstation.ui.screens.ask import AskScreen
from dockstation.ui.screens.entrance import EntranceScreen
from tests.ui.receiving_scenes import Scene

SUE = Operator("SUE", "Susanne Meier-Lindemann", Role.SUPERVISOR)


def _locked(_language: str) -> QWidget:
    screen = EntranceScreen()
    screen.show_locked(SUE.name)
    return screen


def _asking(_language: str, digits: int = 0) -> QWidget:
    screen = EntranceScreen()
    screen.show_asking(SUE.name, digits)
    return screen


def _person(_language: str) -> QWidget:
    screen = AskScreen()
    screen.show_ask(said_of(SUE))
    return screen


ENTRANCE: dict[str, Scene] = {
    "entrance-locked": ("", "", _locked),
    "entrance-pin": ("", "", lambda lang: _asking(lang, 4)),
    "entrance-wrong": ("reject", "pin.wrong_wait", _asking),
    "person": ("", "", _person),
}
