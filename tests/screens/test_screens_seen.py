"""Nobody forgets a screen: each has a scene, and so its picture."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dockstation.settings import shipped
from dockstation.ui import screens, theme
from dockstation.ui.widgets import Screen
from tests.screens.camera import FIRST, shoot
from tests.ui.gallery import SCENES


def _classes() -> set[type[Screen]]:
    modules = [import_module(f"{screens.__name__}.{each.name}") for each in pkgutil.iter_modules(screens.__path__)]
    found = [each for module in modules for _name, each in inspect.getmembers(module, inspect.isclass)]
    return {each for each in found if issubclass(each, Screen) and each.__module__.startswith(screens.__name__)}


def test_every_screen_has_a_scene(qapp: QApplication) -> None:
    shown = [SCENES[name][2]("en") for name in FIRST]
    assert {type(each) for each in shown} == _classes()
    for each in shown:
        each.deleteLater()


@pytest.mark.parametrize("kind", [("zh_CN", "dark", "1280x800"), ("en", "contrast", "1920x1080")])
def test_the_pictures_of_a_screen_show_it_offline_too(
    qapp: QApplication, tmp_path: Path, kind: tuple[str, str, str]
) -> None:
    assert shoot(kind, "weigh-typed", tmp_path) == []
    theme.apply(qapp, "light", shipped("resources"))
    tail = f"{kind[0]}-{kind[1]}-{kind[2].partition('x')[0]}.png"
    assert {each.name for each in tmp_path.iterdir()} == {f"weigh-typed-{tail}", f"weigh-typed-offline-{tail}"}
