"""A whole inspection and its override by codes alone, typed into the station's real window: to server and label."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from PIL import Image

from dockstation.adapters.argon2_pins import Argon2Pins
from dockstation.bootstrap.enrolling import enrol_station
from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.domain.label import LabelContent
from tests.e2e.test_unit_discrepancies import IMEI, TRACKING, a_return, phone
from tests.fakes import every_kind
from tests.fakes.server_process import ServerProcess
from tests.labels.samples import LPN, image, shipped_labels
from tests.ui.display import Display
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.test_station_x11 import Process, printed

PIECES = [{"name": "charger", "count": 1, "value": 9900}, {"name": "cable", "count": 2, "value": 2900}]
PATIENCE_MS = 30_000
AGAIN_SECONDS = 3
PIN = "4711"
HEAD_MM = 24
"""So far down a label tells from three metres where the unit goes, and its grade."""


class Inspector:
    """Scans the codes of a sheet, and waits for what each writes down."""

    def __init__(self, dock: Dock, station: Process) -> None:
        self._dock, self._station = dock, station

    def told(self, kind: str) -> list[dict[str, Any]]:
        """The bodies of all events of a kind, sent ones too."""
        with closing(sqlite3.connect(self._dock.data / "station.db")) as database:
            rows = database.execute("SELECT content FROM events ORDER BY epoch, seq").fetchall()
        return [event["body"] for (text,) in rows if (event := json.loads(text))["kind"] == kind]

    def scan(self, *codes: str, then: str) -> None:
        """All these; the last one makes the event ``then`` once more."""
        before = len(self.told(then))
        for code in codes:
            self._station.display.scan(code)
        self._dock._qtbot.waitUntil(lambda: len(self.told(then)) > before, timeout=PATIENCE_MS)

    def answer(self, *codes: str) -> None:
        self.scan(*codes, then="QuestionAnswered")

    def wait_and_answer(self, code: str) -> None:
        """Until the answers of a timed question open."""
        before, scanned = len(self.told("QuestionAnswered")), monotonic()

        def taken() -> bool:
            nonlocal scanned
            if monotonic() - scanned > AGAIN_SECONDS:  # twice too soon would answer the next question as well
                scanned = monotonic()
                self._station.display.scan(code)
            return len(self.told("QuestionAnswered")) > before

        self._dock._qtbot.waitUntil(taken, timeout=PATIENCE_MS)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    with ServerProcess(tmp_path / "server") as server:
        yield server


@pytest.fixture
def inspector(
    dock: Dock, display: Display, server: ServerProcess, printer: VirtualPrinter, film: Path
) -> Iterator[Inspector]:
    assert printer.port
    server.import_rmas([a_return(phone(accessories=PIECES))])
    dock.configure(camera=film, url=server.url, cooldown=0)
    config = dock.config / "station.toml"
    signs = f'name = "Sue"\npin = "{Argon2Pins().hashed(PIN)}"'
    text = config.read_text("utf-8").replace("[scan]", "[scan]\ngap_ms = 800").replace('name = "Sue"', signs)
    config.write_text(text, "utf-8")
    every_kind.install(dock.config)
    shutil.rmtree(dock.data)
    enrol_station(dock.place, server.enrolment_code())
    station = Process(dock, display)
    dock._qtbot.waitUntil(lambda: dock.read(lambda work: work.rmas.count()) == 1, timeout=PATIENCE_MS)
    yield Inspector(dock, station)
    station.kill()


def test_a_phone_is_inspected_and_overridden_by_codes_alone(
    inspector: Inspector, dock: Dock, server: ServerProcess, tray: Path
) -> None:
    inspector.scan(TRACKING, then="ParcelOpened")
    inspector.scan(IMEI, then="UnitReceived")
    inspector.scan("DSCMD-CONFIRM", then="InspectionStarted")
    inspector.answer("DSCMD-2")  # packaging: opened
    inspector.answer("DSCMD-2")  # screen: light scratches
    inspector.scan("DSCMD-PHOTO", then="PhotoTaken")
    inspector.answer("DSCMD-2", "DSCMD-2", "DSCMD-1", "DSCMD-CONFIRM")  # marks: a scratch, back, minor
    inspector.answer(IMEI)
    inspector.answer("DSCMD-Q418", "DSCMD-NEXT")
    inspector.answer("DSCMD-YES")  # power
    inspector.answer("DSCMD-Q87.5", "DSCMD-NEXT")
    inspector.scan("DSCMD-UNDO", then="AnswerWithdrawn")
    inspector.answer("DSCMD-Q78.5", "DSCMD-NEXT")
    inspector._station.display.scan("DSCMD-NEXT")
    inspector.wait_and_answer("DSCMD-1")  # wiped off
    inspector.answer("DSCMD-YES")  # account
    inspector.answer("DSCMD-Q1", "DSCMD-Q1", "DSCMD-NEXT")  # one cable of two is missing
    inspector.answer("DSCMD-YES")  # papers
    inspector.answer("DSCMD-NEXT")  # nothing else to say
    inspector.scan("DSCMD-PHOTO", then="PhotoTaken")
    inspector.scan("DSCMD-PHOTO", then="PhotoTaken")
    inspector.answer("DSCMD-2")  # overall: used
    inspector.scan("DSCMD-CONFIRM", then="InspectionCompleted")
    _wait_for(dock, inspector, "LabelSent", 1)
    (outcome,) = inspector.told("InspectionCompleted")
    _is_right(outcome)
    to_repair, signed = ("DSCMD-1", "DSCMD-2", "DSCMD-1"), ("DSID-SUE", f"DSCMD-{PIN[:2]}", f"DSCMD-{PIN[2:]}")
    inspector.scan("DSCMD-OVERRIDE", *to_repair, *signed, "DSCMD-CONFIRM", then="DispositionOverridden")
    _wait_for(dock, inspector, "LabelSent", 2)
    assert printed(tray) == [outcome["lpn"]] * 2
    assert _heads(tray) == [_head("discount"), _head("repair")]
    _is_at(dock, server, inspector, outcome)


def _is_right(outcome: dict[str, Any]) -> None:
    assert (outcome["grade"], outcome["disposition"], outcome["checklist"]) == ("B", "discount", "phone@7")
    assert outcome["answers"] == {
        "packaging": "opened", "screen": "light", "marks": "scratch:minor@ek_back", "imei": IMEI, "weight": "418",
        "power": "pass", "battery": "78.5", "wipe": "gone", "account": "pass",
        "pieces": '{"cable":1,"charger":1}', "papers": "pass", "remark": "", "overall": "used",
    }  # fmt: skip
    assert [(each["code"], each["place"]) for each in outcome["defects"]] == [
        ("ek_scratch", ""), ("ek_scratch", "ek_back"), ("ek_battery", ""), ("ek_missing", ""),
    ]  # fmt: skip
    assert outcome["missing"] == [{"name": "cable", "count": 1, "value": 2900}]
    assert [(each["question"], each["view"]) for each in outcome["photos"]] == [
        ("screen", ""), ("sides", "front"), ("sides", "back"),
    ]  # fmt: skip
    assert [each["rule_id"] for each in outcome["trace"] if each["matched"]][:2] == ["damaged", "sell-cheaper"]


def _heads(tray: Path) -> list[bytes]:
    """What the printed labels tell from far off, the oldest first."""
    return [_top(Image.open(path)) for path in sorted(tray.glob("label-*.png"))]


def _head(disposition: str) -> bytes:
    """The same of a label that sends a unit of grade B there."""
    content = LabelContent(lpn=LPN, disposition=disposition, grade="B")
    return _top(image(shipped_labels(language="en").bitmap(content, "disposition", 203)))


def _top(label: Image.Image) -> bytes:
    return label.convert("1").crop((0, 0, label.width, round(HEAD_MM / 25.4 * 203))).tobytes()


def _is_at(dock: Dock, server: ServerProcess, inspector: Inspector, outcome: dict[str, Any]) -> None:
    """Both decisions, the first with its trace, and the bytes of the photos have come to the server."""
    dock._qtbot.waitUntil(lambda: _standing(server).get("complete") is True, timeout=PATIENCE_MS)
    stands, shown = _standing(server), [each["sha256"] for each in outcome["photos"]]
    assert (stands["kind"], stands["disposition"], stands["grade"]) == ("override", "repair", "B")
    assert (stands["by"], stands["approved_by"], stands["reason"]) == ("ANNA", "SUE", "seen_otherwise")
    assert [(each["kind"], each["disposition"], each["by"]) for each in stands["history"]] == [
        ("rules", "discount", "ANNA")
    ]
    blobs = server.data / "blobs"
    assert [sha256((blobs / each).read_bytes()).hexdigest() for each in shown] == shown
    bodies = {each["kind"]: each["body"] for each in server.events(stands["station"])}
    assert bodies["InspectionCompleted"] == outcome
    assert bodies["DispositionOverridden"]["from"]["disposition"] == "discount"
    assert [bodies["DispositionOverridden"]] == inspector.told("DispositionOverridden")


def _standing(server: ServerProcess) -> dict[str, Any]:
    return next((each for each in server.outcomes() if each["kind"] == "override" and each["stands"]), {})


def _wait_for(dock: Dock, inspector: Inspector, kind: str, times: int) -> None:
    dock._qtbot.waitUntil(lambda: len(inspector.told(kind)) == times, timeout=PATIENCE_MS)
