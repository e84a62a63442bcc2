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
    """Tiles that tick. For one just ticked its place and severity are asked in the same room; Enter confirms all.

    Where places are asked a ticked one has as many as it was found at: choosing it again asks where else.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._ticks: list[Tick] = []
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
        self._nothing.clicked.connect(lambda: self._answer(NOTHING))
        self.extras.addWidget(self._nothing)
        self.body.addWidget(self._tiles)
        self.body.addWidget(self._asking)
        self.body.addStretch(1)

    def begin(self, asked: Asked) -> None:
        self._ticks, self._pending = _ticks_of(asked, asked.begun or asked.given), None
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
        self._tiles.show_choices(tiles, {each.option for each in self._ticks}, ticks=True)
        if self._pending is not None:
            self._show_asking(asked, self._pending)

    def _said(self, asked: Asked, option: str) -> str:
        places = {each.id: each.text.in_language(asked.language) for each in asked.question.places}
        found = self._of(option)
        if len(found) > 1:  # a tile has no room for more; the places tell how bad
            return ", ".join(places[each.place] for each in found)
        return "".join(" · ".join(filter(None, (places.get(each.place, ""), _severity(each)))) for each in found)

    def _of(self, option: str) -> list[Tick]:
        return [each for each in self._ticks if each.option == option]

    def _show_asking(self, asked: Asked, pending: Tick) -> None:
        name = asked.question.option(pending.option).text.in_language(asked.language)
        if self._wants_place(asked, pending):
            found = {each.place: _severity(each) for each in self._of(pending.option)}
            where = self.tr("{0}: where else?") if found else self.tr("{0}: where?")
            self._wanted.setText(where.format(name))
            places = [
                Choice(each.id, each.text.in_language(asked.language), detail=found.get(each.id, ""))
                for each in asked.question.places
            ]
            self._details.show_choices(places, set(found), ticks=True)
        else:
            self._wanted.setText(self.tr("{0}: how bad?").format(name))
            self._details.show_choices([Choice(each.value, messages.severity(each)) for each in Severity], ())

    def _wants_place(self, asked: Asked, tick: Tick) -> bool:
        return bool(asked.question.places) and not tick.place

    def _toggle(self, option: str) -> None:
        if self._asked is None:
            return
        if self._of(option) and not self._asked.question.places:
            self._take_back(option)
        else:
            self._take(Tick(option))
        self._again()

    def _detail(self, chosen: str) -> None:
        if self._asked is None or self._pending is None:
            return
        option, place = self._pending.option, self._pending.place
        if not self._wants_place(self._asked, self._pending):
            self._take(Tick(option, Severity(chosen), place))
        elif any(each.place == chosen for each in self._of(option)):
            self._take_back(option, chosen)
        else:
            self._take(Tick(option, None, chosen))
        self._again()

    def _take_back(self, option: str, place: str = "") -> None:
        self._pending = None
        self._ticks = [each for each in self._ticks if (each.option, each.place) != (option, place)]
        self._keep_ticks()

    def _take(self, tick: Tick) -> None:
        """Tick it, or ask first what is still wanted of it."""
        asked = self._asked
        if asked is None:
            return
        lacks = self._wants_place(asked, tick) or (asked.question.severities and tick.severity is None)
        self._pending = tick if lacks else None
        self._details.show_focus(-1)
        if not lacks:
            self._ticks.append(tick)
            self._keep_ticks()

    def _keep_ticks(self) -> None:
        if self._asked is not None:
            now = self._text(self._asked)
            self._keep("" if now == ticked(_ticks_of(self._asked, self._asked.given)) else now)

    def _text(self, asked: Asked) -> str:
        options = [each.id for each in asked.question.options]
        places = ["", *(each.id for each in asked.question.places)]
        return ticked(sorted(self._ticks, key=lambda each: (options.index(each.option), places.index(each.place))))

    def confirm(self) -> None:
        asked = self._asked
        if asked is None:
            return
        if self._pending is not None:
            if self._details.choose_focused():
                return
            if not self._pending.place and self._of(self._pending.option):
                self.cancel()
            else:
                self.refused.emit("answer.place" if self._wants_place(asked, self._pending) else "answer.severity")
        elif self._ticks:
            self._answer(self._text(asked))
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
            begun, self._ticks = self._ticks, _ticks_of(asked, asked.given)
            if begun == self._ticks:
                return False
            self._tiles.show_focus(-1)
            self._keep_ticks()
        self._again()
        return True


def _ticks_of(asked: Asked, text: str | None) -> list[Tick]:
    return list(read_answer(asked.question, text).ticks) if text else []


def _severity(tick: Tick) -> str:
    return messages.severity(tick.severity) if tick.severity else ""
