"""What happened to an item or a return: looked at, asked of the server, written as a report."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QImage

from dockstation.application.queries.history import HistoryView, photos_of
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import Scan
from dockstation.domain.unit_story import UnitStory
from dockstation.ui.main_window.desk import Desk, foreseen
from dockstation.ui.main_window.page_stage import STEP_KEYS, STEPS, PageStage
from dockstation.ui.main_window.reporting import Reporting
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.messages import sentence
from dockstation.ui.screens.history import ACTS, HistoryPage, HistoryScreen, ServerSaid
from dockstation.ui.widgets.photo_strip import thumbnail

KEYS = {int(getattr(Qt.Key, f"Key_{key}")): act for act, key in ACTS.items()}
FAR_KEYS = STEP_KEYS | {int(Qt.Key.Key_PageDown): 6, int(Qt.Key.Key_PageUp): -6}
SMALL, LARGE = QSize(320, 240), QSize(2560, 2560)
MOST_SMALL = 60
"""Photos that get a small picture in the list."""


class HistoryStage(PageStage):
    """Nothing is written here; reading photos and asking the server hold nobody up."""

    other_work = Signal(object)
    """A Scan for which the history is left."""
    item_wanted = Signal(str)
    """The licence plate of a unit that is to be worked on."""

    screen: HistoryScreen

    def __init__(self, desk: Desk, screen: HistoryScreen) -> None:
        super().__init__(desk, screen)
        self._reporting = Reporting(desk)
        self.page: HistoryPage | None = None
        self._asked = 0
        screen.chosen.connect(self._choose)
        screen.act_asked.connect(self._act)
        screen.photo_asked.connect(self._enlarge)
        screen.photo_left.connect(lambda: screen.show_large(None))

    def enter_unit(self, lpn: str) -> None:
        """A unit's, its newest event first in sight."""
        self._desk.do(lambda use, _by: use.history.of_unit(lpn), self._begin)

    def enter_rma(self, number: str) -> None:
        """Of everything of a return that was here."""
        self._desk.do(lambda use, _by: use.history.of_rma(number), self._begin)

    def _begin(self, view: HistoryView) -> None:
        self._asked += 1
        self.screen.show_large(None)
        self._show(HistoryPage(view, len(view.entries) - 1, people=self._desk.people))
        self._load_small(view)
        self.shown.emit()
        self._ask_server()

    def _show(self, page: HistoryPage) -> None:
        self.page = page
        self.screen.show_history(page, self._desk.language)

    def refresh(self) -> None:
        """Show the same again, in the present language."""
        if self.page is not None:
            self._show(self.page)

    def look_again(self) -> None:
        """What was sent meanwhile is shown as sent."""
        use, page = self._desk.use_cases, self.page
        if use is not None and page is not None:
            view = page.view
            again = (
                partial(use.history.of_unit, view.subject) if view.unit else partial(use.history.of_rma, view.subject)
            )
            self._desk.background.run("store", again, self._looked, self._desk.reject)

    def _looked(self, view: HistoryView) -> None:
        page = self.page
        if page is not None and view.subject == page.view.subject:
            self._show(HistoryPage(view, page.chosen, page.server, page.people))

    def _choose(self, place: int) -> None:
        if self.page is not None:
            self._show(HistoryPage(self.page.view, place, self.page.server, self.page.people))

    def _ask_server(self) -> None:
        use, page = self._desk.use_cases, self.page
        if use is None or page is None or page.view.unit is None or page.server.waiting:
            return
        self._asked += 1
        self._answer(ServerSaid(waiting=True))
        lpn = page.view.unit.lpn
        self._desk.background.run(
            "network", partial(_ask, use, lpn), partial(self._told, self._asked), partial(self._failed, self._asked)
        )

    def _told(self, asked: int, story: UnitStory | None) -> None:
        if asked == self._asked:
            self._answer(ServerSaid(asked=True, story=story))

    def _failed(self, asked: int, error: BaseException) -> None:
        if asked == self._asked:
            self._answer(ServerSaid(asked=True, problem=foreseen(error)))

    def _answer(self, said: ServerSaid) -> None:
        if self.page is not None:
            self._show(HistoryPage(self.page.view, self.page.chosen, said, self.page.people))

    def _load_small(self, view: HistoryView) -> None:
        use = self._desk.use_cases
        names = list(dict.fromkeys(name for each in view.entries for name in photos_of(each)))[:MOST_SMALL]
        if use is not None and names:
            subject = view.subject
            load = partial(_small, [(name, use.photo_path(name)) for name in names])
            self._desk.background.run("photos", load, partial(self._came, subject), self._desk.reject)

    def _came(self, subject: str, images: dict[str, QImage]) -> None:
        if self.page is not None and self.page.view.subject == subject:
            self.screen.show_thumbnails(images)

    def _enlarge(self) -> None:
        use, page = self._desk.use_cases, self.page
        entry = page.entry if page else None
        names = photos_of(entry) if entry else ()
        if use is not None and names:
            self.screen.show_large(QImage(), "")
            load = partial(thumbnail, use.photo_path(names[0]), LARGE)
            self._desk.background.run("photos", load, partial(self._enlarged, names[0]), self._desk.reject)
        elif page is not None:
            self._desk.ask(QCoreApplication.translate("HistoryStage", "There is no photo of this event"))

    def _enlarged(self, name: str, image: QImage) -> None:
        if self.screen.is_large:
            lost = DockstationError("photo.damaged", photo=name)
            self.screen.show_large(image, sentence(lost) if image.isNull() else "")

    def _act(self, act: str) -> None:
        unit = self.page.view.unit if self.page else None
        if unit is None or not self._rests():
            return
        if act == "report":
            self._reporting.write(unit.lpn)
        elif act == "server":
            self._ask_server()
        else:
            self.item_wanted.emit(unit.lpn)

    def scan(self, scan: Scan) -> None:
        """Another piece of work."""
        self.other_work.emit(scan)

    def command(self, word: str) -> bool:
        """NEXT and BACK step, REPORT writes it, CANCEL leaves."""
        if word in STEPS:
            self.screen.step(STEPS[word])
        elif word == "REPORT":
            self._act_possible("report")
        else:
            return super().command(word)
        return True

    def key(self, key: int) -> bool:
        """The same by one key; Esc leaves the photo, then the history."""
        if key in KEYS:
            self._act_possible(KEYS[key])
        elif key in FAR_KEYS:
            self.screen.step(FAR_KEYS[key])
        else:
            return super().key(key)
        return True

    def _act_possible(self, act: str) -> None:
        """By key as by the button, which is not there where it makes no sense."""
        if act in self.screen.possible():
            self._act(act)
        else:
            text = QCoreApplication.translate("HistoryStage", "That is not possible here")
            self._desk.ask(text)

    def confirm(self) -> None:
        """The photo, large or small again."""
        if self.screen.is_large:
            self.screen.show_large(None)
        else:
            self._enlarge()

    def back(self) -> None:
        """Out of the photo, else to where it was opened."""
        if self.screen.is_large:
            self.screen.show_large(None)
        elif self._rests():
            self._asked += 1
            self.left.emit()


def _ask(use: UseCases, lpn: str) -> UnitStory | None:
    central = use.central()
    if central is None:
        raise DockstationError("enrol.needed")
    return central.find_unit(lpn)


def _small(files: list[tuple[str, Path]]) -> dict[str, QImage]:
    """Those that are here and can be read."""
    loaded = {name: thumbnail(path, SMALL) for name, path in files}
    return {name: image for name, image in loaded.items() if not image.isNull()}
