"""How much of a customer is shown: of the name, and of the phone, of which the station knows four digits at most."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from dockstation.domain.match import Listed, Shortlist
from dockstation.domain.rma import Rma

HIDDEN = "**"


class Discretion(StrEnum):
    """From all to nothing. What is stored and sent stays whole; only what is read, and found by words, changes."""

    FULL = "full"
    INITIALS = "initials"
    NOTHING = "nothing"

    def customer(self, name: str) -> str:
        """As it may be read; how long it is stays hidden too."""
        if self is Discretion.FULL:
            return name
        return " ".join(word[0] + HIDDEN for word in name.split()) if self is Discretion.INITIALS else ""

    def rma(self, rma: Rma) -> Rma:
        """The same return, to be shown."""
        phone = "" if self is Discretion.NOTHING else rma.phone_end
        return replace(rma, customer=self.customer(rma.customer), phone_end=phone)

    def shortlist(self, found: Shortlist) -> Shortlist:
        """The same returns, to be shown."""
        return replace(found, entries=tuple(self._listed(each) for each in found.entries))

    def _listed(self, entry: Listed) -> Listed:
        return replace(entry, match=replace(entry.match, rma=self.rma(entry.match.rma)))
