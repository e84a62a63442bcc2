"""A raw keyboard scanner: what the contract does not ask of every scanner."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator

import pytest

from dockstation.adapters.scanners.hid import HidScanner
from dockstation.domain.errors import DockstationError
from tests.adapters.scanners.lines import EV_KEY, EV_SYN, PipeKeyboard, open_files, typed
from tests.contracts.scanner_suite import next_of

SYN_DROPPED, EV_LED, SHIFT, A = 3, 17, 42, 30


class TakenKeyboard(PipeKeyboard):
    def grab(self) -> None:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


@pytest.fixture
def keyboard() -> Iterator[PipeKeyboard]:
    keyboard = PipeKeyboard()
    yield keyboard
    keyboard.close()


@pytest.fixture
def scanner(keyboard: PipeKeyboard) -> Iterator[HidScanner]:
    scanner = HidScanner("hand", "/dev/input/scanner", opener=lambda _path: keyboard)
    scanner.open()
    yield scanner
    scanner.close()


def refused(scanner: HidScanner) -> DockstationError:
    with pytest.raises(DockstationError) as caught:
        scanner.open()
    return caught.value


def test_its_keys_are_for_the_station_alone(keyboard: PipeKeyboard, scanner: HidScanner) -> None:
    assert keyboard.grabbed


def test_keys_that_the_kernel_dropped_spoil_their_code_and_no_other(
    keyboard: PipeKeyboard, scanner: HidScanner
) -> None:
    keyboard.write(*((EV_KEY, code, value) for code, value in typed("LOST")), (EV_KEY, SHIFT, 1))
    keyboard.write((EV_SYN, SYN_DROPPED, 0), (EV_KEY, A, 1), (EV_SYN, 0, 0))
    keyboard.write(*((EV_KEY, code, value) for code, value in typed("rest\rwhole\r")))
    assert next_of(scanner).text == "whole"


def test_what_is_no_key_is_passed_over(keyboard: PipeKeyboard, scanner: HidScanner) -> None:
    keyboard.write((EV_LED, A, 1), *((EV_KEY, code, value) for code, value in typed("A1\r")))
    assert next_of(scanner).text == "A1"


def test_a_scanner_that_another_program_grabbed_says_so_and_is_let_go() -> None:
    keyboard = TakenKeyboard()
    error = refused(HidScanner("hand", "/dev/input/scanner", opener=lambda _path: keyboard))
    assert (error.code, error.facts["why"]) == ("scanner.unavailable", "another program is using it")
    assert keyboard.fileno() == -1


def test_without_the_right_to_open_it_the_udev_rule_is_named() -> None:
    def forbidden(path: str) -> PipeKeyboard:
        raise PermissionError(errno.EACCES, "Permission denied", path)

    error = refused(HidScanner("hand", "/dev/input/scanner", opener=forbidden))
    assert error.code == "scanner.unavailable"
    assert "70-dockstation-scanners.rules" in str(error.facts["why"])


def test_a_name_that_no_keyboard_has_is_not_plugged_in(keyboard: PipeKeyboard) -> None:
    error = refused(HidScanner("hand", "no keyboard is called so", opener=lambda _path: keyboard))
    assert (error.code, error.facts["why"]) == ("scanner.unavailable", "it is not plugged in")
    assert not keyboard.grabbed


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "evdev", None)
    error = refused(HidScanner("hand", "/dev/input/scanner"))
    assert (error.code, error.facts) == ("scanner.no_evdev", {"name": "hand"})


def test_many_openings_leave_no_file_open() -> None:
    scanner = HidScanner("hand", "/dev/input/scanner", opener=lambda _path: PipeKeyboard())
    before = open_files()
    for _ in range(20):
        scanner.open()
    scanner.close()
    assert open_files() == before
