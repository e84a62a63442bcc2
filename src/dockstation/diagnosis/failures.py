"""An exception told without any value that it was about: kinds, places in the code, and Python's own words."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import traceback
from collections.abc import Iterator
from pathlib import PurePath
from types import CodeType, TracebackType
from typing import Any

from dockstation.diagnosis.redaction import plain
from dockstation.domain.errors import DockstationError

ALPHABET = "23456789CFGHJMPQRVWX"
"""What is not mistaken for another letter on the telephone, and makes no word."""
LENGTH = 6
CHAIN, FRAMES = 6, 60


def number_of(error: BaseException) -> str:
    """Six letters for this fault at this place of the code: the same at every station, today and tomorrow."""
    places = [f"{type(each).__name__}:{place}" for each in _chain(error) for place in _places(each.__traceback__)]
    return number_of_text("\n".join([kinds_of(error), *(places or [_message(error)])]))


def number_of_text(text: str) -> str:
    """Six letters for what ``text`` tells."""
    rest = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
    letters = []
    for _ in range(LENGTH):
        rest, place = divmod(rest, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)


def kinds_of(error: BaseException) -> str:
    """The kinds of the exception and of those behind it."""
    return " < ".join(type(each).__name__ for each in _chain(error))


def told(error: BaseException) -> list[dict[str, Any]]:
    """The exception and those behind it, the last first: kind, safe words, frames without source or values."""
    return [
        {"kind": type(each).__name__, "says": _message(each), "frames": frames_of(each.__traceback__)}
        for each in _chain(error)
    ]


def frames_of(trace: TracebackType | None) -> list[str]:
    """``file:line function``, the innermost last."""
    return [
        f"{file_of(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in list(traceback.walk_tb(trace))[-FRAMES:]
    ]


def file_of(path: str) -> str:
    """The file within its library: where the program is installed is nobody's business, nor whose home that is."""
    parts = PurePath(path.replace("\\", "/")).parts
    for root in ("site-packages", "dist-packages", "src", "lib", "Lib"):
        if root in parts[:-1]:
            rest = parts[len(parts) - parts[::-1].index(root) :]
            return "/".join(rest[1:] if rest[0].startswith("python") and len(rest) > 1 else rest)
    return parts[-1] if parts else ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in seen and len(seen) < CHAIN:
        seen.append(following)
        yield following
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)


def _places(trace: TracebackType | None) -> list[str]:
    """Where it was raised, each once, however deep a recursion went; lines change more often than faults."""
    codes = (frame.f_code for frame, _ in traceback.walk_tb(trace))
    return list(dict.fromkeys(f"{file_of(code.co_filename)}:{code.co_name}" for code in codes))


def _message(error: BaseException) -> str:
    if isinstance(error, DockstationError):
        return f"{error.code} ({', '.join(error.facts)})"
    if isinstance(error, OSError) and error.errno:
        return f"errno {error.errno}: {os.strerror(error.errno)}"
    if isinstance(error, sqlite3.Error) and hasattr(error, "sqlite_errorname"):
        return str(error.sqlite_errorname)
    names = {name for frame, _ in traceback.walk_tb(error.__traceback__) for name in _names(frame.f_code)}
    return plain(str(error)[:500], names)


def _names(code: CodeType) -> Iterator[str]:
    yield from (code.co_name, *code.co_names, *code.co_varnames, *code.co_freevars, *code.co_cellvars)
