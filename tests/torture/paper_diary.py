"""What the screen confirmed, in a file that outlives the process."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


class Diary:
    """One JSON line for each act, on the disk when ``add`` returns. The last line may be half of one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, what: str, **facts: str) -> None:
        """Note that this was confirmed."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"what": what, **facts}) + "\n")
            file.flush()
            os.fsync(file.fileno())

    def count(self) -> int:
        """How many lines there are."""
        return self._path.read_bytes().count(b"\n") if self._path.exists() else 0

    def read(self) -> list[dict[str, Any]]:
        """Every whole entry."""
        if not self._path.exists():
            return []
        lines = self._path.read_text("utf-8").split("\n")
        return [json.loads(line) for line in lines if line.endswith("}")]
