"""``dockstation rules``: what is wrong with checklists and rules."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from dockstation.cli.commands import in_words, place, show
from dockstation.domain.errors import DockstationError
from dockstation.settings import load_station, shipped

if TYPE_CHECKING:
    from dockstation.settings.check.finding import Finding


def rules_check(options: Namespace) -> int:
    """Say what is wrong; 1 when something must be mended, with ``--strict`` also after a warning."""
    from dockstation.settings.check import check

    folders = place(options).folders
    from dockstation.ui.messages.language import speaking

    found = check(folders)
    with speaking(language(options), shipped("resources")):
        if options.json:
            show({"findings": [_as_json(each) for each in found]})
        else:
            _print(found)
    return int(any(options.strict or not each.warning for each in found))


def language(options: Namespace) -> str:
    """The language asked for, else the station's."""
    if options.language:
        return str(options.language)
    try:
        return load_station(place(options).folders).station.language
    except DockstationError:  # the check must run when station.toml is broken, too
        return "en"


def _as_json(finding: Finding) -> dict[str, Any]:
    file, line = finding.place
    told: dict[str, Any] = {"file": file, "line": line, "code": finding.error.code, "warning": finding.warning}
    return told | {"says": in_words(finding.error), "facts": finding.error.facts, "example": finding.example}


def _print(found: tuple[Finding, ...]) -> None:
    for each in found:
        sys.stdout.write(f"{'note' if each.warning else 'MEND'}  {in_words(each.error)}\n")
        if each.example:
            sys.stdout.write(f"      {_shown(each.example)}\n")
    warnings = sum(each.warning for each in found)
    sys.stdout.write(f"{len(found) - warnings} to mend, {warnings} to look at\n")


def _shown(example: Any) -> str:
    return json.dumps(example, ensure_ascii=False)
