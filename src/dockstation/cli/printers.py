"""Setting printers up: what there is, a test print, and the offsets that a calibration label tells."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from threading import Event

from dockstation.application.ports.printer_finder import FoundPrinter, PrinterFinder
from dockstation.application.try_printer import TryPrinter
from dockstation.bootstrap import Place, open_labels
from dockstation.bootstrap.printing import open_finder, open_printers, open_try_printer
from dockstation.cli.commands import config, in_words, show
from dockstation.domain.errors import DockstationError
from dockstation.domain.policy import PolicyBook
from dockstation.domain.printer_setup import Value
from dockstation.domain.scan import shown
from dockstation.settings import load_printers
from dockstation.settings.policy import load_policy


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
    """Printers on USB, in print queues and on the network, as printers.toml names them; 1 when there is none."""
    finder = open_finder()
    there = [*finder.attached(), *_announced(finder)]
    for each in there:
        told = {**each.settings, "name": each.name}
        line = "  ".join(f"{key} = {value!r}" if key != "name" else str(value) for key, value in told.items())
        show(told) if options.json else sys.stdout.write(f"{shown(line, 300)}\n")
    return 0 if there else 1


def _announced(finder: PrinterFinder) -> tuple[FoundPrinter, ...]:
    try:
        return finder.on_network(Event())
    except DockstationError as error:
        sys.stderr.write(f"dockstation: {in_words(error)}\n")
        return ()


def tested(options: Namespace) -> int:
    """Print a disposition label that says TEST; raises PrinterFailed."""
    _trial(options).test(options.name)
    return 0


def calibrated(options: Namespace) -> int:
    """Print the calibration label, take the marks that touch, and say what to write into printers.toml."""
    trial = _trial(options)
    if options.mark:
        offsets = trial.offsets(options.name)
    else:
        offsets = trial.calibrate(options.name)
        sys.stdout.write("Scan the mark that is right across, then the one down; an empty line ends.\n")
    right: dict[str, Value] = {"offset_x_mm": offsets.x, "offset_y_mm": offsets.y}
    for code in options.mark or _typed():
        right |= trial.corrected(offsets, code)
    lines = "".join(f"{key} = {value:g}\n" for key, value in right.items())
    sys.stdout.write(f"[{options.name}]\n{lines}")
    return 0


def _typed() -> Iterator[str]:
    for line in sys.stdin:
        if not line.strip():
            return
        yield line.strip()


def _trial(options: Namespace) -> TryPrinter:
    folders = config(options)
    place = Place(folders.folders()[0], folders)
    labels = open_labels(place, PolicyBook(load_policy(place.folders)))
    return open_try_printer(place, open_printers(place), labels)
