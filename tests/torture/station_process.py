"""A station in a process of its own, without its window: somebody works at it while its outbox is emptied."""

from __future__ import annotations

import json
import os
import random
import sys
import threading
import time
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dockstation.adapters.receipts.folder import ReceiptFolder
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.adapters.system_clock import SystemClock
from dockstation.application.decide import Decide
from dockstation.application.identify import Identify
from dockstation.application.inspect import Inspect
from dockstation.application.ports.central import CentralFailed, FailureClass
from dockstation.application.queries import Queries
from dockstation.application.receive import Receive
from dockstation.application.record_discrepancy import RecordDiscrepancy
from dockstation.application.sync import Pace, Sync
from dockstation.bootstrap import Place, locked, open_central, open_photos, open_store
from dockstation.bootstrap.syncing import open_packs, open_sync
from dockstation.domain.checklist import Step
from dockstation.domain.counting import Sighting
from dockstation.domain.errors import DockstationError
from dockstation.domain.operator import Operator, Role
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.policy import Policy, PolicyBook
from dockstation.domain.scan import parse
from dockstation.domain.shot import Shot
from dockstation.domain.unit import Unit, UnitState
from dockstation.settings import ConfigFolders
from dockstation.settings.service_levels import load_service_levels
from tests.fakes.answering import good_answer
from tests.torture.paper_diary import Diary

BY = Operator("DEMO", "A worker", Role.SUPERVISOR)
PAUSE = 0.03
SYNC_SECONDS = 0.1
"""After a failure a station at a dock waits longer; here it would be dead before it tries again."""
JPEG = b"\xff\xd8\xff"
SIZES = ((0.7, 1_000, 30_000), (0.95, 100_000, 300_000), (1.0, 1_200_000, 2_500_000))


def tracking(number: int) -> str:
    """The code on the box of a return."""
    return f"SF{10**12 + number}"


def serial(number: int) -> str:
    """The serial number of the one item in it."""
    return f"SN{number:08}0"


def live(told: Mapping[str, Any], policy: Policy) -> None:
    """A life of the station in ``told["folder"]``: until it is killed, or, with ``finish``, until all is sent."""
    folder = Path(told["folder"])
    place = Place(folder / "data", ConfigFolders(folder / "config"))
    with locked(place):
        store, central = open_store(place), open_central(place)
        if central is None:
            raise DockstationError("enrol.needed")
        sync = open_sync(place, store, open_photos(place), central, open_packs(place))
        sender = threading.Thread(target=_send_for_ever, args=(sync, folder), daemon=True)
        sender.start()
        desk = Desk(place, store, policy, random.Random(told["seed"]))
        desk.work(told["returns"], finish=told["finish"])
        while told["finish"] and _has_more(store):
            time.sleep(0.01)


