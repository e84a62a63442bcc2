"""A screen and a keyboard of an X server's own, for programs that are to see real keys."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class Display:
    """``name`` as in DISPLAY; ``environment`` is for a program that shows its window there."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.environment = {
            **os.environ,
            "DISPLAY": name,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        }

    def keyboard(self, *words: str) -> str:
        """What xdotool says to these words."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, check=True, timeout=30, capture_output=True, text=True
        )
        return done.stdout.strip()

    def set_layout(self, layout: str) -> None:
        """The system's keyboard layout, for every window of this display."""
        subprocess.run(["setxkbmap", layout], env=self.environment, check=True, timeout=30, capture_output=True)

    def scan(self, code: str) -> None:
        """The code and Enter, without a pause."""
        self.keyboard("type", "--delay", "0", code + "\n")


@contextmanager
def screen() -> Iterator[Display]:
    """An X server on a free display, 1280 × 800."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield Display(":" + told.readline().strip())
    finally:
        server.terminate()
        server.wait(20)
