"""One thing about the station that was looked at."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.domain.errors import DockstationError

NONE_SET = "none set"
"""What is said of a part that the station does without."""


@dataclass(frozen=True, slots=True)
class Check:
    """What was seen, in English; ``error`` says what is wrong and how to mend it, None where all is well."""

    name: str
    says: str
    error: DockstationError | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing needs to be mended."""
        return self.error is None

    @property
    def is_set(self) -> bool:
        """Whether the station has such a part at all."""
        return self.says != NONE_SET
