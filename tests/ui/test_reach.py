"""Gloves and poor light: everything that is tapped is large, all text can be read, and the focus is seen."""

from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from dockstation.settings import shipped
from dockstation.ui import theme
from tests.ui.gallery import SCENES, window
from tests.ui.reach import displaced, too_small

SMALLEST = (1024, 768)
OF_A_KIND = 3
"""So many scenes of each screen are walked here; the gallery says the same of every picture that it draws."""
TABBED = Qt.FocusPolicy.TabFocus


def scene(name: str) -> QWidget:
    shown = window(SCENES[name], "en")
    shown.resize(*SMALLEST)
    shown.show()
    QApplication.processEvents()
    return shown


def _walked() -> list[str]:
    kinds: dict[str, list[str]] = defaultdict(list)
    for name in SCENES:
        kinds[name.partition("-")[0]].append(name)
    return [name for names in kinds.values() for name in names[:OF_A_KIND]]


def test_every_screen_is_for_gloves_and_confirms_in_its_corner_on_the_smallest_display(qapp: QApplication) -> None:
    wrong: dict[str, list[str]] = {}
    for name in _walked():
        shown = scene(name)
        if found := [*too_small(shown, width=SMALLEST[0], height=SMALLEST[1]), *displaced(shown)]:
            wrong[name] = found
        shown.close()
        shown.deleteLater()
    assert wrong == {}


def _edge(widget: QWidget) -> QImage:
    """Its upper edge, where no text and no cursor is."""
    QApplication.processEvents()
    return widget.grab().toImage().copy(0, 0, widget.width(), 4)


@pytest.mark.parametrize("look", list(theme.THEMES))
def test_what_has_the_focus_is_seen_at_its_edge_in_every_look(qapp: QApplication, look: str) -> None:
    theme.apply(qapp, look, shipped("resources"))
    met = 0
    for name in ("typing", "search-many", "overrule-words", "printers-darkness"):
        shown = scene(name)
        shown.activateWindow()
        for each in shown.findChildren(QWidget):
            if each.isVisible() and each.focusPolicy() & TABBED:
                each.clearFocus()
                before = _edge(each)
                each.setFocus()
                assert _edge(each) != before, (name, each)
                met += 1
        shown.close()
        shown.deleteLater()
    theme.apply(qapp, "light", shipped("resources"))
    assert met == 4
