"""Whatever goes wrong, a person reads what it was and what to do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dockstation.domain.discrepancy import FLOWS
from dockstation.domain.errors import DockstationError
from dockstation.ui import messages
from dockstation.ui.messages.sentences import SENTENCES

SOURCES = Path("src/dockstation")
RAISED = {"DockstationError", "PrinterFailed", "CentralFailed", "CursorExpired"}
LONGEST = 180
"""Characters that two lines of the banner hold on the smallest screen."""


def _raised() -> Iterator[tuple[str, set[str] | None, str]]:
    """Code, facts (None when they are not written out) and place of every failure in the sources."""
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in RAISED and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    facts = {each.arg for each in node.keywords if each.arg}
                    whole = all(each.arg for each in node.keywords)
                    yield code.value, facts if whole else None, f"{path}:{node.lineno}"


def test_every_failure_in_the_sources_has_its_sentence() -> None:
    assert [f"{place}: {code}" for code, _, place in _raised() if code not in SENTENCES] == []


def test_every_place_in_a_sentence_is_filled_where_the_failure_is_raised() -> None:
    for code, facts, place in _raised():
        if facts is not None:
            wanted = set(re.findall(r"\{(\w+)\}", str(SENTENCES[code])))
            assert wanted <= facts, (place, code, wanted - facts)


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_fits_into_the_banner_and_ends_like_one(code: str) -> None:
    sentence = str(SENTENCES[code])
    assert len(sentence) <= LONGEST
    assert sentence[0].isupper() or sentence.startswith("{")
    assert sentence.endswith((".", "?"))


def test_facts_are_filled_in() -> None:
    assert "SF123" in messages.sentence(DockstationError("rma.unknown", code="SF123"))


def test_a_hostile_fact_is_shown_harmless_and_short() -> None:
    said = messages.sentence(DockstationError("rma.unknown", code="{0.__class__}\x1b[2J" + "x" * 5000))
    assert "{0.__class__}‹ESC›" in said
    assert len(said) < 300


def test_an_unknown_code_is_named_so_that_it_can_be_reported() -> None:
    assert "flux.capacitor" in messages.sentence(DockstationError("flux.capacitor"))


def test_money_is_said_in_the_currencys_own_units() -> None:
    assert messages.money(129900, "CNY", "en") == "CNY 1,299.00"
    assert messages.money(1299, "JPY", "en") == "JPY 1,299"
    assert messages.money(1299, "KWD", "en") == "KWD 1.299"


def test_a_time_is_said_in_the_language() -> None:
    assert "月" in messages.moment("2026-11-23T09:00:00Z", "zh_CN")
    assert "Nov" in messages.moment("2026-11-23T09:00:00Z", "en")
    assert messages.moment("never", "en") == ""


def test_every_discrepancy_and_every_answer_to_one_has_its_words() -> None:
    for kind, flow in FLOWS.items():
        assert messages.discrepancy(kind)
        assert all(map(messages.discrepancy_answer, flow.answers))
