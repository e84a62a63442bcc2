"""A server in trouble, and what happens at a station that speaks to it."""

from __future__ import annotations

from dockstation.application.outbox import record
from dockstation.application.ports.central import CentralFailed, FailureClass, at_once
from dockstation.domain.events import Fact
from tests.fakes.central import FakeCentral


class TroubledCentral(FakeCentral):
    """The server in memory, with the troubles of a line and of a server that will not have something."""

    def __init__(self) -> None:
        super().__init__("st-1")
        self.calls: list[list[int]] = []
        self.uploads: list[str] = []
        self.asked: list[str] = []
        self.answers_lost = 0
        self.poison: set[str] = set()
        self.endless = False

    def send_events(self, events):
        self.calls.append([event.seq for event in events])
        if any(event.id in self.poison for event in events):
            raise CentralFailed("central.refused", FailureClass.PERMANENT, status=422, detail="no")
        results = super().send_events(events)
        if self.answers_lost:
            self.answers_lost -= 1
            raise CentralFailed("central.timeout", FailureClass.LATER)
        return results

    def put_photo(self, sha256, path, before_piece=at_once):
        if sha256 in self.poison:
            raise CentralFailed("central.refused", FailureClass.PERMANENT, status=422, detail="no")
        super().put_photo(sha256, path, before_piece)
        self.uploads.append(sha256)

    def pull_rmas(self, cursor):
        self.asked.append(cursor)
        page = super().pull_rmas(cursor)
        return type(page)(page.items, page.removed, cursor, True) if self.endless else page

    def forget_events(self) -> None:
        """As after a restore of the server's database from before them."""
        self.events.clear()
        self.results.clear()


def recorded(desk, aggregate="unit:1", count=1, text=""):
    with desk.store.unit_of_work() as work:
        facts = [Fact(aggregate, "QuestionAnswered", {"n": n, "text": text}) for n in range(count)]
        events = [record(work, desk.clock, fact) for fact in facts]
        work.commit()
    return events


def photographed(desk, *pictures):
    names = [desk.photos.save(picture) for picture in pictures]
    with desk.store.unit_of_work() as work:
        for name, picture in zip(names, pictures, strict=True):
            work.outbox.add_photo(name, len(picture))
        work.commit()
    return names


def counts(desk):
    with desk.store.unit_of_work() as work:
        return work.outbox.counts()


def sent(central):
    return [seq for call in central.calls for seq in call]


def until_done(sync):
    for _ in range(20):
        if not sync.once().more:
            return
    raise AssertionError("it never ends")
