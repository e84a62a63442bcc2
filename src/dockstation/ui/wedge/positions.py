"""What a key stands for on a US keyboard, by its place alone: no layout, no Caps Lock, no input method."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_ROWS = (
    (0x02, "1234567890-=", "!@#$%^&*()_+"),
    (0x10, "qwertyuiop[]", "QWERTYUIOP{}"),
    (0x1E, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (0x2B, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (0x39, " ", " "),
    (0x37, "*", "*"),
    (0x47, "789-456+1230.", "789-456+1230."),
)
"""The first key of a row by its scan code of set 1, as Windows counts; the last two rows are the keypad."""

_KEYPAD_SLASH = {"windows": 0x135, "evdev": 98}
_EVDEV_IN_X = 8
_LEVEL_3 = 0x80
"""Mod5 of XKB, which AltGr holds on every layout that has one."""

_CONTROL = {"[": "\x1b", "\\": "\x1c", "]": "\x1d", "6": "\x1e", "-": "\x1f"}
"""How scanners type the ASCII control characters besides Ctrl+letter; ^ and _ stand on 6 and -."""


@dataclass(frozen=True, slots=True)
class Keyboard:
    """A platform's scan codes. ``beyond`` are native modifiers that no US keyboard has."""

    plain: Mapping[int, str]
    shifted: Mapping[int, str]
    beyond: int

    def character(self, code: int, native_modifiers: int, *, shift: bool, control: bool) -> str:
        """What the key at ``code`` types on a US keyboard; "" where that is unknown, or nothing."""
        plain = self.plain.get(code, "")
        if native_modifiers & self.beyond:
            return ""
        if control:
            return chr(ord(plain) & 0x1F) if plain.isalpha() else _CONTROL.get(plain, "")
        return self.shifted[code] if shift and plain else plain


def keyboard(platform: str) -> Keyboard | None:
    """The keys of a platform by Qt's name for it; None where scan codes are not known to mean places."""
    if platform == "windows":
        return _keyboard(0, _KEYPAD_SLASH["windows"], 0)
    if platform == "xcb" or platform.startswith("wayland"):
        return _keyboard(_EVDEV_IN_X, _KEYPAD_SLASH["evdev"] + _EVDEV_IN_X, _LEVEL_3)
    return None


def _keyboard(offset: int, keypad_slash: int, beyond: int) -> Keyboard:
    slash = {keypad_slash: "/"}
    plain = {code + offset: char for code, char, _ in _keys()} | slash
    shifted = {code + offset: char for code, _, char in _keys()} | slash
    return Keyboard(plain, shifted, beyond)


def _keys() -> Iterator[tuple[int, str, str]]:
    for first, plain, shifted in _ROWS:
        for place, (char, above) in enumerate(zip(plain, shifted, strict=True)):
            yield first + place, char, above
