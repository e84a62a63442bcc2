"""The questions of setting printers up, in the language of the moment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from dockstation.application.ports.printer_finder import FoundPrinter
from dockstation.application.set_printers_up import KINDS, PrintersView
from dockstation.domain.printer_setup import Settings
from dockstation.domain.scan import shown
from dockstation.settings.printers import DARKNESS, SPEED
from dockstation.ui import messages
from dockstation.ui.screens.ask import Asked
from dockstation.ui.screens.entry import Entry

LANGUAGES = ("zpl", "tspl", "escpos", "pdf", "png")
RESOLUTIONS = ("203", "300", "600")
SIZES = ("0 0", "100 60", "60 40", "50 30", "80 0")
BY_HAND, OTHER, NONE, HERE, AGAIN, DONE = "by_hand", "other", "none", "printer", "again", "done"
STEMS = {"layout": "disposition"}
"""What the layouts of a kind begin with, where it is not the kind's own name."""
LIMITS = {"darkness": DARKNESS, "speed": SPEED}


class PrinterWords(QObject):
    """What is asked, about the printer of that name."""

    def languages(self, name: str, present: str) -> Asked:
        """What the printer understands; ``present`` is proposed, "" for nothing."""
        answers = tuple((each, messages.printer_language(each)) for each in LANGUAGES)
        primary = (present, messages.printer_language(present)) if present else ("", "")
        return Asked(self.tr("{0}: which language does it understand?").format(name), "", answers, primary=primary)

    def resolutions(self, name: str, present: str) -> Asked:
        """Its dots per inch."""
        answers = tuple((each, f"{each} dpi") for each in RESOLUTIONS)
        told = self.tr("It stands on the type plate; most label printers have 203.")
        primary = (present, f"{present} dpi") if present else ("", "")
        return Asked(self.tr("{0}: how fine does it print?").format(name), told, answers, primary=primary)

    def sizes(self, name: str) -> Asked:
        """The paper in it."""
        known = [(each, messages.printer_size(_size(each))) for each in SIZES]
        told = self.tr("Labels larger than this are refused instead of being cut off.")
        return Asked(
            self.tr("{0}: which labels are in it?").format(name), told, (*known, (OTHER, self.tr("Another size")))
        )

    def size(self, name: str) -> Entry:
        """Another size."""
        return Entry(
            self.tr("{0}: size of the labels").format(name),
            self.tr("Width and height in mm, as 100 x 60; nothing: any"),
        )

    def number(self, name: str, key: str, language: str) -> Entry:
        """Darkness or speed."""
        title = self.tr("{0}: darkness") if key == "darkness" else self.tr("{0}: speed")
        least, most = LIMITS[key][language]
        return Entry(
            title.format(name), self.tr("{0} to {1}; nothing: as the printer itself is set").format(least, most)
        )

    def no_number(self, language: str) -> str:
        """A language without darkness and speed."""
        return self.tr("{0} knows no darkness and no speed: set them at the printer").format(
            messages.printer_language(language)
        )

    def offsets(self, name: str) -> Entry:
        """What its labels are moved by."""
        hint = self.tr("mm to the right and mm down, as 0.5 -1; calibrating finds them out")
        return Entry(self.tr("{0}: offset").format(name), hint)

    def address(self, name: str) -> Entry:
        """Where it is on the network."""
        title = self.tr("{0}: address") if name else self.tr("Address of the printer")
        return Entry(title.format(name), self.tr("As its test page says: 192.168.1.20, or 192.168.1.20:9100"))

    def place(self, name: str, transport: str) -> Entry:
        """Where it is otherwise."""
        return Entry(
            self.tr("{0}: address").format(name), self.tr("As printers.toml has it for {0}").format(transport)
        )

    def name(self) -> Entry:
        """What a new one shall be called."""
        return Entry(self.tr("What shall it be called?"), self.tr("Letters A to Z, digits, - and _"))

    def found(self, printers: Sequence[FoundPrinter], *, looking: bool) -> Asked:
        """Those found so far, below the way by hand."""
        answers = [(BY_HAND, self.tr("By its address"))]
        answers += [(str(place), _line(each)) for place, each in enumerate(printers)]
        looks = self.tr("Looking on USB, in print queues and on the network …")
        none = self.tr("No printer has announced itself. Add it by its address, which is on its test page.")
        done = self.tr("These were found.") if printers else none
        return Asked(self.tr("Find or add a printer"), looks if looking else done, tuple(answers))

    def marks(self, name: str, settings: Settings) -> Asked:
        """The calibration label is out."""
        told = self.tr(
            "Measure on the label from its edge to the frame and scan the mark with that figure: one across, one "
            "down. Offset now: {0}"
        )
        return Asked(
            self.tr("{0}: scan the right marks").format(name),
            told.format(messages.printer_offsets(settings)),
            ((AGAIN, self.tr("Print the ruler again")),),
            primary=(DONE, self.tr("Done")),
        )

    def labels(self, name: str, view: PrintersView) -> Asked:
        """Which printer this station prints on, and which layout each kind of label has."""
        here = self.tr("Print this station's labels on {0}").format(name)
        first = [(HERE, here)] if view.labels.get("printer") != name else []
        kinds = [(kind, f"{self._kind(kind)}: {self._where(kind, view)}") for kind in KINDS]
        told = self.tr("This station prints on {0}. What you change counts when the station starts again.")
        title = self.tr("Which labels go where?")
        return Asked(title, told.format(view.labels.get("printer", "")), (*first, *kinds))

    def _where(self, kind: str, view: PrintersView) -> str:
        layout = view.labels[kind] or self.tr("none")
        return self.tr("{0}, on {1}").format(layout, view.printer_of(kind)) if view.labels[kind] else layout

    def layouts(self, kind: str, view: PrintersView, name: str) -> Asked:
        """The layouts of one kind, and whether it is printed on this printer."""
        stem = STEMS.get(kind, kind)
        names = [each for each in view.layouts if each.startswith(stem)]
        none = [(NONE, self.tr("print none"))] if kind == "licence_plate" else []
        told = self.tr("Now: {0}").format(view.labels[kind] or self.tr("none"))
        here = [(HERE, self.tr("Print them on {0}").format(name))] if view.printer_of(kind) != name else []
        return Asked(self._kind(kind), told, (*here, *((each, each) for each in names), *none))

    def _kind(self, kind: str) -> str:
        return messages.label_kind(STEMS.get(kind, kind))


def _size(words: str) -> Settings:
    width, height = map(float, words.split())
    return {"width_mm": width, "height_mm": height}


def _line(found: FoundPrinter) -> str:
    return f"{shown(found.name, 40)}\n{shown(messages.printer_address(found.settings), 60)}"
