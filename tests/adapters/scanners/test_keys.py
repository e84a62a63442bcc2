"""Keys of a raw keyboard scanner become characters by their place on a US keyboard."""

from __future__ import annotations

import string

import pytest

from dockstation.adapters.scanners.framing import Framer
from dockstation.adapters.scanners.keys import UsKeyboard
from tests.adapters.scanners.lines import ALT, CONTROL, SHIFT, typed

RIGHT_SHIFT, CAPS_LOCK, ENTER, TAB, KEYPAD_ENTER, F1, UP = 54, 58, 28, 15, 96, 59, 103
A, B, DIGIT_6, MINUS, KEYPAD_0, KEYPAD_2, KEYPAD_9 = 30, 48, 7, 12, 82, 80, 73


def pressed(*keys: tuple[int, int]) -> list[str]:
    keyboard, framer = UsKeyboard(), Framer()
    for code, value in keys:
        framer.feed(keyboard.key(code, value))
    framer.pause()
    found = []
    while delivery := framer.next():
        found.append(delivery.text)
    return found


def test_every_character_of_a_us_keyboard_comes_as_it_is() -> None:
    signs = string.ascii_letters + string.digits + string.punctuation + "x y"
    assert pressed(*typed(signs)) == [signs]


def test_gs_comes_as_ctrl_and_bracket() -> None:
    assert pressed(*typed("]C10109\x1d10AB\x1d21X\r")) == ["]C10109\x1d10AB\x1d21X"]


@pytest.mark.parametrize(("key", "sign"), [(DIGIT_6, "\x1e"), (MINUS, "\x1f")])
def test_rs_and_us_come_with_or_without_shift(key: int, sign: str) -> None:
    plain = [(A, 1), (CONTROL, 1), (key, 1), (key, 0), (CONTROL, 0), (B, 1)]
    shifted = [(A, 1), (CONTROL, 1), (SHIFT, 1), (key, 1), (key, 0), (SHIFT, 0), (CONTROL, 0), (B, 1)]
    assert pressed(*plain) == pressed(*shifted) == [f"a{sign}b"]


@pytest.mark.parametrize("end", [ENTER, TAB, KEYPAD_ENTER])
def test_enter_and_tab_end_a_code(end: int) -> None:
    assert pressed((A, 1), (A, 0), (end, 1), (end, 0), (B, 1), (B, 0), (end, 1)) == ["a", "b"]


def test_shift_counts_while_it_is_down_and_both_sides_are_alike() -> None:
    assert pressed((RIGHT_SHIFT, 1), (A, 1), (A, 0), (RIGHT_SHIFT, 0), (A, 1)) == ["Aa"]
    assert pressed((SHIFT, 1), (RIGHT_SHIFT, 1), (SHIFT, 0), (A, 1), (RIGHT_SHIFT, 0), (A, 1)) == ["Aa"]


def test_caps_lock_keys_without_a_character_and_repeats_change_nothing() -> None:
    assert pressed((CAPS_LOCK, 1), (CAPS_LOCK, 0), (F1, 1), (UP, 1), (A, 1), (A, 2), (A, 2), (A, 0), (B, 1)) == ["ab"]


def test_the_keypad_types_its_digits_and_signs() -> None:
    keypad = [(code, 1) for code in (82, 79, 80, 81, 75, 76, 77, 71, 72, 73, 83, 98, 55, 74, 78, 117)]
    assert pressed(*keypad) == ["0123456789./*-+="]


def test_alt_and_a_number_is_that_character() -> None:
    gs = [
        (ALT, 1),
        (KEYPAD_0, 1),
        (KEYPAD_0, 0),
        (KEYPAD_2, 1),
        (KEYPAD_2, 0),
        (KEYPAD_9, 1),
        (KEYPAD_9, 0),
        (ALT, 0),
    ]
    assert pressed((A, 1), (A, 0), *gs, (B, 1)) == ["a\x1db"]
    assert pressed(*typed("退货A1\r")) == ["退货A1"]


def test_a_number_that_is_no_character_adds_nothing() -> None:
    too_large = [(KEYPAD_9, 1), (KEYPAD_9, 0)] * 9
    assert pressed((A, 1), (ALT, 1), *too_large, (ALT, 0), (B, 1)) == ["ab"]
