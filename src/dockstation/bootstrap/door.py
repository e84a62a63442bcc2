"""What takes parcels in, unopened, and what is printed of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from dockstation.adapters.store.unit_of_work import SqlStore
    from dockstation.application.arrive import Arrive
    from dockstation.application.dock_queries import DockQueries
    from dockstation.application.ports.printer import Printer
    from dockstation.application.print_label import PrintLabel
    from dockstation.application.print_parcel_label import PrintParcelLabel
    from dockstation.application.print_plate import PrintPlate
    from dockstation.application.print_queue import PrintQueue
    from dockstation.application.print_receipt import PrintReceipt
    from dockstation.application.spooling import LabelChoice, Spooling
    from dockstation.domain.policy import PolicyBook
    from dockstation.labels.renderer import Labels
    from dockstation.settings import StationSettings


class AtTheDoor(TypedDict):
    """The use cases for parcels that are still shut, and what is printed of parcels and units."""

    arrive: Arrive
    print_label: PrintLabel
    print_queue: PrintQueue
    print_parcel_label: PrintParcelLabel
    print_plate: PrintPlate
    print_receipt: PrintReceipt
    dock_queries: DockQueries


def at_the_door(
    settings: StationSettings, store: SqlStore, printers: Mapping[str, Printer], labels: Labels, choice: LabelChoice,
    policies: PolicyBook,
) -> AtTheDoor:  # fmt: skip
    """What takes parcels in, with their labels and those of their units."""
    from dockstation.adapters.system_clock import SystemClock
    from dockstation.application.arrive import Arrive
    from dockstation.application.dock_queries import DockQueries
    from dockstation.application.print_label import PrintLabel
    from dockstation.application.print_parcel_label import PrintParcelLabel
    from dockstation.application.print_receipt import PrintReceipt
    from dockstation.bootstrap.counting import open_print_plate

    clock, own = SystemClock(), settings.labels.printers()
    for_plates, for_parcels, for_receipts = (
        replace(choice, layout=getattr(settings.labels, kind), printer=own[kind])
        for kind in ("licence_plate", "parcel", "receipt")
    )
    plates = open_print_plate(store, labels, printers, for_plates)
    units = PrintLabel(store, clock, labels, printers, policies, choice)
    parcels = PrintParcelLabel(store, clock, labels, printers, for_parcels)
    receipts = PrintReceipt(store, clock, labels, printers, for_receipts)
    spoolings = [each.spooling for each in (units, plates, parcels, receipts)]
    return {
        "print_label": units,
        "print_queue": _open_print_queue(settings, store, printers, spoolings),
        "arrive": Arrive(store, clock),
        "print_plate": plates,
        "print_receipt": receipts,
        "print_parcel_label": parcels,
        "dock_queries": DockQueries(
            store, clock, settings.dock.weights(), settings.labels.parcel, settings.privacy.discretion()
        ),
    }


def _open_print_queue(
    settings: StationSettings, store: SqlStore, printers: Mapping[str, Printer], spoolings: Sequence[Spooling]
) -> PrintQueue:
    from datetime import timedelta

    from dockstation.adapters.system_clock import SystemClock
    from dockstation.application.print_queue import PrintQueue

    late = timedelta(minutes=settings.labels.late_minutes)
    return PrintQueue(store, SystemClock(), spoolings, printers, late)
