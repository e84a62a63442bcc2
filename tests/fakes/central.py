"""The central server in memory, as far as a station can tell it from the real one."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from dockstation.application.ports.central import (
    CentralFailed,
    ConfigDocument,
    ConfigPage,
    CursorExpired,
    EventResult,
    FailureClass,
    KnownChain,
    ResultKind,
    RmaPage,
    Settlement,
    at_once,
)
from dockstation.domain import evidence
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Event
from dockstation.domain.rma import Accessory, ReturnType, Rma, RmaLine, RmaStatus, Wanted
from dockstation.domain.serial_history import VOIDED, CameWith, lpn_of, serial_of, text_of
from dockstation.domain.text import Text
from dockstation.domain.unit import UnitState
from dockstation.domain.unit_story import Told, UnitStory, state_by, story_of

RECEIVED_AT = "2026-11-20T08:30:01.000Z"
PAGE = 500
BATCH = 100
FOUND = 20
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")
PICTURE_BYTES = 2 * 1024 * 1024
STATION_NAME = "Dock 1"


def sample_rma(number: str, **changes: object) -> Rma:
    """An approved return of one phone, sent in parcel ``T-<number>``, ordered as ``O-<number>``."""
    line = RmaLine(
        line_id="1",
        sku="PHONE-1",
        gtin="06901234567892",
        name=Text({"en": "Phone", "zh_CN": "手机"}),
        category="phone",
        quantity=1,
        unit_value=199_900,
        weight_g=420,
        serials=(f"SN-{number}",),
        accessories=(Accessory("charger", 2, 4900),),
        picture=hashlib.sha256(b"phone").hexdigest(),
    )
    rma = Rma(
        number=number,
        version=0,
        status=RmaStatus.APPROVED,
        order_number=f"O-{number}",
        return_type=ReturnType.NO_REASON,
        wanted=Wanted.REFUND,
        customer="张三",
        currency="CNY",
        due_at=datetime(2026, 11, 25, tzinfo=UTC),
        window_ends=datetime(2026, 11, 30, tzinfo=UTC),
        tracking_numbers=(f"T-{number}",),
        lines=(line,),
        dispatched_at=datetime(2026, 11, 20, tzinfo=UTC),
    )
    return replace(rma, **changes)  # type: ignore[arg-type] # a test's own words


def _gaps(seqs: set[int]) -> tuple[tuple[int, int], ...]:
    missing = sorted(set(range(1, max(seqs))) - seqs)
    starts = [each for each in missing if each - 1 not in missing]
    ends = [each for each in missing if each + 1 not in missing]
    return tuple(zip(starts, ends, strict=True))


class FakeCentral:
    """Answers ``station``; while ``down`` it is out of reach."""

    def __init__(self, station: str = "station-1") -> None:
        self.station = station
        self.down = False
        self.ahead = 0.0
        self.events: dict[str, Event] = {}
        self.results: dict[str, EventResult] = {}
        self.settlements: dict[str, Settlement] = {}
        self.photos: dict[str, bytes] = {}
        self._rmas: dict[str, Rma] = {}
        self._applied: list[Event] = []
        self._changes = 0
        self._config: dict[tuple[str, str], ConfigDocument] = {}
        self._database = secrets.token_hex(4)

    def expect(self, *rmas: Rma) -> None:
        """Create or replace returns, as the administrator's import does."""
        for rma in rmas:
            known = self._rmas.get(rma.number)
            if known is None or replace(known, version=0) != replace(rma, version=0):
                self._changes += 1
                self._rmas[rma.number] = replace(rma, version=self._changes)

    def publish(self, *documents: ConfigDocument) -> None:
        """Publish or withdraw documents, as the administrator does; their versions are given here."""
        for each in documents:
            self._changes += 1
            self._config[each.kind, each.name] = replace(each, version=self._changes)

    def forget_cursors(self) -> None:
        """Know no cursor any more, as after a restore of the server's database."""
        self._database = secrets.token_hex(4)

    def pull_rmas(self, cursor: str) -> RmaPage:
        self._answer()
        database, _, number = (cursor or f"{self._database}-0").partition("-")
        if database != self._database:
            raise CursorExpired("central.cursor")
        changed = sorted((each.version, each) for each in self._rmas.values() if each.version > int(number))
        items = tuple(rma for _, rma in changed[:PAGE])
        last = items[-1].version if items else int(number)
        return RmaPage(items, (), f"{self._database}-{last}", len(changed) > PAGE)

    def pull_config(self, cursor: str) -> ConfigPage:
        self._answer()
        database, _, number = (cursor or f"{self._database}-0").partition("-")
        if database != self._database:
            raise CursorExpired("central.cursor")
        changed = sorted((each.version, each) for each in self._config.values() if each.version > int(number))
        items = tuple(document for _, document in changed[:PAGE])
        last = items[-1].version if items else int(number)
        return ConfigPage(items, f"{self._database}-{last}", len(changed) > PAGE)

    def find_rmas(self, code: str) -> tuple[Rma, ...]:
        self._answer()
        return tuple(rma for rma in self._rmas.values() if code in _codes(rma))[:FOUND]

    def find_unit(self, lpn: str) -> UnitStory | None:
        self._answer()
        counted = [
            each
            for each in self.events.values()
            if each.aggregate == f"unit:{lpn}" and self.results[each.id].result is not ResultKind.WAITING_PREDECESSOR
        ]
        told = [Told(each.station, each.kind, each.at, each.body) for each in counted]
        story = story_of(lpn, told)
        return story and replace(story, station_name=STATION_NAME)

    def find_serial(self, serial: str) -> tuple[CameWith, ...]:
        self._answer()
        told = [each.as_message() for each in self._applied]
        voided = {lpn_of(each) for each in told if each["kind"] == VOIDED}
        came = {lpn_of(each): each for each in reversed(told) if serial and serial_of(each) == serial}
        return tuple(
            CameWith(lpn, event["station"], text_of(event, "rma_number"), event["at"], self._state(lpn), STATION_NAME)
            for lpn, event in reversed(came.items())
            if lpn not in voided
        )[:FOUND]

    def _state(self, lpn: str) -> UnitState:
        return state_by(each.kind for each in self._applied if each.aggregate == f"unit:{lpn}")

    def send_events(self, events: Sequence[Event]) -> tuple[EventResult, ...]:
        self._answer()
        stored = {each.id: each.hash for each in self.events.values()}
        if len(events) > BATCH or any(stored.get(each.id, each.hash) != each.hash for each in events):
            raise CentralFailed("central.refused", FailureClass.PERMANENT, status=422, detail="")
        return tuple(self._take(event) for event in events)

    def known_events(self, *, gaps: bool = False) -> tuple[KnownChain, ...] | None:
        self._answer()
        by_epoch: dict[int, set[int]] = {}
        for event in self.events.values():
            by_epoch.setdefault(event.epoch, set()).add(event.seq)
        return tuple(
            KnownChain(epoch, max(seqs), len(seqs), _gaps(seqs) if gaps else ())
            for epoch, seqs in sorted(by_epoch.items())
        )

    def settle(self, event_id: str, verdict: str, by: str, reason: str) -> None:
        """What a person of the office makes of an event."""
        self.settlements[event_id] = Settlement(event_id, verdict, by, reason, RECEIVED_AT)

    def settled(self, event_ids: Sequence[str]) -> tuple[Settlement, ...]:
        self._answer()
        return tuple(self.settlements[each] for each in event_ids if each in self.settlements)

    def clock_ahead(self) -> float:
        return self.ahead

    def has_photo(self, sha256: str) -> bool:
        self._answer()
        return sha256 in self.photos

    def put_photo(self, sha256: str, path: Path, before_piece: Callable[[int], object] = at_once) -> None:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise DockstationError("photo.missing", sha256=sha256) from error
        self._answer()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise CentralFailed("central.refused", FailureClass.PERMANENT, status=422, detail="")
        before_piece(len(data))
        self.photos[sha256] = data

    def get_picture(self, sha256: str) -> bytes:
        self._answer()
        data = self.photos.get(sha256, b"")
        if len(data) > PICTURE_BYTES:
            raise CentralFailed("central.too_large", FailureClass.PERMANENT)
        if not data.startswith(PICTURES):
            raise CentralFailed("central.refused", FailureClass.PERMANENT, status=404, detail="")
        return data

    def _answer(self) -> None:
        if self.down:
            raise CentralFailed("central.unreachable", FailureClass.LATER)

    def _take(self, event: Event) -> EventResult:
        if event.station != self.station or evidence.chained(event.as_message()) != event.hash:
            return EventResult(event.id, ResultKind.REJECTED, RECEIVED_AT, {"title": "not what its hash says"})
        known = self.results.get(event.id)
        if known is not None:
            again = known.result is ResultKind.CREATED
            return replace(known, result=ResultKind.DUPLICATE) if again else known
        self.events[event.id] = event
        return self._settle(event)

    def _settle(self, event: Event) -> EventResult:
        before = self.results.get(event.prev_event or "")
        if event.prev_event and (before is None or before.result is ResultKind.WAITING_PREDECESSOR):
            result = EventResult(event.id, ResultKind.WAITING_PREDECESSOR, RECEIVED_AT)
        elif why := self._contradiction(event):
            result = EventResult(event.id, ResultKind.NEEDS_REVIEW, RECEIVED_AT, {"title": why})
        else:
            result = EventResult(event.id, ResultKind.CREATED, RECEIVED_AT)
        self.results[event.id] = result
        if result.result is not ResultKind.WAITING_PREDECESSOR:
            self._applied.append(event)
            for waiting in [each for each in self.events.values() if each.prev_event == event.id]:
                self._settle(waiting)
        return result

    def _contradiction(self, event: Event) -> str:
        if event.kind != "InspectionCompleted":
            return ""
        rma = self._rmas.get(event.body["rma_number"])
        if rma is None or rma.status is not RmaStatus.APPROVED:
            return "the RMA is not open"
        same_unit = (each.body for each in self.events.values() if each.kind == event.kind and each.id != event.id)
        grades = {body["grade"] for body in same_unit if body["lpn"] == event.body["lpn"]}
        return "another grade" if grades - {event.body["grade"]} else ""


def _codes(rma: Rma) -> tuple[str, ...]:
    serials = [serial for line in rma.lines for serial in line.serials]
    return rma.number, rma.order_number, *rma.tracking_numbers, *serials
