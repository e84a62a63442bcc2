"""The real central server as a fork of what has imported it, so that it is there again in no time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.fakes.server_process import ServerProcess
from tests.torture.nursery import Nursery


class ForkedServer(ServerProcess):
    """A server whose processes come from ``nursery``; it is asked and killed like any other."""

    def __init__(self, data: Path, nursery: Nursery, **settings: Any) -> None:
        super().__init__(data, **settings)
        self._nursery = nursery
        self._pid = 0

    def __exit__(self, *_: object) -> None:
        if self._pid:
            self.kill()

    def start(self) -> None:
        told = {"data": str(self.data), "database": self.database, "port": self.port, **self._settings}
        del told["log"]  # here that is the file
        self._pid, self.port = self._nursery.server(self._log_path, **told)
        if not self.port:
            raise AssertionError(f"the server did not start: {self.log}")

    def kill(self) -> None:
        pid, self._pid = self._pid, 0
        self._nursery.kill(pid)
