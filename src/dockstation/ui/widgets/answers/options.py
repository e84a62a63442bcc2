"""One of several answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dockstation.domain.checklist import Option, QuestionKind
from dockstation.ui.widgets.answers.area import AnswerArea, Asked
from dockstation.ui.widgets.choice_tile import Choice
from dockstation.ui.widgets.option_grid import OptionGrid

TILE_PX = 64
PASS_FAIL = {"YES": 1, "NO": 2}


class OptionsArea(AnswerArea):
    """A tap or a digit answers; Enter chooses what the arrows stand on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(confirms=False, parent=parent)
        self._grid = OptionGrid(height=TILE_PX)
        self._grid.chosen.connect(self._answer)
        self.body.addWidget(self._grid)
        self.body.addStretch(1)

    def begin(self, _asked: Asked, /) -> None:
        self._grid.show_focus(-1)

    def show_begun(self, asked: Asked) -> None:
        self._grid.show_choices(choices(asked.question.options, asked.language), {asked.given or ""})

    def confirm(self) -> None:
        if self._grid.choose_focused():
            return
        if self._asked is not None and self._asked.given is not None:
            self.kept.emit()
        else:
            self.refused.emit("answer.nothing_chosen")

    def digit(self, n: int) -> bool:
        return self._grid.choose(n)

    def key(self, key: int) -> bool:
        if key == Qt.Key.Key_Space:
            self.confirm()
        return key == Qt.Key.Key_Space or self._grid.move_focus(key)

    def word(self, word: str) -> bool:
        is_pass_fail = self._asked is not None and self._asked.question.kind is QuestionKind.PASS_FAIL
        return is_pass_fail and word in PASS_FAIL and self._grid.choose(PASS_FAIL[word])

    def cancel(self) -> bool:
        focused = self._grid.has_focus
        self._grid.show_focus(-1)
        return focused


def choices(options: Sequence[Option], language: str) -> list[Choice]:
    """Options as tiles."""
    return [Choice(each.id, each.text.in_language(language), each.picture) for each in options]
