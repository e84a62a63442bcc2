"""What a check has to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dockstation.domain.errors import DockstationError
from dockstation.settings.document import Document
from dockstation.settings.lines import KeyPath


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake, or a ``warning``, in a file; ``example`` are the answers and circumstances that show it."""

    error: DockstationError
    warning: bool = False
    example: Mapping[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> tuple[str, int]:
        """File and line; 0 where it is about the file as such."""
        return str(self.error.facts.get("file", "")), int(self.error.facts.get("line", 0))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a document that can be pointed at."""

    document: Document
    path: KeyPath

    @property
    def place(self) -> tuple[str, int]:
        """File and line."""
        return str(self.document.file), self.document.line_of(self.path)

    def wrong(self, code: str, facts: Mapping[str, str | int]) -> DockstationError:
        """What is wrong there."""
        file, line = self.place
        return DockstationError(code, **{**facts, "file": file, "line": line})
