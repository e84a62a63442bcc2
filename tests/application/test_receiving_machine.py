"""In whatever order scans, undo, void, restarts and the server's news come: the sums are right, nothing doubles."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, precondition, rule

from dockstation.application.receive import Odd, OtherReturn, SerialWanted
from dockstation.application.record_discrepancy import Found
from dockstation.domain.counting import Sighting
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.errors import DockstationError
from dockstation.domain.rma import Rma, RmaStatus
from dockstation.domain.scan import parse
from dockstation.domain.unit import Unit, UnitState
from tests.application.desk import INSPECTOR, Desk, answered
from tests.fakes.returns import SHIRT_GTIN, a_return

SERIALS = ("356938035643809", "490154203237518", "352099001761481")
PARCELS = ("SF1234567890123", "SF1234567890124", "SF1234567890125")
CODES = (SHIRT_GTIN[1:], "4006381333931", *SERIALS)


def the_return(version: int, phones: int, shirts: int, status: RmaStatus) -> Rma:
    rma = a_return(version=version, status=status, tracking=PARCELS)
    phone, shirt = rma.lines
    lines = (replace(phone, quantity=phones, serials=SERIALS[:2]), replace(shirt, quantity=shirts))
    return replace(rma, lines=lines)


class Receiving(RuleBasedStateMachine):
    """One return in up to three parcels; the model holds what a person would remember."""

    units = Bundle("units")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk(Path(self.folder.name))
        self.version, self.parcel, self.closed = 3, "", 0
        self.live: dict[str, str] = {}
        """Licence plates that count, with the code that each was counted by."""
        self.plates: list[str] = []

    def teardown(self) -> None:
        self.desk.store.close()
        self.folder.cleanup()

    @initialize()
    def begin(self) -> None:
        self.news(2, 3, RmaStatus.APPROVED)
        self.open_next()

    def open_next(self) -> None:
        match = self.desk.identify(parse(PARCELS[self.closed]))
        assert match is not None
        self.parcel = self.desk.receive.open_parcel(match, INSPECTOR).parcel_id

    @rule(phones=st.integers(0, 3), shirts=st.integers(0, 4), status=st.sampled_from(RmaStatus))
    def news(self, phones: int, shirts: int, status: RmaStatus) -> None:
        self.version += 1
        with self.desk.store.unit_of_work() as work:
            work.rmas.put([the_return(self.version, phones, shirts, status)])
            work.commit()

    @precondition(lambda self: self.parcel)
    @rule(target=units, code=st.sampled_from(CODES))
    def scan(self, code: str) -> str:
        seen = Sighting((parse(code),))
        with self.unless("unit.serial_before") as refused:
            found = self.desk.receive.count(self.parcel, seen, INSPECTOR)
        if refused:
            assert code in self.live.values()
            return ""
        assert not isinstance(found, SerialWanted | OtherReturn)
        unit = found if isinstance(found, Unit) else self.with_evidence(found)
        assert unit.lpn not in self.plates
        self.plates.append(unit.lpn)
        self.live[unit.lpn] = code
        return unit.lpn

    @staticmethod
    @contextmanager
    def unless(code: str) -> Iterator[list[str]]:
        """Nothing but this refusal may come; the list holds it then."""
        refused: list[str] = []
        try:
            yield refused
        except DockstationError as error:
            if error.code != code:
                raise
            refused.append(code)

    def with_evidence(self, odd: Odd) -> Unit:
        for each in odd.found:
            self.desk.photograph(each)
        told = [answered(each, "unclear") for each in odd.found]
        return self.desk.receive.take_in(self.parcel, odd.seen, told, INSPECTOR)

    @rule(lpn=consumes(units), reason=st.sampled_from(("undo", "counted_twice")))
    def void(self, lpn: str, reason: str) -> None:
        if lpn:
            with self.unless("role.forbidden") as closed_over_it:
                self.desk.receive.void(lpn, reason, INSPECTOR)
            if not closed_over_it:
                del self.live[lpn]

    @precondition(lambda self: self.parcel)
    @rule()
    def call_the_rest_missing(self) -> None:
        for line in self.desk.queries.receive(self.parcel).lines:
            if line.unsaid:
                facts = {"missing": str(line.unsaid)}
                found = Found(DiscrepancyKind.MISSING, self.parcel, *line.key, facts=facts)
                self.desk.photograph(found)
                self.desk.record_discrepancy(found, INSPECTOR)

    @precondition(lambda self: self.parcel and self.closed < len(PARCELS) - 1)
    @rule()
    def close(self) -> None:
        view = self.desk.queries.receive(self.parcel)
        later = [line.key for line in view.lines]
        with self.unless("parcel.empty") as empty:
            self.desk.receive.close(self.parcel, INSPECTOR, later)
        if empty:
            assert view.units == ()
        else:
            self.closed += 1
            self.open_next()

    @rule()
    def restart(self) -> None:
        self.desk.reopen()

    @invariant()
    def the_sums_are_right(self) -> None:
        if not self.parcel:
            return
        counted = Counter(self.live.values())
        phones, shirts = self.desk.queries.receive(self.parcel).lines
        for line, codes in ((phones, SERIALS), (shirts, CODES[:1])):
            there = sum(counted[code] for code in codes)
            assert line.found + line.extra + self.set_aside(codes) == there
            assert line.found + line.missing + line.unsaid == max(line.line.quantity, line.found)
            assert min(line.missing, line.unsaid, line.extra) >= 0

    def set_aside(self, codes: tuple[str, ...]) -> int:
        """Those taken in beside the lines without being extra: a serial number that fits no line any more."""
        with self.desk.store.unit_of_work() as work:
            units = [work.units.get(lpn) for lpn, code in self.live.items() if code in codes]
            beside = [unit for unit in units if not unit.line_id]
            kinds = [{each.kind for each in work.discrepancies.of_unit(unit.lpn)} for unit in beside]
        assert all(kinds)
        return sum(DiscrepancyKind.EXTRA not in each for each in kinds)

    @invariant()
    def no_serial_number_counts_twice(self) -> None:
        with self.desk.store.unit_of_work() as work:
            live = [work.units.get(lpn) for lpn in self.live]
            for serial in SERIALS:
                mine = sorted((unit for unit in live if unit.serial == serial), key=lambda unit: unit.lpn)
                places = [unit.line_id for unit in mine if unit.line_id]
                assert len(places) <= 1
                for again in mine[1:]:
                    told = {each.kind for each in work.discrepancies.of_unit(again.lpn)}
                    assert DiscrepancyKind.SERIAL_BEFORE in told

    @invariant()
    def no_event_without_state_and_no_state_without_event(self) -> None:
        with self.desk.store.unit_of_work() as work:
            events = work.outbox.pending(10_000)
            units = {lpn: work.units.get(lpn).state for lpn in self.plates}
        received = [event.body["lpn"] for event in events if event.kind == "UnitReceived"]
        voided = [event.body["lpn"] for event in events if event.kind == "UnitVoided"]
        assert received == self.plates
        assert sorted(voided) == sorted(lpn for lpn, state in units.items() if state is UnitState.VOIDED)
        assert set(self.live) == set(units) - set(voided)
        self.differences_have_their_events([event.kind for event in events])

    def differences_have_their_events(self, kinds: list[str]) -> None:
        with self.desk.store.unit_of_work() as work:
            parcels = work.parcels.of_rma("R26110001")
            told = [each for parcel in parcels for each in work.discrepancies.of_parcel(parcel.parcel_id)]
        assert kinds.count("DiscrepancyFound") == len(told)
        assert kinds.count("DiscrepancyWithdrawn") == sum(each.withdrawn for each in told)
        assert kinds.count("ParcelClosed") == self.closed


TestReceiving = pytest.mark.timeout(300)(Receiving.TestCase)
TestReceiving.settings = settings(
    max_examples=8,
    stateful_step_count=20,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
