"""A unit that another station has begun goes on here, by what the server has heard of it."""

from __future__ import annotations

from dockstation.application.case import walk
from dockstation.application.outbox import about_unit, record
from dockstation.application.ports.central import Central
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store, UnitOfWork
from dockstation.domain.checklist import Walk
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Fact
from dockstation.domain.evidence import Photo
from dockstation.domain.handover import Taken
from dockstation.domain.operator import Operator, Task
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.policy import Policy
from dockstation.domain.rma import Rma
from dockstation.domain.unit import Unit, UnitState
from dockstation.domain.unit_story import UnitStory

OPEN = frozenset({UnitState.RECEIVED, UnitState.INSPECTING})


class TakeOver:
    """Asks the server for a unit, and keeps it here with its return, its answers and the names of its photos."""

    def __init__(self, store: Store, clock: Clock, policy: Policy) -> None:
        self._store = store
        self._clock = clock
        self._policy = policy

    def __call__(self, central: Central, lpn: str, by: Operator) -> tuple[Unit, Taken] | None:
        """The unit as it is here now, and from whom (nobody, if it was here by now); None when the server knows none.

        Raises ``unit.done_elsewhere`` when it is past its inspection there, ``rma.unknown``, and CentralFailed.
        """
        by.require(Task.INSPECT)
        story = central.find_unit(lpn)
        if story is None:
            return None
        if story.state not in OPEN:
            where = story.station_name or story.station
            raise DockstationError("unit.done_elsewhere", lpn=lpn, station=where)
        rma = self._rma(central, story)
        with self._store.unit_of_work() as work:
            if known := work.units.find(lpn):
                return known, Taken("")
            unit = self._keep(work, story, rma, by)
            work.commit()
        return unit, Taken(story.by, story.note, story.station_name or story.station)

    def _rma(self, central: Central, story: UnitStory) -> Rma:
        with self._store.unit_of_work() as work:
            known = work.rmas.find(story.rma_number)
        named = (each for each in known or central.find_rmas(story.rma_number) if each.number == story.rma_number)
        found = next(named, None)
        if found is None:
            raise DockstationError("rma.unknown", code=story.rma_number or story.lpn)
        return found

    def _keep(self, work: UnitOfWork, story: UnitStory, rma: Rma, by: Operator) -> Unit:
        work.rmas.put([rma])
        parcel = self._parcel(work, story)
        goods = (rma.number, story.line_id, story.serial)
        unit = Unit(story.lpn, parcel.parcel_id, *goods, story.state, story.found_as)
        work.units.put(unit)
        if story.state is UnitState.INSPECTING:
            self._draft(work, story, unit, rma, by)
        body = {
            "lpn": story.lpn, "rma_number": rma.number, "line_id": story.line_id, "serial": story.serial,
            "found_as": story.found_as, "parcel_code": parcel.code, "from": story.by,
            "from_station": story.station, "to": by.badge, "note": story.note, "by": by.badge,
            "answers": dict(story.answers), "photos": [each.sha256 for each in story.photos],
        }  # fmt: skip
        record(work, self._clock, Fact(about_unit(story.lpn), "UnitTakenOver", body, rma.version))
        return unit

    def _parcel(self, work: UnitOfWork, story: UnitStory) -> Parcel:
        """Its box stands at the other station; here it is only what the unit came out of."""
        code = story.parcel_code or story.rma_number
        known = work.parcels.by_code(code)
        if known is not None:
            return known
        numbers = (story.rma_number,)
        parcel = Parcel(self._clock.new_id(), code, numbers, ParcelState.RECEIVED, arrived_at=story.received_at)
        work.parcels.put(parcel)
        return parcel

    def _draft(self, work: UnitOfWork, story: UnitStory, unit: Unit, rma: Rma, by: Operator) -> None:
        line = rma.line_of(unit)
        checklist = self._policy.checklist_for(rma, line)
        work.inspections.begin(story.lpn, checklist, work.versions.keep_checklist(checklist), by.badge)
        work.inspections.hold(story.lpn, by.badge, origin=story.station_name or story.station)
        if checklist.id != story.checklist_id:
            return  # other questions: nothing that was answered there is an answer here
        way = walk(work, unit, rma, line, checklist, self._clock.now().at)
        for question, answer in story.answers.items():
            if _fits(way, question, answer):
                work.inspections.answer(story.lpn, question, answer)
        for each in story.photos:
            sizes = (each.size, each.width, each.height)
            photo = Photo(each.sha256, *sizes, story.lpn, each.question_id, at_server=True, view=each.view)
            work.inspections.add_photo(photo)


def _fits(way: Walk, question_id: str, answer: str) -> bool:
    """Whether this station's version of the checklist still has that question and that answer."""
    try:
        way.read(question_id, answer)
    except DockstationError:
        return False
    return True
