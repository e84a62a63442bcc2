"""Who works here, as the gallery shows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from dockstation.domain.operator import Operator, Role
from dockstation.domain.people import Person
from dockstation.ui.main_window import people_words
from dockstation.ui.main_window.person_way import said_of
from dockstation.ui.screens.ask import Asked, AskScreen
from dockstation.ui.screens.entrance import EntranceScreen
from dockstation.ui.screens.entry import Entry, EntryScreen
from dockstation.ui.screens.new_pin import NewPinScreen
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


KNOWN = (
    Person(Operator("BOSS", "Li", Role.ADMINISTRATOR), "$argon2id$"),
    Person(SUE, published=True),
    Person(Operator("ANNA", "Anna", Role.INSPECTOR)),
    Person(Operator("BEN", "Ben", Role.CLERK), may_work=False),
)


def _ask(_language: str, say: Callable[[], Asked]) -> QWidget:
    screen = AskScreen()
    screen.show_ask(say())
    return screen


def _entry(_language: str, say: Callable[[], Entry]) -> QWidget:
    screen = EntryScreen()
    screen.ask(say(), "")
    return screen


def _digits(_language: str, say: Callable[[], tuple[str, str]]) -> QWidget:
    screen = NewPinScreen()
    screen.show_new(*say(), 4)
    return screen


ENTRANCE: dict[str, Scene] = {
    "entrance-locked": ("", "", _locked),
    "entrance-pin": ("", "", lambda lang: _asking(lang, 4)),
    "entrance-wrong": ("reject", "pin.wrong_wait", _asking),
    "person": ("", "", _person),
    "people": ("", "", partial(_ask, say=lambda: people_words.listed(KNOWN))),
    "people-many": ("accept", "OK", partial(_ask, say=lambda: people_words.listed(KNOWN * 4))),
    "people-role": ("", "", partial(_ask, say=lambda: people_words.roles(SUE.name))),
    "people-one": ("reject", "people.last_administrator", partial(_ask, say=lambda: people_words.choices(KNOWN[0]))),
    "people-code": ("", "", partial(_ask, say=lambda: people_words.code_once("123456789012"))),
    "people-badge": ("reject", "people.badge", partial(_entry, say=people_words.badge)),
    "people-pin": ("", "", partial(_digits, say=lambda: people_words.new_pin(SUE.name))),
}
