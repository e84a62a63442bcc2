"""The central server as a process of this station: it begins with it, and ends with it however that ends."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from dockstation.domain.errors import DockstationError

HOST = "127.0.0.1"
START_SECONDS, STOP_SECONDS = 60.0, 10.0


def command(*words: str | Path) -> list[str]:
    """This very program with other words."""
    return [sys.executable, "-m", "dockstation", *map(str, words)]


def environment() -> dict[str, str]:
    """This process's own, so that the same program is found."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}


class OwnServer:
    """A server with its data in ``folder``; ``words`` are more of its command line.

    The process holds the reading end of a pipe of which only the station has the other: when that is closed, by
    the station or by its death, the server ends as SIGTERM ends it.
    """

    def __init__(self, folder: Path, *words: str | Path) -> None:
        self.folder = folder
        self._words = words
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._over = False

    def attend(self, port: int) -> None:
        """See to it that something answers at the port, 0 for none; ``own_server.not_started``.

        What answers there already is left alone: a service of this computer, or the server of a station that was
        killed a moment ago, which is looked for again next time.
        """
        if not port:
            self.stop()
        elif not _answers(port):
            self.stop()
            self._await(self._start(port))

    def _start(self, port: int) -> subprocess.Popen[bytes]:
        words = command("server", "--data", self.folder, "--host", HOST, "--port", str(port), *self._words)
        with self._lock:
            if self._over:
                raise DockstationError("own_server.not_started", log=str(self._log))
            try:
                self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                with self._log.open("ab") as log:
                    self._process = subprocess.Popen(
                        [*words, "--workers", "1", "--attended"],
                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, env=environment(),
                    )  # fmt: skip
            except OSError as error:
                raise DockstationError("own_server.not_started", log=str(self._log)) from error
            return self._process

    def _await(self, process: subprocess.Popen[bytes]) -> None:
        """It says when it is ready; that its port is open comes before."""
        assert process.stdout is not None
        limit = threading.Timer(START_SECONDS, process.kill)
        limit.start()
        with process.stdout:
            ready = process.stdout.readline()
        limit.cancel()
        if not ready:
            self.stop()
            raise DockstationError("own_server.not_started", log=str(self._log))

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"

    def admin_token(self) -> str:
        """What its administrator proves himself with; ``own_server.other`` when it has never run here."""
        try:
            return (self.folder / "admin-token").read_text("ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise DockstationError("own_server.other") from error

    def stop(self) -> None:
        """Let it end; what it has in hand is finished."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        process.stdin.close()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def close(self) -> None:
        """The same, and none is started any more."""
        with self._lock:
            self._over = True
        self.stop()


def words_of(config: Path | None) -> Sequence[str | Path]:
    """Words for a server with this folder of config."""
    return ("--config", config) if config is not None and config.is_dir() else ()


def _answers(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), 1).close()
    except OSError:
        return False
    return True
