"""What is wrong with a layout, whatever it will be filled with: each fault with file, line and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from dockstation.domain.errors import DockstationError
from dockstation.domain.text import Text
from dockstation.labels.layout import (
    FIELDS,
    BoxElement,
    CodeElement,
    Element,
    Layout,
    PictureElement,
    Sheet,
    TextElement,
)
from dockstation.labels.pictures import picture_file

LANGUAGES = ("zh_CN", "en")


def faults(layout: Layout) -> Iterator[DockstationError]:
    """Every fault, in the order of drawing."""
    for element, line in zip(layout.elements, layout.lines, strict=True):
        for code, facts in _faults(element, layout):
            yield DockstationError(code, file=layout.file, line=line, **facts)


def _faults(element: Element, layout: Layout) -> Iterator[tuple[str, dict[str, str]]]:
    if not _inside(element, layout.sheet):
        yield "label.outside", {}
    match element:
        case CodeElement():
            yield from _in_code(element, layout)
        case TextElement():
            yield from _in_text(element)
        case PictureElement():
            try:
                picture_file(element.file, layout.file)
            except ValueError as error:
                yield "label.picture", {"picture": element.file, "why": str(error)}
        case _:
            return


def _inside(area: Element, sheet: Sheet) -> bool:
    sized = area.width > 0 and area.height > 0
    return sized and area.x + area.width <= sheet.width and area.y + area.height <= sheet.height


def _in_code(element: CodeElement, layout: Layout) -> Iterator[tuple[str, dict[str, str]]]:
    if element.field not in FIELDS and (element.field or not element.prefix):
        yield "label.field", {"field": element.field}
    if any(_reaches(other, element) for other in layout.elements if other is not element):
        yield "label.quiet_zone", {}


def _reaches(other: Element, code: CodeElement) -> bool:
    """Whether it draws in the code's area; a frame may go around it."""
    if not other.meets(code):
        return False
    if not isinstance(other, BoxElement):
        return True
    left, top = other.x + other.line, other.y + other.line
    right, bottom = other.x + other.width - other.line, other.y + other.height - other.line
    return code.x < left or code.y < top or code.x + code.width > right or code.y + code.height > bottom


def _in_text(element: TextElement) -> Iterator[tuple[str, dict[str, str]]]:
    for name in element.names():
        if name not in FIELDS:
            yield "label.field", {"field": name or "{}"}
    for part in element.text:
        if isinstance(part, Text) and (missing := set(LANGUAGES) - set(part.by_language)):
            yield "label.language", {"language": ", ".join(sorted(missing))}
    if not 0 < element.smallest <= element.size:
        yield "label.sizes", {}
    elif element.height < element.smallest:
        yield "label.low", {}
