"""What help says about one screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """Sentences; keys as they are printed on the keyboard, with what each does; words of commands.

    Texts are marked for the translators, nothing more.
    """

    told: object
    keys: tuple[tuple[str, object], ...] = ()
    commands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Help:
    """The same in the language of the moment."""

    told: str
    keys: tuple[tuple[str, str], ...]
    commands: tuple[str, ...]
