"""The page's texts, one file a language, and which of them somebody reads."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

LANGUAGES = {"en": "English", "zh_CN": "中文"}
FOLDER = Path(__file__).parent / "texts"
Texts = Mapping[str, str]


def load(language: str) -> Texts:
    """Every text by its dotted name."""
    return dict(_flat("", tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))))


def _flat(before: str, texts: Mapping[str, Any]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, each in texts.items():
        found |= _flat(f"{before}{name}.", each) if isinstance(each, dict) else {f"{before}{name}": str(each)}
    return found


def chosen(cookie: str, accepted: str) -> str:
    """The language of the cookie, or the first known one that a browser asks for, or English."""
    if cookie in LANGUAGES:
        return cookie
    wishes = sorted((_wish(each) for each in accepted[:500].split(",")), key=lambda wish: -wish[1])
    known = {"zh": "zh_CN", "en": "en"}
    return next((known[word] for word, weight in wishes if weight > 0 and word in known), "en")


def _wish(told: str) -> tuple[str, float]:
    word, _, weight = told.partition(";")
    try:
        return word.strip().lower().partition("-")[0], float(weight.strip().removeprefix("q=") or 1)
    except ValueError:
        return "", 0.0


class Words:
    """Texts in one language, called as templates do."""

    def __init__(self, language: str, texts: Texts) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, name: str, /, **facts: object) -> str:
        """A text that must be there, with its facts."""
        text = self._texts[name]
        return text.format_map(facts) if facts else text

    def known(self, name: str) -> bool:
        """Whether there is such a text."""
        return name in self._texts

    def of(self, group: str, code: str) -> str:
        """The word for a code of the protocol, or the code itself: config may know more than this page."""
        return self._texts.get(f"{group}.{code}", code)
