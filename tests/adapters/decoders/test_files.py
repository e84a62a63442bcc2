"""Reading codes from picture files that anybody may have made."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dockstation.adapters.decoders.files import FileReading, decode_file
from dockstation.adapters.decoders.report import to_json
from dockstation.adapters.decoders.stack import DecoderStack
from dockstation.adapters.decoders.zbar import ZbarDecoder
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.domain.errors import DockstationError
from tests.adapters.decoders.drawn import drawn
from tests.fakes.decoder import FakeDecoder, code

FORMATS = ["png", "jpg", "webp", "bmp"]


def decoder() -> DecoderStack:
    return DecoderStack(ZxingDecoder(), ZbarDecoder())


def failure(path: Path) -> DockstationError:
    with pytest.raises(DockstationError) as caught:
        decode_file(path, decoder())
    assert caught.value.facts == {"file": str(path)}
    return caught.value


def saved(path: Path) -> Path:
    Image.fromarray(drawn("DSRMA-R26110001", dot=6)).save(path)
    return path


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_is_read(tmp_path: Path, ending: str) -> None:
    path = saved(tmp_path / f"label.{ending}")
    reading = decode_file(path, decoder())
    assert [each.text for each in reading.codes] == ["DSRMA-R26110001"]
    assert reading.file == path
    assert reading.ms > 0


def test_transparent_means_white(tmp_path: Path) -> None:
    dark = np.zeros((*drawn("A1").shape, 4), np.uint8)
    dark[:, :, 3] = 255 - drawn("A1")
    Image.fromarray(dark).save(tmp_path / "label.png")
    assert [each.text for each in decode_file(tmp_path / "label.png", decoder()).codes] == ["A1"]


def test_sixteen_bits_a_pixel_are_read(tmp_path: Path) -> None:
    Image.fromarray(drawn("A1").astype(np.uint16) * 200 + 9000).save(tmp_path / "label.png")
    assert [each.text for each in decode_file(tmp_path / "label.png", decoder()).codes] == ["A1"]


def test_a_picture_of_one_pixel_has_no_codes(tmp_path: Path) -> None:
    Image.new("RGB", (1, 1)).save(tmp_path / "dot.png")
    assert decode_file(tmp_path / "dot.png", decoder()).codes == ()


@pytest.mark.parametrize("ending", FORMATS)
def test_half_a_file_is_unreadable(tmp_path: Path, ending: str) -> None:
    path = saved(tmp_path / f"label.{ending}")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert failure(path).code == "picture.unreadable"


@pytest.mark.parametrize("content", [b"", b"\n", b"<html>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"BM" + bytes(60)])
def test_what_is_not_a_picture_is_unreadable(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "label.png"
    path.write_bytes(content)
    assert failure(path).code == "picture.unreadable"


def test_what_is_not_a_file_is_unreadable(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "nothing.png", tmp_path / "pipe", Path("a\0b")):
        assert failure(path).code == "picture.unreadable"


@pytest.mark.parametrize("side", [7200, 20_000])
def test_a_huge_picture_is_refused_before_it_is_unpacked(tmp_path: Path, side: int) -> None:
    Image.new("1", (side, side)).save(tmp_path / "huge.png")
    assert failure(tmp_path / "huge.png").code == "picture.too_large"


@pytest.mark.parametrize("ending", FORMATS)
def test_a_damaged_file_never_does_worse_than_fail(tmp_path: Path, ending: str) -> None:
    whole = saved(tmp_path / f"label.{ending}").read_bytes()
    chance = np.random.default_rng(3)
    answers = set()
    for _ in range(40):
        damaged = bytearray(whole)
        for place in chance.integers(0, min(len(damaged), 400), 6):
            damaged[place] = int(chance.integers(256))
        path = tmp_path / f"damaged.{ending}"
        path.write_bytes(damaged)
        try:
            decode_file(path, FakeDecoder())
            answers.add("read")
        except DockstationError as error:
            answers.add(error.code)
    assert "picture.unreadable" in answers
    assert answers <= {"read", "picture.unreadable", "picture.too_large"}


def test_the_report_is_json_with_the_meaning_of_each_code(tmp_path: Path) -> None:
    report = to_json(decode_file(saved(tmp_path / "label.png"), decoder()))
    assert json.loads(json.dumps(report)) == report
    assert report["file"] == str(tmp_path / "label.png")
    (found,) = report["codes"]
    assert (found["text"], found["symbology"], found["kind"]) == ("DSRMA-R26110001", "QRCode", "rma_label")
    assert set(found) == {"text", "symbology", "kind", "parts", "confidence", "engine", "corners"}
    assert len(found["corners"]) == 4


@pytest.mark.parametrize("text", ["", "x" * 5000, "<script>", "\x1b[2J"])
def test_the_report_calls_what_nobody_looks_up_unknown(text: str) -> None:
    (found,) = to_json(FileReading(Path("a.png"), (code(text),), 1.5))["codes"]
    assert found["kind"] == "unknown"
    assert found["text"] == text
