"""Text takes the largest size that fits, and breaks where Chinese and English break."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dockstation.labels.fitting import CLOSING, ELLIPSIS, OPENING, Room, broken, fit

ROOM = Room(width=100, height=44, lines=2, largest=20, smallest=10)
TEXTS = some.text(some.sampled_from("ab -,.()中文，。（）《》“”1"), max_size=60)


def measure(text: str, size: int) -> float:
    """Wide characters are an em, others half of one."""
    return sum(size if ord(char) > 0x2E00 else size / 2 for char in text)


def test_short_text_takes_the_largest_size() -> None:
    assert fit("ab", ROOM, measure).size == 20


def test_text_shrinks_before_it_is_cut() -> None:
    fitted = fit("abcdefgh abcdefgh abcdefgh", ROOM, measure)
    assert (fitted.lines, fitted.cut) == (("abcdefgh abcdefgh", "abcdefgh"), False)
    assert fitted.size < 20


def test_words_stay_whole_while_any_size_allows_it() -> None:
    assert fit("Return to customer", Room(110, 60, 2, 30, 5), measure).lines == ("Return to", "customer")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲乙丙丁，戊己", ("甲乙丙", "丁，戊己")),
        ("甲乙丙（丁戊）", ("甲乙丙", "（丁戊）")),
        ("甲乙丙X200手", ("甲乙丙", "X200手")),
        ("数值 10.50", ("数值", "10.50")),
    ],
)
def test_punctuation_clings_and_numbers_stay_whole(text: str, lines: tuple[str, ...]) -> None:
    assert fit(text, Room(82, 48, 2, 20, 20), measure).lines == lines


def test_text_that_fits_at_no_size_ends_in_an_ellipsis() -> None:
    fitted = fit("甲乙丙丁" * 20, ROOM, measure)
    assert fitted.cut
    assert fitted.size == 10
    assert fitted.lines[-1].endswith(ELLIPSIS)


@given(TEXTS)
def test_nothing_is_lost_without_an_ellipsis_and_nothing_sticks_out(text: str) -> None:
    fitted = fit(text, ROOM, measure)
    assert all(measure(line, fitted.size) <= ROOM.width for line in fitted.lines)
    shown = re.sub(r"\s", "", "".join(fitted.lines))
    wanted = re.sub(r"\s", "", text)
    if fitted.cut:
        assert shown.endswith(ELLIPSIS)
        assert wanted.startswith(shown.removesuffix(ELLIPSIS))
    else:
        assert shown == wanted


@given(some.text(max_size=300) | TEXTS, some.integers(20, 200))
def test_text_that_is_broken_at_one_size_is_all_there_on_lines_that_fit(text: str, width: int) -> None:
    lines = broken(text, width, lambda part: measure(part, 10))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(measure(line.strip(), 10) <= max(width, 10) for line in lines)


def test_lines_break_as_chinese_and_english_are_broken() -> None:
    lines = broken("质检报告，很长的一段话（含 English words）。", 80, lambda part: measure(part, 10))
    assert not [line for line in lines if re.match(f"[{CLOSING}]", line) or re.search(f"[{OPENING}]$", line)]
    assert "English" in " ".join(lines)
