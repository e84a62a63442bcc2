"""The server's log as JSON lines on the error output."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

from dockstation.server.moment import rfc3339

requests = logging.getLogger("dockstation.server.request")


def speak_json() -> None:
    """One JSON line for each request and each thing that went wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(_JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    requests.setLevel(logging.INFO)


class _JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = rfc3339(datetime.fromtimestamp(record.created, UTC))
        told: dict[str, Any] = {"at": at, "level": record.levelname, "message": record.getMessage().strip()}
        told |= getattr(record, "request", {})
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:  # its text may quote what was sent, so its name and place alone
            places = traceback.extract_tb(error.__traceback__)
            told["error"] = type(error).__name__
            told["trace"] = [f"{each.filename}:{each.lineno} {each.name}" for each in places]
        return json.dumps(told)
