"""A layout file tried out with what labels say at their longest, before a label depends on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent
from dockstation.labels.composing import LANGUAGES, SYMBOLOGIES, Composer
from dockstation.labels.drawing import dots_per_mm
from dockstation.labels.flow import Placed
from dockstation.labels.layout import CodeElement, Layout, TextElement
from dockstation.labels.layout_book import read
from dockstation.labels.soundness import faults

DPI = (203, 300, 600)
LONGEST: Mapping[str, str] = MappingProxyType(
    {
        "lpn": "WWWWWWWWW", "rma_number": "RMA-2026-0001234", "sku": "SKU-0000-0000-000", "name": "N", "grade": "D",
        "reason": "R", "defects": "D", "bin": "QUARANTINE-1", "operator": "O", "station": "S",
        "at": "2026-12-28 20:48", "parcel": "SF1990000000001", "carrier": "SF EXPRESS", "note": "", "totals": "T",
        "missing": "M",
    }
)  # fmt: skip
"""What a label says at least as long as it really comes; names, reasons and lists may be cut, so theirs are short."""


def problems(file: Path, composer: Composer, dispositions: Sequence[str]) -> Iterator[DockstationError]:
    """Every mistake of a file as ``settings.*`` or ``label.*`` with its line; where TOML is wrong, the first."""
    try:
        layout = read(file)
    except DockstationError as error:
        yield error
        return
    found = list(faults(layout))
    yield from found
    if not found:
        yield from _too_small(layout)
        yield from _unfitting(layout, composer, dispositions)


def _too_small(layout: Layout) -> Iterator[DockstationError]:
    """Codes that cannot be printed with modules that survive, at one of the resolutions."""
    from dockstation.labels import codes

    for element, line in zip(layout.elements, layout.lines, strict=True):
        if isinstance(element, CodeElement):
            kind, value = SYMBOLOGIES[type(element)], element.prefix + LONGEST.get(element.field, "")
            least = max(codes.least_mm(kind, value, dots_per_mm(dpi)) for dpi in DPI)
            if element.width < least or (not kind.linear and element.height < least):
                yield DockstationError("label.code_small", file=layout.file, line=line, least=f"{least:.1f}")


def _unfitting(layout: Layout, composer: Composer, dispositions: Sequence[str]) -> Iterator[DockstationError]:
    """Texts that do not fit at their smallest, in one of the languages."""
    seen = set()
    for disposition in dispositions:
        content = LabelContent(**{**LONGEST, "disposition": disposition, "copy": 9})  # type: ignore[arg-type] # copy alone is no text
        for language in LANGUAGES:
            for line, placed in composer.tried(content, layout, language):
                if line not in seen and _cut(placed):
                    seen.add(line)
                    yield _does_not_fit(layout, line, placed)


def _cut(placed: Placed) -> bool:
    return bool(placed.lines and placed.lines.cut)


def _does_not_fit(layout: Layout, line: int, placed: Placed) -> DockstationError:
    assert isinstance(placed.element, TextElement)
    text = " ".join(placed.lines.lines) if placed.lines else ""
    return DockstationError("label.unfitting", file=layout.file, line=line, text=text)
