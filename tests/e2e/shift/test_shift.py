"""A whole shift by scanned codes alone, by keys alone, and by touch alone: at its end all of it is there, once."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.shift.floor import PIN, Floor, floor
from tests.e2e.shift.hands import HANDS
from tests.e2e.shift.plan import DIFFERENCES, PARCELS, UNITS
from tests.fakes import every_kind
from tests.ui.display import Display

Body = dict[str, Any]


@pytest.mark.parametrize("way", HANDS)
@pytest.mark.timeout(600)
def test_shift(tmp_path: Path, display: Display, way: str) -> None:
    every_kind.install(tmp_path / "config")
    with floor(tmp_path, display, way, [parcel.rma for parcel in PARCELS]) as here:
        here.worker.sign_in("ANNA")
        here.station.eyes.until(lambda seen: f"Returns expected: {len(PARCELS)}" in seen.said)
        here.worker.take_in(*PARCELS)
        for parcel in PARCELS:
            here.worker.work_through(parcel, "SUE", PIN)
        here.worker.sign_out()
        events = here.sent()
        _every_step_is_told_once(here, events)
        _every_outcome_stands_once(here)
        _every_photo_is_there(here, events)
        _every_label_came_out_once(here)
        assert here.station.end() == 0


def _bodies(events: list[Body], kind: str) -> list[Body]:
    return [each["body"] for each in events if each["kind"] == kind]


def _every_step_is_told_once(here: Floor, events: list[Body]) -> None:
    codes, lpns = sorted(parcel.code for parcel in PARCELS), sorted(here.worker.lpns)
    assert [each["seq"] for each in events] == list(range(1, len(events) + 1))
    assert sorted(each["code"] for each in _bodies(events, "ParcelArrived")) == codes
    assert len(_bodies(events, "ParcelClosed")) == len(PARCELS)
    for kind in ("UnitReceived", "InspectionCompleted", "LabelConfirmed", "UnitPutAway"):
        assert sorted(each["lpn"] for each in _bodies(events, kind)) == lpns, kind
    assert sorted(each["kind"] for each in _bodies(events, "DiscrepancyFound")) == DIFFERENCES
    (override,) = _bodies(events, "DispositionOverridden")
    assert (override["lpn"], override["by"], override["approved_by"]) == (here.worker.lpns[0], "ANNA", "SUE")


def _every_outcome_stands_once(here: Floor) -> None:
    here.station.eyes.until(lambda _seen: all(each["complete"] for each in here.server.outcomes()))
    standing = [each for each in here.server.outcomes() if each["stands"]]
    assert sorted(each["lpn"] for each in standing) == sorted(here.worker.lpns)
    ways = {each["lpn"]: (each["kind"], each["disposition"]) for each in standing}
    assert ways[here.worker.lpns[0]] == ("override", "repair")
    assert Counter(kind for kind, _ in ways.values()) == {"rules": len(UNITS) - 1, "override": 1}


def _every_photo_is_there(here: Floor, events: list[Body]) -> None:
    """Those of defects and differences, and the bytes of each are what was photographed."""
    shown = [each["sha256"] for body in _bodies(events, "InspectionCompleted") for each in body["photos"]]
    proofs = [each["sha256"] for body in _bodies(events, "DiscrepancyFound") for each in body["photos"]]
    taken = [each["sha256"] for each in _bodies(events, "PhotoTaken")]
    assert sorted(shown) == sorted(taken)
    assert len(proofs) == len(DIFFERENCES)
    blobs = here.server.data / "blobs"
    assert all(sha256((blobs / name).read_bytes()).hexdigest() == name for name in {*shown, *proofs})


def _every_label_came_out_once(here: Floor) -> None:
    """A parcel's own, a licence plate and a disposition for each unit, another one for what was overruled."""
    wanted = Counter([parcel.code for parcel in PARCELS] + here.worker.lpns * 2 + here.worker.lpns[:1])
    assert Counter(here.printed()) == wanted
