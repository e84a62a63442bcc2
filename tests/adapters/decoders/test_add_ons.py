"""Add-ons beside EAN and UPC, drawn by the tables of ISO/IEC 15420."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp

from dockstation.adapters.decoders.stack import DecoderStack
from dockstation.adapters.decoders.zxing import ZxingDecoder
from tests.adapters.decoders.drawn import Picture

LEFT = ("0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011")
MIRRORED = tuple(each.translate({48: 49, 49: 48})[::-1] for each in LEFT)
TWO = ("LL", "LM", "ML", "MM")
FIVE = ("MMLLL", "MLMLL", "MLLML", "MLLLM", "LMMLL", "LLMML", "LLLMM", "LMLML", "LMLLM", "LLMLM")


def bars(add_on: str) -> str:
    digits = [int(each) for each in add_on]
    if len(digits) == 2:
        pattern = TWO[int(add_on) % 4]
    else:
        pattern = FIVE[(3 * (digits[0] + digits[2] + digits[4]) + 9 * (digits[1] + digits[3])) % 10]
    drawn = ((LEFT if kind == "L" else MIRRORED)[digit] for digit, kind in zip(digits, pattern, strict=True))
    return "01011" + "01".join(drawn)


def with_bars(number: str, add_on: str, symbology: str = "EAN13") -> Picture:
    code = zxingcpp.create_barcode(number, getattr(zxingcpp.BarcodeFormat, symbology))
    main = np.array(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))[0]
    beside = [0 if each == "1" else 255 for each in bars(add_on)] if add_on else []
    row = np.concatenate([np.full(11, 255), main, np.full(9, 255), beside, np.full(9, 255)]).astype(np.uint8)
    return np.pad(np.tile(row, (60, 1)).repeat(3, 1), ((20, 20), (0, 0)), constant_values=255)


@pytest.mark.parametrize(
    ("number", "add_on", "symbology"),
    [("9780201379624", "51299", "EAN13"), ("9771234567898", "03", "EAN13"), ("036000291452", "07", "UPCA")],
)
@pytest.mark.parametrize("turn", range(4))
def test_an_add_on_is_told_beside_the_number_however_it_lies(number: str, add_on: str, symbology: str, turn: int):
    picture = np.ascontiguousarray(np.rot90(with_bars(number, add_on, symbology), turn))
    (code,) = DecoderStack(ZxingDecoder()).decode(picture)
    assert (code.text, code.add_on) == (number.zfill(13), add_on)


def test_a_number_alone_has_none():
    (code,) = DecoderStack(ZxingDecoder()).decode(with_bars("9780201379624", ""))
    assert code.add_on == ""


def test_an_add_on_that_the_picture_cuts_off_is_none():
    whole = with_bars("9780201379624", "51299")
    cut = np.ascontiguousarray(whole[:, : 3 * (11 + 95 + 9 + 25)])
    (code,) = DecoderStack(ZxingDecoder()).decode(cut)
    assert (code.text, code.add_on) == ("9780201379624", "")