class Desk:
    """What a person does here. Each act is in the diary once the screen has moved on."""

    def __init__(self, place: Place, store: SqlStore, policy: Policy, chance: random.Random) -> None:
        clock, photos, policies = SystemClock(), open_photos(place), PolicyBook(policy)
        receipts = ReceiptFolder(place.data / "receipts", lambda _receipt: b"%PDF-1.7")
        self._store = store
        self._chance = chance
        self._diary = Diary(place.data.parent / "diary.jsonl")
        self._identify = Identify(store, clock)
        self._receive = Receive(store, clock, RecordDiscrepancy(store, clock, photos), receipts)
        self._inspect = Inspect(store, clock, photos, policies)
        self._decide = Decide(store, clock, policies, 0)
        self._queries = Queries(store, clock, policies, load_service_levels(ConfigFolders()))

    def work(self, returns: list[int], *, finish: bool) -> None:
        """Return after return from where the diary ends; with ``finish`` only the one that has been begun."""
        done = sum(1 for each in self._diary.read() if each["what"] == "closed")
        for number in returns[done:]:
            if finish and not self._is_begun(number):
                return
            for _ in self._one(number):
                time.sleep(0 if finish else self._chance.uniform(0, PAUSE))

    def _is_begun(self, number: int) -> bool:
        with self._store.unit_of_work() as work:
            return work.parcels.by_code(tracking(number)) is not None

    def _one(self, number: int) -> Iterator[None]:
        parcel = self._opened(number)
        yield
        if parcel.state is not ParcelState.CLOSED:
            lpn = self._counted(parcel, number)
            yield
            yield from self._inspected(lpn)
            self._receive.close(parcel.parcel_id, BY)
        self._diary.add("closed", code=parcel.code)

    def _opened(self, number: int) -> Parcel:
        """The parcel, which may have come and been finished before; its return may have to come first."""
        with self._store.unit_of_work() as work:
            before = work.parcels.by_code(tracking(number))
        if before is not None and before.state is ParcelState.CLOSED:
            return before
        while (match := self._identify(parse(tracking(number)))) is None:
            time.sleep(0.02)
        parcel = self._receive.open_parcel(match, BY)
        self._diary.add("opened", code=parcel.code)
        return parcel

    def _counted(self, parcel: Parcel, number: int) -> str:
        units = self._queries.receive(parcel.parcel_id).units
        unit = units[0] if units else self._receive.count(parcel.parcel_id, Sighting((parse(serial(number)),)), BY)
        if not isinstance(unit, Unit):
            raise TypeError(unit)
        self._diary.add("counted", lpn=unit.lpn, serial=unit.serial)
        return unit.lpn

    def _inspected(self, lpn: str) -> Iterator[None]:
        if self._queries.unit(lpn).state is UnitState.DECIDED:
            return
        self._inspect.begin(lpn, BY)
        self._diary.add("begun", lpn=lpn)
        yield
        while (question := (view := self._queries.inspect(lpn)).step.question) is not None:
            if view.step.step is Step.PHOTO:
                photo = self._inspect.photograph(lpn, question.id, self._shot(), BY, view.step.view)
                self._diary.add("photographed", lpn=lpn, question=question.id, sha256=photo.sha256)
            else:
                answer = good_answer(question, view.line.accessories)
                self._inspect.answer(lpn, question.id, answer, BY)
                self._diary.add("answered", lpn=lpn, question=question.id)
            yield
        decision = self._decide(lpn, BY)
        self._diary.add("decided", lpn=lpn, grade=decision.grade, disposition=decision.disposition)
        yield

    def _shot(self) -> Shot:
        dice = self._chance.random()
        least, most = next((least, most) for share, least, most in SIZES if dice < share)
        return Shot(JPEG + self._chance.randbytes(self._chance.randint(least, most)), 1920, 1080)


def _send_for_ever(sync: Sync, folder: Path) -> None:
    """Pass after pass; what is no matter of the line ends the process, with a complaint."""
    pace = Pace(SYNC_SECONDS)
    try:
        while True:
            time.sleep(min(_one_pass(sync, pace), SYNC_SECONDS))
    except BaseException:  # noqa: BLE001 - the campaign is told, whatever it was
        complain(folder)


def _one_pass(sync: Sync, pace: Pace) -> float:
    try:
        return pace.passed(sync.once())
    except CentralFailed as error:
        if error.failure is not FailureClass.LATER:
            raise
        return pace.failed(error)


def _has_more(store: SqlStore) -> bool:
    with store.unit_of_work() as work:
        counts = work.outbox.counts()
    return bool(counts.pending or counts.parked or counts.photos)


def complain(folder: Path) -> None:
    """Leave the exception for the campaign to find, and end."""
    with (folder / "complaints").open("a", encoding="utf-8") as file:
        file.write(traceback.format_exc())
    sys.stderr.flush()
    os._exit(3)


def config(folder: Path, url: str) -> None:
    """Write the station's own settings."""
    (folder / "config").mkdir(parents=True)
    name, address = json.dumps(folder.name), json.dumps(url)
    text = f"[station]\nname = {name}\n\n[server]\nurl = {address}\ntimeout_seconds = 5\n"
    (folder / "config" / "station.toml").write_text(text, "utf-8")
