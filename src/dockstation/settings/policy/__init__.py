"""Checklists, rules, defects and dispositions as a warehouse writes them in TOML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Disposition
from dockstation.domain.policy import Policy
from dockstation.settings.document import Document
from dockstation.settings.folders import ConfigFolders
from dockstation.settings.policy.checklists import ChecklistFile
from dockstation.settings.policy.dispositions import load_dispositions
from dockstation.settings.policy.rules import RulesFile
from dockstation.settings.policy.taxonomy import load_taxonomy


class _Extending(Protocol):
    @property
    def document(self) -> Document: ...
    @property
    def id(self) -> str: ...
    @property
    def extends(self) -> str: ...
    @property
    def abstract(self) -> bool: ...


File = TypeVar("File", bound=_Extending)
Built = TypeVar("Built")


def load_policy(folders: ConfigFolders) -> Policy:
    """All of config that inspecting and deciding need; the first mistake is raised as ``settings.*``."""
    dispositions = load_dispositions(Document(folders.find("dispositions.toml")))
    taxonomy = load_taxonomy(Document(folders.find("defects.toml")))
    checklists = [ChecklistFile(Document(file), taxonomy) for file in folders.all_in("checklists")]
    rules = [RulesFile(Document(file), dispositions) for file in folders.all_in("rules")]
    _refuse_rivals([*checklists])
    _refuse_rivals([*rules])
    return Policy(
        built(checklists, lambda each, parents: each.checklist(parents)),
        built(rules, lambda each, parents: each.book(parents)),
        dispositions,
        taxonomy.defects,
    )


def built(files: list[File], build: Callable[[File, tuple[File, ...]], Built]) -> tuple[Built, ...]:
    """What is not abstract, each with what it extends, nearest first.

    Raises ``settings.twice`` for an id that two files have, ``settings.extends`` for a parent that is missing or that
    extends its own child.
    """
    by_id: dict[str, File] = {}
    for each in files:
        if each.id in by_id:
            raise each.document.twice(("id",), each.id)
        by_id[each.id] = each
    return tuple(build(each, _parents(each, by_id)) for each in files if not each.abstract)


def _parents(file: File, by_id: Mapping[str, File]) -> tuple[File, ...]:
    found: list[File] = []
    now = file
    while now.extends:
        parent = by_id.get(now.extends)
        if parent is None or parent in (file, *found):
            facts: dict[str, Any] = {"file": str(now.document.file), "line": now.document.line_of(("extends",))}
            raise DockstationError("settings.extends", value=now.extends, **facts)
        found.append(parent)
        now = parent
    return tuple(found)


def _refuse_rivals(files: Sequence[ChecklistFile | RulesFile]) -> None:
    """Two files for the very same goods: nobody could say which counts."""
    taken = set()
    for each in files:
        for place, category in enumerate(each.categories):
            for goods in each.goods(category):
                if goods in taken:
                    raise each.document.twice(("categories", place), category)
                taken.add(goods)


__all__ = ["Disposition", "Policy", "load_policy"]
