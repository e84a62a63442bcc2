"""The graphic field ``^GFA``: its hex and Z64 forms, checked to the last byte."""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import dataclass

GRAPHIC_BYTES = 8 * 1024 * 1024
HEAD = re.compile(rb"A,(\d{1,8}),(\d{1,8}),(\d{1,5}),(.*)", re.DOTALL)
Z64 = re.compile(rb":Z64:([A-Za-z0-9+/]+={0,2}):([0-9A-Fa-f]{4})")


@dataclass(frozen=True, slots=True)
class Graphic:
    """Rows of ``stride`` bytes, most significant bit left, 1 = black."""

    stride: int
    rows: bytes


def graphic(parameters: bytes) -> Graphic:
    """The graphic that the parameters of ``^GF`` describe; ValueError says what is wrong with them."""
    head = HEAD.fullmatch(parameters.strip())
    if not head:
        raise ValueError("not ^GFA,size,size,stride,data")
    size, total, stride = (int(number) for number in head.groups()[:3])
    if size != total or not 0 < total <= GRAPHIC_BYTES or not stride or total % stride:
        raise ValueError(f"sizes do not agree: {size}, {total}, {stride}")
    data = head[4]
    return Graphic(stride, _z64(data, total) if data.startswith(b":") else _hex(data, total))


def _hex(data: bytes, total: int) -> bytes:
    digits = b"".join(data.split())
    if len(digits) != 2 * total:
        raise ValueError(f"{len(digits)} hex digits for {total} bytes")
    return bytes.fromhex(digits.decode("ascii"))


def _z64(data: bytes, total: int) -> bytes:
    parts = Z64.fullmatch(data)
    if not parts:
        raise ValueError("not :Z64:data:crc")
    if crc16(parts[1]) != int(parts[2], 16):
        raise ValueError("the CRC is wrong")
    unpacked = zlib.decompressobj()
    try:
        rows = unpacked.decompress(base64.b64decode(parts[1], validate=True), total + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if len(rows) != total or not unpacked.eof:
        raise ValueError(f"not {total} bytes")
    return rows


def crc16(data: bytes) -> int:
    """CRC-16-CCITT: polynomial 1021 (hex), start 0, bits as they come."""
    value = 0
    for byte in data:
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value
