"""Nothing of a customer, and no key, is left in what goes to those who mend the program."""

from __future__ import annotations

import errno
import json
import logging
import sqlite3

import pytest

from dockstation.diagnosis.failures import number_of, told
from dockstation.diagnosis.lines import JsonLines, facts
from dockstation.diagnosis.redaction import masked, plain, scrub
from dockstation.domain.errors import DockstationError
from tests.diagnosis import planted
from tests.diagnosis.planted import found_in

LEAKY = [
    f"could not read {planted.CAMERA}",
    f"no such return: '{planted.NAME}', {planted.CHINESE}",
    f"Bearer {planted.TOKEN}",
    f"badge={planted.BADGE} pin: {planted.PIN}",
    f"{planted.TRACKING} {planted.SERIAL} {planted.RMA} {planted.PHONE} {planted.GROUPED}",
    f"{planted.HOME}/station.db",
    f'"{planted.ADDRESS}"',
]


@pytest.mark.parametrize("text", LEAKY)
def test_what_looks_like_a_secret_is_gone_whatever_stood_around_it(text: str) -> None:
    assert found_in(scrub(text).encode()) == []
    assert found_in(plain(text).encode()) == []


def test_what_python_says_of_itself_stays_readable() -> None:
    said = "unsupported operand type(s) for +: 'int' and 'str'"
    assert plain(said, {"s"}) == said
    assert plain("'NoneType' object has no attribute 'sku'", {"sku"}) == "'NoneType' object has no attribute 'sku'"
    assert plain(f"invalid literal for int() with base 10: '{planted.NAME}'").endswith("base 10: '…'")


def _raise(error: Exception) -> Exception:
    try:
        _stumble(error)
    except Exception as caught:  # noqa: BLE001 - whatever was given
        return caught
    raise AssertionError


def _stumble(error: Exception) -> None:
    secret = planted.TOKEN  # a local: reports have none
    if secret:
        raise error


ERRORS = [
    KeyError(planted.SERIAL),
    ValueError(f"{planted.NAME} of {planted.ADDRESS} sent {planted.TRACKING}"),
    DockstationError("rma.unknown", code=planted.RMA, name=planted.NAME),
    FileNotFoundError(errno.ENOENT, "No such file", f"{planted.HOME}/{planted.RMA}.jpg"),
    sqlite3.IntegrityError(f"UNIQUE constraint failed: {planted.SERIAL}"),
    UnicodeDecodeError("utf-8", planted.CHINESE.encode("gb18030"), 0, 1, planted.NAME),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_exception_is_told_by_kind_and_place_without_its_values(error: Exception) -> None:
    caught = _raise(error)
    report = json.dumps(told(caught), ensure_ascii=False)
    assert found_in(report.encode()) == []
    assert type(error).__name__ in report
    assert "test_redaction.py:" in report


def test_the_same_fault_has_the_same_number_whatever_it_was_about() -> None:
    first, second = _raise(KeyError(planted.SERIAL)), _raise(KeyError(planted.RMA))
    assert number_of(first) == number_of(second)
    assert number_of(first) != number_of(_raise(ValueError()))


def test_causes_are_told_and_a_circle_of_them_ends() -> None:
    first, second = ValueError("a"), KeyError("b")
    first.__cause__, second.__cause__ = second, first
    assert [each["kind"] for each in told(first)] == ["ValueError", "KeyError"]


def _line(name: str, message: str, *args: object, **more: object) -> bytes:
    logger = logging.getLogger(name)
    record = logger.makeRecord(name, logging.WARNING, "", 0, message, args, None, extra=facts(**more))  # type: ignore[arg-type] # hostile on purpose
    return JsonLines().format(record).encode()


def test_a_log_line_holds_what_the_code_says_and_nothing_that_it_was_given() -> None:
    line = _line("dockstation.ui.flow", "asking about %s failed", planted.SERIAL, stage="inspect", ms=12.5)
    assert found_in(line) == []
    told = json.loads(line)
    assert [told[each] for each in ("by", "event", "stage", "ms")] == [
        "ui.flow",
        "asking about %s failed",
        "inspect",
        12.5,
    ]


@pytest.mark.parametrize("secret", planted.SECRETS)
def test_a_mistake_in_a_log_call_is_caught_by_the_last_filter(secret: str) -> None:
    careless = secret if any(each.isdigit() for each in secret) or not secret.isascii() else f"'{secret}'"
    assert found_in(_line("dockstation.ui", f"scanned {careless}")) == []
    assert found_in(_line("urllib3.pool", f"retrying /rmas/{secret} {planted.CAMERA}")) == []
    if " " in secret or not secret.isalpha():
        assert found_in(_line("dockstation.ui", "scanned", code=secret)) == []


def test_settings_keep_their_shape_and_lose_their_secrets() -> None:
    told = masked(
        {
            "server": {"url": "https://rma.example.com:8470", "sync_seconds": 15},
            "camera": {"source": planted.CAMERA, "photo_folder": f"{planted.HOME}/in"},
            "people": [{"badge": planted.BADGE, "name": planted.NAME, "pin": planted.PIN}],
            "hook": {"shared_secret": planted.TOKEN, "signing_key": planted.TOKEN},
        }
    )
    assert found_in(json.dumps(told, ensure_ascii=False).encode()) == []
    assert told["server"] == {"url": "https://rma.example.com:8470", "sync_seconds": 15}
    assert told["camera"]["source"].startswith("rtsp://10.0.0.7")
