"""What the events of several stations tell of one unit, for the station that goes on with it.

Bodies come from elsewhere: what is not of the right kind is as if it were not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dockstation.domain.unit import UnitState

LONGEST = 256
LONGEST_ANSWER = 4096
MOST_PHOTOS = 200
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LEADS_TO = {
    "UnitReceived": UnitState.RECEIVED,
    "InspectionStarted": UnitState.INSPECTING,
    "InspectionCompleted": UnitState.DECIDED,
    "LabelSent": UnitState.LABELLED,
    "LabelConfirmed": UnitState.LABELLED,
    "UnitPutAway": UnitState.PUT_AWAY,
    "UnitVoided": UnitState.VOIDED,
}
_ORDER = list(UnitState)
_GOODS = ("rma_number", "line_id", "serial", "found_as", "parcel_code")


@dataclass(frozen=True, slots=True)
class Told:
    """One event as far as the story needs it. ``at`` is RFC 3339."""

    station: str
    kind: str
    at: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StoryPhoto:
    """A photo by its name; the bytes are at the server, or on their way to it. Pixels and bytes."""

    sha256: str
    question_id: str
    size: int = 0
    width: int = 0
    height: int = 0
    view: str = ""


@dataclass(frozen=True, slots=True)
class UnitStory:
    """Where a unit stands. ``station`` and ``by`` are who had it last; ``note`` is set while it is handed over."""

    lpn: str
    station: str
    rma_number: str = ""
    line_id: str = ""
    serial: str = ""
    found_as: str = ""
    parcel_code: str = ""
    received_at: str = ""
    state: UnitState = UnitState.RECEIVED
    by: str = ""
    note: str = ""
    checklist_id: str = ""
    checklist_version: int = 0
    answers: Mapping[str, str] = field(default_factory=dict)
    photos: tuple[StoryPhoto, ...] = ()
    station_name: str = ""


def story_of(lpn: str, events: Iterable[Told]) -> UnitStory | None:
    """The story of the unit by its events, the first that came first; None when there are none."""
    found = _Reader()
    for event in events:
        found.read(event)
    return found.story(lpn)


def state_by(kinds: Iterable[str]) -> UnitState:
    """How far a unit has come by the kinds of its events."""
    reached = [_LEADS_TO[kind] for kind in kinds if kind in _LEADS_TO]
    return max(reached, key=_ORDER.index, default=UnitState.RECEIVED)


class _Reader:
    def __init__(self) -> None:
        self._facts: dict[str, Any] = {}
        self._answers: dict[str, str] = {}
        self._photos: dict[tuple[str, str], StoryPhoto] = {}
        self._state = UnitState.RECEIVED

    def read(self, event: Told) -> None:
        body = event.body
        self._facts |= {"station": event.station, "by": _text(body, "by"), "note": ""}
        self._reach(_LEADS_TO.get(event.kind, self._state))
        if event.kind in ("UnitReceived", "UnitTakenOver"):
            self._facts |= {name: _text(body, name) for name in _GOODS if _text(body, name)}
            self._facts.setdefault("received_at", event.at)
        elif event.kind == "UnitHandedOver":
            self._facts["note"] = _text(body, "note")
        elif event.kind == "InspectionStarted":
            self._facts |= {"checklist_id": _text(body, "checklist"), "checklist_version": _number(body, "version")}
        elif event.kind == "QuestionAnswered":
            self._answer(_text(body, "question"), _text(body, "answer", LONGEST_ANSWER))
            self._withdraw(body.get("withdrawn"))
        elif event.kind == "PhotoTaken":
            self._photograph(body)

    def _reach(self, state: UnitState) -> None:
        if _ORDER.index(state) > _ORDER.index(self._state):
            self._state = state

    def _answer(self, question: str, answer: str) -> None:
        self._answers.pop(question, None)
        if question and answer:
            self._answers[question] = answer

    def _withdraw(self, questions: object) -> None:
        for question in questions if isinstance(questions, list) else ():
            if isinstance(question, str):
                self._answers.pop(question, None)

    def _photograph(self, body: Mapping[str, Any]) -> None:
        name, question = _text(body, "sha256"), _text(body, "question")
        if _SHA256.fullmatch(name) and question and len(self._photos) < MOST_PHOTOS:
            size, width, height = (_number(body, each) for each in ("size", "width", "height"))
            view = _text(body, "view")
            self._photos[(name, question)] = StoryPhoto(name, question, size, width, height, view)

    def story(self, lpn: str) -> UnitStory | None:
        if not self._facts:
            return None
        photos = tuple(self._photos.values())
        return UnitStory(lpn, state=self._state, answers=self._answers, photos=photos, **self._facts)


def _text(body: Mapping[str, Any], name: str, longest: int = LONGEST) -> str:
    value = body.get(name)
    return value if isinstance(value, str) and len(value) <= longest else ""


def _number(body: Mapping[str, Any], name: str) -> int:
    value = body.get(name)
    return value if type(value) is int and 0 <= value < 2**53 else 0
