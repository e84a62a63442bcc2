"""The files of a policy, read one by one, before they are brought together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Disposition
from dockstation.settings.document import Document
from dockstation.settings.folders import ConfigFolders
from dockstation.settings.mistakes import Gathering
from dockstation.settings.policy.checklists import ChecklistFile
from dockstation.settings.policy.dispositions import load_dispositions
from dockstation.settings.policy.rules import RulesFile
from dockstation.settings.policy.taxonomy import Taxonomy, load_taxonomy


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


@dataclass(frozen=True, slots=True)
class PolicyFiles:
    """Every file that could be read."""

    dispositions: Mapping[str, Disposition]
    taxonomy: Taxonomy
    checklists: tuple[ChecklistFile, ...]
    rules: tuple[RulesFile, ...]


def read_files(folders: ConfigFolders, gathering: Gathering) -> PolicyFiles:
    """What can be read; the mistakes of the rest are in ``gathering``, as ``settings.*``.

    Checklists are not read while the defects are broken, nor rules while the dispositions are: nothing that they name
    would be known.
    """
    dispositions = gathering.each(["dispositions.toml"], lambda name: load_dispositions(Document(folders.find(name))))
    taxonomy = gathering.each(["defects.toml"], lambda name: load_taxonomy(Document(folders.find(name))))
    checklists = gathering.each(
        folders.all_in("checklists") if taxonomy else (), lambda file: ChecklistFile(Document(file), taxonomy[0])
    )
    rules = gathering.each(
        folders.all_in("rules") if dispositions else (), lambda file: RulesFile(Document(file), dispositions[0])
    )
    return PolicyFiles(
        dispositions[0] if dispositions else {}, taxonomy[0] if taxonomy else Taxonomy({}, {}), checklists, rules
    )


def lineages(files: Sequence[File], gathering: Gathering) -> tuple[tuple[File, ...], ...]:
    """Every file that is not abstract with those that it extends, nearest first.

    ``settings.extends`` is gathered for a parent that is missing or that extends its own child.
    """
    by_id = {each.id: each for each in files}
    used = (each for each in files if not each.abstract)
    return gathering.each(used, lambda each: (each, *_parents(each, by_id)))


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


def namesakes(files: Sequence[_Extending]) -> Iterator[DockstationError]:
    """The mistake ``settings.twice`` for each id that an earlier file has."""
    seen: set[str] = set()
    for each in files:
        if each.id in seen:
            yield each.document.twice(("id",), each.id)
        seen.add(each.id)


def rivals(files: Sequence[ChecklistFile | RulesFile]) -> Iterator[DockstationError]:
    """The mistakes of two files for the very same goods: nobody could say which counts."""
    taken: set[object] = set()
    for each in files:
        for place, category in enumerate(each.categories):
            goods = each.goods(category)
            if taken & goods:
                yield each.document.twice(("categories", place), category)
            taken |= goods
