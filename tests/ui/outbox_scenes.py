"""The outbox for the gallery and the tests of screens."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from dockstation.application.outbox_queue import OutboxView, Part, Told, sides
from dockstation.application.ports.outbox import Entry, EntryState, OutboxCounts, PhotoEntry, Receipt
from dockstation.domain.errors import DockstationError
from dockstation.domain.text import Text
from dockstation.ui.screens.outbox import Line, OutboxPage, OutboxScreen
from tests.fakes.chain import Chain
from tests.ui.receiving_scenes import Scene

COUNTS = OutboxCounts(14, 2, 1, 23, "2026-11-26T06:12:00Z", 1, 1, 48_300_000, 1, 0, 2310)
PLACES = {
    "RESALE": Text({"en": "Back to stock", "zh_CN": "重新上架"}),
    "REFURB": Text({"en": "Refurbish", "zh_CN": "翻新"}),
}
PEOPLE = {"ANNA": "Anna Petrova", "SUE": "Sue Miller"}
URN = "urn:dockstation:problem:"
FIRST = {"event_id": "e1", "station": "Dock 4", "grade": "A", "serial": "SN-20481", "disposition": "RESALE"}
BODY = {"grade": "B", "disposition": "REFURB", "serial": "SN-20481", "rma_number": "R26110001", "by": "ANNA"}
OFFLINE = Line("offline", DockstationError("central.unreachable"), 42)
PAUSE = Line("offline", DockstationError("central.busy", status=503), 118, 120)


def _told(kind: str, state: EntryState, about: str = "K7M2345678", *, unit: bool = True, **told: Any) -> Told:
    body = BODY if kind == "InspectionCompleted" else {"by": "ANNA"}
    event = Chain("S1").add(kind, body, f"{'unit' if unit else 'parcel'}:{about}")
    receipt = Receipt(
        "", "2026-11-26T08:31:00Z", told.pop("problem", {}), told.pop("noted_by", ""), "2026-11-26T09:00:00Z"
    )
    event = replace(event, id=f"{kind}-{state}-{about}")
    entry = Entry(event, state, receipt)
    return Told(entry, about, sides=tuple(sides(entry)), **told)


def _waiting() -> tuple[Told, ...]:
    return (
        _told("ParcelArrived", EntryState.PENDING, "SF1234567890123", unit=False),
        _told("ParcelOpened", EntryState.PENDING, "SF1234567890123", unit=False),
        _told("UnitReceived", EntryState.PENDING, stuck=True),
        _told("LabelMoved", EntryState.PARKED, "K7M2345679"),
    )


def _rejected() -> tuple[Told, ...]:
    return (
        _told("InspectionCompleted", EntryState.REJECTED, behind=4, problem={"type": URN + "seq"}),
        _told("PhotoMarked", EntryState.REJECTED, "K7M2345670", problem={"type": URN + "schema"}, noted_by="SUE"),
    )


def _review(**problem: Any) -> tuple[Told, ...]:
    return (_told("InspectionCompleted", EntryState.REVIEW, problem=problem),)


def _photos() -> tuple[PhotoEntry, ...]:
    sizes = ((1_830_000, EntryState.REJECTED), (412_000, EntryState.PENDING), (2_140_000, EntryState.PENDING))
    return tuple(
        PhotoEntry(f"{number}5c3e09b" * 8, size, state, f"K7M234567{number}")
        for number, (size, state) in enumerate(sizes)
    )


def _shown(language: str, part: Part, told: tuple[Told, ...], line: Line = OFFLINE, *, may: bool = True) -> QWidget:
    screen = OutboxScreen()
    photos = _photos() if part is Part.PHOTOS else ()
    view = OutboxView(part, told, photos, COUNTS, "2026-11-26T06:11:00Z", 194)
    page = OutboxPage(view, "", may, PLACES, PEOPLE)
    screen.show_outbox(replace(page, chosen=page.keys[0]), language)
    screen.show_line(line)
    return screen


def _empty(language: str) -> QWidget:
    screen = OutboxScreen()
    view = OutboxView(Part.WAITING, (), (), OutboxCounts(0, 0, 0, 0, "", acknowledged=12), "2026-11-26T08:11:00Z", 0)
    screen.show_outbox(OutboxPage(view), language)
    screen.show_line(Line("online"))
    return screen


OUTBOX: dict[str, Scene] = {
    "outbox-waiting": ("", "", lambda lang: _shown(lang, Part.WAITING, _waiting())),
    "outbox-pause": ("", "", lambda lang: _shown(lang, Part.WAITING, _waiting()[2:], PAUSE)),
    "outbox-rejected": ("", "", lambda lang: _shown(lang, Part.REJECTED, _rejected())),
    "outbox-look": ("reject", "role.forbidden", lambda lang: _shown(lang, Part.REJECTED, _rejected(), may=False)),
    "outbox-review": (
        "", "", lambda lang: _shown(lang, Part.REVIEW, _review(type=URN + "second_outcome", first=FIRST))
    ),
    "outbox-cancelled": (
        "", "",
        lambda lang: _shown(
            lang, Part.REVIEW,
            _review(
                type=URN + "rma_cancelled", rma={"number": "R26110001", "version": 4, "status": "cancelled"}
            ),
        ),
    ),
    "outbox-photos": ("", "", lambda lang: _shown(lang, Part.PHOTOS, ())),
    "outbox-empty": ("", "", _empty),
}  # fmt: skip
