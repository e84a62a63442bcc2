"""Checklists, rules, defects and dispositions as a warehouse writes them in TOML."""

from __future__ import annotations

from dockstation.domain.outcome import Disposition
from dockstation.domain.policy import Policy
from dockstation.settings.folders import ConfigFolders
from dockstation.settings.mistakes import Gathering
from dockstation.settings.policy.files import PolicyFiles, lineages, namesakes, read_files, rivals


def load_policy(folders: ConfigFolders) -> Policy:
    """All of config that inspecting and deciding need; raises all its mistakes together as ``settings.*``."""
    gathering = Gathering()
    files = read_files(folders, gathering)
    gathering.finish()
    return policy_of(files)


def policy_of(files: PolicyFiles) -> Policy:
    """The files brought together, each with what it extends; raises the ``Mistakes`` in that."""
    gathering = Gathering()
    for kind in (files.checklists, files.rules):
        gathering.found.extend([*namesakes(kind), *rivals(kind)])
    gathering.finish()
    checklists = gathering.each(lineages(files.checklists, gathering), lambda line: line[0].checklist(line[1:]))
    books = gathering.each(lineages(files.rules, gathering), lambda line: line[0].book(line[1:]))
    gathering.finish()
    return Policy(checklists, books, files.dispositions, files.taxonomy.defects)


__all__ = ["Disposition", "Policy", "load_policy", "policy_of"]
