"""Which keyboards the kernel has, as everybody may see in sysfs, and which of them a name means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_LETTERS_AND_ENTER = (16, 28, 30, 50)
"""KEY_Q, KEY_ENTER, KEY_A and KEY_M: volume knobs and power buttons are inputs too."""


@dataclass(frozen=True, slots=True)
class Roots:
    """Where devices and what is known of them are found."""

    dev: Path = Path("/dev")
    sys: Path = Path("/sys")


HERE = Roots()


@dataclass(frozen=True, slots=True)
class Keyboard:
    """``path`` is its event node, ``lasting`` its name in by-id or "", ``usb`` ``vid:pid`` in hexadecimal."""

    path: str
    lasting: str
    description: str
    usb: str


def keyboards(roots: Roots = HERE) -> tuple[Keyboard, ...]:
    """Every keyboard, scanners among them, in the order of their nodes."""
    lasting = links(roots.dev / "input" / "by-id")
    nodes = sorted((roots.sys / "class" / "input").glob("event*"), key=lambda each: (len(each.name), each.name))
    return tuple(_keyboards(nodes, lasting, roots))


def links(folder: Path) -> dict[str, str]:
    """Device node to the lasting name that udev gave it, the first of several."""
    try:
        names = sorted(folder.iterdir(), reverse=True)
    except OSError:
        return {}
    return {str(each.resolve()): str(each) for each in names}


def found(wanted: str, there: Iterable[Keyboard]) -> str:
    """The path that ``wanted`` means: itself, or that of the one keyboard whose name contains it.

    LookupError says why there is no such keyboard, or more than one.
    """
    if wanted.startswith("/"):
        return wanted
    name = wanted.strip().casefold()
    named = [
        each for each in there if name in each.description.casefold() or name in Path(each.lasting).name.casefold()
    ]
    if not named:
        raise LookupError("it is not plugged in")
    if len(named) > 1:
        told = ", ".join(each.lasting or each.path for each in named)
        raise LookupError(f"{len(named)} keyboards are meant: {told}; choose one of them")
    return named[0].path


def _keyboards(nodes: Iterable[Path], lasting: dict[str, str], roots: Roots) -> Iterator[Keyboard]:
    for node in nodes:
        device = node / "device"
        if _has_letters(_said(device / "capabilities" / "key")):
            path = roots.dev / "input" / node.name
            vendor, product = _said(device / "id" / "vendor"), _said(device / "id" / "product")
            usb = f"{vendor}:{product}" if vendor.strip("0") else ""
            yield Keyboard(str(path), lasting.get(str(path.resolve()), ""), _said(device / "name"), usb)


def _has_letters(words: str) -> bool:
    """``words``: the key bitmap in hexadecimal, its last word the lowest 64 keys."""
    try:
        keys = int(words.rsplit(maxsplit=1)[-1], 16)
    except (IndexError, ValueError):
        return False
    return all(keys >> key & 1 for key in _LETTERS_AND_ENTER)


def _said(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        return ""
