"""The station's side of protocol version 1."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import quote

from pydantic import ValidationError

from dockstation.adapters.central import mapping
from dockstation.adapters.central.credentials import Credentials, Tokens
from dockstation.adapters.central.transport import Answer, Transport, not_ours
from dockstation.application.ports.central import (
    CentralFailed,
    ConfigPage,
    CursorExpired,
    EventResult,
    FailureClass,
    KnownChain,
    RmaPage,
    Settlement,
    at_once,
)
from dockstation.domain.errors import DockstationError
from dockstation.domain.events import Event
from dockstation.domain.rma import Rma
from dockstation.domain.serial_history import CameWith
from dockstation.domain.unit_story import UnitStory
from dockstation.wire import (
    BATCH_BYTES,
    COMPLETE_HEADER,
    OFFSET_HEADER,
    PHOTO_BYTES,
    PICTURE_BYTES,
    PIECE_BYTES,
    BatchAnswerMessage,
    ChainsMessage,
    EnrolmentCodeMessage,
    EnrolMessage,
    FoundMessage,
    Message,
    RenewMessage,
    RmaPageMessage,
    SerialMessage,
    TokensMessage,
    UnitMessage,
)
from dockstation.wire.config import ConfigPageMessage
from dockstation.wire.reviews import AskSettledMessage, SettledEventsMessage

FIND_SECONDS = 2.0
PIECE_SECONDS = 1.0
"""So long at most one part of a photo keeps what is recorded meanwhile."""
JSON = {"Content-Type": "application/json"}
BYTES = {"Content-Type": "application/octet-stream"}
PIECE = {"Content-Type": "application/partial-upload"}


class HttpCentral:
    """The central server at ``url``; ``timeout`` in seconds, larger photos go in pieces of ``piece_bytes``.

    With ``at_once`` one goes whole where the line has just been so quick that it takes no longer than a piece may.
    Calls may come from several threads.
    Raises ``central.url`` and ``central.insecure`` for an address that it will not use.
    """

    def __init__(
        self,
        url: str,
        credentials: Credentials,
        timeout: float,
        piece_bytes: int = PIECE_BYTES,
        *,
        at_once: bool = False,
    ) -> None:
        self._transport = Transport(url, timeout)
        self._credentials = credentials
        self._piece_bytes = piece_bytes
        self._renewing = threading.Lock()
        self._at_once = at_once
        self._bytes_per_second = 0.0  # of the last upload
        self._takes_pieces = False
        self._cut: dict[str, int] = {}  # photos that go on in pieces, and from where
        self._find_seconds = min(timeout, FIND_SECONDS)

    def close(self) -> None:
        """Let go of every connection."""
        self._transport.close()

    def pull_rmas(self, cursor: str) -> RmaPage:
        """The page after ``cursor`` ("" from the beginning); raises CursorExpired."""
        params = {"cursor": cursor} if cursor else {}
        statuses = (200, 410) if cursor else (200,)
        answer = self._ask(
            lambda token: self._transport.call("GET", "/v1/rmas", token=token, params=params), *statuses
        )
        if answer.status == 410:
            raise CursorExpired("central.cursor")
        return mapping.page(answer.read(RmaPageMessage))

    def pull_config(self, cursor: str) -> ConfigPage:
        """The published documents after ``cursor``; none of a server that publishes none. Raises CursorExpired."""
        params = {"cursor": cursor} if cursor else {}
        known = {"If-None-Match": f'"{cursor}"'} if cursor else {}
        answer = self._ask(
            lambda token: self._transport.call("GET", "/v1/config", token=token, params=params, headers=known),
            *((200, 304, 404, 410) if cursor else (200, 404)),
        )
        if answer.status == 410:
            raise CursorExpired("central.cursor")
        if answer.status in (304, 404):
            return ConfigPage((), cursor, more=False)
        return mapping.config_page(answer.read(ConfigPageMessage))

    def find_rmas(self, code: str) -> tuple[Rma, ...]:
        """The RMAs that the server knows for ``code``."""
        params, seconds = {"code": code}, self._find_seconds
        answer = self._ask(
            lambda token: self._transport.call("GET", "/v1/rmas/find", token=token, params=params, timeout=seconds),
            200,
        )
        return tuple(map(mapping.rma, answer.read(FoundMessage).items))

    def find_unit(self, lpn: str) -> UnitStory | None:
        """Where the unit stands as far as its events have come."""
        path, seconds = f"/v1/units/{quote(lpn, safe='')}", self._find_seconds
        answer = self._ask(lambda token: self._transport.call("GET", path, token=token, timeout=seconds), 200, 404)
        return None if answer.status == 404 else mapping.unit(answer.read(UnitMessage))

    def find_serial(self, serial: str) -> tuple[CameWith, ...]:
        """The units that came with it, as far as their events have come."""
        path, seconds = f"/v1/serials/{quote(serial, safe='')}", self._find_seconds
        answer = self._ask(lambda token: self._transport.call("GET", path, token=token, timeout=seconds), 200)
        return tuple(map(mapping.came_with, answer.read(SerialMessage).items))

    def send_events(self, events: Sequence[Event]) -> tuple[EventResult, ...]:
        """At most 100 events in seq order; one result per event, in order."""
        message = {"events": [each.as_message() for each in events]}
        body = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
        if len(body) > BATCH_BYTES:
            raise CentralFailed("central.too_large", FailureClass.PERMANENT)
        answer = self._ask(
            lambda token: self._transport.call("POST", "/v1/events:batch", token=token, body=body, headers=JSON), 200
        )
        try:
            return mapping.results(answer.read(BatchAnswerMessage), events)
        except ValueError as error:
            raise not_ours() from error

    def known_events(self, *, gaps: bool = False) -> tuple[KnownChain, ...] | None:
        """What the server has of this station; an older one does not know the question."""
        params = {"gaps": "true"} if gaps else {}
        path = "/v1/stations/self/chains"
        answer = self._ask(lambda token: self._transport.call("GET", path, token=token, params=params), 200, 404)
        return None if answer.status == 404 else mapping.chains(answer.read(ChainsMessage))

    def settled(self, event_ids: Sequence[str]) -> tuple[Settlement, ...]:
        """What the office made of these; an older server does not know the question."""
        body = AskSettledMessage(ids=tuple(event_ids)).model_dump_json().encode()
        answer = self._ask(
            lambda token: self._transport.call("POST", "/v1/events:settled", token=token, body=body, headers=JSON),
            *(200, 404),
        )
        return () if answer.status == 404 else mapping.settlements(answer.read(SettledEventsMessage))

    def clock_ahead(self) -> float:
        """By the header that every answer has."""
        return self._transport.ahead

    def has_photo(self, sha256: str) -> bool:
        """Whether the server holds these bytes whole: it has to name their digest, a bare 200 is not enough."""
        answer = self._ask(lambda token: self._transport.call("HEAD", f"/v1/blobs/{sha256}", token=token), 200, 404)
        if answer.status == 404:
            self._note_cut(sha256, answer.headers.get(OFFSET_HEADER, ""))
            return False
        _require_digest(answer, sha256)
        return True

    def _note_cut(self, sha256: str, told: str) -> None:
        came = _count(told)
        self._takes_pieces = came is not None
        if came is None:
            self._cut.pop(sha256, None)  # a server that takes no pieces
        elif came or sha256 in self._cut:
            self._cut[sha256] = came

    def put_photo(self, sha256: str, path: Path, before_piece: Callable[[int], object] = at_once) -> None:
        """Upload the file, a large one in pieces; sending again what the server has is harmless."""
        size = _size(path, sha256)
        if size > PHOTO_BYTES:
            raise CentralFailed("central.too_large", FailureClass.PERMANENT)
        in_pieces = self._takes_pieces and size > self._piece_bytes and not self._is_quick(size)
        came = self._cut.pop(sha256, 0 if in_pieces else None)
        try:
            if came is None or not self._put_rest(sha256, path, came, before_piece):
                before_piece(size)
                self._put_whole(sha256, path)
        except CentralFailed as failure:
            if failure.failure is FailureClass.LATER:
                self._cut[sha256], self._bytes_per_second = 0, 0.0  # until the server is asked
            raise

    def _is_quick(self, size: int) -> bool:
        return self._at_once and size <= self._bytes_per_second * PIECE_SECONDS

    def _note_speed(self, answer: Answer, size: int, began: float) -> None:
        if answer.status in (201, 204):  # else the server has not waited for the bytes
            self._bytes_per_second = size / max(time.monotonic() - began, 0.001)

    def _put_whole(self, sha256: str, path: Path) -> None:
        headers = BYTES | {"Content-Digest": _digest(sha256), "If-None-Match": "*"}

        def put(token: str) -> Answer:
            with path.open("rb") as file:
                return self._transport.call("PUT", f"/v1/blobs/{sha256}", token=token, body=file, headers=headers)

        began = time.monotonic()
        answer = self._ask(put, 201, 412)
        _require_digest(answer, sha256)
        self._note_speed(answer, _size(path, sha256), began)

    def _put_rest(self, sha256: str, path: Path, came: int, before_piece: Callable[[int], object]) -> bool:
        """Whether the server has all of it then; where it has not, it wants the whole anew."""
        size = _size(path, sha256)
        with path.open("rb") as file:
            while came < size:
                file.seek(came)
                piece = file.read(self._piece_bytes)
                before_piece(len(piece))
                answer = self._put_piece(sha256, piece, came, came + len(piece) >= size)
                if answer.status in (201, 412):
                    _require_digest(answer, sha256)
                    return True
                before, came = came, _count(answer.headers.get(OFFSET_HEADER, "")) or 0
                if came <= before:
                    break
        return False

    def _put_piece(self, sha256: str, piece: bytes, offset: int, is_last: bool) -> Answer:
        headers = PIECE | {OFFSET_HEADER: str(offset), COMPLETE_HEADER: f"?{int(is_last)}"}
        began = time.monotonic()
        answer = self._ask(
            lambda token: self._transport.call(
                "PATCH", f"/v1/blobs/{sha256}", token=token, body=piece, headers=headers
            ),
            *(201, 204, 405, 409, 412, 416),
        )
        self._note_speed(answer, len(piece), began)
        return answer

    def get_picture(self, sha256: str) -> bytes:
        """The picture with this hash; what has another one is none, now and later."""
        path, seconds, most = f"/v1/blobs/{quote(sha256, safe='')}", self._find_seconds, PICTURE_BYTES
        answer = self._ask(
            lambda token: self._transport.call("GET", path, token=token, timeout=seconds, most=most), 200
        )
        if hashlib.sha256(answer.body).hexdigest() != sha256:
            raise CentralFailed("central.not_ours", FailureClass.PERMANENT)
        return answer.body

    def _ask(self, send: Callable[[str], Answer], *statuses: int) -> Answer:
        """The answer to what ``send`` sends with the access token; a token that is too old is renewed once."""
        tokens = self._tokens()
        answer = send(tokens.access_token).expect(401, *statuses)
        if answer.status != 401:
            return answer
        return send(self._renewed(tokens).access_token).expect(*statuses)

    def _tokens(self) -> Tokens:
        try:
            tokens = self._credentials.load()
        except DockstationError as error:
            may_open = error.code == "credentials.locked"
            failure = FailureClass.LATER if may_open else FailureClass.AUTH
            raise CentralFailed(error.code, failure, 0, **error.facts) from error
        if tokens is None:
            raise CentralFailed("central.not_enrolled", FailureClass.AUTH)
        return tokens

    def _renewed(self, stale: Tokens) -> Tokens:
        with self._renewing:
            current = self._tokens()
            if current.access_token != stale.access_token:
                return current  # another thread, or an enrolment, has been quicker
            fresh = self._renewal(current)
            try:
                self._credentials.save(fresh)
            except DockstationError as error:
                raise CentralFailed(error.code, FailureClass.LATER, 0, **error.facts) from error
            return fresh

    def _renewal(self, current: Tokens) -> Tokens:
        try:
            fresh = _posted(
                self._transport, "/v1/stations/renew", RenewMessage(refresh_token=current.refresh_token), 200
            )
        except CentralFailed as failure:
            if failure.failure is FailureClass.PERMANENT:  # of the token, not of what was to be sent
                raise CentralFailed("central.auth", FailureClass.AUTH) from failure
            raise
        if (fresh.station, fresh.lpn_prefix) != (current.station, current.lpn_prefix):
            raise not_ours()
        return fresh


def enrol(url: str, code: str, name: str, timeout: float, station: str = "") -> Tokens:
    """Make this a station of the server at ``url`` with a one-time code; the caller saves the tokens.

    ``name`` is what people call it, ``station`` the id that it has and must keep.
    Raises CentralFailed: ``central.enrolment_code`` when the code is not good.
    """
    try:
        message = EnrolMessage(code=code, name=name, station=station or None)
    except ValidationError:
        raise CentralFailed("central.enrolment_code", FailureClass.AUTH) from None
    transport = Transport(url, timeout)
    try:
        return _posted(transport, "/v1/stations/enrol", message, 201)
    except CentralFailed as failure:
        if failure.failure is FailureClass.AUTH:
            raise CentralFailed("central.enrolment_code", FailureClass.AUTH) from failure
        raise
    finally:
        transport.close()


def enrolment_code(url: str, admin_token: str, timeout: float) -> str:
    """A fresh one-time code, for whoever has the administrator's token; raises CentralFailed."""
    transport = Transport(url, timeout)
    try:
        answer = transport.call("POST", "/v1/enrolment-codes", token=admin_token).expect(201)
        return answer.read(EnrolmentCodeMessage).code
    finally:
        transport.close()


def _posted(transport: Transport, path: str, message: Message, status: int) -> Tokens:
    answer = transport.call("POST", path, body=message.model_dump_json().encode(), headers=JSON).expect(status)
    try:
        return Tokens.of(answer.read(TokensMessage))
    except ValueError:
        raise not_ours() from None


def _size(path: Path, sha256: str) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise DockstationError("photo.missing", sha256=sha256) from error


def _count(told: str) -> int | None:
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else None


def _digest(sha256: str) -> str:
    return f"sha-256=:{base64.b64encode(bytes.fromhex(sha256)).decode()}:"


def _require_digest(answer: Answer, sha256: str) -> None:
    if answer.headers.get("Repr-Digest") != _digest(sha256):
        raise not_ours()
