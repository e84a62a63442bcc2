"""Setting a station up: its settings as a page shows them, values as people type them, and codes that enrol it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dockstation.domain.errors import DockstationError
from dockstation.domain.printer_setup import Value

ON, OFF = "true", "false"
DONE = "done"
"""How far setting up has come, when it has come to its end."""
_CODE = re.compile(
    r"(?:DSENROL-)?([0-9A-Z]{4}-?[0-9A-Z]{4}-?[0-9A-Z]{4})(?:@(https?://[^\s@]{1,500}))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of station.toml with what counts for it now. ``choices`` are all that it may be, () for anything else.

    ``written`` is how a value is written, in no language.
    """

    table: str
    key: str
    value: Value
    choices: tuple[str, ...] = ()
    written: str = ""

    @property
    def name(self) -> str:
        """``sounds.volume``."""
        return f"{self.table}.{self.key}"

    @property
    def text(self) -> str:
        """The value as it is typed."""
        if isinstance(self.value, bool):
            return ON if self.value else OFF
        return f"{self.value:g}" if isinstance(self.value, float) else str(self.value)

    def read(self, text: str) -> Value:
        """What was typed, as a value of the same kind; ``settings.not_written``."""
        typed = text.strip() if self.key not in ("prefix", "suffix") else text
        if isinstance(self.value, str):
            return typed
        try:
            if isinstance(self.value, bool):
                return {ON: True, OFF: False}[typed]
            return int(typed) if isinstance(self.value, int) else float(typed)
        except (KeyError, ValueError) as error:
            raise DockstationError("settings.not_written", key=self.key, wanted=self.written) from error


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A one-time code, and the server that gave it, "" where the code does not say."""

    code: str
    server: str = ""


def read_enrolment(text: str) -> Enrolment:
    """``QR4A-PGLW-44GF``, or as a QR code ``DSENROL-QR4A-PGLW-44GF@https://rma.example.com``; ``enrol.no_code``."""
    found = _CODE.fullmatch(text.strip())
    if found is None:
        raise DockstationError("enrol.no_code")
    return Enrolment(found[1].upper(), (found[2] or "").rstrip("/"))
