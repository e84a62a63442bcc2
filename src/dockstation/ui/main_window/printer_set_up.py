"""Setting printers up: from the page of printers to each question and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from dockstation.application.set_printers_up import PrintersView, printer_key
from dockstation.domain.operator import Operator
from dockstation.domain.printer_setup import (
    OWN,
    Offsets,
    Settings,
    read_address,
    read_number,
    read_offsets,
    read_size,
)
from dockstation.ui import messages
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.entry_stage import EntryStage
from dockstation.ui.main_window.labels_stage import LabelsStage
from dockstation.ui.main_window.printer_adding import PrinterAdding
from dockstation.ui.main_window.printer_words import AGAIN, HERE, LIMITS, NONE, OTHER, PrinterWords
from dockstation.ui.main_window.printers_stage import PrintersStage
from dockstation.ui.main_window.stage import Stage
from dockstation.ui.main_window.use_cases import UseCases
from dockstation.ui.messages.printers import PLACES
from dockstation.ui.screens.ask import AskScreen
from dockstation.ui.screens.entry import EntryScreen
from dockstation.ui.screens.printers import CALIBRATE, PrintersScreen

PRINTER = "printer"
"""The lane of what prints."""
STATES = "spool"
"""The lane on which printers are asked how they are: one out of reach holds up no label of this station."""


class PrinterSetUp(QObject):
    """Three pages: the printers, a question, a value; entered from ``labels``, and left for them."""

    shown = Signal(str)
    """One of ``stages``."""

    def __init__(self, desk: Desk, labels: LabelsStage) -> None:
        super().__init__()
        self._desk = desk
        self.page = PrintersStage(desk, PrintersScreen())
        self.asking = AskStage(desk, AskScreen())
        self.entry = EntryStage(desk, EntryScreen())
        self.stages: dict[str, Stage] = {
            "printers": self.page, "printer_question": self.asking, "printer_entry": self.entry,
        }  # fmt: skip
        self._words = PrinterWords()
        self._adding = PrinterAdding(desk, self.asking, self.entry, self._words)
        self._adding.added.connect(self._changed)
        self._labels, self._leave = labels, labels.enter
        labels.printers_asked.connect(self.enter)
        self.page.left.connect(self._left)
        self._connect()

    def _connect(self) -> None:
        self.page.setting_asked.connect(self._ask)
        self.page.test_asked.connect(self._test)
        self.page.more_asked.connect(self._adding.begin)
        self.asking.shown.connect(lambda: self.shown.emit("printer_question"))
        self.entry.shown.connect(lambda: self.shown.emit("printer_entry"))
        for stage in (self.asking, self.entry):
            stage.left.connect(self._back)

    def enter(self, leave: Callable[[], None] | None = None) -> None:
        """Who may not is told so. ``leave`` leads back to where it was entered from, else to the labels."""
        self._leave = leave or self._labels.enter
        self._desk.act(lambda use, by: use.set_printers_up.view(by), self._opened)

    def _left(self) -> None:
        self._leave()

    def stop(self) -> None:
        """The window closes: nothing is looked for any more."""
        self._adding.stop()

    def _opened(self, view: PrintersView) -> None:
        for name in view.printers:
            self._ask_state(name)
        self._show(view)

    def _show(self, view: PrintersView, chosen: str = "") -> None:
        self.page.show(view, chosen)
        self.shown.emit("printers")

    def _back(self) -> None:
        self._adding.stop()
        self.shown.emit("printers")
        self.page.refresh()

    def _ask_state(self, name: str) -> None:
        use_cases, by = self._desk.use_cases, self._desk.operator
        if use_cases is not None and by is not None:
            ask = partial(use_cases.set_printers_up.state, name, by)
            self.page.tell(name, "")
            self._desk.background.run(STATES, ask, lambda state: self.page.tell(name, state.value), self._desk.reject)

    def _do(self, work: Callable[[UseCases, Operator], PrintersView], then: Callable[[PrintersView], None]) -> None:
        self._desk.act(work, then)

    @property
    def _settings(self) -> Settings:
        return self.page.view.printers[self.page.chosen] if self.page.view else {}

    def _ask(self, setting: str) -> None:
        asks: dict[str, Callable[[str], None]] = {
            "language": self._ask_language,
            "dpi": self._ask_dpi,
            "size": self._ask_size,
            "darkness": partial(self._ask_number, "darkness"),
            "speed": partial(self._ask_number, "speed"),
            "offset": self._ask_offset,
            "address": self._ask_address,
            CALIBRATE: self._calibrate,
            "labels": self._ask_labels,
        }
        asks[setting](self.page.chosen)

    def _change(self, name: str, settings: Settings) -> None:
        self._do(
            lambda use, by: use.set_printers_up.change(name, settings, by), lambda view: self._changed(view, name)
        )

    def _changed(self, view: PrintersView, name: str) -> None:
        self._ask_state(name)
        self._desk.printer_asked.emit()
        self._desk.accept(QCoreApplication.translate("PrinterSetUp", "Written, and in use: {0}").format(name))
        self._show(view, name)

    def _ask_language(self, name: str) -> None:
        before = self._settings

        def chosen(language: str) -> None:
            own = {key: OWN for key in LIMITS if before.get(key, OWN) != OWN}  # their scales differ by language
            self._change(name, {"language": language, **(own if language != before["language"] else {})})

        self.asking.ask(lambda: self._words.languages(name, ""), chosen)

    def _ask_dpi(self, name: str) -> None:
        self.asking.ask(lambda: self._words.resolutions(name, ""), lambda dpi: self._change(name, {"dpi": int(dpi)}))

    def _ask_size(self, name: str) -> None:
        def chosen(size: str) -> None:
            if size == OTHER:
                self.entry.ask(lambda: self._words.size(name), lambda text: self._change(name, read_size(text)))
            else:
                self._change(name, read_size(size))

        self.asking.ask(lambda: self._words.sizes(name), chosen)

    def _ask_number(self, key: str, name: str) -> None:
        language, before = str(self._settings["language"]), self._settings.get(key, OWN)
        if language not in LIMITS[key]:
            self._desk.ask(self._words.no_number(language))
            return
        self.entry.ask(
            lambda: self._words.number(name, key, language),
            lambda text: self._change(name, read_number(key, text)),
            "" if before == OWN else str(before),
        )

    def _ask_offset(self, name: str) -> None:
        before = Offsets.of(self._settings)
        self.entry.ask(
            lambda: self._words.offsets(name),
            lambda text: self._change(name, read_offsets(text)),
            f"{before.x:g} {before.y:g}",
        )

    def _ask_address(self, name: str) -> None:
        transport, before = str(self._settings["transport"]), messages.printer_address(self._settings)
        key = PLACES.get(transport, "")
        self.entry.ask(
            lambda: self._words.place(name, transport) if key else self._words.address(name),
            lambda text: self._change(name, {key: text} if key else read_address(text)),
            before,
        )

    def _test(self) -> None:
        name = self.page.chosen
        self._desk.act(lambda use, by: use.set_printers_up.test(name, by), lambda _none: self._tested(name), PRINTER)

    def _tested(self, name: str) -> None:
        self._ask_state(name)
        self._desk.accept(QCoreApplication.translate("PrinterSetUp", "Test label sent to {0}").format(name))

    def _calibrate(self, name: str) -> None:
        self._desk.act(
            lambda use, by: use.set_printers_up.calibrate(name, by),
            lambda offsets: self._ask_marks(name, offsets),
            PRINTER,
        )

    def _ask_marks(self, name: str, printed: Offsets) -> None:
        def scanned(code: str) -> None:
            self._do(lambda use, by: use.set_printers_up.take_mark(name, printed, code, by), self._mark_taken)

        def chosen(what: str) -> None:
            if what == AGAIN:
                self._calibrate(name)
            else:
                self._back()

        self.asking.ask(
            lambda: self._words.marks(name, self._settings), chosen, lambda scan: scanned(scan.value or scan.shown)
        )

    def _mark_taken(self, view: PrintersView) -> None:
        self.page.show(view)
        self.asking.refresh()
        text = QCoreApplication.translate("PrinterSetUp", "Written, and in use. Offset: {0}")
        self._desk.accept(text.format(messages.printer_offsets(self._settings)))

    def _ask_labels(self, name: str) -> None:
        view = self.page.view
        if view is None:
            return

        def chosen(kind: str) -> None:
            if kind == HERE:
                self._choose(kind, name)
            else:
                self.asking.ask(lambda: self._words.layouts(kind, view, name), partial(self._of_kind, kind, name))

        self.asking.ask(lambda: self._words.labels(name, view), chosen)

    def _of_kind(self, kind: str, name: str, chosen: str) -> None:
        if chosen == HERE:
            self._choose(printer_key(kind), name)
        else:
            self._choose(kind, "" if chosen == NONE else chosen)

    def _choose(self, key: str, value: str) -> None:
        self._do(lambda use, by: use.set_printers_up.choose({key: value}, by), self._chosen)

    def _chosen(self, view: PrintersView) -> None:
        self._desk.accept(
            QCoreApplication.translate("PrinterSetUp", "Written. It counts when the station starts again.")
        )
        self._show(view)
