"""The program as a person starts it: a process, its two outputs and its exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from dockstation.cli import main
from tests.fakes.forked import fork, paths

SECONDS = 60
COMMAND = (sys.executable, "-W", "error", "-m", "dockstation")


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # slow
    return kept | {"PYTHONPATH": paths()} | more


@dataclass(frozen=True, slots=True)
class Said:
    """What a finished process said."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    def complaint(self) -> str:
        """The one line on standard error; there is nothing else anywhere."""
        assert self.out == ""
        assert re.fullmatch(r"dockstation: [^\n]+\n", self.err), self.err
        return self.err


def run(*words: str | Path, typed: str = "", **more: str) -> Said:
    """What it says to these words; with an environment of its own it is started from nothing."""
    told = [str(word) for word in words]
    said = _started(told, typed, more) if more else _forked(told, typed)
    assert "Traceback" not in said.err, said.err
    return said


def _started(words: list[str], typed: str, more: dict[str, str]) -> Said:
    command, told = [*COMMAND, *words], environment(**more)
    done = subprocess.run(command, input=typed.encode(), check=False, capture_output=True, timeout=SECONDS, env=told)
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def _forked(words: list[str], typed: str) -> Said:
    with TemporaryDirectory() as folder:
        typing, out, err = (Path(folder, name) for name in ("typed", "out", "err"))
        typing.write_text(typed, "utf-8")
        process = fork(main, words, typed=typing, out=out, err=err)
        process.join(SECONDS)
        assert process.exitcode is not None, words
        return Said(process.exitcode, *(each.read_bytes().decode() for each in (out, err)))


class Service:
    """A process that says on which port it is ready; told to end by its ``with``."""

    def __init__(self, *words: str | Path) -> None:
        self._words = words

    def __enter__(self) -> Self:
        words = [*COMMAND, *map(str, self._words), "--port", "0"]
        self.process = subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment()
        )
        assert self.process.stdout is not None
        ready = re.fullmatch(r"\w+ ready on port (\d+)\n", self.process.stdout.readline())
        assert ready, self.process.communicate(timeout=SECONDS)
        self.port = int(ready[1])
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.stop()

    def stop(self) -> Said:
        """Ask it to end; what it said after it was ready."""
        self.process.terminate()
        out, err = self.process.communicate(timeout=SECONDS)
        return Said(self.process.returncode, out, err)


def own_config(folder: Path, name: str, text: str) -> Path:
    """A config folder with one file of its own."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return folder
