"""A scanner at a station with any keyboard layout, on a real X server at twenty scans a second."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.ui.codes import meaningless, of_a_dock
from tests.ui.display import Display, screen
from tests.ui.keys import characters, strokes
from tests.ui.wedge_window import wedge_window

SCANS = 25
LAYOUTS = ("us", "fr", "de", "ru")


@pytest.fixture(scope="module")
def display() -> Iterator[Display]:
    with screen() as display:
        yield display


def scanned(display: Display, codes: list[str], words: Callable[[str], list[str]]) -> list[str]:
    with wedge_window(display) as window:
        window.scan(codes, words)
        return window.heard(len(codes), seconds=5)[0]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_scanner_set_to_us_is_right(display: Display, layout: str) -> None:
    display.set_layout(layout)
    codes = of_a_dock(SCANS)
    assert scanned(display, codes, strokes) == codes


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_is_right_even_where_the_code_means_nothing(display: Display, layout: str) -> None:
    display.set_layout(layout)
    codes = meaningless(SCANS)
    assert scanned(display, codes, strokes) == codes


@pytest.mark.parametrize("layout", ["us", "fr", "de"])  # under ru alone xdotool cannot type Latin capitals
def test_a_scanner_set_to_the_systems_layout_is_right(display: Display, layout: str) -> None:
    display.set_layout(layout)
    codes = of_a_dock(SCANS)
    assert scanned(display, codes, characters) == codes


@pytest.mark.parametrize("layout", ["us", "fr", "ru"])
def test_caps_lock_changes_nothing(display: Display, layout: str) -> None:
    display.set_layout(layout)
    codes = [*of_a_dock(10), "aB-4711-x"]
    display.keyboard("key", "Caps_Lock")
    try:
        assert scanned(display, codes, strokes) == codes
    finally:
        display.keyboard("key", "Caps_Lock")
