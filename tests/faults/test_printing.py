"""Every way a printer can fail, in every language: no label is lost silently, none comes out twice unmarked."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from dockstation.application.ports.store import PrintJob, PrintState
from dockstation.application.print_queue import Which
from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.domain.errors import DockstationError
from tests.application.desk import CLERK, Desk
from tests.labels.samples import CONTENT, printed, shipped_labels
from tests.printers import printer_at

LANGUAGES = ("zpl", "tspl", "escpos")
LABEL = shipped_labels().bitmap(CONTENT, "disposition", 203)
SHORT = 0.4
FAILED, UNKNOWN, SENT = PrintState.FAILED, PrintState.UNKNOWN, PrintState.SENT


class WholeLabels:
    """Draws the same real label for whatever it is asked; its copies are told apart by their jobs."""

    def bitmap(self, _content, _layout, _dpi):
        return LABEL

    def pdf(self, _content, _layout):
        return b""


@dataclass(frozen=True)
class Fault:
    """What the printer does, what the station must then say, and what may lie in the tray."""

    word: str
    states: tuple[PrintState, ...]
    out: tuple[int, ...] = (0,)
    timeout: float = SHORT


FAULTS = {
    "none": Fault("none", (SENT,), (1,), 5),
    "hangs": Fault("hang", (UNKNOWN,)),
    "resets amid the data": Fault("drop", (UNKNOWN,)),
    "closes amid the data": Fault("close", (UNKNOWN, SENT)),
    "reads slowly": Fault("slow", (SENT,), (1,), 10),
    "reads too slowly": Fault("slow", (UNKNOWN, SENT), (0, 1), 0.2),
    "no paper": Fault("paper_out", (UNKNOWN,)),
    "paused": Fault("paused", (UNKNOWN,)),
    "talks nonsense": Fault("garbage", (SENT,), (1,), 5),
    "answers late": Fault("late", (SENT,), (1,), 5),
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("tests.application.desk.FakeRenderer", WholeLabels)
    return Desk(tmp_path)


def wire(desk: Desk, language: str, port: int, timeout: float) -> None:
    """The station's printer is the one at that port from now on."""
    desk.real_printer = printer_at(port, language, timeout)
    desk.reopen()


def queued(desk: Desk, number: int = 0) -> str:
    return desk.arrived(f"SF123456789{number:04}")


def all_jobs(desk: Desk) -> tuple[PrintJob, ...]:
    return desk.print_queue.view(Which.ALL).jobs


def settles(desk: Desk, out: Path, count: int) -> None:
    """Nobody asked for more than ``count`` unmarked labels, so no more come out, whatever is released."""
    desk.print_queue.release("label", CLERK)
    first = [job for job in all_jobs(desk) if not job.copy]
    assert len(printed(out)) <= count == len(first)
    assert all(label == LABEL for label in printed(out))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FAULTS)
def test_a_label_is_sent_failed_or_in_doubt_and_never_twice(
    desk: Desk, tmp_path: Path, language: str, name: str
) -> None:
    fault, tray = FAULTS[name], tmp_path / "tray"
    with VirtualPrinter(tray, language=language) as virtual:
        (tray / "fault").write_text(fault.word)
        wire(desk, language, virtual.port, fault.timeout)
        job = desk.parcel_label.print(queued(desk), CLERK)
        assert job.state in fault.states
        assert len(printed(tray)) in fault.out
        (tray / "fault").write_text("none")
        wire(desk, language, virtual.port, 10)
        settles(desk, tray, 1)
        if job.state is UNKNOWN:
            again = desk.print_queue.reprint(job.job_id, "not_printed", CLERK)
            assert (desk.print_queue.send(again.job_id, CLERK).state, again.copy) == (SENT, 1)
            assert again.original == job.job_id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_printer_that_is_off_keeps_its_labels_and_gets_each_once(desk: Desk, tmp_path: Path, language: str) -> None:
    tray = tmp_path / "tray"
    with VirtualPrinter(tray, language=language) as virtual:
        port = virtual.port
    wire(desk, language, port, SHORT)
    states = [desk.parcel_label.print(queued(desk, number), CLERK).state for number in range(2)]
    assert states == [FAILED, FAILED]
    with VirtualPrinter(tray, port, language=language):
        wire(desk, language, port, 5)
        assert len(desk.print_queue.release("label", CLERK).sent) == 2
        settles(desk, tray, 2)
        assert len(printed(tray)) == 2


