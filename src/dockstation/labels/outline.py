"""Pictograms: SVG files of one black path each, shared with the screen; ``M L C Z`` in absolute coordinates only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dockstation.labels.drawing import Curve, Line, Move, Rect, Shape

VIEW = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
PATH = re.compile(r'<path[^>]*\sd="([^"]*)"')
TOKEN = re.compile(r"[MLCZ]|-?\d+(?:\.\d+)?|[^\s,]")
NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}
NAME = re.compile(r"[a-z0-9_-]{1,64}")
CHARACTERS = 64 * 1024


def pictogram(folder: Path, name: str, area: Rect, *, white: bool = False) -> Shape:
    """The pictogram ``name`` of a folder, as large as fits in the middle of ``area``; ValueError says why not."""
    path = folder / f"{name}.svg"
    if not NAME.fullmatch(name) or not path.is_file():
        raise ValueError(f"no such pictogram: {name}")
    return outline(path, area, white=white)


def outline(path: Path, area: Rect, *, white: bool = False) -> Shape:
    """The same of any SVG file."""
    svg = path.read_text("utf-8", errors="replace")[:CHARACTERS]
    view, drawn = VIEW.search(svg), PATH.search(svg)
    if not view or not drawn or not (int(view[1]) and int(view[2])):
        raise ValueError(f"{path.name}: needs a viewBox from 0 0 and a path")
    scale = min(area.width / int(view[1]), area.height / int(view[2]))
    left = area.x + (area.width - scale * int(view[1])) / 2
    top = area.y + (area.height - scale * int(view[2])) / 2
    return Shape(tuple(_steps(drawn[1], left, top, scale)), white)


def _steps(drawn: str, left: float, top: float, scale: float) -> Iterator[Move | Line | Curve]:
    tokens = TOKEN.findall(drawn)
    at, command = 0, ""
    while at < len(tokens):
        if tokens[at] in NUMBERS:
            command, at = tokens[at], at + 1
        wanted = NUMBERS.get(command)
        if wanted is None:
            raise ValueError(f"only M, L, C and Z are understood, not {tokens[at]}")
        if not wanted:
            command = ""
            continue
        numbers = [float(token) for token in tokens[at : at + wanted]]
        if len(numbers) < wanted:
            raise ValueError(f"{command} needs {wanted} numbers")
        at += wanted
        values = [(top if odd % 2 else left) + number * scale for odd, number in enumerate(numbers)]
        yield (Curve(*values) if command == "C" else Line(*values) if command == "L" else Move(*values))
        command = "L" if command == "M" else command
