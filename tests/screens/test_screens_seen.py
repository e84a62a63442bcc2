"""Nobody forgets a screen: each has a scene, and so its picture."""

from __future__ import annotations

import inspect
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from dockstation.settings import shipped
from dockstation.ui import screens, theme
from dockstation.ui.widgets import Screen
from tests.screens.__main__ import IMAGES
from tests.screens.camera import FIRST, shoot
from tests.screens.guide import PICTURES, TAGS, WIDTH_PX, take
from tests.ui.gallery import SCENES

MOST_BYTES = 2_000_000


def _classes() -> set[type[Screen]]:
    modules = [import_module(f"{screens.__name__}.{each.name}") for each in pkgutil.iter_modules(screens.__path__)]
    found = [each for module in modules for _name, each in inspect.getmembers(module, inspect.isclass)]
    return {each for each in found if issubclass(each, Screen) and each.__module__.startswith(screens.__name__)}


def test_every_screen_has_a_scene(qapp: QApplication) -> None:
    shown = [SCENES[name][2]("en") for name in FIRST]
    assert {type(each) for each in shown} == _classes()
    for each in shown:
        each.deleteLater()


def test_the_guides_show_pictures_that_are_there_and_no_others() -> None:
    pages = {
        tag: Path(f"docs/guide.{tag}.md").read_text("utf-8") + Path(readme).read_text("utf-8")
        for tag, readme in (("en", "README.md"), ("zh-CN", "README.zh-CN.md"))
    }
    shown = {name for page in pages.values() for name in re.findall(r"\((?:docs/)?images/([^)]+)\)", page)}
    files = {each.name: each.stat().st_size for each in IMAGES.iterdir()}
    assert shown == set(files) == {f"{name}.{tag}.png" for name in PICTURES for tag in TAGS.values()}
    assert all(f".{tag}.png" in page for tag, page in pages.items())
    assert sum(files.values()) < MOST_BYTES


def test_a_picture_of_the_guides_is_small_and_in_their_language(qapp: QApplication, tmp_path: Path) -> None:
    for language in TAGS:
        take(qapp, language, tmp_path, "start")
    english, chinese = sorted(tmp_path.iterdir())
    assert english.name == "start.en.png"
    assert english.read_bytes() != chinese.read_bytes()
    with Image.open(english) as image:
        assert image.size == (WIDTH_PX, 500)


@pytest.mark.parametrize("kind", [("zh_CN", "dark", "1280x800"), ("en", "contrast", "1920x1080")])
def test_the_pictures_of_a_screen_show_it_offline_too(
    qapp: QApplication, tmp_path: Path, kind: tuple[str, str, str]
) -> None:
    assert shoot(kind, "weigh-typed", tmp_path) == []
    theme.apply(qapp, "light", shipped("resources"))
    tail = f"{kind[0]}-{kind[1]}-{kind[2].partition('x')[0]}.png"
    assert {each.name for each in tmp_path.iterdir()} == {f"weigh-typed-{tail}", f"weigh-typed-offline-{tail}"}
