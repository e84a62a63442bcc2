"""A serial scanner on a real line: what the contract does not ask of every scanner."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from serial.tools.list_ports_common import ListPortInfo

from dockstation.adapters.scanners.ports import resolved
from dockstation.adapters.scanners.serial_port import SerialScanner
from dockstation.domain.errors import DockstationError
from tests.adapters.scanners.lines import SerialCable, open_files
from tests.contracts.scanner_suite import next_of


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[SerialCable]:
    with SerialCable(tmp_path) as cable:
        yield cable


@pytest.fixture
def scanner(cable: SerialCable) -> Iterator[SerialScanner]:
    scanner = SerialScanner("belt", str(cable.path))
    scanner.open()
    yield scanner
    scanner.close()


def why_not(device: str, baud: int = 9600) -> str:
    with pytest.raises(DockstationError) as caught:
        SerialScanner("belt", device, baud).open()
    assert caught.value.code == "scanner.unavailable"
    return str(caught.value.facts["why"])


def test_a_code_without_an_end_comes_after_a_tenth_of_a_second(cable: SerialCable, scanner: SerialScanner) -> None:
    cable.send(b"NO END")
    assert next_of(scanner).text == "NO END"


def test_gb18030_and_noise_from_a_real_line(cable: SerialCable, scanner: SerialScanner) -> None:
    cable.send(b"\x00\xff\x00" + "退货".encode("gb18030") + b"\x03")
    assert next_of(scanner).text == "退货"


def test_what_was_sent_before_it_was_opened_is_not_taken_for_a_scan(cable: SerialCable) -> None:
    cable.send(b"YESTERDAY\r")
    scanner = SerialScanner("belt", str(cable.path))
    scanner.open()
    cable.send(b"NOW\r")
    assert next_of(scanner).text == "NOW"
    scanner.close()


def test_nothing_is_sent_back_to_the_scanner(cable: SerialCable, scanner: SerialScanner) -> None:
    cable.send(b"A1\r")
    next_of(scanner)
    os.set_blocking(cable.device, False)
    with pytest.raises(BlockingIOError):
        os.read(cable.device, 1)


def test_a_port_that_another_program_holds_says_so(cable: SerialCable) -> None:
    with cable.path.open("rb", buffering=0) as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert why_not(str(cable.path)) == "another program is using it"


def test_two_scanners_do_not_share_a_port(cable: SerialCable, scanner: SerialScanner) -> None:
    assert why_not(str(cable.path)) == "another program is using it"
    cable.send(b"MINE\r")
    assert next_of(scanner).text == "MINE"


def test_what_is_no_port_is_refused_in_words(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no port")
    assert why_not(str(file))
    assert why_not(str(tmp_path / "gone")) == "it is not plugged in"
    assert why_not("") == "it is not plugged in"
    assert why_not("a\x00b")
    assert "usb:VID:PID" in why_not("usb:zebra")
    assert why_not("usb:dead:beef") == "it is not plugged in"


def test_a_pace_that_no_port_has_is_refused(cable: SerialCable) -> None:
    assert why_not(str(cable.path), baud=-1)


def test_many_openings_leave_no_file_open(cable: SerialCable, scanner: SerialScanner) -> None:
    before = open_files()
    for _ in range(20):
        scanner.open()
    assert open_files() == before


def port(device: str, serial_number: str | None) -> ListPortInfo:
    info = ListPortInfo(device)
    info.vid, info.pid, info.serial_number = 0x05E0, 0x1701, serial_number
    return info


def test_a_usb_name_means_the_one_port_that_has_it() -> None:
    ports = [port("/dev/ttyACM0", "S1"), port("/dev/ttyACM1", "S2"), ListPortInfo("/dev/ttyS0")]
    assert resolved("usb:05E0:1701:S2", ports) == "/dev/ttyACM1"
    assert resolved("usb:05e0:1701", ports[:1]) == "/dev/ttyACM0"
    assert resolved("/dev/ttyUSB7", ports) == "/dev/ttyUSB7"


@pytest.mark.parametrize("device", ["usb:05e0:1701", "usb:05e0:1701:S3", "usb:05e0:1702", "usb:05e0", "USB:"])
def test_a_usb_name_of_none_or_of_two_ports_is_refused(device: str) -> None:
    with pytest.raises(LookupError):
        resolved(device, [port("/dev/ttyACM0", "S1"), port("/dev/ttyACM1", "S2")])
