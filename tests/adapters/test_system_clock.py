"""The machine's clock, as an event carries it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from datetime import UTC, datetime
from uuid import UUID

import pytest

from dockstation.adapters.system_clock import BOOT_ID, SystemClock

TOLD = """
import json
from dockstation.adapters.system_clock import SystemClock
now = SystemClock().now()
print(json.dumps([now.at, now.offset, now.boot]))
"""


def told(zone):
    environment = os.environ | {"TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", TOLD], check=True, capture_output=True, timeout=30, env=environment)
    return json.loads(done.stdout)


def test_the_time_is_utc_to_the_millisecond():
    before = datetime.now(UTC)
    at = SystemClock().now().at
    after = datetime.now(UTC)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", at)
    millisecond = before.replace(microsecond=before.microsecond // 1000 * 1000)
    assert millisecond <= datetime.fromisoformat(at) <= after


@pytest.mark.parametrize(("zone", "minutes"), [("XST-8", 480), ("XST-5:45", 345), ("XST3:30", -210), ("UTC0", 0)])
def test_the_stations_offset_stands_beside_it_in_minutes(zone, minutes):
    at, offset, _ = told(zone)
    assert offset == minutes
    assert abs((datetime.now(UTC) - datetime.fromisoformat(at)).total_seconds()) < 60


def test_the_monotonic_clock_counts_milliseconds_and_never_goes_back():
    clock = SystemClock()
    before = time.monotonic_ns() // 1_000_000
    readings = [clock.now().monotonic for _ in range(1000)]
    assert readings == sorted(readings)
    assert before <= readings[0] <= readings[-1] <= time.monotonic_ns() // 1_000_000


def test_two_processes_since_the_same_boot_say_so():
    assert told("UTC0")[2] == SystemClock().now().boot
    assert SystemClock().now().boot == BOOT_ID.read_text("ascii").strip()


def test_ids_are_uuid7_in_the_order_in_which_they_were_made():
    clock = SystemClock()
    ids = [clock.new_id() for _ in range(5000)]
    assert ids == sorted(set(ids))
    assert {UUID(each).version for each in ids} == {7}
    assert [str(UUID(each)) for each in ids] == ids
    assert abs(int(ids[0].replace("-", "")[:12], 16) - time.time() * 1000) < 60_000
