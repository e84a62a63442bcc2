"""A log record as one line of JSON, made of what the code says and nothing that it was given."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from dockstation.diagnosis.failures import kinds_of, number_of
from dockstation.diagnosis.redaction import GONE, plain, scrub

OURS = "dockstation"
_CODE_LIKE = re.compile(r"[A-Za-z_][A-Za-z_.]{0,80}|\d{1,4}(\.\d{1,4}){1,3}")
"""Names of stages, use cases, states, codes of errors, versions: what only code gives."""

Fact = str | int | float | bool | None


def facts(**named: Fact) -> dict[str, Mapping[str, Fact]]:
    """``extra=`` of a log call: what happened, as numbers and as names that stand in the code."""
    return {"facts": named}


class JsonLines(logging.Formatter):
    """One line a record. The arguments of a message are never written, its facts only where they are code-like."""

    def format(self, record: logging.LogRecord) -> str:
        ours = record.name.split(".")[0] == OURS
        said = str(record.msg)
        line: dict[str, Any] = {
            "by": record.name.removeprefix(f"{OURS}."),
            "event": said if ours else plain(said),
            **_kept(getattr(record, "facts", {})),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = kinds_of(record.exc_info[1])
        line = {name: scrub(value) if isinstance(value, str) else value for name, value in line.items()}
        if record.exc_info and record.exc_info[1] is not None:
            line["number"] = number_of(record.exc_info[1])  # after the scrubbing, to which it looks like a code
        if frames := getattr(record, "frames", ()):
            line["frames"] = list(frames)  # places in the code
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        return json.dumps({"at": at, "level": record.levelname.lower(), **line}, ensure_ascii=False)


def _kept(given: Mapping[str, Fact]) -> dict[str, Fact]:
    return {name: _fact(value) for name, value in given.items() if name not in ("at", "level", "by", "event")}


def _fact(value: Fact) -> Fact:
    if isinstance(value, str):
        return value if value == "" or _CODE_LIKE.fullmatch(value) else GONE
    return value
