"""What a station proves itself with, in one file that only its owner may read."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from dockstation.domain import lpn
from dockstation.domain.errors import DockstationError
from dockstation.wire import TokensMessage


@dataclass(frozen=True, slots=True)
class Tokens:
    """Who the station is for the server. The tokens are secret and in no representation."""

    station: str
    lpn_prefix: str
    access_token: str = field(repr=False)
    access_expires_at: datetime
    refresh_token: str = field(repr=False)
    again: bool = False
    """Whether the server knew the station before it gave them."""

    @classmethod
    def of(cls, message: TokensMessage) -> Self:
        """The server's answer; ValueError when it could not be used."""
        secrets = message.access_token + message.refresh_token
        if not (secrets.isascii() and secrets.isprintable()) or " " in secrets:
            raise ValueError("tokens")
        if not set(message.lpn_prefix) <= set(lpn.ALPHABET):
            raise ValueError("lpn_prefix")
        return cls(**{name: getattr(message, name) for name in cls.__slots__})


class Credentials:
    """The tokens in the file ``path``, durable and never half-written."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Tokens | None:
        """The tokens, None before enrolment; raises ``credentials.damaged``."""
        try:
            return Tokens.of(TokensMessage.model_validate_json(self._path.read_bytes()))
        except FileNotFoundError:
            return None
        except (OSError, ValidationError, ValueError):
            raise DockstationError("credentials.damaged", file=str(self._path)) from None  # its text holds tokens

    def save(self, tokens: Tokens) -> None:
        """Replace the tokens: write, fsync, rename, fsync the folder; raises ``credentials.not_saved``."""
        members = {name: getattr(tokens, name) for name in tokens.__slots__}
        text = json.dumps(members | {"access_expires_at": tokens.access_expires_at.isoformat()}, indent=1)
        try:
            _write_private(self._path, text)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise DockstationError("credentials.not_saved", file=str(self._path), why=why) from error


def _write_private(path: Path, text: str) -> None:
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(handle)
    fresh.replace(path)
    if os.name != "nt":  # Windows opens no folders, and keeps renames without being asked
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
