"""The program anew, in the place of this process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import NoReturn

PATIENCE_S = 10.0
"""How long the new process waits for the data of the old one, where both live for a moment."""


def restart(badge: str, *, safely: bool) -> NoReturn:
    """Start again with the same words; nothing of this process is left."""
    command = [sys.executable, *words(sys.orig_argv[1:], badge, safely=safely)]
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    if os.name == "nt":  # exec there returns to the shell at once, and leaves the locks
        subprocess.Popen(command)
        os._exit(0)
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted


def words(before: Sequence[str], badge: str, *, safely: bool) -> list[str]:
    """The words of the command line, with whom to sign in ("" as before), and whether to start safely."""
    more = ["--restarted", *(["--safe"] if safely else []), *([f"--badge={badge}"] if badge else [])]
    kept = [each for each in before if each not in more and not (badge and each.startswith("--badge="))]
    return [*kept, *more]
