"""The check that nothing is said in one language only finds what it is for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lint.translations import I18N, unfinished

TS = I18N / "dockstation_zh_CN.ts"

SOURCE = "src/dockstation/ui/greeter.py"
GREETER = """
from PySide6.QtCore import QObject
class Greeter(QObject):
    def greet(self):
        return self.tr("Hello {0}")
"""
FILE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN"><context><name>Greeter</name>
<message><source>Hello {{0}}</source><translation{0}>{1}</translation></message>
</context></TS>
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one sentence that is whole."""
    _write(tmp_path / SOURCE, GREETER)
    _write(tmp_path / TS, FILE.format("", "你好 {0}"))
    _write(tmp_path / "config/words.toml", 'word = { en = "Shelf", zh_CN = "货架" }\n')
    return tmp_path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_a_whole_project_has_no_finding(project: Path) -> None:
    assert list(unfinished(project)) == []


def test_a_sentence_without_its_translation_is_found(project: Path) -> None:
    _write(project / SOURCE, GREETER + '    def part(self):\n        return self.tr("Bye")\n')
    assert [finding for finding in unfinished(project) if "'Bye'" in finding and "lacks" in finding]


def test_an_unfinished_translation_is_found(project: Path) -> None:
    _write(project / TS, FILE.format(' type="unfinished"', "你好 {0}"))
    assert [finding for finding in unfinished(project) if "unfinished" in finding]
    _write(project / TS, FILE.format("", ""))
    assert [finding for finding in unfinished(project) if "unfinished" in finding]


def test_a_translation_that_nobody_says_any_more_is_found(project: Path) -> None:
    _write(project / SOURCE, GREETER.replace("Hello {0}", "Good morning"))
    assert [finding for finding in unfinished(project) if "obsolete" in finding]


def test_a_place_that_only_the_translation_has_is_found(project: Path) -> None:
    _write(project / TS, FILE.format("", "你好 {name}"))
    assert [finding for finding in unfinished(project) if "{name}" in finding]


def test_tr_of_something_that_is_no_literal_is_found(project: Path) -> None:
    _write(project / SOURCE, GREETER + '    def shout(self, name):\n        return self.tr(f"Hey {name}")\n')
    assert [finding for finding in unfinished(project) if "greeter.py:7" in finding and "literal" in finding]


def test_a_config_text_in_one_language_is_found(project: Path) -> None:
    _write(project / "config/words.toml", '[[list]]\nword = { en = "Shelf" }\n')
    assert [finding for finding in unfinished(project) if "'Shelf' lacks zh_CN" in finding]
