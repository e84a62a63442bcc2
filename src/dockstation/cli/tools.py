"""The commands that work without a window: reading pictures, the outbox, the doctor."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime

from dockstation.bootstrap import (
    locked,
    open_central,
    open_photos,
    open_scanner_paper,
    open_sound_store,
    open_still_decoder,
    open_store,
)
from dockstation.bootstrap.syncing import open_packs, open_sync
from dockstation.cli.commands import config, in_words, place, show
from dockstation.cli.writing import write_private, write_whole
from dockstation.domain.check import Check
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import shown
from dockstation.settings import load_station

PATH_CHARACTERS = 1000


def scan_decode(options: Namespace) -> int:
    """Read every file; 1 when some file could not be read or shows no code."""
    from dockstation.adapters.decoders.files import decode_file
    from dockstation.adapters.decoders.report import to_json

    rules = load_station(config(options)).scan.rules(datetime.now(UTC).year)
    answer, decoder = 0, open_still_decoder()
    for path in options.files:
        try:
            reading = decode_file(path, decoder)
        except DockstationError as error:
            answer = 1
            sys.stderr.write(f"dockstation: {shown(str(path), PATH_CHARACTERS)}: {in_words(error)}\n")
            if options.json:
                show({"file": str(path), "codes": [], "ms": 0.0, "error": error.code})
            continue
        answer = answer if reading.codes else 1
        told = to_json(reading, rules)
        show(told) if options.json else _print_codes(told)
    return answer


def scan_devices(options: Namespace) -> int:
    """What could be a scanner or a camera, as station.toml names it; 1 when there is nothing."""
    from dockstation.adapters.cameras.devices import attached_cameras
    from dockstation.adapters.scanners.listing import attached

    cameras = [{"kind": "camera", "device": each.name, "description": str(each.node)} for each in attached_cameras()]
    there = [*map(asdict, attached()), *cameras]
    for each in there:
        line = "  ".join(str(value) for value in each.values() if value)
        show(each) if options.json else sys.stdout.write(f"{shown(line, PATH_CHARACTERS)}\n")
    return 0 if there else 1


def scan_test_page(options: Namespace) -> int:
    """Write the page of the scanner self-test as PDF, whole or not at all."""
    write_whole(options.out, open_scanner_paper().page(options.language))
    return 0


def _print_codes(told: dict[str, object]) -> None:
    codes = told["codes"]
    assert isinstance(codes, list)
    sys.stdout.write(f"{shown(str(told['file']), PATH_CHARACTERS)}: {len(codes)} codes\n")
    for each in codes:
        sys.stdout.write(f"  {each['symbology']}  {each['text']!a}  {each['kind']}\n")


def sync_once(options: Namespace) -> int:
    """Send and fetch until nothing waits."""
    with locked(place(options)) as here:
        central = open_central(here)
        if central is None:
            raise DockstationError("enrol.needed")
        store = open_sound_store(here)
        try:
            sync = open_sync(here, store, open_photos(here), central, open_packs(here))
            total = {"events": 0, "photos": 0, "rmas": 0, "config": 0}
            more = True
            while more:
                done = sync.once()
                total = {name: total[name] + getattr(done, name) for name in total}
                more = done.more
                _complain(done.config_failure)
        finally:
            store.close()
    show(total) if options.json else _print_pairs(total)
    return 0


def _complain(failure: DockstationError | None) -> None:
    if failure is not None:
        sys.stderr.write(f"dockstation: {in_words(failure)}\n")


def sync_status(options: Namespace) -> int:
    """Say where the outbox stands; it may be asked while the window is open."""
    from dockstation.application.ports.store import Note

    here = place(options)
    if not (here.data / "station.db").exists():
        raise DockstationError("store.none", folder=str(here.data))
    store = open_store(here)
    try:
        with store.unit_of_work() as work:
            told = asdict(work.outbox.counts()) | {
                "station": work.notes.get(Note.STATION) or "",
                "last_sync": work.notes.get(Note.LAST_SYNC) or "",
            }
    finally:
        store.close()
    show(told) if options.json else _print_pairs(told)
    return 0


def doctor(options: Namespace) -> int:
    """Check the station; 1 when something must be mended."""
    from dockstation.bootstrap.bundle import bundle
    from dockstation.bootstrap.checking import checks

    if options.bundle is not None and options.bundle.exists() and not options.force:
        raise DockstationError("file.there", file=str(options.bundle))
    found = [_as_dict(each) for each in checks(place(options))]
    if options.bundle is not None:
        write_private(options.bundle, bundle(place(options), found))
    if options.json:
        show({"checks": found})
    else:
        for each in found:
            mark = "ok  " if each["ok"] else "MEND"
            sys.stdout.write(f"{mark}  {each['name']}: {each['says']}\n")
            if not each["ok"]:
                sys.stdout.write(f"      {each['do']}\n")
    return 0 if all(each["ok"] for each in found) else 1


def _as_dict(check: Check) -> dict[str, str | bool]:
    do = in_words(check.error) if check.error else ""
    return {"name": check.name, "ok": check.ok, "says": check.says, "do": do}


def _print_pairs(pairs: Mapping[str, object]) -> None:
    for name, value in pairs.items():
        sys.stdout.write(f"{name}: {value}\n")
