"""JPEG pictures one after the other over HTTP, as phones and network cameras send them."""

from __future__ import annotations

import io
import re
import select
import struct
import time
from email.message import Message
from http.client import HTTPException, HTTPResponse

import cv2
import numpy as np
from PIL.JpegImagePlugin import JpegImageFile

from dockstation.adapters.cameras.address import shown
from dockstation.adapters.cameras.answers import answer_of
from dockstation.adapters.cameras.frames import MAX_PIXELS, Frame
from dockstation.adapters.cameras.live import READ_S
from dockstation.domain.errors import DockstationError

_MAX_PART = 20_000_000
_MAX_HEAD = 8_192
_AT_ONCE = 1 << 20
_SKIP_S = 0.1
_PART_S = 5.0
_KIND = re.compile(r"[a-z0-9]+/[a-z0-9.+-]+")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,9})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


class NotPicturesError(Exception):
    """The address answers with something else, which may be a film."""


class MjpegSource:
    """A stream of JPEG pictures.

    Raises ``camera.unavailable``, ``camera.denied`` for a wrong password, ``camera.no_stream`` with what the address
    answers instead, and NotPicturesError for what FFmpeg may know. Two seconds of silence count as lost.
    """

    def __init__(self, url: str) -> None:
        self._answer = answer_of(url)
        try:
            self._parts = Parts(self._answer, _boundary(self._answer.headers, url))
        except BaseException:
            self._answer.close()
            raise

    def read(self) -> Frame | None:
        """See Source. Passed over are broken and over-large pictures, and those that a newer one follows."""
        try:
            until = time.monotonic() + READ_S
            while time.monotonic() < until:
                if (frame := decoded(self._newest())) is not None:
                    return frame
        except (OSError, HTTPException, EOFError, ValueError):
            pass
        return None

    def close(self) -> None:
        """See Source."""
        self._answer.close()

    def _newest(self) -> bytes:
        """The last of the pictures that have come in; a sender faster than that is not waited for."""
        enough = time.monotonic() + _SKIP_S
        picture = self._parts.take()
        while time.monotonic() < enough and (self._parts.has_more() or self._is_waiting()):
            picture = self._parts.take()
        return picture

    def _is_waiting(self) -> bool:
        return not self._answer.isclosed() and bool(select.select([self._answer], [], [], 0)[0])


class Parts:
    """The parts of a multipart answer; EOFError at its end, when it is none, and after five seconds for one."""

    def __init__(self, answer: HTTPResponse | io.BufferedReader, boundary: bytes) -> None:
        self._answer = answer
        self._mark = b"--" + boundary
        self._held = bytearray()
        self._until = 0.0

    def take(self) -> bytes:
        """The next part's content."""
        self._until = time.monotonic() + _PART_S
        self._drop(self._find(self._mark, _MAX_PART) + len(self._mark))
        end = self._find(b"\r\n\r\n", _MAX_HEAD)
        head = self._drop(end + 4)
        length = _LENGTH.search(head)
        return self._drop(self._fill(int(length[1])) if length else self._find(self._mark, _MAX_PART))

    def has_more(self) -> bool:
        """Whether a whole part has come in already."""
        first = self._held.find(self._mark)
        end = self._held.find(b"\r\n\r\n", first) + 4
        if first < 0 or end < 4:
            return False
        length = _LENGTH.search(self._held, first, end)
        return len(self._held) - end >= int(length[1]) if length else self._held.find(self._mark, end) >= 0

    def _drop(self, count: int) -> bytes:
        taken = bytes(self._held[:count])
        del self._held[:count]
        return taken

    def _fill(self, count: int) -> int:
        if count > _MAX_PART:
            raise EOFError
        while len(self._held) < count:
            self._more()
        return count

    def _find(self, mark: bytes, limit: int) -> int:
        start = 0
        while (at := self._held.find(mark, start)) < 0:
            if len(self._held) > limit:
                raise EOFError
            start = max(0, len(self._held) - len(mark) + 1)
            self._more()
        return at

    def _more(self) -> None:
        got = self._answer.read1(_AT_ONCE)
        if not got or time.monotonic() > self._until:  # what drips for ever is no picture
            raise EOFError
        self._held += got


def decoded(picture: bytes) -> Frame | None:
    """A JPEG as a frame; None when it is broken, none at all, or larger than any camera's."""
    try:
        with JpegImageFile(io.BytesIO(picture)) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            colours = np.asarray(image if image.mode == "RGB" else image.convert("RGB"), np.uint8)
    except (OSError, SyntaxError, ValueError, LookupError, TypeError, EOFError, struct.error):
        return None
    return np.asarray(cv2.cvtColor(colours, cv2.COLOR_RGB2BGR), np.uint8)


def _boundary(headers: Message, url: str) -> bytes:
    """What stands between the parts; the dashes before it are written into the header by some cameras."""
    kind = headers.get_content_type() if "Content-Type" in headers else "video/unknown"
    if kind.startswith(("text/", "image/")) or not _KIND.fullmatch(kind):
        told = kind if _KIND.fullmatch(kind) else "?"
        raise DockstationError("camera.no_stream", source=shown(url), answer=told)
    boundary = str(headers.get_param("boundary", "")).lstrip("-")[:200]
    if not kind.startswith("multipart/") or not boundary:
        raise NotPicturesError
    return boundary.encode("latin-1", "replace")
