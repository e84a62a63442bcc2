"""Texts in every language and short enough, and drawings that are there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from dockstation.settings.check.finding import Finding, Spot
from dockstation.settings.document import LANGUAGE, Document
from dockstation.settings.folders import ConfigFolders, shipped
from dockstation.settings.lines import KeyPath

LANGUAGES = ("zh_CN", "en")
LONGEST = {"text": 60, "criterion": 180}
"""Characters that a question shows well, in English."""


def of_document(document: Document, folders: ConfigFolders) -> Iterator[Finding]:
    """What the texts and pictures of a file lack."""
    drawings = _drawings(folders)
    for path, value in _tables(document.value(()), ()):
        if _is_text(value):
            yield from _text(Spot(document, path), value)
        elif (name := value.get("picture")) and isinstance(name, str) and name not in drawings:
            yield Finding(Spot(document, (*path, "picture")).wrong("settings.no_picture", {"value": name}))


def _tables(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    if isinstance(value, dict):
        yield path, value
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in steps:
        yield from _tables(each, (*path, step))


def _is_text(value: dict[str, Any]) -> bool:
    return bool(set(LANGUAGES) & set(value)) and all(LANGUAGE.fullmatch(each) for each in value)


def _text(spot: Spot, value: dict[str, Any]) -> Iterator[Finding]:
    key = str(spot.path[-1])
    for language in LANGUAGES:
        if not str(value.get(language, "")).strip():
            yield Finding(spot.wrong("settings.translation", {"key": key, "language": language}))
    of_question = len(spot.path) == 3 and spot.path[0] == "question"
    count, most = len(str(value.get("en", ""))), LONGEST.get(key, 0)
    if of_question and most and count > most:
        yield Finding(spot.wrong("settings.too_long", {"key": key, "count": count, "most": most}))


def _drawings(folders: ConfigFolders) -> Collection[str]:
    places = [shipped("resources") / "criteria", *([folders.own / "criteria"] if folders.own else [])]
    return {file.stem for place in places for file in place.glob("*.svg")}
