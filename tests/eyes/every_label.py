"""Every shipped layout in every language and resolution, as other programs get to see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dockstation.domain.label import Bitmap, LabelContent
from tests.labels.samples import CONTENT, HOSTILE, shipped_labels
from tests.labels.test_shipped import LABELLED

LABELS = {language: shipped_labels(language=language) for language in ("zh_CN", "en")}
DPI = (203, 300, 600)
SYMBOLS = {"Code128": "CODE128", "QRCode": "QRCODE", "DataMatrix": "DATAMATRIX"}


@dataclass(frozen=True)
class Seen:
    """A label and the codes that must be read on it."""

    layout: str
    content: LabelContent
    language: str
    dpi: int
    codes: tuple[tuple[str, str], ...]

    @cached_property
    def bitmap(self) -> Bitmap:
        return LABELS[self.language].bitmap(self.content, self.layout, self.dpi)


def _shipped() -> Iterator[tuple[str, Seen]]:
    for layout, content, codes in LABELLED:
        said = tuple(sorted((SYMBOLS[kind], text) for kind, text in codes))
        both = LABELS["en"].book.load(layout).sheet.languages == "both"
        for language in ("en",) if both else LABELS:
            for dpi in DPI:
                yield f"{layout}-{language}-{dpi}", Seen(layout, content, language, dpi, said)


def _odd() -> Iterator[tuple[str, Seen]]:
    plates = (("CODE128", CONTENT.lpn), ("QRCODE", CONTENT.lpn))
    yield "void", Seen("disposition", replace(CONTENT, void=True), "en", 203, ())
    for name, text in HOSTILE.items():
        yield name, Seen("disposition", replace(CONTENT, name=text, reason=text), "zh_CN", 203, plates)


SHIPPED: Mapping[str, Seen] = dict(_shipped())
EVERY: Mapping[str, Seen] = {**SHIPPED, **dict(_odd())}
