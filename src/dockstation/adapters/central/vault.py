"""The system's keyring, where one is there that can be trusted with a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")
SERVICE = "dockstation"
TRUSTED = frozenset(
    f"keyring.backends.{each}" for each in ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
)
"""Of this system alone: others keep secrets in files of their own, or ask for a password on a terminal."""


class VaultClosedError(Exception):
    """There is no keyring, or it does not open."""


class Vault(Protocol):
    """Secrets by name; each method raises VaultClosedError."""

    def get(self, name: str) -> str | None: ...
    def put(self, name: str, secret: str) -> None: ...
    def drop(self, name: str) -> None: ...


class Keyring:
    """The one that belongs to whoever is logged in at this computer."""

    def get(self, name: str) -> str | None:
        """None when there is none such."""
        return _opened(lambda keys: keys.get_password(SERVICE, name))

    def put(self, name: str, secret: str) -> None:
        """Keep it; it has arrived when this returns."""
        _opened(lambda keys: keys.set_password(SERVICE, name, secret))

    def drop(self, name: str) -> None:
        """Forget it."""
        _opened(lambda keys: keys.delete_password(SERVICE, name))


def _opened(use: Callable[[KeyringBackend], T]) -> T:
    try:
        import keyring

        found = keyring.get_keyring()
        of_system = [each for each in getattr(found, "backends", [found]) if type(each).__module__ in TRUSTED]
        if of_system:
            return use(of_system[0])
    except Exception as error:  # backends let whatever their bus or wallet raises through
        raise VaultClosedError(type(error).__name__) from error
    raise VaultClosedError("none")
