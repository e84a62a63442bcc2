"""The walk through the checklist on the screen; an answer is durable before the next question shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from dockstation.application.queries import InspectView
from dockstation.domain.checklist import NOTE, Next, QuestionKind, Step, read_off
from dockstation.domain.errors import DockstationError
from dockstation.domain.handover import Taken
from dockstation.domain.operator import Operator
from dockstation.domain.scan import Scan
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.hand_over_stage import tell_taken
from dockstation.ui.main_window.scale_loop import ScaleLoop
from dockstation.ui.main_window.shutter import AGAIN, FIRST, Round, Shown, Shutter
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.inspect import InspectScreen
from dockstation.ui.widgets.answers import CodeArea

KEYS = {
    int(Qt.Key.Key_F2): "ANSWERS", int(Qt.Key.Key_F3): "REPEAT", int(Qt.Key.Key_F7): "PHOTOS",
    int(Qt.Key.Key_F8): "HANDOVER", int(Qt.Key.Key_F9): "UNDO", int(Qt.Key.Key_F10): "NA",
}  # fmt: skip
AREA_WORD = re.compile(r"YES|NO|Q-?[0-9.]+", re.ASCII)


class InspectStage(QObject):
    """Answers, photos, going back, and the step to the decision."""

    shown = Signal()
    decided = Signal(str)
    again_given = Signal(str)
    """A second opinion is given about this unit."""
    paused = Signal()
    handover_asked = Signal(str)
    typing_asked = Signal()
    file_asked = Signal()
    photos_asked = Signal(str, str)
    """The unit, and the SHA-256 of the photo that was tapped, "" for the newest."""

    def __init__(self, desk: Desk, screen: InspectScreen, camera: CameraLoop) -> None:
        super().__init__()
        self._desk = desk
        self.screen = screen
        self.shutter = Shutter(desk, camera, screen.photos)
        self.view: InspectView | None = None
        self._turned = False
        """Whether somebody went back to what was answered before."""
        self.is_held_up: Callable[[str], bool] = lambda _lpn: False
        """Shows what has to be looked at before the unit is decided; whether there is something."""
        self._round = FIRST
        self._photos: list[Path] = []
        self._connect()

    def _connect(self) -> None:
        screen = self.screen
        screen.answer_given.connect(self._answer)
        screen.answer_begun.connect(self._begin_answer)
        screen.kept.connect(self._go_on)
        screen.refused.connect(lambda code: self._desk.reject(DockstationError(code)))
        screen.photo_asked.connect(lambda _question: self.shutter.release(self.view))
        screen.photo_tapped.connect(self._open_photo)
        screen.question_chosen.connect(self._turn_to)
        self.shutter.photographed.connect(self._photographed)
        screen.back_asked.connect(self.back)
        screen.undo_asked.connect(self._undo)
        screen.repeat_asked.connect(self._repeat)
        screen.typing_asked.connect(self.typing_asked)
        screen.paused.connect(self.paused)
        screen.handover_asked.connect(self._hand_over)
        screen.decide_asked.connect(self._decide)

    def use_scale(self, scale: ScaleLoop) -> None:
        """Weights come from there while it is connected."""
        scale.weighed.connect(lambda: self.screen.show_reading(scale.newest))

    @property
    def camera_reads(self) -> bool:
        """Codes count where one is asked for."""
        return self.elsewhere

    @property
    def elsewhere(self) -> bool:
        """A code that is asked for may be typed, or come by a picture."""
        step = self.view.step if self.view else None
        question = step.question if step and step.step is Step.ANSWER else None
        return question is not None and question.kind is QuestionKind.CODE

    def enter(self, lpn: str) -> None:
        """Begin the unit's inspection, or go on where it was left."""

        def take_up(use: UseCases, by: Operator) -> tuple[Taken | None, Shown]:
            use.inspect.begin(lpn, by)
            return use.hand_over.take(lpn, by), FIRST.look(use, lpn)

        self._turn_round(FIRST)
        self._desk.do(take_up, self._taken_up)

    def enter_again(self, lpn: str) -> None:
        """Begin or go on with the unit's second inspection."""

        def take_up(use: UseCases, by: Operator) -> Shown:
            use.inspect_again.begin(lpn, by)
            return AGAIN.look(use, lpn)

        self._turn_round(AGAIN)
        self._desk.do(take_up, self._begun_again)

    def _turn_round(self, which: Round) -> None:
        self._round = self.shutter.round = which

    def _begun_again(self, shown: Shown) -> None:
        self._show(shown)
        text = QCoreApplication.translate("InspectStage", "Second opinion: inspect it as if nobody had before")
        self._desk.ask(text)

    def _taken_up(self, taken_up: tuple[Taken | None, Shown]) -> None:
        taken, shown = taken_up
        self._written(shown)
        tell_taken(self._desk, taken)

    def _hand_over(self) -> None:
        if self._round is AGAIN:
            self.paused.emit()  # it waits for anybody but the first inspector
        elif self.view is not None:
            self.handover_asked.emit(self.view.unit.lpn)

    def _photographed(self, shown: Shown) -> None:
        """One that comes late disturbs nobody who is at the next answer already."""
        self._desk.changed.emit()
        self._show(shown, same=self.view is not None and _place(self.view) == _place(shown[0]))

    def _written(self, shown: Shown) -> None:
        self._desk.changed.emit()
        self._show(shown)

    def _show(self, shown: Shown, *, turned: bool = False, same: bool = False) -> None:
        self.view, self._photos = shown
        self._turned = turned or (same and self._turned)
        self.screen.show_inspect(self.view, self._desk.language, self._photos, same=same)
        self.shown.emit()

    def refresh(self) -> None:
        """Show the same again."""
        if self.view is not None:
            self.screen.show_inspect(self.view, self._desk.language, self._photos)

    def _answer(self, question_id: str, text: str) -> None:
        view = self.view
        if view is None:
            return

        def write(use: UseCases, by: Operator) -> tuple[Sequence[str], Shown]:
            withdrawn = self._round.verbs(use).answer(view.unit.lpn, question_id, text, by)
            return withdrawn, self._round.look(use, view.unit.lpn)

        self._desk.act(write, lambda done: self._answered(view, question_id, text, done))

    def _begin_answer(self, question_id: str, text: str) -> None:
        """Nobody waits for it; whoever turns away comes after it in the store's lane."""
        view, use, by = self.view, self._desk.use_cases, self._desk.operator
        if view is not None and use is not None and by is not None:
            verbs, lpn = self._round.verbs(use), view.unit.lpn
            self._desk.background.run(
                "store",
                lambda: verbs.begin_answer(lpn, question_id, text, by),
                lambda _none: None,
                self._desk.reject,
            )

    def _answered(self, before: InspectView, question_id: str, text: str, done: tuple[Sequence[str], Shown]) -> None:
        withdrawn, shown = done
        self._written(shown)
        differs = before.expected and question_id in {each.question_id for each in shown[0].defects}
        hidden = [each for each in withdrawn if not each.endswith(NOTE)]
        if differs:
            told = QCoreApplication.translate("InspectStage", "Differs, and is recorded: {0} scanned, {1} shipped")
            self._desk.question(told.format(text, ", ".join(sorted(before.expected)[:3])))
        elif hidden:
            told = QCoreApplication.translate("InspectStage", "Withdrawn, asked again if it comes back: {0}")
            self._desk.question(told.format("; ".join(map(self._asked_words, hidden))))

    def _asked_words(self, question_id: str) -> str:
        if self.view is None:
            return question_id
        return self.view.checklist.question(question_id).text.in_language(self._desk.language)

    def _undo(self) -> None:
        if self.view is None:
            return
        lpn = self.view.unit.lpn

        def undo(use: UseCases, by: Operator) -> tuple[str, Shown]:
            question = self._round.verbs(use).undo(lpn, by)
            return question, self._round.look(use, lpn, "" if question.endswith(NOTE) else question)

        self._desk.act(undo, self._undone)

    def _undone(self, undone: tuple[str, Shown]) -> None:
        question, shown = undone
        self._written(shown)
        told = QCoreApplication.translate("InspectStage", "Taken back: {0}")
        self._desk.accept(told.format(self._asked_words(question.removesuffix(NOTE))))

    def _repeat(self) -> None:
        if self.view is None:
            return
        lpn = self.view.unit.lpn

        def repeat(use: UseCases, by: Operator) -> tuple[str, Shown]:
            return self._round.verbs(use).repeat(lpn, by), self._round.look(use, lpn)

        self._desk.act(repeat, self._repeated)

    def _repeated(self, repeated: tuple[str, Shown]) -> None:
        self._written(repeated[1])
        told = QCoreApplication.translate("InspectStage", "Answered as for {0}")
        self._desk.accept(told.format(repeated[0]))

    def take_files(self, paths: Sequence[Path]) -> None:
        """Pictures of files as photos of the question that asks for some; else they are refused."""
        self.shutter.take_files(self.view, paths)

    def retake(self, lpn: str, question_id: str, view: str, sha256: str) -> None:
        """Show the question with its camera; the next photo takes the place of that one."""
        self.shutter.replaces = sha256

        def show(shown: Shown) -> None:
            found, paths = shown
            question = found.checklist.question(question_id)
            self._show((replace(found, step=Next(Step.PHOTO, question, view)), paths))

        self._desk.do(lambda use, _by: self._round.look(use, lpn), show)

    def return_to(self, lpn: str) -> None:
        """Show the unit again, after its photos were looked at."""
        self._desk.do(lambda use, _by: self._round.look(use, lpn), self._show)

    def _open_photo(self, place: int) -> None:
        if (
            self.view is not None
            and self._round is FIRST
            and not self._desk.busy
            and 0 <= place < len(self.view.photos)
        ):
            self.photos_asked.emit(self.view.unit.lpn, self.view.photos[place].sha256)

    def scan(self, scan: Scan) -> None:
        """The code that is asked for; elsewhere none is."""
        area, view = self.screen.area, self.view
        code = ""
        if isinstance(area, CodeArea) and view is not None and view.step.question is not None:
            code = read_off(view.step.question, scan, view.expected)
        if code and isinstance(area, CodeArea):
            area.take(code)
        else:
            self._desk.reject(DockstationError("scan.not_now", code=scan.shown))

    def command(self, word: str) -> bool:
        """An answer, or what is to be done; a word that means nothing here says so."""
        if word not in self._words and not word.isdigit() and not AREA_WORD.fullmatch(word):
            return False
        if not self._means(word):
            self._desk.reject(DockstationError("scan.not_now", code=f"DSCMD-{word}"))
        return True

    @property
    def _words(self) -> dict[str, Callable[[], object]]:
        """What each word does; False where it means nothing now."""
        return {
            "REPEAT": self._repeat,
            "ANSWERS": self.screen.toggle_list,
            "HANDOVER": self._hand_over,
            "UNDO": self._undo,
            "NA": lambda: self.screen.area is not None and self.screen.area.not_applicable(),
            "CANCEL": self._cancel,
            "PHOTO": self._shutter,
            "PHOTOS": self._open_newest,
        }

    def _means(self, word: str) -> bool:
        if act := self._words.get(word):
            return act() is not False
        if word.isdigit():
            return self.screen.choose(int(word))
        return self.screen.area is not None and self.screen.area.word(word)

    def _shutter(self) -> bool:
        wants = self.view is not None and self.view.step.step is Step.PHOTO and not self.screen.lists
        if wants:
            self.screen.confirm()
        return wants

    def _open_newest(self) -> bool:
        shown = self.view is not None and bool(self.view.photos) and self._round is FIRST
        if self.view is not None and shown:
            self._open_photo(len(self.view.photos) - 1)
        return shown

    def _cancel(self) -> bool:
        """Leave what was begun on this question, or go on from where one went back to."""
        if self.screen.area is not None and self.screen.area.cancel():
            return True
        if self.screen.lists and self.view is not None and self.view.step.question is not None:
            self.screen.toggle_list()
        elif self._turned:
            self._go_on()
        else:
            return False
        return True

    def key(self, key: int) -> bool:
        """The same by one key."""
        number = key - Qt.Key.Key_0
        if self.screen.act(key):
            return True
        if word := KEYS.get(key):
            self._means(word)
        elif key == Qt.Key.Key_F6 and not self.elsewhere:
            self.file_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self._cancel()
        elif 0 <= number <= 9:
            self.screen.choose(number)
        else:
            return False
        return True

    def confirm(self) -> None:
        """The answer that was begun, the shutter, or the step to the decision."""
        self.screen.confirm()

    def back(self) -> None:
        """Show the question before this one, with its answer marked."""
        if self.view is None:
            return
        if self.screen.lists and self.view.step.question:
            self.screen.toggle_list()
            return
        asked = [each.id for each in self.view.asked]
        here = asked.index(self.view.step.question.id) if self.view.step.question else len(asked)
        if here > 0:
            self._turn_to(asked[here - 1])

    def _turn_to(self, question_id: str) -> None:
        """Show this question; one that nothing was answered to comes in its turn."""
        if self.view is not None:
            lpn, known = self.view.unit.lpn, {*self.view.answers, *(each.question_id for each in self.view.photos)}
            at = question_id if question_id in known else ""
            self._desk.act(
                lambda use, _by: self._round.look(use, lpn, at), lambda shown: self._show(shown, turned=bool(at))
            )

    def _go_on(self) -> None:
        if self.view is not None:
            lpn = self.view.unit.lpn
            self._desk.act(lambda use, _by: self._round.look(use, lpn), self._show)

    def _decide(self) -> None:
        if self.view is None or self._desk.busy:
            return
        lpn = self.view.unit.lpn
        if self._round is AGAIN:
            self._desk.act(lambda use, by: use.inspect_again.give(lpn, by), lambda _both: self._given(lpn))
        elif not self.is_held_up(lpn):
            self._desk.act(lambda use, by: use.decide(lpn, by), lambda _decision: self._decided(lpn))

    def _decided(self, lpn: str) -> None:
        self._desk.changed.emit()
        self.decided.emit(lpn)

    def _given(self, lpn: str) -> None:
        self._desk.changed.emit()
        self.again_given.emit(lpn)


def _place(view: InspectView) -> tuple[object, ...]:
    """Where the inspection stands."""
    return view.unit, view.step, view.answers
