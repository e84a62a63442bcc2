"""Files and functions stay small: 400 and 40 lines at the most."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

FILE_LINES = 400
FUNCTION_LINES = 40


def too_large(folder: Path) -> Iterator[str]:
    """One line of text for each file and function over its limit."""
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text("utf-8")
        lines = text.count("\n")
        if lines > FILE_LINES:
            yield f"{path}: {lines} lines, at most {FILE_LINES}"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES:
                    yield f"{path}:{node.lineno}: {node.name} has {length} lines, at most {FUNCTION_LINES}"
