"""The label that a customer stuck on the parcel."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import zxingcpp
from PIL import Image, ImageDraw, ImageFont

from dockstation.wire import RmaMessage

SIZE = (720, 500)
_INK = (28, 28, 30)
_QR_DOT, _BAR_DOT, _BAR_HEIGHT = 8, 3, 108
_QUIET = 4


def draw_return_label(rma: RmaMessage, font: Path) -> Image.Image:
    """The return label as RGB: QR code ``DSRMA-<number>``, Code 128 of the first tracking number, text."""
    label = Image.new("RGB", SIZE, (250, 249, 246))
    draw = ImageDraw.Draw(label)
    draw.rectangle((8, 8, SIZE[0] - 9, SIZE[1] - 9), outline=_INK, width=3)
    draw.line((8, 92, SIZE[0] - 9, 92), fill=_INK, width=3)
    _write(draw, font, (28, 26), "退货 RETURN", 46)
    _write(draw, font, (452, 34), rma.number, 38)
    label.paste(_symbol(f"DSRMA-{rma.number}", zxingcpp.BarcodeFormat.QRCode, _QR_DOT), (20, 100))
    for row, (text, size) in enumerate(_lines(rma)):
        _write(draw, font, (276, 112 + 46 * row), text, size)
    if rma.tracking_numbers:
        _carrier_bars(label, draw, font, rma.tracking_numbers[0])
    return label


def _lines(rma: RmaMessage) -> tuple[tuple[str, int], ...]:
    name = rma.lines[0].name
    return (
        (f"订单 Order {rma.order_number}", 26),
        (f"寄件人 From {rma.customer}", 26),
        (name.get("zh_CN", "")[:24], 22),
        (name.get("en", "")[:38], 20),
    )


def _carrier_bars(label: Image.Image, draw: ImageDraw.ImageDraw, font: Path, number: str) -> None:
    bars = _symbol(number, zxingcpp.BarcodeFormat.Code128, _BAR_DOT)
    tall = bars.resize((bars.width, _BAR_HEIGHT), Image.Resampling.NEAREST)
    label.paste(tall, ((SIZE[0] - bars.width) // 2, 328))
    _write(draw, font, (SIZE[0] // 2, 456), number, 28, anchor="mm")


def _symbol(text: str, kind: zxingcpp.BarcodeFormat, dot: int) -> Image.Image:
    """The code with its quiet zone, ``dot`` pixels a module."""
    code = zxingcpp.create_barcode(text, kind)
    modules = np.array(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    padded = np.pad(modules, _QUIET, constant_values=255)
    return Image.fromarray(padded.repeat(dot, 0).repeat(dot, 1)).convert("RGB")


def _write(
    draw: ImageDraw.ImageDraw, font: Path, at: tuple[int, int], text: str, size: int, anchor: str = "la"
) -> None:
    draw.text(at, text, _INK, ImageFont.truetype(font, size), anchor=anchor)
