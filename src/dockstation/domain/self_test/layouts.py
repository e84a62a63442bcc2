"""Keyboard layouts, key by key: what a scanner of one layout looks like on a system of another."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

US = (
    "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
    '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
)  # fmt: skip
LAYOUTS: Mapping[str, str] = MappingProxyType({
    "us": US,
    "fr": (
        "²&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!"
        "~1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§"
    ),
    "de": (
        "^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.-"
        "°!\"§$%&/()=?`QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_"
    ),
    "ru": (
        "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю."
        'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,'
    ),
})  # fmt: skip
"""The characters of the same keys in the order of ``US``, first without, then with Shift."""

DEAD: Mapping[str, str] = MappingProxyType({"fr": "^¨", "de": "^´`"})
"""Keys that wait for the next one, and give no text of their own."""

ALIKE = 0.8
"""So much of a text must be what a layout would make of it to name that layout."""


def typed(text: str, layout: str) -> str:
    """What a US scanner's ``text`` becomes on a system with this layout."""
    dead = DEAD.get(layout, "")
    table = {ord(us): None if other in dead else other for us, other in zip(US, LAYOUTS[layout], strict=True)}
    return text.translate(table)


def pressed(text: str, layout: str) -> str:
    """The keys, by their US names, that a scanner of this layout presses for ``text``; some need more than one."""
    keys = {ord(other): us for us, other in reversed(list(zip(US, LAYOUTS[layout], strict=True)))}
    return text.translate(keys)


def named(keys: str, texts: str) -> tuple[str, bool]:
    """The layout that makes ``texts`` of a US scanner's ``keys``, and whether Caps Lock is on; "" for none."""
    return _closest(texts, {layout: typed(keys, layout) for layout in LAYOUTS})


def named_of_scanner(wanted: str, keys: str) -> str:
    """The layout of a scanner that pressed ``keys`` for the text ``wanted``; "" when none is like it."""
    return _closest(keys, {layout: pressed(wanted, layout) for layout in LAYOUTS})[0]


def _closest(came: str, made: Mapping[str, str]) -> tuple[str, bool]:
    from difflib import SequenceMatcher  # late: the first window needs none of it

    alike = {
        (layout, locked): SequenceMatcher(None, came, text.swapcase() if locked else text, autojunk=False).ratio()
        for layout, text in made.items()
        for locked in (False, True)
    }
    best = max(alike, key=lambda each: alike[each])
    return best if alike[best] >= ALIKE else ("", False)
