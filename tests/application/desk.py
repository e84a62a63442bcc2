"""The use cases on a real SQLite file, with a printer that a test can hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dockstation.adapters.photos.folder import PhotoFolder
from dockstation.adapters.store.unit_of_work import SqlStore
from dockstation.application.agreement import Agreement
from dockstation.application.approve import Approve
from dockstation.application.arrive import Arrive
from dockstation.application.check_parcel import CheckParcel
from dockstation.application.decide import Decide
from dockstation.application.hand_over import HandOver
from dockstation.application.held_pool import HeldPool
from dockstation.application.hold_parcel import HoldParcel
from dockstation.application.identify import Identify
from dockstation.application.inspect import Inspect
from dockstation.application.keep_photos import KeepPhotos
from dockstation.application.override import Override
from dockstation.application.ports.printer import Printer
from dockstation.application.ports.store import Note, PrintJob
from dockstation.application.print_label import PrintLabel
from dockstation.application.print_parcel_label import PrintParcelLabel
from dockstation.application.print_queue import PrintQueue
from dockstation.application.print_receipt import PrintReceipt
from dockstation.application.put_away import PutAway
from dockstation.application.queries import InspectView, Queries
from dockstation.application.receive import Odd, Receive
from dockstation.application.record_discrepancy import Found, RecordDiscrepancy
from dockstation.application.search import Search
from dockstation.application.second_opinion import InspectAgain
from dockstation.application.signing import Signature, Signing
from dockstation.application.spooling import LabelChoice
from dockstation.application.take_over import TakeOver
from dockstation.application.void_decision import VoidDecision
from dockstation.domain.checklist import Step
from dockstation.domain.counting import Sighting
from dockstation.domain.discrepancy import FLOWS, DiscrepancyKind
from dockstation.domain.operator import Operator, Role
from dockstation.domain.opinion import Comparison
from dockstation.domain.people import People, PeopleBook
from dockstation.domain.policy import Policy, PolicyBook
from dockstation.domain.rma import Rma
from dockstation.domain.scan import parse
from dockstation.domain.shot import Shot
from dockstation.domain.unit import Unit
from dockstation.domain.weight import WeightRule
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from dockstation.settings.service_levels import load_service_levels
from tests.fakes.answering import good_answer
from tests.fakes.clock import FakeClock
from tests.fakes.pins import FakePins
from tests.fakes.printer import FakePrinter
from tests.fakes.receipts import FakeReceipts
from tests.fakes.renderer import FakeRenderer
from tests.fakes.returns import IMEI, a_return

INSPECTOR = Operator("DEMO", "Demo Operator", Role.INSPECTOR)
SUPERVISOR = Operator("SUPER", "A supervisor", Role.SUPERVISOR)
SECOND = Operator("BEN", "Another inspector", Role.INSPECTOR)
BOSS = Operator("BOSS", "Another supervisor", Role.SUPERVISOR)
CLERK = Operator("CLERK", "A clerk", Role.CLERK)
POLICY = load_policy(ConfigFolders())
POLICIES = PolicyBook(POLICY)
PIN = "4711"
SIGNED = Signature("SUPER", PIN)
LEVELS = load_service_levels(ConfigFolders())
PHONE = POLICY.checklist_for(a_return(), a_return().line("1"))


@cache
def _new_database() -> bytes:
    """To bring each desk's up to date took most of many tests' time."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "station.db")
        SqlStore(path).close()
        return path.read_bytes()


class Desk:
    """A station without its window. ``reopen`` is what a restart is to the store."""

    def __init__(self, folder: Path, policy: Policy = POLICY, opinion_percent: int = 0) -> None:
        self._folder = folder
        self._policies, self._percent = PolicyBook(policy), opinion_percent
        self.clock = FakeClock()
        if not (folder / "station.db").exists():
            (folder / "station.db").write_bytes(_new_database())
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
        self.inspect = Inspect(self.store, self.clock, self.photos, self._policies)
        self.keep_photos = KeepPhotos(self.store, self.clock, self._policies)
        self.decide = Decide(self.store, self.clock, self._policies, self._percent)
        people = (INSPECTOR, SECOND, SUPERVISOR, BOSS, CLERK)
        pins = FakePins()
        hashes = {each.badge: pins.hashed(PIN) for each in (SECOND, SUPERVISOR)}
        self.people = PeopleBook(People.of(people, hashes))
        self.signing = Signing(self.store, self.clock, self.people, pins)
        self.approve = Approve(self.store, self.clock, self.signing)
        self.override = Override(self.store, self.clock, self._policies, self.signing)
        self.void_decision = VoidDecision(self.store, self.clock)
        self.inspect_again = InspectAgain(self.store, self.clock, self.photos, self._policies)
        self.agreement = Agreement(self.store)
        self._open_printing()
        self.hand_over = HandOver(self.store, self.clock)
        self.take_over = TakeOver(self.store, self.clock, self._policies)
        self.put_away = PutAway(self.store, self.clock, self._policies)
        self.search = Search(self.store, self.clock)
        self.queries = Queries(self.store, self.clock, self._policies, LEVELS)

    def _open_printing(self) -> None:
        choice = LabelChoice("disposition", "label", "en", "Dock 1")
        printers: dict[str, Printer] = {
            "label": self.real_printer or self.printer,
            "other": self.other,
            "fine": FakePrinter(300),
        }
        self.print_label = PrintLabel(self.store, self.clock, FakeRenderer(), printers, self._policies, choice)
        self.parcel_label = PrintParcelLabel(
            self.store, self.clock, FakeRenderer(), printers, LabelChoice("parcel", "label", "en", "Dock 1")
        )
        self.print_receipt = PrintReceipt(
            self.store, self.clock, FakeRenderer(), printers, LabelChoice("receipt", "label", "en", "Dock 1")
        )
        parts = (self.print_label, self.parcel_label, self.print_receipt)
        spoolings, late = [each.spooling for each in parts], timedelta(minutes=10)
        self.print_queue = PrintQueue(self.store, self.clock, spoolings, printers, late)

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
        self.finish(lpn, INSPECTOR, "", **answers)
        return lpn

    def labelled(self, lpn: str) -> PrintJob:
        """With its label on it."""
        self.print_label.send(self.print_label.queue(lpn, INSPECTOR).job_id, INSPECTOR)
        return self.print_label.confirm(lpn, INSPECTOR)

    def looked_at_again(self, lpn: str, by: Operator = SECOND, **answers: str) -> Comparison:
        """The second inspection, by somebody else."""
        self.inspect_again.begin(lpn, by)
        self._walk(lpn, by, "", answers, again=True)
        return self.inspect_again.give(lpn, by)

    def finish(self, lpn: str, by: Operator = INSPECTOR, until: str = "", **answers: str) -> None:
        """Through the checklist, up to the question ``until``, with what is good where nothing else is said."""
        self._walk(lpn, by, until, answers)

    def _walk(self, lpn: str, by: Operator, until: str, answers: dict[str, str], *, again: bool = False) -> None:
        verbs = self.inspect_again if again else self.inspect

        def view() -> InspectView:
            return self.queries.inspect(lpn, opinion=again)

        while (question := (now := view()).step.question) is not None and question.id != until:
            if now.step.step is Step.PHOTO:
                shot = a_shot(f"{'again ' * again}{question.id} {now.step.view}".strip())
                verbs.photograph(lpn, question.id, shot, by, now.step.view)
            else:
                text = answers.get(question.id, good_answer(question, now.line.accessories))
                verbs.answer(lpn, question.id, text, by)

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
