"""The use cases on a real SQLite file, with a printer that a test can hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.arrive import Arrive
from dockstation.application.check_parcel import CheckParcel
from dockstation.application.decide import Decide
from dockstation.application.hand_over import HandOver
from dockstation.application.held_pool import HeldPool
from dockstation.application.hold_parcel import HoldParcel
from dockstation.application.identify import Identify
from dockstation.application.inspect import Inspect
from dockstation.application.ports.printer import Printer
from dockstation.application.ports.store import Note
from dockstation.application.print_label import PrintLabel
from dockstation.application.print_parcel_label import PrintParcelLabel
from dockstation.application.print_queue import PrintQueue
from dockstation.application.print_receipt import PrintReceipt
from dockstation.application.put_away import PutAway
from dockstation.application.queries import Queries
from dockstation.application.receive import Odd, Receive
from dockstation.application.record_discrepancy import Found, RecordDiscrepancy
from dockstation.application.search import Search
from dockstation.application.spooling import LabelChoice
from dockstation.application.take_over import TakeOver
from dockstation.domain.checklist import Next, Step
from dockstation.domain.counting import Sighting
from dockstation.domain.discrepancy import FLOWS, DiscrepancyKind
from dockstation.domain.operator import Operator, Role
from dockstation.domain.rma import Rma
from dockstation.domain.scan import parse
from dockstation.domain.shot import Shot
from dockstation.domain.unit import Unit
from dockstation.domain.weight import WeightRule
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from dockstation.settings.service_levels import load_service_levels
from tests.fakes.clock import FakeClock
from tests.fakes.printer import FakePrinter
from tests.fakes.receipts import FakeReceipts
from tests.fakes.renderer import FakeRenderer
from tests.fakes.returns import IMEI, a_return

INSPECTOR = Operator("DEMO", "Demo Operator", Role.INSPECTOR)
SUPERVISOR = Operator("SUPER", "A supervisor", Role.SUPERVISOR)
CLERK = Operator("CLERK", "A clerk", Role.CLERK)
POLICY = load_policy(ConfigFolders())
LEVELS = load_service_levels(ConfigFolders())
PHONE = POLICY.checklist_for(a_return(), a_return().line("1"))
GOOD_ANSWERS = {
    "packaging": "opened", "screen": "none", "housing": "none", "power": "pass", "account": "pass",
    "accessories": "complete",
}  # fmt: skip


class Desk:
    """A station without its window. ``reopen`` is what a restart is to the store."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.clock = FakeClock()
        self.printer, self.other = FakePrinter(), FakePrinter()
        self.real_printer: Printer | None = None
        self._open()
        with self.store.unit_of_work() as work:
            work.notes.set(Note.STATION, "st-1")
            work.notes.set(Note.LPN_PREFIX, "2A3")
            work.rmas.put([a_return()])
            work.commit()

    def _open(self) -> None:
        self.store = SqlStore(self._folder / "station.db")
        self.photos = PhotoFolder(self._folder / "photos")
        self.identify = Identify(self.store, self.clock)
        self.record_discrepancy = RecordDiscrepancy(self.store, self.clock, self.photos)
        self.receipts = FakeReceipts()
        self.receive = Receive(self.store, self.clock, self.record_discrepancy, self.receipts)
        self.arrive = Arrive(self.store, self.clock)
        self.check_parcel = CheckParcel(self.store, self.clock, WeightRule())
        self.held_pool = HeldPool(self.store)
        self.hold_parcel = HoldParcel(self.store, self.clock, self.record_discrepancy)
        self.inspect = Inspect(self.store, self.clock, self.photos, POLICY)
        self.decide = Decide(self.store, self.clock, POLICY)
        choice = LabelChoice("disposition", "label", "en", "Dock 1")
        printers: dict[str, Printer] = {
            "label": self.real_printer or self.printer,
            "other": self.other,
            "fine": FakePrinter(300),
        }
        self.print_label = PrintLabel(self.store, self.clock, FakeRenderer(), printers, POLICY, choice)
        self.parcel_label = PrintParcelLabel(
            self.store, self.clock, FakeRenderer(), printers, LabelChoice("parcel", "label", "en", "Dock 1")
        )
        self.print_receipt = PrintReceipt(
            self.store, self.clock, FakeRenderer(), printers, LabelChoice("receipt", "label", "en", "Dock 1")
        )
        parts = (self.print_label, self.parcel_label, self.print_receipt)
        names, late = tuple(printers), timedelta(minutes=10)
        self.print_queue = PrintQueue(self.store, self.clock, [each.spooling for each in parts], names, late)
        self.hand_over = HandOver(self.store, self.clock)
        self.take_over = TakeOver(self.store, self.clock, POLICY)
        self.put_away = PutAway(self.store, self.clock, POLICY)
        self.search = Search(self.store, self.clock)
        self.queries = Queries(self.store, self.clock, POLICY, LEVELS)

    def reopen(self) -> None:
        self.store.close()
        self._open()

    def opened(self, code: str = "SF1234567890123") -> str:
        match = self.identify(parse(code))
        assert match is not None
        return self.receive.open_parcel(match, INSPECTOR).parcel_id

    def counted(self) -> str:
        return self.count(self.opened(), IMEI).lpn

    def count(self, parcel_id: str, *codes: str) -> Unit:
        """One item by the codes on it, which nothing differs about."""
        unit = self.receive.count(parcel_id, Sighting(tuple(map(parse, codes))), INSPECTOR)
        assert isinstance(unit, Unit), unit
        return unit

    def count_odd(self, parcel_id: str, *codes: str, answer: str = "unclear") -> Unit:
        """One item that something differs about, with the evidence for it."""
        odd = self.receive.count(parcel_id, Sighting(tuple(map(parse, codes))), INSPECTOR)
        assert isinstance(odd, Odd), odd
        for found in odd.found:
            self.photograph(found)
        return self.receive.take_in(parcel_id, odd.seen, [answered(each, answer) for each in odd.found], INSPECTOR)

    def photograph(self, found: Found) -> None:
        """As many photos as its kind asks for."""
        for number in range(FLOWS[found.kind].photos):
            shot = a_shot(f"{found.kind} {self.clock.new_id()} {number}")
            self.record_discrepancy.photograph(found.parcel_id, found.kind, shot, INSPECTOR)

    def inspected(self, **answers: str) -> str:
        lpn = self.counted()
        self.inspect.begin(lpn, INSPECTOR)
        for question, answer in (GOOD_ANSWERS | answers).items():
            self.inspect.answer(lpn, question, answer, INSPECTOR)
            if self.queries.inspect(lpn).step == Next(Step.PHOTO, PHONE.question(question)):
                self.inspect.photograph(lpn, question, a_shot(question), INSPECTOR)
        self.inspect.photograph(lpn, "overall", a_shot("overall"), INSPECTOR)
        return lpn

    def finish(self, lpn: str) -> None:
        """Through the checklist with the first answers."""
        while (step := self.queries.inspect(lpn).step).question is not None:
            if step.step is Step.PHOTO:
                self.inspect.photograph(lpn, step.question.id, a_shot(step.question.id), INSPECTOR)
            else:
                self.inspect.answer(lpn, step.question.id, step.question.options[0].id, INSPECTOR)

    def decided(self, **answers: str) -> str:
        lpn = self.inspected(**answers)
        self.decide(lpn, INSPECTOR)
        return lpn

    def expect(self, *rmas: Rma) -> None:
        """These returns come from the server."""
        with self.store.unit_of_work() as work:
            work.rmas.put(rmas)
            work.commit()

    def arrived(self, code: str = "SF1234567890123") -> str:
        """The id of the parcel with this code, standing here unopened."""
        return self.arrive(parse(code), CLERK).parcel.parcel_id

    def held(self, code: str = "YT0000000000001") -> str:
        """A stranger's parcel in the held pool, with a photo of its label."""
        parcel_id, kind = self.arrived(code), DiscrepancyKind.UNKNOWN_PARCEL
        self.record_discrepancy.photograph(parcel_id, kind, a_shot(f"label of {code}"), CLERK)
        self.hold_parcel(Found(kind, parcel_id), CLERK)
        return parcel_id

    def bodies(self, kind: str) -> list[dict[str, object]]:
        with self.store.unit_of_work() as work:
            return [dict(event.body) for event in work.outbox.pending(1000) if event.kind == kind]

    def kinds(self) -> list[str]:
        with self.store.unit_of_work() as work:
            return [event.kind for event in work.outbox.pending(1000)]


def answered(found: Found, answer: str) -> Found:
    return replace(found, answer=answer if FLOWS[found.kind].answers else "")


def a_shot(what: str) -> Shot:
    return Shot(f"jpeg of {what}".encode(), 1920, 1080)
