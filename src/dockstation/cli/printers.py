"""Setting printers up: what there is, a test print, and the offsets that a calibration label tells."""

from __future__ import annotations

import math
import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from dockstation.bootstrap import Place, open_labels
from dockstation.bootstrap.printing import attached, open_printers
from dockstation.cli.commands import config, show
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent
from dockstation.domain.policy import PolicyBook
from dockstation.domain.scan import shown
from dockstation.labels.renderer import Labels
from dockstation.settings import PrinterSettings, load_printers, load_station
from dockstation.settings.policy import load_policy

MARK = re.compile(r"DSCAL-([XY])(\d{1,2})")
"""``DSCAL-X4``: the left line of the frame stands 4 mm from the paper's edge; ``Y``: the upper one from the top."""
INTENDED_MM = 5
"""Where the frame of the calibration label is drawn."""
CALIBRATION = ("calibration", "calibration_60x40", "calibration_50x30")
"""The largest first."""
ROLL = "calibration_80mm"


def listed(options: Namespace) -> int:
    """Every printer of printers.toml with what it says of itself; 1 when one of them is not ready."""
    place = Place(options.config or config(options).folders()[0], config(options))
    settings, ready = load_printers(place.folders), True
    for name, printer in open_printers(place).items():
        state, each = printer.status(), settings[name]
        ready = ready and state.value == "ready"
        told = {"name": name, "language": each.language, "transport": each.transport, "dpi": each.dpi, "state": state}
        show(told) if options.json else sys.stdout.write("  ".join(map(str, told.values())) + "\n")
    return 0 if ready else 1


def found(options: Namespace) -> int:
    """Printers on USB and in print queues, as printers.toml names them; 1 when there is none."""
    there = attached()
    for each in there:
        line = "  ".join(f"{key} = {value!r}" if key != "name" else value for key, value in each.items())
        show(each) if options.json else sys.stdout.write(f"{shown(line, 300)}\n")
    return 0 if there else 1


def tested(options: Namespace) -> int:
    """Print a disposition label that says TEST; raises PrinterFailed."""
    folders = config(options)
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
    content = LabelContent(
        lpn="TEST00000", rma_number="TEST", sku="TEST", name="dockstation TEST 测试", grade="A", bin="TEST",
        disposition="restock", disposition_word="TEST", reason=options.name, station="TEST", at=now,
    )  # fmt: skip
    _print(options, content, load_station(folders).labels.layout)
    return 0


def calibrated(options: Namespace) -> int:
    """Print the calibration label, take the marks that touch, and say what to write into printers.toml."""
    settings = load_printers(config(options)).get(options.name)
    if settings is None:
        raise DockstationError("printer.unknown", name=options.name)
    if not options.mark:
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
        content = LabelContent(lpn="DSCAL", station=options.name, at=now, name=options.name)
        _print(options, content, _calibration(options, settings))
        sys.stdout.write("Scan the mark that is right across, then the one down; an empty line ends.\n")
    offsets = {"X": settings.offset_x_mm, "Y": settings.offset_y_mm}
    for axis, mm in _marks(options.mark or _typed()):
        offsets[axis] += INTENDED_MM - mm
    sys.stdout.write(f"[{options.name}]\noffset_x_mm = {offsets['X']:g}\noffset_y_mm = {offsets['Y']:g}\n")
    return 0


def _calibration(options: Namespace, settings: PrinterSettings) -> str:
    """The largest that goes on the printer's paper, where its size is known; a receipt printer has a roll."""
    names = (ROLL,) if settings.language == "escpos" else CALIBRATION
    width, height = settings.width_mm or math.inf, settings.height_mm or math.inf
    book = _labels(_place(options)).book
    sheets = ((name, book.load(name).sheet) for name in names)
    return next((name for name, sheet in sheets if sheet.width <= width and sheet.height <= height), names[-1])


def _typed() -> Iterator[str]:
    for line in sys.stdin:
        if not line.strip():
            return
        yield line.strip()


def _marks(codes: Iterable[str]) -> Iterator[tuple[str, int]]:
    for code in codes:
        mark = MARK.fullmatch(code.upper())
        if mark is None:
            raise DockstationError("printer.no_mark", mark=code)
        yield mark[1], int(mark[2])


def _print(options: Namespace, content: LabelContent, layout: str) -> None:
    place = _place(options)
    printers = open_printers(place)
    if options.name not in printers:
        raise DockstationError("printer.unknown", name=options.name)
    printer = printers[options.name]
    printer.send(printer.encode(_labels(place).bitmap(content, layout, printer.dpi)))


def _place(options: Namespace) -> Place:
    folders = config(options)
    return Place(folders.folders()[0], folders)


def _labels(place: Place) -> Labels:
    return open_labels(place, PolicyBook(load_policy(place.folders)))
