"""Killed, or out of disk, at any step of a renewal: the station gets in afterwards, every time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dockstation.adapters.central.credentials import Credentials
from dockstation.adapters.central.http import HttpCentral, enrol
from dockstation.application.ports.central import CentralFailed
from tests.fakes.server_process import ServerProcess
from tests.fakes.small_disk import small_disk

STEPS = ("before write", "half written", "written", "renamed", "used")
TWICE = ("written", "renamed")
"""Then the old refresh token has been shown twice, or neither of two new ones was ever used."""
RENEWAL = """
import os, signal, sys
from pathlib import Path
from dockstation.adapters.central import credentials
from dockstation.adapters.central.credentials import Credentials
from dockstation.adapters.central.http import HttpCentral

url, file, step = sys.argv[1:]
die = lambda: os.kill(os.getpid(), signal.SIGKILL)
save, fsync, rename = Credentials.save, os.fsync, Path.replace
if step == "before write":
    Credentials.save = lambda self, tokens: die()
if step == "half written":
    def cut(handle):
        os.ftruncate(handle, 40)
        die()
    os.fsync = cut
if step == "written":
    Path.replace = lambda self, target: die()
if step == "renamed":
    Path.replace = lambda self, target: (rename(self, target), die())
HttpCentral(url, Credentials(Path(file)), 20).pull_rmas("")
die()
"""


def age(credentials: Credentials) -> None:
    """The access token has grown too old."""
    tokens = credentials.load()
    assert tokens is not None
    credentials.save(replace(tokens, access_token="too-old"))


def killed(server: ServerProcess, file: Path, step: str) -> None:
    """A program that renews its tokens and is killed at this step."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run([sys.executable, "-c", RENEWAL, server.url, str(file), step], env=environment, check=False)
    assert done.returncode == -signal.SIGKILL


def gets_in(server: ServerProcess, credentials: Credentials) -> bool:
    central = HttpCentral(server.url, credentials, 20)
    try:
        return not central.pull_rmas("").more
    finally:
        central.close()


@pytest.mark.parametrize("step", STEPS)
def test_a_station_killed_in_a_renewal_gets_in_afterwards(server: ServerProcess, tmp_path: Path, step: str) -> None:
    credentials = Credentials(tmp_path / "credentials.json")
    credentials.save(enrol(server.url, server.enrolment_code(), "Dock 1", timeout=20))
    for _ in range(2 if step in TWICE else 1):
        age(credentials)
        killed(server, tmp_path / "credentials.json", step)
    age(credentials)
    assert gets_in(server, credentials)


def test_a_disk_that_is_full_at_the_renewal_costs_no_token(server: ServerProcess, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1) as disk:
        credentials = Credentials(disk.root / "credentials.json")
        credentials.save(enrol(server.url, server.enrolment_code(), "Dock 1", timeout=20))
        age(credentials)
        disk.fill()
        for _ in range(2):
            with pytest.raises(CentralFailed, match=r"credentials\.not_saved"):
                gets_in(server, credentials)
        disk.empty()
        assert gets_in(server, credentials)
