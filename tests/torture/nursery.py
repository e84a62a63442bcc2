"""Processes by the dozen: everything is imported once, each station and server is a fork with files of its own.

Run as a program it obeys one JSON object a line: ``station`` and ``server`` answer the process id and the port,
``kill`` and ``wait`` how it ended.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from dockstation.domain.policy import Policy

WAIT_SECONDS = 60


class Nursery:
    """Starts and ends processes; ended by its ``with``, with all that live."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        command = [sys.executable, "-W", "error", "-m", "tests.torture.nursery"]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process is not None
        self._process.communicate()

    def station(self, **told: Any) -> int:
        """The id of a station's process; ``told`` as ``station_process.live`` takes it."""
        return self._say(station=told)[0]

    def server(self, log: Path, **told: Any) -> tuple[int, int]:
        """The id of a server's process that takes requests, and its port; ``told`` as ``serve`` takes it."""
        pid, port = self._say(server=told | {"log": str(log)})
        return pid, port

    def kill(self, pid: int) -> int:
        """kill -9; the negative number of the signal that ended it, or its exit code if it was over before."""
        return self._say(kill=pid)[0]

    def wait(self, pid: int) -> int:
        """The exit code of one that ends by itself; it is killed when it does not."""
        return self._say(wait=pid)[0]

    def _say(self, **order: Any) -> list[int]:
        assert self._process is not None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return [int(word) for word in self._process.stdout.readline().split()]


def _obey() -> None:
    from dockstation.settings import ConfigFolders
    from dockstation.settings.policy import load_policy

    policy = load_policy(ConfigFolders())
    alive: set[int] = set()
    _import_all()
    for line in sys.stdin:
        ((verb, about),) = json.loads(line).items()
        if verb in ("station", "server"):
            answer = _station(about, policy) if verb == "station" else _server(about)
            alive.add(answer[0])
        else:
            answer = [_ended(about, WAIT_SECONDS if verb == "wait" else 0)]
            alive.discard(about)
        print(*answer, flush=True)
    for pid in alive:
        _ended(pid, 0)


def _import_all() -> None:
    """What a life would import in its first second."""
    import psycopg  # the server's driver

    from dockstation.server import main
    from tests.torture import station_process

    del psycopg, main, station_process


def _station(told: dict[str, Any], policy: Policy) -> list[int]:
    from tests.torture import station_process

    def fail() -> None:
        station_process.complain(Path(told["folder"]))

    return [_forked(lambda: station_process.live(told, policy), fail)]


def _server(told: dict[str, Any]) -> list[int]:
    from dockstation.server.main import serve
    from dockstation.server.setup import Setup

    reading, writing = os.pipe()
    log, setup = told.pop("log"), Setup(Path(told["data"]), told["database"])

    def ready(port: int) -> None:
        os.write(writing, f"{port}\n".encode())
        os.close(writing)

    def life() -> None:
        os.close(reading)
        file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(file, 1)
        os.dup2(file, 2)
        serve(setup, "127.0.0.1", told["port"], ready=ready)

    pid = _forked(life, os.abort)
    os.close(writing)
    with os.fdopen(reading) as answer:
        return [pid, int(answer.readline() or 0)]


def _forked(life: Callable[[], None], fail: Callable[[], object]) -> int:
    """The id of a process that lives this life, and nothing else."""
    pid = os.fork()
    if pid:
        return pid
    os.close(0)
    os.dup2(2, 1)
    try:
        life()
    except BaseException:  # noqa: BLE001 - a fork must never go on as its parent
        fail()
    os._exit(0)


def _ended(pid: int, seconds: float) -> int:
    end = time.monotonic() + seconds
    while seconds:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > end:
            break
        time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


if __name__ == "__main__":
    _obey()
