"""Published documents tried out at the station: what is good goes on, what is bad stays out by itself."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from pydantic import ValidationError

from dockstation.application.ports.central import ConfigDocument
from dockstation.domain.errors import DockstationError
from dockstation.labels.layout_book import sound
from dockstation.settings.packs import (
    FOLDERS,
    LABELS,
    PEOPLE,
    POLICY,
    SINGLE,
    document_of,
    file_of,
    lay_out,
    named,
    policy_mistakes,
)
from dockstation.wire.config import PersonMessage

Key = tuple[str, str]
Documents = Mapping[Key, ConfigDocument]
FILE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}(\.[a-z_]{1,64})?")
TRIAL = "trial-"
BADGE = re.compile(r"[A-Z0-9-]{1,32}")


@dataclass(slots=True)
class Judged:
    """What counts at this station, and why the rest of what the server says does not."""

    used: dict[Key, ConfigDocument]
    kept_out: dict[Key, DockstationError] = field(default_factory=dict)

    def put_back(self, key: Key, before: Documents, why: DockstationError) -> None:
        """Let a document be what it was before."""
        self.kept_out[key] = why
        self.used.pop(key, None)
        if key in before:
            self.used[key] = before[key]


def is_known(document: ConfigDocument) -> bool:
    """Whether this program has a use for it, and its name is one that it may lie under."""
    if document.kind == PEOPLE:
        return BADGE.fullmatch(document.name) is not None
    if document.kind in SINGLE:
        return document.name == document.kind
    return document.kind in FOLDERS and FILE_NAME.fullmatch(document.name) is not None


def judge(told: Documents, before: Documents, room: Path) -> Judged:
    """What of ``told`` can take the place of ``before``; ``room`` is a folder to try it out in."""
    judged = Judged(dict(told))
    fresh = {key for key in {*told, *before} if told.get(key) != before.get(key)}
    for key in sorted(fresh & set(told)):
        why = _alone(told[key], room)
        if why is not None:
            judged.put_back(key, before, why)
    _together(judged, before, {key for key in fresh if key[0] in POLICY}, room)
    return judged


def _alone(document: ConfigDocument, room: Path) -> DockstationError | None:
    """What is wrong with a document that depends on no other."""
    if document.kind == PEOPLE and not document.gone:
        try:
            PersonMessage.model_validate_json(document.content)
        except ValidationError:
            return DockstationError("settings.person", file=f"people/{document.name}", line=1)
    if document.kind == LABELS:
        return _label(document, room)
    return None


def _label(document: ConfigDocument, room: Path) -> DockstationError | None:
    name = file_of(document.kind, document.name)
    with tempfile.TemporaryDirectory(dir=room, prefix=TRIAL) as folder:
        lay_out(Path(folder), {name: document.content})
        try:
            sound(Path(folder, name))
        except DockstationError as error:
            return next(named([error], Path(folder)))
    return None


def _together(judged: Judged, before: Documents, fresh: set[Key], room: Path) -> None:
    """Put back what mistakes point at until there are none, or nothing is new any more."""
    while fresh:
        found = _mistakes(judged.used.values(), room)
        if not found:
            return
        blamed = {key: each for each in reversed(found) if (key := _blamed(each)) in fresh}
        for key in sorted(blamed or fresh):
            judged.put_back(key, before, blamed.get(key, found[0]))
            fresh.discard(key)


def _mistakes(documents: Iterable[ConfigDocument], room: Path) -> tuple[DockstationError, ...]:
    texts = {file_of(each.kind, each.name): each.content for each in documents if each.kind in POLICY}
    with tempfile.TemporaryDirectory(dir=room, prefix=TRIAL) as folder:
        lay_out(Path(folder), texts)
        return policy_mistakes(Path(folder))


def _blamed(error: DockstationError) -> Key:
    return document_of(PurePosixPath(str(error.facts.get("file", "")))) or ("", "")
