"""Several returns to choose from, with what tells them apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from dockstation.domain.match import Listed
from dockstation.domain.parcel import HERE
from dockstation.domain.rma import Rma, RmaLine, RmaStatus
from dockstation.ui import messages
from dockstation.ui.widgets.row_list import Row, RowList

KEYS = 9
GOODS = 3
"""So many lines are named; the row has no room for more."""


class ReturnsList(RowList):
    """``chosen`` says the return's number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tappable=True)

    def show_returns(self, entries: Sequence[Listed], language: str) -> None:
        """These, in this order, the first nine with their keys; goods in ``language``."""
        self.show_rows([_row(entry, language, n) for n, entry in enumerate(entries, 1)])

    def choose(self, n: int) -> None:
        """The ``n``-th, from 1; nothing when there is none such."""
        if 1 <= n <= len(self.rows()):
            self.chosen.emit(self.rows()[n - 1].key)


def _row(entry: Listed, language: str, n: int) -> Row:
    rma = entry.match.rma
    due = messages.moment(rma.due_at.isoformat(), language) if rma.due_at else ""
    told = QCoreApplication.translate("ReturnsList", "due {0}")
    return Row(
        key=rma.number,
        title=_goods(rma.lines, language),
        detail="  ·  ".join(_known(rma)),
        figure=messages.return_state(entry.state.value, rma.status.value),
        note=told.format(due) if due else "",
        tone=_tone(entry),
        cap=str(n) if n <= KEYS else "",
    )


def _tone(entry: Listed) -> str:
    if entry.match.rma.status is not RmaStatus.APPROVED:
        return "late"
    return "good" if entry.state in HERE else ""


def _goods(lines: Sequence[RmaLine], language: str) -> str:
    named = [f"{line.name.in_language(language) or line.sku} ×{line.quantity}" for line in lines[:GOODS]]
    return " + ".join((*named, "…") if len(lines) > GOODS else named)


def _known(rma: Rma) -> list[str]:
    """What it is known by; of a phone the end alone is known."""
    phone = f"****{rma.phone_end}" if rma.phone_end else ""
    return [each for each in (rma.number, rma.order_number, rma.customer, phone, *rma.tracking_numbers[:2]) if each]
