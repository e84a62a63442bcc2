"""What a batch of events touches: read at once, changed here, and written at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dockstation.server.store.events import WAITING, Events, Place, Receipt, Row, Settled
from dockstation.server.store.insertion import Insertion
from dockstation.server.store.outcomes import Outcomes

Event = Mapping[str, Any]


class Ledger:
    """Receipts, places in chains and waiting events around one station's batch, while nobody else takes events in.

    Events have the members of the protocol. What was changed is in the database after ``write``, and so are
    outcomes that were left for later.
    """

    def __init__(self, events: Events, outcomes: Outcomes, station: str, batch: Sequence[Event]) -> None:
        self._events = events
        self._outcomes = outcomes
        ids = {each["id"] for each in batch}
        before = {each["prev_event"] for each in batch if each["prev_event"]} - ids
        beside: dict[int, set[int]] = {}
        for each in batch:
            beside.setdefault(each["epoch"], set()).update(_beside(each["seq"]))
        epoch = next(iter(beside), 0)
        around = events.around(station, epoch, beside.get(epoch, ()), ids, before)
        self._receipts = dict(around.receipts)
        self._waiting: dict[str, list[str]] = {each: [] for each in ids} | dict(around.waiting)
        self.refused = around.refused
        """Ids of those that were refused once."""
        self._places: dict[tuple[str, int, int], Place | None] = {}
        self._found(station, epoch, beside.pop(epoch, ()), around.places)
        for other, seqs in beside.items():
            self._found(station, other, seqs, events.places(station, other, seqs))
        self._added: dict[str, Row] = {}
        self._settled: list[Settled] = []
        self._again: Counter[str] = Counter()

    def receipt(self, event_id: str) -> Receipt | None:
        """The receipt of an event of the batch, or of one that such an event follows."""
        return self._receipts.get(event_id)

    def place(self, station: str, epoch: int, seq: int) -> Place | None:
        """The event in this place of a station's chain."""
        if (station, epoch, seq) not in self._places:
            self.write()
            self._found(station, epoch, (seq,), self._events.places(station, epoch, (seq,)))
        return self._places[station, epoch, seq]

    def add(self, event: Event, content: str, received_at: str) -> None:
        """Keep an event that waits for now. ``content`` is it as canonical JSON."""
        self._added[event["id"]] = Row(event, content, received_at)
        self._receipts[event["id"]] = Receipt(event["hash"], WAITING, None, received_at)
        place = Place(event["id"], event["hash"], event["prev_hash"])
        self._places[event["station"], event["epoch"], event["seq"]] = place

    def let_wait(self, event: Event, content: str) -> None:
        """Have it told with those that wait for its predecessor, should that one come in this batch."""
        if event["prev_event"] in self._waiting:
            self._waiting[event["prev_event"]].append(content)

    def waiting_for(self, event_id: str) -> Sequence[str]:
        """The contents of the events that wait for this one; each is told once."""
        if event_id in self._waiting:
            return self._waiting.pop(event_id)
        self.write()
        return self._events.waiting_for(event_id)

    def settle(self, event_id: str, result: str, told: Mapping[str, Any] | None) -> None:
        """Change what is said of a stored event."""
        if event_id in self._receipts:
            self._receipts[event_id] = replace(self._receipts[event_id], result=result, problem=told)
        if event_id in self._added:
            self._added[event_id] = replace(self._added[event_id], result=result, problem=told)
        else:
            self._settled.append(Settled(event_id, result, told))

    def came_again(self, event_id: str) -> None:
        """Count one more arrival."""
        self._again[event_id] += 1

    def write(self, *also: Insertion) -> None:
        """Have the database know all of this, and ``also`` what goes with it."""
        added, self._added = list(self._added.values()), {}
        settled, self._settled = self._settled, []
        again, self._again = self._again, Counter()
        outcomes = self._outcomes.left()
        self._events.add(added, *self._outcomes.insertions(outcomes), *also)
        self._events.settle(settled)
        self._events.came_again(again)
        self._outcomes.announce(outcomes)

    def _found(self, station: str, epoch: int, seqs: Iterable[int], places: Mapping[int, Place]) -> None:
        self._places |= {(station, epoch, seq): places.get(seq) for seq in seqs}


def _beside(seq: int) -> Iterable[int]:
    return seq - 1, seq, seq + 1
