"""One person's work, whatever the hand: each step is waited for on the screen before the next is done."""

from __future__ import annotations

from dockstation.application.ports.store import PrintState
from dockstation.domain.unit import UnitState
from tests.e2e.shift.hands import (
    CLOSE,
    CONFIRM,
    DAMAGED,
    DOCK,
    LEAVE_DOCK,
    NOTHING,
    OVERRIDE,
    PHOTO,
    SIGN_OUT,
    Hand,
)
from tests.e2e.shift.plan import Goods, Parcel
from tests.e2e.shift.seeing import Eyes, Seen

TO_REPAIR, SEEN_OTHERWISE = 2, 1
"""Of the dispositions and of the reasons that an override offers."""


class Worker:
    """Takes parcels in, opens them, and brings each unit into its bin."""

    def __init__(self, hand: Hand, eyes: Eyes) -> None:
        self._hand, self._eyes = hand, eyes
        self.lpns: list[str] = []

    def sign_in(self, badge: str) -> None:
        self._eyes.reach("home")
        self._hand.enter(f"DSID-{badge}")
        self._eyes.until(lambda seen: seen.person == badge and seen.sight.stage == "home")

    def sign_out(self) -> None:
        self._hand.go(SIGN_OUT)
        self._eyes.until(lambda seen: not seen.person)

    def take_in(self, *parcels: Parcel) -> None:
        """Unopened, one after the other; what came damaged is photographed at once."""
        self._hand.go(DOCK)
        self._eyes.reach("dock")
        for parcel in parcels:
            self.arrive(parcel)
        self._hand.go(LEAVE_DOCK)
        self._eyes.reach("home")

    def arrive(self, parcel: Parcel) -> None:
        """One of them."""
        run = self._eyes.look().sight.run + 1
        self._hand.enter(parcel.code)
        self._eyes.until(lambda seen: seen.sight.stage == "dock" and seen.sight.run == run)
        if parcel.damaged:
            self._hand.go(DAMAGED)
            self._eyes.until(lambda seen: seen.sight.asking == "photo")
            self._hand.go(PHOTO)
            self._eyes.until(lambda seen: not seen.sight.asking)

    def open(self, parcel: Parcel) -> None:
        self._hand.enter(parcel.code)
        self._eyes.reach("receive")

    def close(self, parcel: Parcel) -> None:
        """Done with it; what is not there is recorded as missing."""
        self._hand.go(CLOSE)
        if parcel.missing:
            self._eyes.reach("asking")
            self._hand.choose(1)
            self._prove("missing", 0)
            self._eyes.reach("asking")
            self._hand.go(CONFIRM)
        self._eyes.reach("home")

    def _prove(self, kind: str, answer: int) -> None:
        """One photo, the answer if there is one, and that it is all."""
        before = self._eyes.until(lambda seen: seen.sight.discrepancy == kind).sight.photos
        self._hand.go(PHOTO)
        self._eyes.until(lambda seen: seen.sight.photos == before + 1)
        if answer:
            before_answer = self._eyes.look()
            self._hand.choose(answer)
            self._eyes.changed(before_answer)
        self._hand.go(CONFIRM)

    def count(self, goods: Goods) -> str:
        """The licence plate of the unit that it became."""
        before = len(self._eyes.look().sight.units)
        for code in goods.codes[:-1]:
            self._hand.enter(code)
            self._eyes.reach("asking")
        self._hand.enter(goods.codes[-1])
        if goods.differs:
            self._prove(*goods.differs)
        units = self._eyes.until(lambda seen: len(seen.sight.units) == before + 1).sight.units
        (lpn,) = {lpn for lpn, _state in units} - set(self.lpns)
        self.lpns.append(lpn)
        return lpn

    def inspect(self, goods: Goods) -> None:
        """The unit that was counted last, to its decision; the label is on its way."""
        self._hand.go(CONFIRM)
        seen = self._eyes.until(lambda seen: seen.sight.stage == "inspect" and bool(seen.sight.step))
        while seen.sight.step != "done":
            self._step(goods, seen)
            seen = self._eyes.until(lambda now, before=seen: _asks_anew(before, now))  # type: ignore[misc]  # lambda
        self._hand.go(CONFIRM)
        self._eyes.reach("decision")

    def _step(self, goods: Goods, seen: Seen) -> None:
        sight = seen.sight
        if sight.step == "photo":
            self._hand.go(PHOTO)
        elif sight.kind == "several_of":
            self._tick(*goods.ticks.get(sight.question, ()))
        elif sight.kind in ("number", "weight"):
            self._hand.number(goods.answers[sight.question])
        elif sight.kind == "code":
            self._hand.enter(goods.shows)
        elif sight.kind == "accessories":
            self._hand.all_pieces([each["count"] for each in goods.pieces])
        elif sight.kind == "timed":
            self._hand.go(CONFIRM)
            self._eyes.until(lambda now: now.sight.opened and not now.sight.running)
            self._hand.choose(1)
        elif sight.kind == "text":
            self._hand.go(CONFIRM)
        else:
            wanted = goods.answers.get(sight.question, "")
            self._hand.choose(sight.options.index(wanted) + 1 if wanted else 1)

    def _tick(self, *numbers: int) -> None:
        """What is wrong, where, how bad: by their numbers; nothing at all without one."""
        for number in numbers:
            before = self._eyes.look()
            self._hand.choose(number)
            self._eyes.changed(before)
        self._hand.go(CONFIRM if numbers else NOTHING)

    def work_through(self, parcel: Parcel, badge: str, pin: str) -> None:
        """All of it; whoever has this ``badge`` and ``pin`` signs what is overruled."""
        self.open(parcel)
        for goods in parcel.goods:
            self.count(goods)
            self.inspect(goods)
            if goods.overrule:
                self.overrule(badge, pin)
            self.put_away()
        self.close(parcel)

    def overrule(self, badge: str, pin: str) -> None:
        """To be repaired, signed by another person; the new label comes out."""
        before = self._eyes.until(lambda seen: seen.sight.print_state is PrintState.SENT)
        self._hand.go(OVERRIDE)
        for answer in (1, TO_REPAIR, SEEN_OTHERWISE):
            asked = self._eyes.reach("overruling")
            self._hand.choose(answer)
            self._eyes.changed(asked)
        self._eyes.reach("signing")
        self._hand.enter(f"DSID-{badge}")
        self._eyes.until(lambda seen: seen.sight.stage == "signing" and "PIN" in seen.said)
        self._hand.pin(pin)
        self._eyes.until(lambda seen: seen.sight.stage == "decision" and seen.sight.bins != before.sight.bins)

    def put_away(self) -> None:
        """The label goes on the unit, the unit into its bin."""
        seen = self._eyes.until(lambda seen: seen.sight.print_state is PrintState.SENT)
        self._hand.stuck(seen.sight.lpn)
        seen = self._eyes.until(lambda seen: seen.sight.print_state is PrintState.CONFIRMED)
        lpn = seen.sight.lpn
        self._hand.put_into(seen.sight.bins[0])
        self._eyes.until(lambda now: (lpn, UnitState.PUT_AWAY) in now.sight.units)


def _asks_anew(before: Seen, now: Seen) -> bool:
    was, now_is = before.sight, now.sight
    return now_is.stage == "inspect" and (now_is.question, now_is.step, now_is.photos) != (
        was.question, was.step, was.photos
    )  # fmt: skip
