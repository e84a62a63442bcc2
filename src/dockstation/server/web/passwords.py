"""Passwords by argon2id (RFC 9106), with the parameters that argon2-cffi recommends."""

from __future__ import annotations

import unicodedata
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dockstation.server.problems import Problem

LEAST, MOST = 10, 200
AT_ONCE = 2


class Passwords:
    """About 50 ms and 64 MiB each, two at once: a crowd that guesses takes turns. Never inside a transaction."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turn = BoundedSemaphore(AT_ONCE)
        self._nobody = self._hasher.hash("nobody")

    def hashed(self, password: str) -> str:
        """The hash to keep; 422 ``password`` for one that is too short or too long."""
        if not LEAST <= len(password) <= MOST:
            raise Problem(422, "password", "A password has 10 to 200 characters", least=LEAST, most=MOST)
        with self._turn:
            return self._hasher.hash(_same(password))

    def fits(self, hashed: str | None, password: str) -> bool:
        """Whether it is the password; for nobody's (None) it takes as long and is not."""
        with self._turn:
            try:
                self._hasher.verify(hashed or self._nobody, _same(password[:MOST]))
            except (VerificationError, InvalidHashError):
                return False
        return hashed is not None


def _same(password: str) -> str:
    """However its letters were put together by the keyboard."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "replace").decode()
