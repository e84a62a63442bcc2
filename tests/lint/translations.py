"""Nothing is said in one language only: sources against the .ts file, literals in ``tr()``, texts in config."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LANGUAGES = {"en", "zh_CN"}
I18N = Path("resources/i18n")
SOURCES = Path("src/dockstation/ui")
PLACE = re.compile(r"\{\w+\}")
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")
Messages = dict[tuple[str, str], ET.Element]


def unfinished(root: Path) -> Iterator[str]:
    """One line of text for each thing that lacks a language below ``root``."""
    yield from _untranslated(root)
    for path in sorted((root / SOURCES).rglob("*.py")):
        yield from _not_literal(path)
    for path in sorted((root / "config").rglob("*.toml")):
        for text in _texts(tomllib.loads(path.read_text("utf-8"))):
            if missing := LANGUAGES - text.keys():
                yield f"{path}: {next(iter(text.values()))!r} lacks {', '.join(sorted(missing))}"


def _untranslated(root: Path) -> Iterator[str]:
    said = _messages_of_sources(root)
    for path in sorted((root / I18N).glob("*.ts")):
        yield from _lacking(path.relative_to(root), _messages(path), said)


def _lacking(ts: Path, kept: Messages, said: Messages) -> Iterator[str]:
    for context, source in said.keys() - kept.keys():
        yield f"{ts}: lacks {context}: {source!r}; run pyside6-lupdate and translate it"
    for context, source in kept.keys() - said.keys():
        yield f"{ts}: obsolete, said nowhere: {context}: {source!r}"
    for (context, source), message in kept.items():
        translation = message.find("translation")
        text = (translation.text or "") if translation is not None else ""
        if translation is None or translation.get("type") or not text:
            yield f"{ts}: unfinished: {context}: {source!r}"
        elif set(PLACE.findall(text)) - set(PLACE.findall(source)):
            yield f"{ts}: {context}: {text!r} has a place that {source!r} has not"


def _messages_of_sources(root: Path) -> Messages:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, "fresh_zh_CN.ts")
        files = sorted((root / SOURCES).rglob("*.py"))
        subprocess.run([LUPDATE, "-silent", *files, "-ts", fresh], check=True)
        return _messages(fresh)


def _messages(path: Path) -> Messages:
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            found[context.findtext("name", ""), message.findtext("source", "")] = message
    return found


def _not_literal(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        name = node.func if isinstance(node, ast.Call) else None
        called = getattr(name, "attr", getattr(name, "id", ""))
        if called == "tr" and isinstance(node, ast.Call) and not _is_text(node.args[0]):
            yield f"{path}:{node.lineno}: tr() of something that is no literal is silently lost"


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _texts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        if value.keys() & LANGUAGES:
            yield value
        else:
            for each in value.values():
                yield from _texts(each)
