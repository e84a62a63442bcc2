"""What a station proves itself with: in the system's keyring, else in one file that only its owner may read."""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from pydantic import ValidationError

from dockstation.adapters.central.vault import Vault, VaultClosedError
from dockstation.domain import lpn
from dockstation.domain.errors import DockstationError
from dockstation.wire import TokensMessage

SECRET = ("access_token", "refresh_token")
KEPT = "kept"
"""In the file, the name under which the keyring has the tokens."""


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
    """The tokens, durable and never half-written.

    The file ``path`` says who the station is. The tokens are in the ``vault`` under a name that the file tells, a new
    one each time; the file has them itself where there is no vault. It leads to tokens that are kept at every moment.
    """

    def __init__(self, path: Path, vault: Vault | None = None) -> None:
        self._path, self._vault = path, vault
        self._known: tuple[bytes, Tokens] | None = None

    def load(self) -> Tokens | None:
        """The tokens, None before enrolment; raises ``credentials.damaged``, ``credentials.locked``."""
        try:
            text, known = self._path.read_bytes(), self._known
            if known is None or known[0] != text:
                self._known = known = (text, self._read(text))
        except FileNotFoundError:
            return None
        except (OSError, ValidationError, ValueError):
            raise DockstationError("credentials.damaged", file=str(self._path)) from None  # its text holds tokens
        except VaultClosedError:
            raise DockstationError("credentials.locked") from None
        return known[1]

    def _read(self, text: bytes) -> Tokens:
        members = dict(json.loads(text))
        name = members.pop(KEPT, "")
        if name:
            members |= json.loads(self._secret(str(name)))
        return Tokens.of(TokensMessage.model_validate_json(json.dumps(members)))

    def _secret(self, name: str) -> str:
        found = self._vault.get(name) if self._vault else None
        if found is None:  # of another person at this computer, or copied from another computer
            raise VaultClosedError(name)
        return found

    @property
    def in_vault(self) -> bool:
        """Whether the keyring has the tokens, and the file alone would let nobody in."""
        return bool(self._kept())

    def save(self, tokens: Tokens) -> None:
        """Replace the tokens; the old ones go when the new ones are durable. Raises ``credentials.not_saved``."""
        before, members = self._kept(), {name: getattr(tokens, name) for name in tokens.__slots__}
        members["access_expires_at"] = tokens.access_expires_at.isoformat()
        fresh = self._put(tokens.station, {name: members[name] for name in SECRET})
        if fresh:
            members = {name: value for name, value in members.items() if name not in SECRET} | {KEPT: fresh}
        text = json.dumps(members, indent=1)
        try:
            _write_private(self._path, text)
        except OSError as error:
            self._drop(fresh)
            why = error.strerror or type(error).__name__
            raise DockstationError("credentials.not_saved", file=str(self._path), why=why) from error
        self._known = (text.encode(), tokens)
        self._drop(before)

    def _kept(self) -> str:
        try:
            return str(json.loads(self._path.read_bytes()).get(KEPT, ""))
        except (OSError, ValueError, AttributeError):
            return ""

    def _put(self, station: str, secret: dict[str, Any]) -> str:
        """The name under which the vault gives it back, "" where it does not."""
        name, text = f"{station} {secrets.token_hex(4)}", json.dumps(secret)
        with suppress(VaultClosedError):
            if self._vault is not None:
                self._vault.put(name, text)
                if self._vault.get(name) == text:
                    return name
        return ""

    def _drop(self, name: str) -> None:
        with suppress(VaultClosedError):
            if name and self._vault is not None:
                self._vault.drop(name)


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
