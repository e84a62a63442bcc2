"""The demo's neighbours as real processes: started, awaited, stopped, started again."""

from __future__ import annotations

import re
import signal
import subprocess
from pathlib import Path

from dockstation.adapters.own_server import command, environment
from dockstation.domain.errors import DockstationError

STOP_SECONDS = 15


class Service:
    """One process that says "ready on port N" on its standard output; its errors go to a log file."""

    def __init__(self, name: str, log: Path, *words: str | Path) -> None:
        self._name = name
        self._log = log
        self._words = words
        self._process: subprocess.Popen[str] | None = None
        self.port = 0

    def start(self) -> None:
        """Start it and wait until it listens, on the port it had before if it had one.

        Raises ``demo.not_started`` with the process and its log.
        """
        with self._log.open("a", encoding="utf-8") as log:
            words = command(*self._words, "--port", str(self.port))
            self._process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=log, text=True, env=environment())
        assert self._process.stdout is not None
        found = re.search(r"port (\d+)", self._process.stdout.readline())
        if found is None:
            self.stop()
            raise DockstationError("demo.not_started", name=self._name, log=str(self._log))
        self.port = int(found[1])

    def stop(self) -> None:
        """Ask it to end, and end it when it does not."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()
