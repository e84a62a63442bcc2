"""What people do at the stations and in the office: each act is one transaction, safe once it has returned."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dockstation.application.outbox import about_parcel, about_unit, record
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.operator import Operator, Role
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.shot import Shot
from dockstation.server.publishing import store
from dockstation.server.returns import import_rmas
from dockstation.server.store.config import Draft
from dockstation.wire import ImportMessage
from tests.simulation.server import SimServer
from tests.simulation.station import SimStation
from tests.simulation.world import Crash

WORKER = Operator("W", "A worker", Role.SUPERVISOR)
PACE = (0.5, 30.0)
OFFICE = (5.0, 90.0)
RETURNS = 24
PEOPLE = 6
SHARED_UNITS = 4
PHOTO_BYTES = 3000
JPEG = b"\xff\xd8\xff"
RULINGS = ("DecisionApproved", "DispositionOverridden", "DecisionVoided")


class Worker:
    """Works at one station until the faults end; after a crash with something new."""

    def __init__(self, station: SimStation) -> None:
        self._station = station
        self._world = station.world
        self._jobs = 0
        self._job: Iterator[None] = iter(())

    def act(self) -> None:
        """The next act, and when the one after it comes."""
        if self._world.calm:
            return
        self._world.after(self._world.chance.uniform(*PACE), self.act)
        if not self._station.alive:
            return
        try:
            self._one()
        except Crash:
            self._job = iter(())
        except DockstationError as error:
            self._job = iter(())
            if error.code != "disk.full" or not self._station.disk.was_full:
                self._world.violations.append(f"{self._station.name} refused work: {error.code} {error.facts}")
        else:
            self._station.wake()

    def _one(self) -> None:
        try:
            next(self._job)
        except StopIteration:
            self._jobs += 1
            self._job = self._unit(f"{self._station.name}-{self._jobs}")

    def _unit(self, name: str) -> Iterator[None]:
        """A parcel, photos of it, a unit out of it, answers, an outcome, perhaps what becomes of that."""
        chance = self._world.chance
        self._arrives(name)
        yield
        photos = []
        for _ in range(chance.randint(0, 3)):
            photos.append(self._photograph(name))
            yield
        lpn = f"shared-{chance.randrange(SHARED_UNITS)}" if chance.random() < 0.3 else f"unit-{name}"
        rma = f"R{chance.randrange(RETURNS):03}"
        self._tell(lpn, [("UnitReceived", {"rma_number": rma, "serial": f"SN-{lpn}"})])
        yield
        for number in range(chance.randint(0, 3)):
            self._tell(
                lpn, [("QuestionAnswered", {"question": f"q{number}", "answer": "x" * chance.randint(1, 400)})]
            )
            yield
        told: list[tuple[str, dict[str, Any]]] = [("InspectionCompleted", self._outcome(rma, photos))]
        self._tell(lpn, told + [("LabelQueued", {})] * chance.randint(0, 1), self._version(rma))
        yield
        for kind in RULINGS[: chance.randint(0, 3)]:
            self._tell(lpn, [(kind, self._outcome(rma, []) | {"approved_by": "S"})])
            yield

    def _outcome(self, rma: str, photos: list[str]) -> dict[str, Any]:
        return {
            "rma_number": rma, "line_id": "1", "serial": "", "grade": self._world.chance.choice("ABC"),
            "disposition": "discount", "responsibility": "customer", "resolution": "refund_part", "deduction": 100,
            "photos": [{"sha256": each, "size": 4, "question": "look"} for each in photos],
        }  # fmt: skip

    def _version(self, rma: str) -> int | None:
        with self._station.store.unit_of_work() as work:
            return work.rmas.get(rma).version if work.rmas.count() == RETURNS else None

    def _arrives(self, name: str) -> None:
        with self._station.store.unit_of_work() as work:
            work.parcels.put(Parcel(name, f"T-{name}", state=ParcelState.ARRIVED))
            event = record(work, self._station.clock, Fact(about_parcel(name), "ParcelArrived", {"code": name}))
            work.commit()
        self._station.promised.add(event.id)

    def _photograph(self, parcel: str) -> str:
        picture = JPEG + self._world.chance.randbytes(self._world.chance.randint(1, PHOTO_BYTES))
        shot = Shot(picture, 4, 3)
        taken = self._station.record_discrepancy.photograph(parcel, DiscrepancyKind.PARCEL_WET, shot, WORKER)
        self._station.photos.add(taken.sha256)
        return taken.sha256

    def _tell(self, lpn: str, told: list[tuple[str, dict[str, Any]]], base: int | None = None) -> None:
        with self._station.store.unit_of_work() as work:
            facts = [Fact(about_unit(lpn), kind, body | {"lpn": lpn}, base) for kind, body in told]
            events = [record(work, self._station.clock, each) for each in facts]
            work.commit()
        self._station.promised.update(each.id for each in events)


class Office:
    """Returns are announced, and change; the server is told of it without a network."""

    def __init__(self, server: SimServer) -> None:
        self._server = server
        self._world = server.world

    def announce(self, numbers: range) -> None:
        """Import returns of these numbers, in one request."""
        chance = self._world.chance
        items = [
            _return(number, chance.choice(("approved", "cancelled")), chance.getrandbits(32)) for number in numbers
        ]
        import_rmas(ImportMessage.model_validate({"items": items}), self._server.context)

    def publish(self) -> None:
        """Let somebody work, or no more."""
        chance = self._world.chance
        name, gone = f"P{chance.randrange(PEOPLE)}", chance.random() < 0.2
        text = "" if gone else f'{{"name":"{chance.getrandbits(32)}","roles":["clerk"],"pin":"","active":true}}'
        store(self._server.context, lambda _work: [Draft("people", name, text, gone)], "office")

    def act(self) -> None:
        """Change some returns and people while the server is there; an import that fails is not done again."""
        if self._world.calm:
            return
        first = self._world.chance.randrange(RETURNS)
        self._world.after(self._world.chance.uniform(*OFFICE), self.act)
        if self._server.alive and not self._server.disk.full:
            try:
                self.announce(range(first, min(RETURNS, first + 5)))
                self.publish()
            except Crash:
                return


def _return(number: int, status: str, order: int) -> dict[str, Any]:
    line = {"line_id": "1", "sku": "PHONE", "name": {"en": "Phone"}, "category": "phone", "quantity": 1}
    return {
        "number": f"R{number:03}", "status": status, "order_number": f"O-{order:08x}", "return_type": "no_reason",
        "wanted": "refund", "window_ends": "2026-04-02T08:00:00Z", "tracking_numbers": [], "lines": [line],
    }  # fmt: skip
