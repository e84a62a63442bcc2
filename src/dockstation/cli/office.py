"""Requests to the server with the administrator's token."""

from __future__ import annotations

import json
from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dockstation.domain.errors import DockstationError

if TYPE_CHECKING:
    from dockstation.adapters.central.transport import Answer

SECONDS = 60.0
KINDS = ("application/json", "application/pdf")


def ask(options: Namespace, method: str, path: str, **more: Any) -> Answer:
    """The answer, also a problem; raises CentralFailed when it is not the server's."""
    from dockstation.adapters.central.transport import Transport

    with closing(Transport(options.url, SECONDS)) as transport:
        answer = transport.call(method, path, token=_token(options.token_file), **more)
    kind = answer.media_type
    if kind == "application/problem+json" or (answer.status in (200, 201) and kind in KINDS):
        return answer
    return answer.expect()  # raises what it is instead


def members(answer: Answer) -> dict[str, Any]:
    """The members of a JSON answer."""
    told: dict[str, Any] = json.loads(answer.body)
    return told


def _token(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise DockstationError("settings.unreadable", file=str(path), why=why) from error
