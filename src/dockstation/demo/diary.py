"""What the demo's operator saw confirmed, one line each, written before the next thing is done."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any


class Diary:
    """Lines of JSON in a file; a line cut off by a kill is not read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, what: str, **facts: Any) -> None:
        """Append one line with the monotonic time (s)."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"what": what, "at": time.monotonic(), **facts}, ensure_ascii=False) + "\n")

    def read(self) -> list[dict[str, Any]]:
        """Every whole line so far."""
        if not self._path.exists():
            return []
        lines = self._path.read_text("utf-8").splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]

    def said(self, what: str) -> list[dict[str, Any]]:
        """The lines of one kind."""
        return [entry for entry in self.read() if entry["what"] == what]
