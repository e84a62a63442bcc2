"""``dockstation rules replay``: what other rules would have decided about past inspections."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dockstation.bootstrap.past import open_past
from dockstation.cli.commands import day_begins, in_words, place, show
from dockstation.cli.rules import language
from dockstation.domain.errors import DockstationError
from dockstation.domain.policy import TABLES
from dockstation.settings import shipped

if TYPE_CHECKING:
    from dockstation.application.replay import Change, Replay
    from dockstation.domain.outcome import Decision

REASONS = {"rules.none": "replay.no_rules", "rules.gap": "replay.gap", "rules.failed": "replay.failed"}
"""Failures that ask to set an item aside: here nobody has one in his hands."""


def rules_replay(options: Namespace) -> int:
    """Say what would change; always 0, for there is nothing to mend."""
    from dockstation.application.replay import replay
    from dockstation.settings.check import load_checked
    from dockstation.ui.messages.language import speaking

    here, spoken = place(options), language(options)
    told = replay(load_checked(here.folders), open_past(here, day_begins(options.since)))
    with speaking(spoken, shipped("resources")):
        show(_as_json(told)) if options.json else _print(told, spoken)
    return 0


def _as_json(told: Replay) -> dict[str, Any]:
    return {
        "decided": told.decided,
        "changed": [_change(each) for each in told.changes],
        "not_replayed": [
            {
                "lpn": each.lpn,
                "at": each.at,
                "code": each.error.code,
                "facts": each.error.facts,
                "says": _why(each.error),
            }
            for each in told.stuck
        ],
        "tables": {
            table: [{"old": old, "new": new, "count": count} for (old, new), count in told.moves(table).items()]
            for table in TABLES
        },
        "deductions": {currency: asdict(sums) for currency, sums in told.deductions.items()},
    }


def _change(each: Change) -> dict[str, Any]:
    first = {"table": each.table, "old_rule": each.old_rule, "new_rule": each.new_rule}
    return {"lpn": each.lpn, "at": each.at, "old": _said(each.old), "new": _said(each.new), "first": first}


def _said(decision: Decision) -> dict[str, Any]:
    also = {"evidence": decision.evidence, "second_person": decision.second_person, "rules": decision.rules_version}
    return {name: getattr(decision, name) for name in (*TABLES, "deduction")} | also


def _why(error: DockstationError) -> str:
    return in_words(DockstationError(REASONS.get(error.code, error.code), **error.facts))


def _print(told: Replay, spoken: str) -> None:
    from dockstation.ui.messages import money

    write = sys.stdout.write
    write(f"{told.decided} decided anew, {len(told.changes)} change, {len(told.stuck)} cannot be decided anew\n")
    for table in TABLES:
        for (old, new), count in told.moves(table).items():
            write(f"{table:<15} {old or '-':<18} -> {new:<18} {count}\n")
    for currency, sums in told.deductions.items():
        before, after = (money(amount, currency, spoken) for amount in (sums.before, sums.after))
        write(f"{'deductions':<15} {before:<18} -> {after}\n")
    for each in told.changes:
        write(f"\n{each.lpn}  {each.at}  {each.table}: {each.old_rule or '-'} -> {each.new_rule}\n")
        write(f"  was  {_line(each.old)}\n  now  {_line(each.new)}\n")
    for stuck in told.stuck:
        write(f"\n{stuck.lpn}  {stuck.at}  {_why(stuck.error)}\n")


def _line(decision: Decision) -> str:
    from dockstation.ui.messages import money

    rma = decision.values["rma"]
    kept = money(decision.deduction, rma["currency"], "en") if isinstance(rma, dict) else ""
    extra = [
        f"{name}: {', '.join(given)}" for name in ("evidence", "second_person") if (given := getattr(decision, name))
    ]
    return ", ".join([*(getattr(decision, table) or "-" for table in TABLES), kept, *extra])
