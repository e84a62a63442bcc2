"""The outbox: anybody looks, a supervisor settles what the server refused or doubts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal

from dockstation.application.outbox_queue import OutboxView, Part
from dockstation.domain.operator import Operator, Task
from dockstation.domain.scan import Scan, parse
from dockstation.domain.text import Text
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.page_stage import STEP_KEYS, STEPS, PageStage
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.screens.outbox import ACTS, Line, OutboxPage, OutboxScreen

KEYS = {int(getattr(Qt.Key, f"Key_{key}")): act for act, key in ACTS.items()}
PARTS = tuple(Part)
Seen = tuple[OutboxView, Mapping[str, Text]]


class OutboxStage(PageStage):
    """Entered from home, or from the numbers in the strip at the foot."""

    send_asked = Signal()
    other_work = Signal(object)
    """The Scan of an item that a record is about."""

    screen: OutboxScreen

    def __init__(self, desk: Desk, screen: OutboxScreen) -> None:
        super().__init__(desk, screen)
        self.page: OutboxPage | None = None
        self._chosen = ""
        self._places: Mapping[str, Text] = {}
        screen.part_chosen.connect(lambda name: self._turn_to(Part(name)))
        screen.entry_chosen.connect(self._choose)
        screen.act_asked.connect(self._act)
        screen.send_asked.connect(self.send)

    def enter(self) -> None:
        """Show what needs somebody, else what waits; who was asked to look is asked no more."""
        self._desk.settle()

        def show(seen: Seen) -> None:
            self._chosen = ""
            self._places = seen[1]
            self._show(seen[0])
            self.shown.emit()

        self._desk.do(lambda use, _by: _seen(use), show)

    def look_again(self) -> None:
        """Show the same part as it is by now, holding nobody up."""
        use_cases, page = self._desk.use_cases, self.page
        if use_cases is not None and page is not None and not self._desk.busy:
            part, queue = page.view.part, use_cases.outbox_queue
            self._desk.background.run("store", lambda: queue.view(part), self._show_if, self._desk.reject)

    def _show_if(self, view: OutboxView) -> None:
        if self.page is not None and view.part is self.page.view.part:
            self._show(view)

    def show_line(self, line: Line) -> None:
        """Say how it stands with the server now."""
        self.screen.show_line(line)

    def send(self) -> None:
        """Try now, however long the pause was to be."""
        if self._rests():
            self.send_asked.emit()

    def _turn_to(self, part: Part) -> None:
        if self._rests():
            self._look(part)

    def _look(self, part: Part) -> None:
        self._desk.do(lambda use, _by: use.outbox_queue.view(part), self._show)

    def _show(self, view: OutboxView) -> None:
        operator = self._desk.operator
        may = operator is not None and operator.may(Task.SETTLE)
        page = OutboxPage(view, self._chosen, may, self._places, self._desk.people)
        if self._chosen not in page.keys:
            self._chosen = next(iter(page.keys), "")
            page = OutboxPage(view, self._chosen, may, self._places, self._desk.people)
        self.page = page
        self.screen.show_outbox(page, self._desk.language)

    def refresh(self) -> None:
        """Show the same again, to whoever is signed in."""
        if self.page is not None:
            self._show(self.page.view)

    def _choose(self, key: str) -> None:
        if not self._desk.busy and self.page is not None:
            self._chosen = key
            self._show(self.page.view)

    def _act(self, act: str) -> None:
        page = self.page
        if page is None or self._desk.busy:
            return
        if act == "open" and page.told is not None:
            self._desk.banner.acknowledge()
            self.other_work.emit(parse(page.told.about))
        elif page.photo is not None:
            self._desk.act(lambda use, by: use.outbox_queue.send_photos_again(by), lambda _count: self._again())
        elif page.told is not None:
            self._settle(act, page.told.entry.event.id)

    def _settle(self, act: str, event_id: str) -> None:
        works: dict[str, tuple[Callable[[UseCases, Operator], None], Callable[[], None]]] = {
            "again": (lambda use, by: use.outbox_queue.send_again(event_id, by), self._again),
            "note": (lambda use, by: use.outbox_queue.take_note(event_id, by), self._noted),
        }
        work, done = works[act]
        self._desk.act(work, lambda _none: done())

    def _again(self) -> None:
        self._desk.accept(QCoreApplication.translate("OutboxStage", "It is being sent again"))
        self.send_asked.emit()
        self._after()

    def _noted(self) -> None:
        self._desk.accept(QCoreApplication.translate("OutboxStage", "Noted"))
        self._after()

    def _after(self) -> None:
        self._desk.changed.emit()
        if self.page is not None:
            self._look(self.page.view.part)

    def scan(self, scan: Scan) -> None:
        """The code of an item or a parcel chooses what is about it."""
        told = self.page.view.told if self.page else ()
        found = next((each for each in told if each.about in (scan.value, *scan.codes)), None)
        if found is None:
            super().scan(scan)
        else:
            self._choose(found.entry.event.id)

    def command(self, word: str) -> bool:
        """Numbers choose a part, NEXT and BACK step."""
        if word in STEPS:
            self.screen.step(STEPS[word])
        elif word.isdigit() and 1 <= int(word) <= len(PARTS):
            self._turn_to(PARTS[int(word) - 1])
        else:
            return super().command(word)
        return True

    def key(self, key: int) -> bool:
        """The same by one key; Esc leaves."""
        number = key - Qt.Key.Key_0
        if key in KEYS:
            self._act_possible(KEYS[key])
        elif key in STEP_KEYS:
            self.screen.step(STEP_KEYS[key])
        elif 1 <= number <= len(PARTS):
            self._turn_to(PARTS[number - 1])
        else:
            return super().key(key)
        return True

    def _act_possible(self, act: str) -> None:
        """By key as by the button, which is not there where it makes no sense."""
        if act in self.screen.possible():
            self._act(act)

    def confirm(self) -> None:
        """Send now."""
        self.send()


def _seen(use: UseCases) -> Seen:
    return use.outbox_queue.first(), {each.code: each.word for each in use.queries.dispositions()}
