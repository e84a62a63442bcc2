"""The local store, opened one unit of work at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

from dockstation.application.ports.inspections import Inspections, Versions
from dockstation.application.ports.outbox import Outbox
from dockstation.application.ports.retention import Retention
from dockstation.application.ports.rulings import Containers, PinAttempts, SecondOpinions
from dockstation.application.ports.worklist import Worklist
from dockstation.domain.discrepancy import Discrepancy, DiscrepancyKind
from dockstation.domain.evidence import ParcelPhoto
from dockstation.domain.label import Bitmap, LabelContent
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.rma import Rma
from dockstation.domain.self_test import TestedScanner
from dockstation.domain.unit import Unit, UnitState


class PrintState(StrEnum):
    """What became of a print job.

    ``UNKNOWN``: bytes went out and nobody knows what was printed; ``VOIDED``: taken back by a person;
    ``STALE``: it tells of a decision that stands no more.
    """

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    UNKNOWN = "unknown"
    VOIDED = "voided"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A label's exact bytes for one printer and what became of them. ``copy`` 0 is the first print.

    ``subject`` is what it stands on, named as events name it: ``unit:…``, ``parcel:…``. ``content`` and ``picture``
    are what ``data`` draws, None in jobs of older versions. ``queued_at`` is UTC. A copy names its ``original`` and
    the ``reason`` for it; ``failure`` is the code of the last one.
    """

    job_id: str
    subject: str
    printer: str
    layout: str
    copy: int
    data: bytes
    sha256: str
    state: PrintState = PrintState.QUEUED
    content: LabelContent | None = None
    picture: Bitmap | None = None
    queued_at: str = ""
    original: str = ""
    reason: str = ""
    failure: str = ""

    @property
    def is_void(self) -> bool:
        """Whether it was taken back, or strikes another one through."""
        gone = self.state in (PrintState.VOIDED, PrintState.STALE)
        return gone or (self.content is not None and self.content.void)


FOUND_AT_MOST = 20
"""Returns that one question gives; nobody reads more."""


@dataclass(frozen=True, slots=True)
class FoundRmas:
    """Returns that may be meant, the most likely first. ``more``: there are others."""

    rmas: tuple[Rma, ...]
    more: bool


class Rmas(Protocol):
    """The local copy of expected returns, a million of them."""

    def get(self, number: str) -> Rma:
        """The RMA with this number; raises ``rma.unknown``."""
        ...

    def find(self, code: str) -> tuple[Rma, ...]:
        """RMAs whose number, order number or a tracking or serial number is ``code``, ``FOUND_AT_MOST``."""
        ...

    def carrying(self, code: str, near: datetime) -> FoundRmas:
        """RMAs of goods with this GTIN or SKU: parcels that stand open here, then what is due nearest to ``near``."""
        ...

    def search(
        self, words: Sequence[str], near: datetime, shown: Callable[[Rma], Rma] = lambda rma: rma
    ) -> FoundRmas:
        """RMAs with all of the words in goods, numbers, the customer or the phone's end, as ``shown`` shows them.

        In the same order, but for those whose phone ends with a word, which come before what is only due near.

        Words of one or two Latin letters or digits find nothing by themselves.
        """
        ...

    def put(self, rmas: Sequence[Rma]) -> None:
        """Insert, or replace where the version is newer; applying one twice changes nothing."""
        ...

    def remove(self, numbers: Sequence[str]) -> None:
        """Forget these, but for those of which a parcel or an item is here or was."""
        ...

    def count(self) -> int:
        """How many there are, known without counting them."""
        ...


class Parcels(Protocol):
    """Boxes that this station has seen."""

    def get(self, parcel_id: str) -> Parcel:
        """The parcel; raises ``parcel.unknown``."""
        ...

    def by_code(self, code: str) -> Parcel | None: ...
    def of_rma(self, rma_number: str) -> tuple[Parcel, ...]: ...
    def in_states(self, states: Sequence[ParcelState]) -> tuple[Parcel, ...]:
        """Parcels in any of these states, the first arrived first."""
        ...

    def arrived_since(self, at: str, limit: int) -> tuple[Parcel, ...]:
        """The ``limit`` parcels that came last since then, the newest first."""
        ...

    def count_since(self, at: str) -> int:
        """How many have come since then."""
        ...

    def not_intact_since(self, at: str) -> tuple[Parcel, ...]:
        """Those that have come since then and did not look intact, the first arrived first."""
        ...

    def strangers(self) -> tuple[Parcel, ...]:
        """Parcels that stand here shut, arrived or held, and belong to no return that is known."""
        ...

    def put(self, parcel: Parcel) -> None: ...


class Units(Protocol):
    """Items that this station has received."""

    def get(self, lpn: str) -> Unit:
        """The unit; raises ``unit.unknown``."""
        ...

    def find(self, lpn: str) -> Unit | None: ...
    def of_rma(self, rma_number: str) -> tuple[Unit, ...]: ...
    def of_parcel(self, parcel_id: str) -> tuple[Unit, ...]: ...
    def by_serial(self, serial: str) -> tuple[Unit, ...]: ...
    def in_states(self, states: Sequence[UnitState]) -> tuple[Unit, ...]:
        """Units in any of these states, the last touched first."""
        ...

    def put(self, unit: Unit) -> None: ...
    def next_counter(self) -> int:
        """The next licence plate counter, taken with this transaction."""
        ...