@contextmanager
def black_hole() -> Iterator[int]:
    """A port whose machine lets nobody in and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        port = listener.getsockname()[1]
        waiting = [socket.socket() for _ in range(3)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", port))
        yield port
        for each in waiting:
            each.close()


def test_a_machine_that_swallows_connections_has_been_told_nothing(desk: Desk) -> None:
    with black_hole() as port:
        wire(desk, "zpl", port, SHORT)
        assert desk.parcel_label.print(queued(desk), CLERK).state is FAILED


def _confirmed(desk: Desk, job: PrintJob) -> PrintJob:
    desk.print_queue.send(job.job_id, CLERK)
    return desk.print_queue.confirm(job.job_id, CLERK)


KILLED: dict[PrintState, Callable[[Desk, PrintJob], object]] = {
    PrintState.QUEUED: lambda _desk, _job: None,
    PrintState.SENDING: lambda desk, job: desk.parcel_label.spooling._claim(job.job_id),
    SENT: lambda desk, job: desk.print_queue.send(job.job_id, CLERK),
    PrintState.CONFIRMED: _confirmed,
    PrintState.VOIDED: lambda desk, job: desk.print_queue.void(job.job_id, "not_needed", CLERK),
}  # fmt: skip
AFTER = {PrintState.QUEUED: (SENT, 1), PrintState.SENDING: (UNKNOWN, 0), SENT: (SENT, 1),
    PrintState.CONFIRMED: (PrintState.CONFIRMED, 1), PrintState.VOIDED: (PrintState.VOIDED, 0)}  # fmt: skip


@pytest.mark.parametrize("state", KILLED)
def test_a_station_killed_in_any_state_goes_on_and_prints_nothing_twice(
    desk: Desk, tmp_path: Path, state: PrintState
) -> None:
    tray = tmp_path / "tray"
    with VirtualPrinter(tray) as virtual:
        wire(desk, "zpl", virtual.port, 5)
        parcel_id = queued(desk)
        job = _only_queued(desk, parcel_id)
        KILLED[state](desk, job)
        desk.reopen()
        desk.print_label.recover()
        desk.clock.advance(minutes=2)
        desk.print_queue.release("label", CLERK)
        assert ([each.state for each in all_jobs(desk)], len(printed(tray))) == ([AFTER[state][0]], AFTER[state][1])


def _only_queued(desk: Desk, parcel_id: str) -> PrintJob:
    """Killed between queueing and sending."""
    spooling = desk.parcel_label.spooling
    with desk.store.unit_of_work() as work:
        content = desk.parcel_label._content(work.parcels.get(parcel_id), 0, CLERK)
        job = spooling.queue(work, f"parcel:{parcel_id}", content, LABEL, CLERK)
        work.commit()
    return job


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_stations_at_one_printer_print_each_label_once(tmp_path: Path, language: str, monkeypatch) -> None:
    monkeypatch.setattr("tests.application.desk.FakeRenderer", WholeLabels)
    tray = tmp_path / "tray"
    with VirtualPrinter(tray, language=language) as virtual:
        states: list[PrintState] = []

        def work(desk: Desk) -> None:
            states.extend(desk.parcel_label.print(queued(desk, number), CLERK).state for number in range(3))

        desks = []
        for name in "ab":
            (tmp_path / name).mkdir()
            desks.append(Desk(tmp_path / name))
            wire(desks[-1], language, virtual.port, 20)
        threads = [threading.Thread(target=work, args=(desk,)) for desk in desks]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert states == [SENT] * 6
    assert printed(tray) == [LABEL] * 6


def test_a_job_taken_twice_at_the_same_time_is_sent_once(desk: Desk, tmp_path: Path) -> None:
    tray = tmp_path / "tray"
    with VirtualPrinter(tray) as virtual:
        wire(desk, "zpl", virtual.port, 5)
        job = _only_queued(desk, queued(desk))

        def send() -> None:
            with suppress(DockstationError):
                desk.print_queue.send(job.job_id, CLERK)

        threads = [threading.Thread(target=send) for _ in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert len(printed(tray)) == 1
