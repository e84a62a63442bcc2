"""What counts a parcel: units, their licence plates, and the receipt on the disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dockstation.adapters.receipts.folder import ReceiptFolder
    from dockstation.adapters.store.unit_of_work import SqlStore
    from dockstation.application.goods_pictures import GoodsPictures
    from dockstation.application.ports.central import Central
    from dockstation.application.ports.printer import Printer
    from dockstation.application.print_plate import PrintPlate
    from dockstation.application.receive import Receive
    from dockstation.application.record_discrepancy import RecordDiscrepancy
    from dockstation.application.spooling import LabelChoice
    from dockstation.domain.receipt import Receipt
    from dockstation.labels.renderer import Labels


def open_receipts(data: Path, font: Path) -> ReceiptFolder:
    """The folder of receipts, drawn with the font of the labels."""
    from dockstation.adapters.receipts.folder import ReceiptFolder

    def draw(receipt: Receipt) -> bytes:
        from dockstation.labels.receipt import ReceiptPaper  # late: the start draws none

        return ReceiptPaper(font).draw(receipt)

    return ReceiptFolder(data / "receipts", draw)


def open_receive(data: Path, font: Path, store: SqlStore, record_discrepancy: RecordDiscrepancy) -> Receive:
    """The counting, with its receipts."""
    from dockstation.adapters.system_clock import SystemClock
    from dockstation.application.receive import Receive

    return Receive(store, SystemClock(), record_discrepancy, open_receipts(data, font))


def open_print_plate(
    store: SqlStore, labels: Labels, printers: Mapping[str, Printer], choice: LabelChoice
) -> PrintPlate:
    """What prints the licence plates of the units counted."""
    from dockstation.adapters.system_clock import SystemClock
    from dockstation.application.print_plate import PrintPlate

    return PrintPlate(store, SystemClock(), labels, printers, choice)


def open_goods_pictures(data: Path, central: Callable[[], Central | None]) -> GoodsPictures:
    """Pictures of goods, kept in a folder beside the store."""
    from dockstation.adapters.pictures.shelf import ShelfFolder
    from dockstation.application.goods_pictures import GoodsPictures

    def shrink(picture: bytes, name: str) -> bytes:
        from dockstation.adapters.decoders.thumbnails import thumbnail  # late: the start draws none

        return thumbnail(picture, name)

    return GoodsPictures(ShelfFolder(data / "pictures", shrink), central)
