"""Keys of a keyboard scanner to the bytes of its code, by their place on a US keyboard; no device in here.

Codes and values are those of Linux' input-event-codes.h.
"""

from __future__ import annotations

RELEASED, PRESSED = 0, 1
_SHIFTS, _CONTROLS, _ALTS = frozenset({42, 54}), frozenset({29, 97}), frozenset({56, 100})
_MODIFIERS = _SHIFTS | _CONTROLS | _ALTS
_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
_ENDS = {28: "\r", 96: "\r", 15: "\t"}
_KEYPAD = dict(zip(range(71, 84), "789-456+1230.", strict=True)) | {55: "*", 98: "/", 117: "=", 121: ","}
_PLAIN = {first + place: sign for first, signs, _ in _ROWS for place, sign in enumerate(signs)}
_SHIFTED = {first + place: sign for first, _, signs in _ROWS for place, sign in enumerate(signs)}
_CONTROLLED = {chr(0x40 + number): chr(number) for number in range(32)} | {"6": "\x1e", "-": "\x1f"}
"""^ and _ stand on 6 and -, and many scanners leave out their Shift."""

_LARGEST = 0xFFFF


class UsKeyboard:
    """One keyboard, with the modifiers that are down.

    Ctrl makes control characters (Ctrl+] is GS, Ctrl+M is Enter). Alt with digits of the keypad is the byte
    of that number, above 255 the two bytes, as scanners send Chinese in GBK.
    """

    def __init__(self) -> None:
        self._down: set[int] = set()
        self._number = ""

    def key(self, code: int, value: int) -> bytes:
        """What this key event adds: mostly nothing or one byte. A key held down does not repeat."""
        if code in _MODIFIERS:
            return self._modifier(code, value)
        if value != PRESSED:
            return b""
        if self._down & _ALTS:
            self._number += _KEYPAD.get(code, "")
            return b""
        return self._character(code).encode("ascii")

    def _modifier(self, code: int, value: int) -> bytes:
        if value == RELEASED:
            self._down.discard(code)
        else:
            self._down.add(code)
        if self._down & _ALTS:
            return b""
        digits, self._number = self._number, ""
        number = int(digits) if digits.isdecimal() and len(digits) <= len(str(_LARGEST)) else 0
        return number.to_bytes(2, "big").lstrip(b"\0") if number <= _LARGEST else b""

    def _character(self, code: int) -> str:
        if sign := _ENDS.get(code) or _KEYPAD.get(code):
            return sign
        sign = (_SHIFTED if self._down & _SHIFTS else _PLAIN).get(code, "")
        if self._down & _CONTROLS:
            return _CONTROLLED.get(sign.upper(), "")
        return sign
