"""Layouts from config/labels/*.toml, one file each; what is not understood is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from dockstation.domain.errors import DockstationError
from dockstation.domain.text import Text
from dockstation.labels.layout import (
    BoxElement,
    Code128Element,
    DataMatrixElement,
    Element,
    Layout,
    LineElement,
    PictogramElement,
    PictureElement,
    QrElement,
    Sheet,
    TextElement,
    TextLook,
)
from dockstation.labels.soundness import faults
from dockstation.settings.document import WRITTEN, Document
from dockstation.settings.lines import KeyPath

KINDS: Final[Mapping[str, type[Element]]] = {
    "box": BoxElement,
    "line": LineElement,
    "pictogram": PictogramElement,
    "picture": PictureElement,
    "text": TextElement,
    "code128": Code128Element,
    "qr": QrElement,
    "datamatrix": DataMatrixElement,
}
"""In the order of drawing."""
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}(\.[a-z_]{1,64})?")


class LayoutBook:
    """Layouts by name; the first folder that has the file counts. A file is read again once it has changed.

    ``folders`` may be a function, where they change while the station works.
    """

    def __init__(self, folders: Sequence[Path] | Callable[[], Sequence[Path]]) -> None:
        self._folders = folders if callable(folders) else lambda: folders
        self._read: dict[Path, tuple[int, Layout]] = {}

    def names(self) -> tuple[str, ...]:
        """Every layout there is, sorted."""
        return tuple(sorted(self.files()))

    def files(self) -> dict[str, Path]:
        """The file of every layout."""
        found = (path for folder in reversed(self._folders()) for path in folder.glob("*.toml"))
        return {path.stem: path for path in found}

    def load(self, name: str, disposition: str = "") -> Layout:
        """The layout ``name.disposition``, else ``name``; raises ``settings.*``, ``label.*`` with the line."""
        path = self._find(f"{name}.{disposition}") or self._find(name)
        if path is None:
            what = f"no such layout; there are: {', '.join(self.names())}"
            raise DockstationError("label.layout", file=f"{name}.toml"[:80], what=what)
        changed = path.stat().st_mtime_ns
        if self._read.get(path, (0,))[0] != changed:
            self._read[path] = changed, sound(path)
        return self._read[path][1]

    def _find(self, name: str) -> Path | None:
        if not NAME.fullmatch(name):
            return None
        return next((path for folder in self._folders() if (path := folder / f"{name}.toml").is_file()), None)


def sound(path: Path) -> Layout:
    """The layout of a file; its first mistake is raised."""
    layout = read(path)
    for fault in faults(layout):
        raise fault
    return layout


def read(path: Path) -> Layout:
    """The layout of a file, well written if not sound; raises ``settings.*``."""
    document = Document(path)
    sheet = document.table(Sheet, (), also=KINDS)
    rows = [(kind, row) for kind in KINDS for row in document.rows((kind,))]
    elements = tuple(_element(document, kind, row) for kind, row in rows)
    return Layout(path.stem, str(path), sheet, elements, tuple(document.line_of(row) for _, row in rows))


def _element(document: Document, kind: str, row: KeyPath) -> Element:
    if kind != "text":
        return document.table(KINDS[kind], row)
    look = document.table(TextLook, row, also=("text",))
    return TextElement(**asdict(look), text=_parts(document, (*row, "text")))


def _parts(document: Document, path: KeyPath) -> tuple[str | Text, ...]:
    value = document.value(path)
    if value is None:
        line = document.line_of(path[:-1])
        raise DockstationError("settings.missing", file=str(document.file), line=line, key="text")
    parts = value if isinstance(value, list) else [value]
    if not parts or not all(isinstance(part, str) or _in_languages(part) for part in parts):
        raise document.wrong_type(path, f'"…" | ["…", …] | {WRITTEN[Text]}')
    return tuple(part if isinstance(part, str) else Text(part) for part in parts)


def _in_languages(part: object) -> bool:
    return isinstance(part, dict) and bool(part) and all(isinstance(said, str) for said in part.values())
