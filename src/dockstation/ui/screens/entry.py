"""One value, typed: what it is, how it is written, and the keypad."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.ui.widgets import CodeField, WritingScreen

LONGEST = 260


@dataclass(frozen=True, slots=True)
class Entry:
    """What is asked for, and how it is written, in the language of the moment."""

    title: str
    hint: str


class EntryScreen(WritingScreen):
    """Nothing is a value as well."""

    def __init__(self) -> None:
        super().__init__(CodeField(), LONGEST, ":")
        self._entry = Entry("", "")
        self.retranslate()

    def ask(self, entry: Entry, text: str) -> None:
        """Ask anew, with ``text`` in the field."""
        self._field.setText(text)
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """The same in another language; what was typed stays."""
        self._entry = entry
        self.retranslate()

    def take(self, text: str) -> None:
        """What was scanned, in the place of what stands there."""
        self._field.setText(text[:LONGEST])

    def write(self) -> None:
        """Keys are letters from now on, in the place of what stands there."""
        super().write()
        self._field.selectAll()

    def confirm(self) -> None:
        """What stands in the field is the value."""
        self.entered.emit(self._field.text().strip())

    def retranslate(self) -> None:
        """Say all of it in the present language."""
        self._title.setText(self._entry.title)
        self._hint.setText(self._entry.hint)
        super().retranslate()
