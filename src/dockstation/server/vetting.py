"""Documents read as a station will read them, before any station gets them."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from dockstation.domain.errors import DockstationError
from dockstation.domain.policy import PolicyBook
from dockstation.labels.renderer import Labels
from dockstation.server.problems import Problem
from dockstation.server.store.config import Draft, StoredDocument
from dockstation.settings.folders import ConfigFolders, shipped
from dockstation.settings.packs import LABELS, POLICY, file_of, lay_out, named, policy_mistakes
from dockstation.settings.policy import load_policy

FONT = "fonts/wqy-microhei-gbk.ttf"
FAULTS = 100
_one_at_a_time = Lock()
"""To read all checklists and rules takes half a second of one core."""


def concerns_policy(drafts: Sequence[Draft]) -> bool:
    """Whether these depend on other documents."""
    return any(each.kind in POLICY for each in drafts)


def require_sound(drafts: Sequence[Draft], published: Sequence[StoredDocument]) -> None:
    """422 with every mistake of these documents among those that are ``published``."""
    with _one_at_a_time, tempfile.TemporaryDirectory() as folder:
        found = _mistakes(Path(folder), drafts, published)
    if found:
        faults = [_fault(each) for each in found[:FAULTS]]
        title = "The documents hold mistakes; nothing of them was published"
        raise Problem(422, "config", title, faults=faults, more_faults=max(0, len(found) - FAULTS))


def _mistakes(folder: Path, drafts: Sequence[Draft], published: Sequence[StoredDocument]) -> list[DockstationError]:
    labels = {file_of(each.kind, each.name): each.content for each in drafts if each.kind == LABELS and not each.gone}
    lay_out(folder, _as_it_would_be(drafts, published) | labels)
    found = list(policy_mistakes(folder)) if concerns_policy(drafts) else []
    for name in labels:
        found += named(_drawing().problems(folder / name), folder)
    return found


def _as_it_would_be(drafts: Sequence[Draft], published: Sequence[StoredDocument]) -> dict[str, str]:
    texts = {file_of(each.kind, each.name): each.content for each in published if each.kind in POLICY}
    for each in drafts:
        if each.kind in POLICY:
            texts.pop(file_of(each.kind, each.name), None)
            texts |= {} if each.gone else {file_of(each.kind, each.name): each.content}
    return texts


@cache
def _drawing() -> Labels:
    """What tries layouts out, with the dispositions that the program brings."""
    resources = shipped("resources")
    policies = PolicyBook(load_policy(ConfigFolders()))
    return Labels((), resources / FONT, resources / "pictograms", policies)


def _fault(error: DockstationError) -> Mapping[str, Any]:
    facts = {name: each for name, each in error.facts.items() if name not in ("file", "line")}
    where = {"file": str(error.facts.get("file", "")), "line": int(error.facts.get("line", 0))}
    return where | {"code": error.code, "facts": facts}
