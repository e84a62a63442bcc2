"""Inspections in the store, and the versions of checklists and rules that they used."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from dockstation.domain.checklist import Answers, Checklist
from dockstation.domain.evidence import Mark, Photo
from dockstation.domain.outcome import Decision, Ruling, standing
from dockstation.domain.policy import RuleBook


@dataclass(frozen=True, slots=True)
class Inspection:
    """A unit's inspection, under way or decided. ``answers`` by question id and the photos kept, both in order.

    ``holder`` is the badge of who has it; a ``note`` says that it was handed over and why; ``origin`` is the station
    that it was taken over from. ``rulings`` are all decisions about it, the last one last; ``checklist_digest`` names
    the kept version of its checklist. ``begun`` are answers by question id that nobody has confirmed yet.
    """

    lpn: str
    checklist_id: str
    checklist_version: int
    answers: Answers
    photos: tuple[Photo, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    holder: str = ""
    note: str = ""
    origin: str = ""
    checklist_digest: str = ""
    begun: Answers = field(default_factory=dict)

    @property
    def decision(self) -> Decision | None:
        """The decision that counts, None while there is none."""
        return standing(self.rulings)


class Inspections(Protocol):
    """Inspections with their answers, photos and decision; answers keep their history."""

    def get(self, lpn: str) -> Inspection:
        """The unit's inspection; raises ``inspection.none`` when none has begun."""
        ...

    def begin(self, lpn: str, checklist: Checklist, digest: str, holder: str = "") -> None:
        """Start it with this checklist, kept under ``digest``."""
        ...

    def hold(self, lpn: str, holder: str, note: str = "", origin: str | None = None) -> None:
        """Who has it from now on, or with a note: who has handed it over; an ``origin`` of None stays as it is."""
        ...

    def answer(self, lpn: str, question_id: str, answer: str | None) -> None:
        """Record an answer, or its withdrawal (None), after those given before; what was begun on it is forgotten."""
        ...

    def begin_answer(self, lpn: str, question_id: str, text: str) -> None:
        """Keep what was begun on a question in place of what was before; "" forgets it."""
        ...

    def add_photo(self, photo: Photo) -> None: ...
    def discard_photo(self, photo: Photo, at: str, by: str) -> None:
        """List it no more; its row stays, with who took it out and when (RFC 3339)."""
        ...

    def mark_photo(self, photo: Photo, marks: tuple[Mark, ...]) -> None:
        """These are its marks from now on."""
        ...

    def rule(self, lpn: str, ruling: Ruling) -> None:
        """Add a decision after those before it."""
        ...


class Versions(Protocol):
    """Every version of a checklist and of rules that was ever used here, by the SHA-256 of its text."""

    def keep_checklist(self, checklist: Checklist) -> str:
        """Keep it, once, and return its digest."""
        ...

    def checklist(self, digest: str) -> Checklist:
        """The checklist; raises ``checklist.lost`` when it is not kept here."""
        ...

    def keep_rules(self, book: RuleBook) -> str:
        """Keep it, once, and return its digest."""
        ...
