"""Barcodes as modules in whole dots with their own quiet zones, and the proof that a scanner reads them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt
import zxingcpp

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap
from dockstation.labels.drawing import Expected, Ink, Rect

PRINTABLE = frozenset(map(chr, range(0x21, 0x7F)))


@dataclass(frozen=True, slots=True)
class Kind:
    """A symbology: its quiet zone in modules, and the smallest module (mm) that survives a thermal printer."""

    name: str
    quiet: int
    smallest_mm: float
    linear: bool

    def smallest(self, per_mm: float) -> int:
        """The smallest module in dots: 3 for Code 128 and 5 for QR at 8 dots a millimetre."""
        return math.ceil(self.smallest_mm * per_mm)


CODE128 = Kind("code128", quiet=10, smallest_mm=0.33, linear=True)
QR = Kind("qr", quiet=4, smallest_mm=0.55, linear=False)
DATAMATRIX = Kind("datamatrix", quiet=1, smallest_mm=0.55, linear=False)
Modules = npt.NDArray[np.bool_]
"""Rows of modules, True is black."""
FORMATS = {"code128": "Code128", "qr": "QRCode", "datamatrix": "DataMatrix"}
"""By zxing-cpp's names: its own objects must not outlive it at the interpreter's end."""
UPRIGHT: Mapping[str, Any] = MappingProxyType({"try_invert": False, "try_rotate": False, "try_downscale": False})
"""How codes stand on labels: looking for them in any way takes four times as long."""


def _format(kind: str) -> zxingcpp.BarcodeFormat:
    found: zxingcpp.BarcodeFormat = getattr(zxingcpp.BarcodeFormat, FORMATS[kind])
    return found


def draw(code: Expected, kind: Kind, area: Rect, per_mm: float, align: float) -> Ink:
    """The code in ``area`` with the largest module that leaves its quiet zones free; ``align`` 0 is left, 1 right.

    Raises ``label.unreadable`` for what is not printable ASCII, ``label.too_long`` when the smallest module
    is too large for the area.
    """
    modules = _modules(code)
    across = modules.shape[1] + 2 * kind.quiet
    module = area.width // across if kind.linear else min(area.width, area.height) // across
    if module < kind.smallest(per_mm):
        raise DockstationError("label.too_long", field=code.field)
    width = modules.shape[1] * module
    left = area.x + kind.quiet * module + int((area.width - across * module) * align)
    if kind.linear:
        return Ink(_runs(modules[:1], left, area.y, module, area.height))
    top = area.y + (area.height - width) // 2
    return Ink(_runs(modules, left, top, module, module))


def least_mm(kind: Kind, value: str, per_mm: float) -> float:
    """How wide, and high where it is no linear code, its area must be at this resolution."""
    across: int = _modules(Expected(kind.name, "", value)).shape[1] + 2 * kind.quiet
    return across * kind.smallest(per_mm) / per_mm


def _modules(code: Expected) -> Modules:
    if not code.value or not set(code.value) <= PRINTABLE:
        raise DockstationError("label.unreadable", field=code.field, kind=code.kind)
    try:
        square = {"force_square": True} if code.kind == "datamatrix" else {}
        symbol = zxingcpp.create_barcode(code.value, _format(code.kind), **square)
    except ValueError as error:  # more than the symbology holds
        raise DockstationError("label.too_long", field=code.field) from error
    picture: Modules = np.array(symbol.to_image(scale=1, add_quiet_zones=False)) == 0
    return picture


def _runs(modules: Modules, x: int, y: int, module: int, height: int) -> tuple[Rect, ...]:
    """The black runs of each row, which is ``height`` dots high."""
    edges = np.diff(np.pad(modules, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    lefts, tops, widths = x + starts * module, y + rows * height, (ends - starts) * module
    runs = zip(lefts.tolist(), tops.tolist(), widths.tolist(), strict=True)
    return tuple(Rect(left, top, width, height) for left, top, width in runs)


def read_back(bitmap: Bitmap, codes: tuple[Expected, ...]) -> None:
    """Raise ``label.unreadable`` unless exactly these codes are read on the bitmap."""
    if not codes:
        return
    packed = np.frombuffer(bitmap.rows, np.uint8).reshape(bitmap.height, bitmap.stride)
    picture = np.ascontiguousarray(np.unpackbits(packed, axis=1)[:, : bitmap.width] - np.uint8(1))  # 1 is black: 0
    formats = zxingcpp.BarcodeFormats([_format(kind) for kind in {code.kind for code in codes}])
    found = zxingcpp.read_barcodes(picture, formats=formats, binarizer=zxingcpp.Binarizer.FixedThreshold, **UPRIGHT)
    kinds = {symbology: kind for kind, symbology in FORMATS.items()}
    read = {(kinds[each.symbology.name], each.bytes) for each in found}
    for code in codes:
        if (code.kind, code.value.encode("ascii")) not in read:
            raise DockstationError("label.unreadable", field=code.field, kind=code.kind)
    if len(read) > len({(code.kind, code.value) for code in codes}):
        raise DockstationError("label.unreadable", field=codes[0].field, kind=codes[0].kind)
