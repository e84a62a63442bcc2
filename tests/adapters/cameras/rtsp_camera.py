"""A network camera that speaks RTSP over one TCP connection: JPEG in RTP (RFC 2435), interleaved."""

from __future__ import annotations

import base64
import re
import socket
import struct
from itertools import count

from tests.adapters.cameras.network_camera import jpeg, now_ms, stamped
from tests.adapters.cameras.plug import Plug

SDP = b"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=camera\r\nt=0 0\r\nm=video 0 RTP/AVP 26\r\na=control:track1\r\n"
_PAYLOAD = 1400
_DQT, _SOF, _SOS = 0xDB, 0xC0, 0xDA


class RtspCamera(Plug):
    """Pictures that carry the moment of their sending, 25 a second; ``login`` (user, password) is asked for."""

    def __init__(self, login: tuple[str, str] | None = None) -> None:
        super().__init__()
        self.login = login
        self.heard_first = b""

    @property
    def url(self) -> str:
        return f"rtsp://127.0.0.1:{self.port}/live"

    def talk(self, line: socket.socket) -> None:
        while request := self.heard(line):
            self.heard_first = self.heard_first or request
            if not self.pause(0):
                return
            self._answer(line, request)
            if request.startswith(b"PLAY"):
                self._play(line)

    def _answer(self, line: socket.socket, request: bytes) -> None:
        sequence = re.search(rb"CSeq: *(\d+)", request)
        head, body = b"RTSP/1.0 200 OK\r\nCSeq: %s\r\n" % (sequence[1] if sequence else b"0"), b""
        if self.login and base64.b64encode(":".join(self.login).encode()) not in request:
            head = head.replace(b"200 OK", b"401 Unauthorized") + b'WWW-Authenticate: Basic realm="camera"\r\n'
        elif request.startswith(b"DESCRIBE"):
            head, body = head + b"Content-Type: application/sdp\r\n", SDP
        elif request.startswith(b"SETUP"):
            head += b"Session: 1\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n"
        elif request.startswith(b"OPTIONS"):
            head += b"Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n"
        self.say(line, head + b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def _play(self, line: socket.socket) -> None:
        numbers = count()
        while self.pause(1 / 25):
            time = now_ms() * 90 % (1 << 32)
            for last, payload in _payloads(jpeg(stamped(now_ms()))):
                packet = struct.pack(">BBHII", 0x80, 26 | last << 7, next(numbers) % 65536, time, 7) + payload
                self.say(line, b"$\0" + struct.pack(">H", len(packet)) + packet)


def _payloads(picture: bytes) -> list[tuple[bool, bytes]]:
    tables, height, width, scan = _taken_apart(picture)
    pieces = []
    for at in range(0, len(scan), _PAYLOAD):
        head = struct.pack(">IBBBB", at, 1, 255, width // 8, height // 8)
        if at == 0:
            head += struct.pack(">BBH", 0, 0, len(tables)) + tables
        pieces.append((at + _PAYLOAD >= len(scan), head + scan[at : at + _PAYLOAD]))
    return pieces


def _taken_apart(picture: bytes) -> tuple[bytes, int, int, bytes]:
    """The quantisation tables, height, width and entropy-coded data of a baseline JPEG."""
    at, tables, height, width = 2, b"", 0, 0
    while True:
        kind, length = struct.unpack_from(">xBH", picture, at)
        content = picture[at + 4 : at + 2 + length]
        at += 2 + length
        if kind == _DQT:
            tables += b"".join(content[start + 1 : start + 65] for start in range(0, len(content), 65))
        elif kind == _SOF:
            height, width = struct.unpack_from(">xHH", content)
        elif kind == _SOS:
            return tables, height, width, picture[at:-2]
