"""Everything that can be said about a policy's files before anybody works with them."""

from __future__ import annotations

from collections.abc import Iterator

from dockstation.domain.policy import Policy
from dockstation.settings.check import texts
from dockstation.settings.check.books import hidden_rules, of_checklist, of_rules_files, uncovered
from dockstation.settings.check.finding import Finding
from dockstation.settings.check.reach import unreached
from dockstation.settings.document import Document
from dockstation.settings.folders import ConfigFolders
from dockstation.settings.mistakes import Gathering, Mistakes, raise_all
from dockstation.settings.policy import policy_of
from dockstation.settings.policy.files import PolicyFiles, lineages, read_files


def check(folders: ConfigFolders) -> tuple[Finding, ...]:
    """Every mistake and warning by file and line. Walks are only tried where the files are right as such."""
    gathering = Gathering()
    files = read_files(folders, gathering)
    found = [*map(Finding, gathering.found), *_of_texts(folders)]
    try:
        policy = policy_of(files)
    except Mistakes as several:
        missed = [each for each in several.found if each.code != "settings.extends" or not gathering.found]
        return _sorted([*found, *map(Finding, missed)])
    if not gathering.found:
        conditions = [*_of_conditions(files, policy)]
        found += conditions
        if all(each.warning for each in conditions):
            found += unreached(lineages(files.checklists, Gathering()), lineages(files.rules, Gathering()), policy)
    return _sorted(found)


def load_checked(folders: ConfigFolders) -> Policy:
    """The policy for work: its conditions have been held against what they name. Raises ``Mistakes``."""
    gathering = Gathering()
    files = read_files(folders, gathering)
    gathering.finish()
    policy = policy_of(files)
    raise_all(each.error for each in _of_conditions(files, policy) if not each.warning)
    return policy


def _of_conditions(files: PolicyFiles, policy: Policy) -> Iterator[Finding]:
    checklists, rules = lineages(files.checklists, Gathering()), lineages(files.rules, Gathering())
    for files_of_list, checklist in zip(checklists, policy.checklists, strict=True):
        yield from of_checklist(files_of_list, checklist)
        yield from uncovered(files_of_list, policy)
    yield from of_rules_files(rules, policy)
    for files_of_book, book in zip(rules, policy.rule_books, strict=True):
        yield from hidden_rules(files_of_book, book)
        yield from uncovered(files_of_book, policy)


def _of_texts(folders: ConfigFolders) -> Iterator[Finding]:
    read = Gathering()
    paths = [
        *read.each(("dispositions.toml", "defects.toml"), folders.find),
        *folders.all_in("checklists"),
        *folders.all_in("rules"),
    ]
    for document in read.each(paths, Document):
        yield from texts.of_document(document, folders)


def _sorted(found: list[Finding]) -> tuple[Finding, ...]:
    once = {(*each.place, each.error.code, str(each.error)): each for each in found}
    return tuple(once[key] for key in sorted(once))
