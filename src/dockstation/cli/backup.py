"""The commands for backups: make one, look through them, bring one back."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from dockstation.bootstrap import locked
from dockstation.bootstrap.backups import open_backups
from dockstation.cli.commands import place, show
from dockstation.domain.errors import DockstationError


def backup(options: Namespace) -> int:
    """Make a backup now, beside an open window or without; 1 when photos of the station are damaged."""
    backups = open_backups(place(options), options.to)
    if backups is None:
        raise DockstationError("backup.off")
    made = backups.run()
    if options.json:
        told = asdict(made.backup.manifest)
        show(told | {"folder": str(made.backup.folder), "photos": made.photos, "damaged_photos": made.damaged})
    else:
        sys.stdout.write(
            f"{made.backup.folder}: {_in_short(made.backup.manifest.units, made.backup.manifest.unsent)}\n"
        )
        for each in made.damaged:
            sys.stdout.write(f"damaged here, not copied: photo {each}\n")
    return 1 if made.damaged else 0


def _in_short(units: int, unsent: int) -> str:
    return f"{units} units, {unsent} events and photos not sent"


def verify(options: Namespace) -> int:
    """Read every byte of every backup; 1 when something in one is not as it was written."""
    from dockstation.adapters.store.backups.making import verify as looked_through
    from dockstation.adapters.store.backups.shelf import find

    answer = 0
    for each in looked_through(find(_named(options))):
        answer = answer if each.is_good else 1
        told = asdict(each.backup.manifest) | {"folder": str(each.backup.folder), "good": each.is_good}
        told |= {"fault": each.fault, "photos_missing": each.missing, "photos_damaged": each.damaged}
        if options.json:
            show(told)
            continue
        mark = "good" if each.is_good else "BAD "
        wrong = [each.fault] if each.fault else []
        wrong += [
            f"{count} photos {what}"
            for count, what in ((each.missing, "missing"), (each.damaged, "damaged"))
            if count
        ]
        manifest = each.backup.manifest
        line = "; ".join([_in_short(manifest.units, manifest.unsent), *wrong])
        sys.stdout.write(f"{mark}  {each.backup.folder.name}: {line}\n")
    return answer


def _named(options: Namespace) -> Path:
    folder = options.folder or place(options).settings().backup.folder
    if not folder:
        raise DockstationError("backup.off")
    return Path(folder)


def restore(options: Namespace) -> int:
    """Bring the newest good backup of a folder back, or the one named, and say what can be missing."""
    from dockstation.adapters.store.backups.restoring import restore as brought_back
    from dockstation.adapters.store.backups.shelf import newest_good

    with locked(place(options)) as here:
        wanted, now = newest_good(options.source), datetime.now(UTC)
        done = brought_back(wanted, here.data, now, over_unsent=options.over_unsent)
    manifest = done.backup.manifest
    told = {
        "backup": str(done.backup.folder),
        "made_at": manifest.made_at,
        "station": manifest.station,
        "epoch": done.epoch,
        "lpn_counter": done.lpn_counter,
        "to_send": done.unsent,
        "photos": done.photos,
        "set_aside": str(done.aside or ""),
    }
    if options.json:
        show(told)
        return 0
    for name, value in told.items():
        sys.stdout.write(f"{name}: {value}\n")
    sys.stdout.write(
        f"\nWhat was done after {manifest.made_at} and had not been sent to the server is not in this backup.\n"
        "What had been sent is still at the server; scan such items to take them over from there.\n"
        "Next: dockstation doctor; if it says that the station must be enrolled, use a code made for this station.\n"
    )
    return 0
