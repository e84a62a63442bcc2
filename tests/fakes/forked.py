"""Processes of the program that need not import it first: each is a fork of one that has.

To import the server costs a second of work, the command line half of one, and the tests start hundreds.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

FORKS = multiprocessing.get_context("forkserver")
NOTHING = Path(os.devnull)
ADDED = os.O_WRONLY | os.O_CREAT | os.O_APPEND


def paths() -> str:
    """Where a process of ours finds what we import, as PYTHONPATH has it."""
    return os.pathsep.join(path for path in sys.path if path)


def fork(
    life: Callable[..., object], *about: Any, typed: Path = NOTHING, out: Path = NOTHING, err: Path = NOTHING
) -> BaseProcess:
    """Begin ``life(*about)`` in a process of its own; what it says is added to the files ``out`` and ``err``."""
    _begin()
    process = FORKS.Process(target=_live, args=(life, about, (typed, out, err), dict(os.environ)))
    process.start()
    return process


@cache
def _begin() -> None:
    """Start what all are forks of. It looks for what it is to import before it is told where."""
    kept = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = paths()
    FORKS.set_forkserver_preload(["tests.fakes.preloaded"])
    forkserver.ensure_running()
    if kept is None:
        del os.environ["PYTHONPATH"]
    else:
        os.environ["PYTHONPATH"] = kept


def _live(
    life: Callable[..., object],
    about: tuple[Any, ...],
    files: tuple[Path, Path, Path],
    environment: Mapping[str, str],
) -> None:
    for number, (path, how) in enumerate(zip(files, (os.O_RDONLY, ADDED, ADDED), strict=True)):
        file = os.open(path, how, 0o600)
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(environment)
    sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w", buffering=1)
    warnings.simplefilter("error")
    life(*about)
