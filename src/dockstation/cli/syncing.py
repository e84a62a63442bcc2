"""``sync run``: one pass after the other without a window, until told to stop."""

from __future__ import annotations

import signal
import sys
import threading
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from types import FrameType
from typing import Any

from dockstation.application.ports.store import Store
from dockstation.application.retain import Retain
from dockstation.application.sync import Pace, Sync
from dockstation.bootstrap import (
    locked,
    open_central,
    open_disk,
    open_photos,
    open_sound_store,
)
from dockstation.bootstrap.syncing import open_packs, open_retain, open_sync
from dockstation.cli.commands import in_words, place, show
from dockstation.domain.errors import DockstationError

LOOK_S = 1.0
"""How often the outbox is looked at for what another program has put there."""
SIGNALS = (signal.SIGINT, signal.SIGTERM)


def sync_run(options: Namespace) -> int:
    """Send and fetch again and again; ends with the pass under way when told to."""
    with locked(place(options)) as here:
        central = open_central(here)
        if central is None:
            raise DockstationError("enrol.needed")
        disk = open_disk(here)
        store = open_sound_store(here, disk)
        pace = Pace(here.settings().server.sync_seconds)
        try:
            with told_to_stop() as stop:
                photos = open_photos(here, disk)
                sync, retain = (
                    open_sync(here, store, photos, central, open_packs(here)),
                    open_retain(here, store, photos, central),
                )
                while not stop.is_set():
                    told, wait = _pass(sync, pace)
                    if wait and pace.failures == 0:
                        _make_room(retain)
                    _tell(told | {"next_s": round(wait, 1)}, as_json=options.json)
                    _rest(stop, wait, store, pace)
        finally:
            store.close()
    return 0


@contextmanager
def told_to_stop() -> Iterator[threading.Event]:
    """Set by the first SIGTERM or Ctrl+C; a second one ends the program at once, as without it."""
    stop = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        stop.set()
        for each, handler in before.items():
            signal.signal(each, handler)

    before = {each: signal.signal(each, end) for each in SIGNALS}
    try:
        yield stop
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _pass(sync: Sync, pace: Pace) -> tuple[dict[str, Any], float]:
    """What one pass came to, and the seconds until the next."""
    try:
        done = sync.once()
    except DockstationError as error:
        wait = pace.failed(error)
        return {"network": pace.network, "problem": error.code, "says": in_words(error)}, wait
    wait = pace.passed(done)
    told = {"network": pace.network, "events": done.events, "photos": done.photos, "rmas": done.rmas}
    told["config"] = done.config
    if failure := done.config_failure:
        told |= {"config_problem": failure.code, "says": in_words(failure)}
    return told, wait


def _make_room(retain: Retain) -> None:
    """One small step after each pass that left nothing to send; what cannot be done now can be the next time."""
    with suppress(DockstationError):
        if not retain.step():
            retain.begin_again()


def _tell(told: dict[str, Any], *, as_json: bool) -> None:
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    if as_json:
        show({"at": at} | told)
    else:
        sys.stdout.write(" ".join([at, *(f"{name}={value}" for name, value in told.items() if name != "says")]))
        sys.stdout.write(f" {told['says']}\n" if "says" in told else "\n")
    sys.stdout.flush()


def _rest(stop: threading.Event, seconds: float, store: Store, pace: Pace) -> None:
    """Until the time has passed, there is something new to send, or it is told to stop.

    While the server is away what is new waits with the rest.
    """
    while seconds > 0 and not stop.wait(min(seconds, LOOK_S)):
        seconds -= LOOK_S
        if pace.failures == 0 and _has_work(store):
            return


def _has_work(store: Store) -> bool:
    with store.unit_of_work() as work:
        return bool(work.outbox.pending(1) or work.outbox.pending_photos(1))
