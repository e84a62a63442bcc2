"""Signatures by Standard Webhooks: HMAC-SHA256 over message, time and body."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable

PREFIX = "whsec_"
BYTES = 32


def new_secret() -> str:
    """A fresh secret as receivers' libraries take it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(BYTES)).decode()


def signed(message: str, timestamp: int, body: bytes, keys: Iterable[str]) -> dict[str, str]:
    """The headers of one attempt; ``timestamp`` in seconds since 1970, one signature for each key."""
    content = f"{message}.{timestamp}.".encode() + body
    signatures = [f"v1,{base64.b64encode(_hmac(key, content)).decode()}" for key in keys]
    return {
        "webhook-id": message,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signatures),
    }


def _hmac(key: str, content: bytes) -> bytes:
    return hmac.new(base64.b64decode(key.removeprefix(PREFIX)), content, hashlib.sha256).digest()
