"""What the two engines make of codes as they come to a returns dock."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest

from dockstation.adapters.decoders.zbar import ZbarDecoder
from dockstation.adapters.decoders.zxing import ZxingDecoder
from dockstation.application.ports.decoder import Decoder
from tests.adapters.decoders.drawn import drawn

DATABAR = """
from dockstation.adapters.decoders.zbar import ZbarDecoder
from tests.adapters.decoders.drawn import drawn
ZbarDecoder().decode(drawn("(10)567(11)010101(13)010101", "DataBarExp"))
"""

MISSING = """
from dockstation.adapters.decoders.zbar import ZbarDecoder
from dockstation.domain.errors import DockstationError
try:
    ZbarDecoder()
except DockstationError as error:
    print(error)
"""


def in_python(code: str, first_on_path: Path | None = None) -> subprocess.CompletedProcess[str]:
    path = [str(first_on_path)] if first_on_path else []
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([*path, "src", "."])}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)


@pytest.mark.parametrize("decoder", [ZxingDecoder(), ZbarDecoder()], ids=["zxing", "zbar"])
@pytest.mark.parametrize(
    ("content", "drawn_as", "symbology", "text"),
    [
        ("SF1802397326893", "Code128", "Code128", "SF1802397326893"),
        ("5901234123457", "EAN13", "EAN13", "5901234123457"),
        ("123456789012", "UPCA", "EAN13", "0123456789012"),
        ("01234565", "UPCE", "UPCE", "0012345000065"),
        ("96385074", "EAN8", "EAN8", "96385074"),
        ("12345678901231", "ITF", "ITF", "12345678901231"),
        ("RMA-2611", "Code39", "Code39", "RMA-2611"),
        ("DSRMA-R26110001", "QRCode", "QRCode", "DSRMA-R26110001"),
    ],
)
def test_both_engines_call_a_code_by_one_name(
    decoder: Decoder, content: str, drawn_as: str, symbology: str, text: str
) -> None:
    (found,) = decoder.decode(drawn(content, drawn_as))
    assert (found.symbology, found.text) == (symbology, text)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("text", ["退货单R26110001", "寄件人：王**", "上海市浦东新区", "镕"])
def test_chinese_is_read_whatever_wrote_it(encoding: str, text: str) -> None:
    (found,) = ZxingDecoder().decode(drawn(text.encode(encoding)))
    assert found.text == text


@pytest.mark.parametrize("text", ["バージョン", "*ﾃﾞｻﾞｲﾝQR*"])
def test_japanese_is_not_taken_for_chinese(text: str) -> None:
    (found,) = ZxingDecoder().decode(drawn(text.encode("shift_jis")))
    assert found.text == text


def test_the_separator_of_gs1_survives() -> None:
    (found,) = ZxingDecoder().decode(drawn("10ABC\x1d21XYZ", "DataMatrix"))
    assert found.text == "10ABC\x1d21XYZ"


@pytest.mark.parametrize("decoder", [ZxingDecoder(), ZbarDecoder()], ids=["zxing", "zbar"])
def test_the_first_corner_turns_with_the_code(decoder: Decoder) -> None:
    upright = drawn("DSRMA-R26110001")
    turned = np.ascontiguousarray(np.rot90(upright, -1))  # clockwise: its own top left is now at the right
    (before,), (after,) = decoder.decode(upright), decoder.decode(turned)
    middle = upright.shape[0] / 2
    assert before.corners[0][0] < middle
    assert before.corners[0][1] < middle
    assert after.corners[0][0] > middle
    assert after.corners[0][1] < middle


def test_one_part_of_a_split_qr_code_stops_nothing() -> None:
    settings = cv2.QRCodeEncoder.Params()
    settings.mode, settings.structure_number = cv2.QRCodeEncoder_MODE_STRUCTURED_APPEND, 3
    part = cv2.QRCodeEncoder.create(settings).encodeStructuredAppend("RETURNED GOODS " * 8)[0]
    picture = np.pad(np.asarray(part, np.uint8).repeat(6, 0).repeat(6, 1), 40, constant_values=255)
    assert ZbarDecoder().decode(picture) == ()


def test_zbar_says_nothing_on_the_terminal() -> None:
    """With this code, ZBar's own reader for its symbology fails an assertion of its C source."""
    assert in_python(DATABAR).stderr == ""


def test_what_zbar_guesses_about_chinese_is_not_believed() -> None:
    chinese = drawn("退货单".encode("gb18030"))
    assert ZbarDecoder().decode(chinese) == ()
    assert [code.text for code in ZxingDecoder().decode(chinese)] == ["退货单"]


def test_a_missing_library_is_named(tmp_path: Path) -> None:
    package = tmp_path / "pyzbar"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "pyzbar.py").write_text("raise ImportError('Unable to find zbar shared library')")
    assert in_python(MISSING, tmp_path).stdout.strip() == "decoder.missing_library: library=libzbar0"
