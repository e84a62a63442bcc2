"""As much of IPP 1.1 (RFC 8010, 8011) as a print queue takes: a request, and the attributes of its answer."""

from __future__ import annotations

import http.client
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

PRINT_JOB, CANCEL_JOB, GET_JOB, GET_PRINTER, GET_PRINTERS = 0x0002, 0x0008, 0x0009, 0x000B, 0x4002
OPERATION, JOB, END = 0x01, 0x02, 0x03
INTEGER, ENUM, KEYWORD, URI, NAME, MIME, CHARSET, LANGUAGE = 0x21, 0x23, 0x44, 0x45, 0x42, 0x49, 0x47, 0x48
DELIMITERS = 0x10
"""Tags below it part the groups of an answer."""
REFUSED = 0x0100
ANSWER_BYTES = 1024 * 1024
PORT = 631

Value = str | int
Attributes = dict[str, tuple[Value, ...]]
Asked = tuple[int, str, Value]
"""Tag, name, value."""


class IppRefused(OSError):  # noqa: N818 - past tense says it better
    """The server answered, and would not."""


@dataclass(frozen=True, slots=True)
class IppQueue:
    """A queue by its address: ``ipp://host:631/printers/label``; ``seconds`` for each answer."""

    uri: str
    seconds: float

    def ask(self, operation: int, more: Sequence[Asked] = (), data: bytes = b"") -> list[Attributes]:
        """The groups of the answer; raises IppRefused, or OSError when there is no good answer."""
        address = urlsplit(self.uri)
        secure = address.scheme in ("ipps", "https")
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        try:
            connection = kind(address.hostname or "", address.port or PORT, timeout=self.seconds)
            head = {"Content-Type": "application/ipp"}
            connection.request("POST", address.path or "/", self._request(operation, more) + data, head)
            answer = connection.getresponse()
            body = answer.read(ANSWER_BYTES)
            connection.close()
        except (http.client.HTTPException, ValueError) as error:
            raise OSError(str(error)) from error
        if answer.status != http.HTTPStatus.OK:
            raise IppRefused(answer.status, answer.reason)
        return _groups(body)

    def _request(self, operation: int, more: Sequence[Asked]) -> bytes:
        about = (
            (CHARSET, "attributes-charset", "utf-8"),
            (LANGUAGE, "attributes-natural-language", "en"),
            (URI, "printer-uri", self.uri),
            (NAME, "requesting-user-name", "dockstation"),
            *more,
        )
        head = struct.pack(">BBHI", 1, 1, operation, 1)
        return head + bytes([OPERATION]) + b"".join(map(_attribute, about)) + bytes([END])


def _attribute(asked: Asked) -> bytes:
    tag, name, value = asked
    said = struct.pack(">i", value) if isinstance(value, int) else value.encode()
    named = name.encode()
    return struct.pack(">BH", tag, len(named)) + named + struct.pack(">H", len(said)) + said


def _groups(body: bytes) -> list[Attributes]:
    try:
        status = struct.unpack_from(">H", body, 2)[0]
        groups = list(_read(body))
    except (struct.error, IndexError) as error:
        raise OSError("not IPP") from error
    if status >= REFUSED:
        raise IppRefused(f"{status:#06x}")
    return groups


def _read(body: bytes) -> Iterator[Attributes]:
    place, group, last = 8, Attributes(), ""
    while body[place] != END:
        tag, place = body[place], place + 1
        if tag < DELIMITERS:
            if group:
                yield group
            group = {}
            continue
        name, place = _string(body, place)
        value, place = _string(body, place)
        last = name.decode("utf-8", "replace") or last
        number = struct.unpack(">i", value)[0] if tag in (INTEGER, ENUM) else value.decode("utf-8", "replace")
        group[last] = (*group.get(last, ()), number)
    yield group


def _string(body: bytes, place: int) -> tuple[bytes, int]:
    length = struct.unpack_from(">H", body, place)[0]
    end = place + 2 + length
    return body[place + 2 : end], end