class Discrepancies(Protocol):
    """What differed from what was expected, with the photos that show it."""

    def get(self, discrepancy_id: str) -> Discrepancy:
        """The discrepancy; raises ``discrepancy.unknown``."""
        ...

    def of_parcel(self, parcel_id: str) -> tuple[Discrepancy, ...]:
        """A parcel's, withdrawn ones too, the first found first."""
        ...

    def of_unit(self, lpn: str) -> tuple[Discrepancy, ...]: ...
    def put(self, discrepancy: Discrepancy) -> None:
        """Keep it, and the photos it names with it."""
        ...

    def add_photo(self, photo: ParcelPhoto) -> None: ...
    def photos(self, parcel_id: str) -> tuple[ParcelPhoto, ...]: ...
    def loose_photos(self, parcel_id: str, kind: DiscrepancyKind) -> tuple[ParcelPhoto, ...]:
        """Those taken for a discrepancy of this kind that has not been recorded yet."""
        ...


class Spool(Protocol):
    """Print jobs."""

    def get(self, job_id: str) -> PrintJob:
        """The job; raises ``print.unknown``."""
        ...

    def state(self, job_id: str) -> PrintState:
        """What became of it; raises ``print.unknown``."""
        ...

    def put(self, job: PrintJob) -> None: ...
    def mark(self, job: PrintJob) -> None:
        """What became of a job that is there, and why: its state, reason and failure alone."""
        ...

    def of(self, subject: str) -> tuple[PrintJob, ...]:
        """A unit's or a parcel's jobs, the first print first."""
        ...

    def states_of(self, subject: str, layout: str) -> tuple[PrintState, ...]:
        """What became of each of its jobs of this layout, in the same order, without their bytes."""
        ...

    def parcels_to_label(self, since: str) -> tuple[str, ...]:
        """Ids of parcels that came since then and stand here shut without a label sent, the first arrived first."""
        ...

    def count_to_label(self, since: str) -> int:
        """How many those are."""
        ...

    def in_state(self, state: PrintState) -> tuple[PrintJob, ...]: ...
    def newest(self, states: Collection[PrintState], limit: int) -> tuple[PrintJob, ...]:
        """The last queued in any of these states, the newest first."""
        ...

    def count(self) -> Mapping[PrintState, int]:
        """How many there are of each state that there is."""
        ...


class Note(StrEnum):
    """The small facts of a station that live in its store."""

    STATION = "station"
    EPOCH = "epoch"
    LPN_PREFIX = "lpn_prefix"
    LPN_COUNTER = "lpn_counter"
    RMA_CURSOR = "rma_cursor"
    LAST_SYNC = "last_sync"
    DOCK_RUN = "dock_run"
    """When the present run of parcels at the dock began; "" while there is none."""
    OPINION_KEY = "opinion_key"
    FIRST_CODE = "first_code"
    """The hash of the code by which the first administrator comes in; "" once one has."""
    SET_UP = "set_up"
    """How far setting up has come."""


class Notes(Protocol):
    """Small facts of the station: its identity, the server's cursor, when it last answered."""

    def get(self, note: Note) -> str | None: ...
    def set(self, note: Note, value: str) -> None: ...


class Scanners(Protocol):
    """What the self-test found out of each scanner; the latest test counts."""

    def get(self, device: str) -> TestedScanner | None: ...
    def all(self) -> tuple[TestedScanner, ...]:
        """Every scanner that was tested here, by device name."""
        ...

    def put(self, tested: TestedScanner) -> None: ...


class UnitOfWork(Protocol):
    """One transaction: rolled back when its ``with`` ends without ``commit``."""

    @property
    def rmas(self) -> Rmas: ...
    @property
    def parcels(self) -> Parcels: ...
    @property
    def units(self) -> Units: ...
    @property
    def discrepancies(self) -> Discrepancies: ...
    @property
    def inspections(self) -> Inspections: ...
    @property
    def opinions(self) -> Inspections:
        """The inspections of second opinions, by themselves."""
        ...

    @property
    def second_opinions(self) -> SecondOpinions: ...
    @property
    def containers(self) -> Containers: ...
    @property
    def pin_attempts(self) -> PinAttempts: ...
    @property
    def versions(self) -> Versions: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def spool(self) -> Spool: ...
    @property
    def notes(self) -> Notes: ...
    @property
    def scanners(self) -> Scanners: ...
    @property
    def worklist(self) -> Worklist: ...
    @property
    def retention(self) -> Retention: ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def require_room(self) -> None:
        """Raise ``disk.stopped`` while the disk has too little room for anything new to be begun."""
        ...

    def commit(self) -> None:
        """Make all of it durable at once; raises ``disk.full`` or ``disk.failed``, having changed nothing."""
        ...


class Store(Protocol):
    """The station's own database."""

    def unit_of_work(self) -> UnitOfWork: ...
    def close(self) -> None: ...
