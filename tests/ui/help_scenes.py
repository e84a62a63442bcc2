"""Help for the gallery and the tests of screens."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from dockstation.domain.commands import commands
from dockstation.ui.messages.help import HELP, help_of
from dockstation.ui.screens.help import HelpScreen, HelpView
from tests.ui.receiving_scenes import Scene


def _help(language: str, page: str) -> QWidget:
    screen = HelpScreen()
    told = help_of(page)
    named = {each.word: (each.code, each.called.in_language(language)) for each in commands()}
    screen.show_help(HelpView(told.told, told.keys, tuple(named[word] for word in told.commands)))
    return screen


def _scene(page: str) -> Scene:
    return "", "", lambda language: _help(language, page)


HELPING: dict[str, Scene] = {f"help-{page}": _scene(page) for page in HELP}
