"""What the commonest jobs take by scanned codes, by keys and by touch: movements of a hand, and seconds."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dockstation.application.ports.store import PrintState
from tests.e2e.shift.floor import Floor, floor
from tests.e2e.shift.hands import DOCK, HANDS, LEAVE_DOCK
from tests.e2e.shift.plan import CABLES, Goods, Parcel, imei, parcel, sealed
from tests.ui.display import screen

TIMES = 3
JOBS = ("parcel_in", "sealed_to_label", "phone_to_label", "label_to_bin")
Taken = tuple[int, float]
"""Strokes, and seconds."""


def run() -> dict[str, Any]:
    """Medians of ``TIMES`` goes of each job by each hand, at the real process with server and printer."""
    figures: dict[str, float] = {}
    for way in HANDS:
        for job, taken in _by(way).items():
            figures[f"{job}_{way}"] = statistics.median(strokes for strokes, _ in taken)
            figures[f"{job}_{way}_s"] = round(statistics.median(seconds for _, seconds in taken), 2)
    units = {name: "s" if name.endswith("_s") else "×" for name in figures}
    notes = (
        f"median of {TIMES} under Xvfb: scans, keys or taps, and seconds by hands that never hesitate, keys 8 ms "
        "apart; a phone with a scratched screen and a dent: 14 questions and 4 photos, "
        "and 15 s in which its screen is wiped"
    )
    return {"figures": figures, "units": units, "notes": notes}


def _by(way: str) -> dict[str, list[Taken]]:
    sealed_ones = [parcel(n, (sealed("book"),)) for n in range(1, TIMES + 1)]
    phones = [parcel(TIMES + n, (phone(imei(n)),), imei(n)) for n in range(1, TIMES + 1)]
    with screen() as display, tempfile.TemporaryDirectory() as name:
        rmas = [each.rma for each in (*sealed_ones, *phones)]
        with floor(Path(name), display, way, rmas) as here:
            here.worker.sign_in("ANNA")
            here.station.eyes.until(lambda seen: f"Returns expected: {len(rmas)}" in seen.said)
            return _measured(here, sealed_ones, phones)


def _measured(here: Floor, sealed_ones: list[Parcel], phones: list[Parcel]) -> dict[str, list[Taken]]:
    taken: dict[str, list[Taken]] = {job: [] for job in JOBS}
    here.hand.go(DOCK)
    here.station.eyes.reach("dock")
    for each in sealed_ones:
        taken["parcel_in"].append(_timed(here, lambda each=each: here.worker.arrive(each)))  # type: ignore[misc]  # lambda
    here.hand.go(LEAVE_DOCK)
    here.station.eyes.reach("home")
    for job, parcels in (("sealed_to_label", sealed_ones), ("phone_to_label", phones)):
        for each in parcels:
            here.worker.open(each)
            taken[job].append(_timed(here, lambda each=each: _to_label(here, each.goods[0])))  # type: ignore[misc]  # lambda
            taken["label_to_bin"].append(_timed(here, here.worker.put_away))
            here.worker.close(each)
    return taken


def _to_label(here: Floor, goods: Goods) -> None:
    here.worker.count(goods)
    here.worker.inspect(goods)
    here.station.eyes.until(lambda seen: seen.sight.print_state is PrintState.SENT)


def _timed(here: Floor, job: Callable[[], object]) -> Taken:
    strokes, began = here.hand.strokes, time.monotonic()
    job()
    return here.hand.strokes - strokes, time.monotonic() - began


def phone(number: str) -> Goods:
    """Opened and working, its screen scratched, one corner dented."""
    answers = {"packaging": "opened", "screen": "light", "battery": "95"}
    return Goods("phone", (number,), answers=answers, ticks={"housing": (2, 7)}, pieces=CABLES)
