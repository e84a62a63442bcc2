"""Any number of several answers, with a place and a severity for each where they are asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dockstation.domain.checklist import NOTHING, Severity, Tick, read_answer, ticked
from dockstation.ui import messages
from dockstation.ui.widgets.answers.area import AnswerArea, Asked
from dockstation.ui.widgets.answers.options import TILE_PX
from dockstation.ui.widgets.big_button import BigButton
from dockstation.ui.widgets.choice_tile import Choice
from dockstation.ui.widgets.option_grid import OptionGrid
from dockstation.ui.widgets.text_label import TextLabel


class SeveralArea(AnswerArea):
    """Tiles that tick. For one just ticked its place and severity are asked in the same room; Enter confirms all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._ticks: dict[str, Tick] = {}
        self._pending: Tick | None = None
        self._tiles, self._details = OptionGrid(height=TILE_PX), OptionGrid(height=TILE_PX)
        self._tiles.chosen.connect(self._toggle)
        self._details.chosen.connect(self._detail)
        self._wanted = TextLabel("strong")
        self._asking = QWidget()
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self._wanted)
        asking.addWidget(self._details)
        self._nothing = BigButton("choice")
        self._nothing.clicked.connect(lambda: self.answered.emit(NOTHING))
        self.extras.addWidget(self._nothing)
        self.body.addWidget(self._tiles)
        self.body.addWidget(self._asking)
        self.body.addStretch(1)

    def begin(self, asked: Asked) -> None:
        before = read_answer(asked.question, asked.given).ticks if asked.given else ()
        self._ticks, self._pending = {each.option: each for each in before}, None
        self._tiles.show_focus(-1)

    def show_begun(self, asked: Asked) -> None:
        self._nothing.show_text(self.tr("Nothing found"), "0")
        self._nothing.show_marked(asked.given == NOTHING and not self._ticks)
        self._tiles.setVisible(self._pending is None)
        self._asking.setVisible(self._pending is not None)
        tiles = [
            Choice(each.id, each.text.in_language(asked.language), each.picture, self._said(asked, each.id))
            for each in asked.question.options
        ]
        self._tiles.show_choices(tiles, set(self._ticks), ticks=True)
        if self._pending is not None:
            self._show_asking(asked, self._pending)

    def _said(self, asked: Asked, option: str) -> str:
        tick = self._ticks.get(option)
        if tick is None:
            return ""
        places = {each.id: each.text.in_language(asked.language) for each in asked.question.places}
        severity = messages.severity(tick.severity) if tick.severity else ""
        return " · ".join(each for each in (places.get(tick.place, ""), severity) if each)

    def _show_asking(self, asked: Asked, pending: Tick) -> None:
        name = asked.question.option(pending.option).text.in_language(asked.language)
        if self._wants_place(asked, pending):
            self._wanted.setText(self.tr("{0}: where?").format(name))
            places = [Choice(each.id, each.text.in_language(asked.language)) for each in asked.question.places]
            self._details.show_choices(places, ())
        else:
            self._wanted.setText(self.tr("{0}: how bad?").format(name))
            self._details.show_choices([Choice(each.value, messages.severity(each)) for each in Severity], ())

    def _wants_place(self, asked: Asked, tick: Tick) -> bool:
        return bool(asked.question.places) and not tick.place

    def _toggle(self, option: str) -> None:
        if self._ticks.pop(option, None) is None:
            self._take(Tick(option))
        self._again()

    def _detail(self, chosen: str) -> None:
        if self._asked is None or self._pending is None:
            return
        if self._wants_place(self._asked, self._pending):
            self._take(Tick(self._pending.option, None, chosen))
        else:
            self._take(Tick(self._pending.option, Severity(chosen), self._pending.place))
        self._again()

    def _take(self, tick: Tick) -> None:
        """Tick it, or ask first what is still wanted of it."""
        asked = self._asked
        if asked is None:
            return
        lacks = self._wants_place(asked, tick) or (asked.question.severities and tick.severity is None)
        self._pending = tick if lacks else None
        self._details.show_focus(-1)
        if not lacks:
            self._ticks[tick.option] = tick

    def confirm(self) -> None:
        asked = self._asked
        if asked is None:
            return
        if self._pending is not None:
            if not self._details.choose_focused():
                self.refused.emit("answer.place" if self._wants_place(asked, self._pending) else "answer.severity")
        elif self._ticks:
            order = [each.id for each in asked.question.options]
            self._answer(ticked(sorted(self._ticks.values(), key=lambda each: order.index(each.option))))
        elif asked.given == NOTHING:
            self.kept.emit()
        else:
            self.refused.emit("answer.nothing_ticked")

    def digit(self, n: int) -> bool:
        if n == 0 and self._pending is None:
            self._answer(NOTHING)
            return True
        return self._grid.choose(n)

    @property
    def _grid(self) -> OptionGrid:
        return self._tiles if self._pending is None else self._details

    def key(self, key: int) -> bool:
        if key == Qt.Key.Key_Backspace and self._pending is not None:
            return self.cancel()
        if key == Qt.Key.Key_Space:
            if not self._grid.choose_focused():
                self.refused.emit("answer.nothing_chosen")
            return True
        return self._grid.move_focus(key)

    def word(self, word: str) -> bool:
        return word == "NO" and self.digit(0)

    def cancel(self) -> bool:
        asked = self._asked
        if self._pending is not None:
            self._pending = None
        elif asked is not None:
            begun = dict(self._ticks)
            self.begin(asked)
            if begun == self._ticks:
                return False
        self._again()
        return True
