"""Everything can be read: contrast of at least 7 to 1 (WCAG 2.2, level AAA)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QRawFont
from PySide6.QtWidgets import QApplication

from dockstation.settings import ConfigFolders, shipped
from dockstation.settings.policy import load_policy
from dockstation.ui import theme
from dockstation.ui.widgets import Pictogram


def _luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    seen = QColor(colour)
    return 0.2126 * linear(seen.redF()) + 0.7152 * linear(seen.greenF()) + 0.0722 * linear(seen.blueF())


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_text_has_contrast_on_everything_it_stands_on(name: str) -> None:
    tokens = theme.THEMES[name]
    for text in (tokens.ink, tokens.muted, tokens.late, tokens.good):
        for ground in (tokens.ground, tokens.surface, tokens.soft):
            assert contrast(text, ground) >= 7, (text, ground)
    for text in (tokens.ink, tokens.muted, tokens.late, tokens.good):
        assert contrast(text, tokens.marked) >= 7, text
    assert contrast(tokens.on_primary, tokens.primary) >= 7
    assert contrast(tokens.on_primary, tokens.primary_pressed) >= 7


def test_the_bundled_font_has_every_character_that_the_program_says(qapp: QApplication) -> None:
    font = QRawFont(str(shipped("resources") / theme.FONT_FILE), 20)
    folders = (("src/dockstation/ui", "*.py"), ("config", "*.toml"), ("resources/i18n", "*.ts"))
    files = [file for folder, kind in folders for file in Path(folder).rglob(kind)]
    said = {char for file in files for char in file.read_text("utf-8") if not char.isspace()}
    assert {char for char in said if not font.supportsCharacter(ord(char))} == set()


def test_signal_colours_carry_readable_text() -> None:
    for signal in theme.SIGNALS.values():
        assert contrast(signal.ink, signal.fill) >= 7, signal


def test_a_theme_changes_the_whole_application_at_once(qapp: QApplication) -> None:
    theme.apply(qapp, "dark", shipped("resources"))
    assert theme.tokens() == theme.DARK
    assert theme.DARK.primary in qapp.styleSheet()
    theme.apply(qapp, "contrast", shipped("resources"))
    assert theme.tokens() is theme.CONTRAST
    theme.apply(qapp, "light", shipped("resources"))
    assert theme.tokens() == theme.LIGHT


def test_every_disposition_of_the_config_has_its_colour_and_its_picture(qapp: QApplication) -> None:
    for disposition in load_policy(ConfigFolders()).dispositions.values():
        assert disposition.colour in theme.SIGNALS
        picture = Pictogram(48)
        picture.show_pictogram(disposition.pictogram, "#ff0000")
        drawn = picture.grab().toImage()
        assert any(
            drawn.pixelColor(x, y).red() > 200 and drawn.pixelColor(x, y).green() < 60
            for x in range(0, drawn.width(), 2)
            for y in range(0, drawn.height(), 2)
        ), disposition.pictogram
