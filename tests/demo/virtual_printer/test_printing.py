"""The virtual printer prints what ZPL says, and takes nothing else for granted."""

from __future__ import annotations

import base64
import hashlib
import socket
import zlib
from pathlib import Path

import pytest

from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.demo.virtual_printer.graphic import crc16, graphic
from dockstation.domain.label import Bitmap
from tests.labels.samples import lines, printed

SQUARE = b"^XA^PW16^LL4^FO8,1^GFA,2,2,1,FFFF^FS^XZ"
SQUARE_PRINTED = Bitmap(16, 4, 203, bytes.fromhex("0000 00ff 00ff 0000"))


def z64(data: bytes) -> bytes:
    packed = base64.b64encode(zlib.compress(data))
    return b":Z64:" + packed + f":{crc16(packed):04x}".encode()


def talk(out: Path, *parts: bytes) -> bytes:
    """Send the parts on one connection, end it, and return what the printer said."""
    with VirtualPrinter(out) as printer, socket.create_connection(("127.0.0.1", printer.port), 5) as connection:
        for part in parts:
            connection.sendall(part)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while more := connection.recv(4096):
            answer += more
    return answer


def log(out: Path) -> str:
    return (out / "printer.log").read_text("utf-8") if (out / "printer.log").exists() else ""


def test_a_label_comes_out_as_a_picture_with_its_bytes_and_a_line(tmp_path: Path) -> None:
    talk(tmp_path, SQUARE)
    assert printed(tmp_path) == [SQUARE_PRINTED]
    assert (tmp_path / "label-0001.zpl").read_bytes() == SQUARE
    assert lines(tmp_path) == [
        {
            "file": "label-0001.png",
            "bytes": len(SQUARE),
            "sha256": hashlib.sha256(SQUARE).hexdigest(),
            "width": 16,
            "height": 4,
            "codes": [],
        }
    ]
    assert log(tmp_path) == ""


def test_a_label_that_comes_byte_by_byte_is_the_same(tmp_path: Path) -> None:
    talk(tmp_path, *(bytes([byte]) for byte in SQUARE))
    assert printed(tmp_path) == [SQUARE_PRINTED]


def test_hex_and_z64_are_the_same_dots(tmp_path: Path) -> None:
    talk(tmp_path, SQUARE.replace(b"FFFF", z64(b"\xff\xff")))
    assert printed(tmp_path) == [SQUARE_PRINTED]


def test_every_label_of_a_connection_is_printed_and_numbers_go_on(tmp_path: Path) -> None:
    talk(tmp_path, SQUARE + b"\r\n" + SQUARE)
    talk(tmp_path, SQUARE.replace(b"^XZ", b"^PQ2^XZ"))
    assert [line["file"] for line in lines(tmp_path)] == [f"label-000{number}.png" for number in (1, 2, 3, 4)]
    assert printed(tmp_path) == [SQUARE_PRINTED] * 4


def test_graphics_add_up_and_are_cut_at_the_edge(tmp_path: Path) -> None:
    talk(tmp_path, b"^XA^PW10^LL1^FO0,0^GFA,1,1,1,F0^FS^FO6,0^GFA,1,1,1,FF^FS^XZ")
    assert printed(tmp_path) == [Bitmap(10, 1, 203, bytes.fromhex("f3c0"))]


def test_a_question_amid_a_label_is_answered_and_does_not_disturb_it(tmp_path: Path) -> None:
    answer = talk(tmp_path, SQUARE.replace(b"^FO", b"~HS^FO"))
    assert answer.count(b"\x02") == answer.count(b"\x03\r\n") == 3
    assert printed(tmp_path) == [SQUARE_PRINTED]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"^XA^PW8^LL1^FDhello^FS^XZ", "unknown command b'^FDhello'"),
        (b"~JA^XA^PW8^LL1^XZ", "unknown command b'~JA'"),
        (b"\x1b@^XA^PW8^LL1^XZ", "stray bytes b'\\x1b@'"),
        (b"^XA^PW8^LL1^XZtail", "stray bytes b'tail'"),
        (b"^PW8^XA^PW8^LL1^XZ", "outside a label b'^PW8'"),
        (b"^XZ^XA^PW8^LL1^XZ", "^XZ outside a label"),
        (b"^^X~^XA^PW8^LL1^XZ", "unknown command b'^X'"),
        (b"^XA^PW8^XA^PW8^LL1^XZ", "^XA inside a label"),
    ],
)
def test_what_it_does_not_know_is_logged_and_the_label_printed(tmp_path: Path, data: bytes, told: str) -> None:
    assert talk(tmp_path, data) == b""
    assert told in log(tmp_path)
    assert printed(tmp_path) == [Bitmap(8, 1, 203, b"\x00")]


@pytest.mark.parametrize(
    "command",
    [b"^PW0", b"^PW", b"^PW8,8", b"^PWx", b"^LL99999", b"^FO1", b"^PQ1000", b"^GFA,1,1,1,F", b"^GFB,1,1,1,F0"],
)
def test_a_label_with_a_bad_command_is_not_printed(tmp_path: Path, command: bytes) -> None:
    talk(tmp_path, b"^XA^PW8^LL1" + command + b"^XZ")
    assert "bad command" in log(tmp_path)
    assert "label not printed" in log(tmp_path)
    assert printed(tmp_path) == []


def test_a_label_broken_off_is_not_printed(tmp_path: Path) -> None:
    talk(tmp_path, SQUARE[:-3])
    assert printed(tmp_path) == []


def test_more_than_its_memory_resets_the_connection(tmp_path: Path) -> None:
    with pytest.raises(ConnectionError):
        talk(tmp_path, *[b"^XA^GFA," + b"0" * 65536] + [b"0" * 65536] * 200)
    assert "buffer full" in log(tmp_path)


def test_its_crc_is_ccitt_from_nought() -> None:
    assert crc16(b"123456789") == 0x31C3


@pytest.mark.parametrize(
    "parameters",
    [
        b"A,2,2,1," + z64(b"\xff\xff")[:-1] + b"0x",
        b"A,2,2,1," + z64(b"\xff\xff").replace(b":Z64:", b":B64:"),
        b"A,2,2,1," + z64(b"\xff\xff\xff"),
        b"A,2,2,1," + z64(b"\xff"),
        b"A,2,2,1," + z64(b"\xff\xff")[:-4] + b"0000",
        b"A,3,2,1,FFFF",
        b"A,3,3,2,FFFFFF",
        b"A,2,2,0,FFFF",
        b"A,2,2,1,FFFG",
        b"A,99999999,99999999,1,00",
        b"",
    ],
)
def test_a_graphic_that_does_not_agree_with_itself_is_refused(parameters: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        graphic(parameters)
