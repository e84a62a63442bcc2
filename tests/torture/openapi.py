"""The server is asked everything that its own description allows, and much that it does not."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from tests.fakes.chain import Chain, outcome, resealed
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma

HOOKS = "tests.torture.openapi_checks"
CONFIG = """
[checks]
positive_data_acceptance.enabled = false
"""
"""In its place stands the check of our own, for which a 412 of an honest If-Match is no mistake."""
NOBODY = ""
ADMINISTRATOR, STATION = "administrator", "station"
KEYS = (STATION, ADMINISTRATOR, NOBODY)
"""In this order: the administrator may find the station and revoke it."""
CASES = re.compile(r"(\d+) generated")
TESTED = re.compile(r"Tested: +(\d+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking with one key. ``said`` is the whole of what schemathesis found, "" if nothing."""

    key: str
    operations: int
    cases: int
    said: str


class Interview:
    """A server with something of everything in it, asked with every key. ``folder`` takes what is needed for it."""

    def __init__(self, server: ServerProcess, folder: Path) -> None:
        self._server = server
        self._folder = folder
        self._tokens = {ADMINISTRATOR: server.admin_token, STATION: _filled(server), NOBODY: ""}

    def ask(self, key: str, seed: int, examples: int, phases: str = "coverage,fuzzing", seconds: int = 0) -> Asked:
        """Ask all that this key opens; what nobody's key opens is asked as well, and must be refused."""
        opened = [word for name in self._opened_by(key) for word in ("--include-operation-id", name)]
        config = self._folder / "schemathesis.toml"
        config.write_text(CONFIG)
        token = ["-H", f"Authorization: Bearer {self._tokens[key]}"] if key else []
        command = [
            *(
                sys.executable,
                "-m",
                "schemathesis.cli",
                "--config-file",
                str(config),
                "run",
                f"{self._server.url}/v1/openapi.json",
            ),
            *("--phases", phases, "-n", str(examples), "--seed", str(seed)),
            *(
                "--continue-on-failure",
                "--no-color",
                "--suppress-health-check",
                "all",
                "--generation-database",
                "none",
            ),
            *(("--max-time", str(seconds)) if seconds else ()),
            *token,
            *opened,
        ]
        paths = os.pathsep.join(path for path in sys.path if path)
        environment = os.environ | {"SCHEMATHESIS_HOOKS": HOOKS, "PYTHONPATH": paths}
        done = subprocess.run(command, cwd=self._folder, env=environment, capture_output=True, text=True, check=False)
        cases, tested = CASES.search(done.stdout), TESTED.search(done.stdout)
        said = done.stdout + done.stderr if done.returncode else ""
        return Asked(key, int(tested[1]) if tested else 0, int(cases[1]) if cases else 0, said)

    def _opened_by(self, key: str) -> list[str]:
        """The operations that this key opens; without a key all of them."""
        paths: dict[str, Any] = requests.get(f"{self._server.url}/v1/openapi.json", timeout=20).json()["paths"]
        told = [each for operations in paths.values() for each in operations.values()]
        return [each["operationId"] for each in told if not key or {key: []} in each.get("security", [])]


def _filled(server: ServerProcess) -> str:
    """Put something of each kind in; the token of a station."""
    server.import_rmas([rma("0"), rma("R-1")])
    dock = Dock(server)
    chain = Chain(dock.station)
    done, unknown = chain.completed(outcome("0", "0")), chain.completed(outcome("1", "R-2"))
    dock.send([done, unknown, resealed(chain.add(), schema=99)])
    return str(dock.tokens["access_token"])


def campaign(folder: Path, seed: int, seconds: int) -> int:
    """Ask with every key for so long in all; how many of them found something."""
    found = 0
    with ServerProcess(folder / "data") as server:
        interview = Interview(server, folder)
        for key in KEYS:
            asked = interview.ask(key, seed, 1000, seconds=max(1, seconds // len(KEYS)))
            found += bool(asked.said)
            print(f"seed {seed}, {key or 'no token'}: {asked.operations} operations, {asked.cases} cases", flush=True)
            print(asked.said)
        print(server.log, flush=True)
    return found
