"""The log and the reports: there when they are wanted, bounded, and never in the way of the work."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dockstation.diagnosis import recorder as recorders
from dockstation.diagnosis.ends import Ends, LastEnd
from dockstation.diagnosis.lines import facts
from dockstation.diagnosis.recorder import Recorder
from dockstation.diagnosis.reports import KEEP, Reports
from dockstation.domain.errors import DockstationError
from tests.diagnosis import planted
from tests.diagnosis.planted import found_in

log = logging.getLogger("dockstation.test")


@pytest.fixture
def recorder(tmp_path: Path) -> Iterator[Recorder]:
    recorder = Recorder(tmp_path, settings=lambda: {"log": {"keep": 10}})
    recorder.start()
    yield recorder
    recorder.close()


def lines(data: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (data / "logs/station.jsonl").read_text("utf-8").splitlines()]


def began(data: Path, reports: Reports, *, closed: bool = False) -> LastEnd:
    """A run of the station, and what it knew of the one before."""
    ends = Ends(data)
    last = ends.begin(reports)
    ends.end(closed=closed)
    return last


def failed() -> BaseException:
    try:
        fail()
    except ValueError as error:
        return error
    raise AssertionError


def fail() -> None:
    secret = planted.TOKEN
    raise ValueError(f"{planted.NAME} {planted.TRACKING} {secret}")


def test_what_happened_is_a_line_of_json_each_for_its_owner_alone(tmp_path: Path, recorder: Recorder) -> None:
    log.info("stage", extra=facts(stage="inspect"))
    log.debug("not wanted")
    recorder.flush()
    told = lines(tmp_path)
    assert [(each["level"], each["event"], each["stage"]) for each in told] == [("info", "stage", "inspect")]
    assert (tmp_path / "logs").stat().st_mode & 0o077 == 0
    assert (tmp_path / "logs/station.jsonl").stat().st_mode & 0o077 == 0


def test_only_so_many_files_of_a_bounded_size_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recorders, "FILE_BYTES", 2_000)
    recorder = Recorder(tmp_path, keep=3)
    recorder.start()
    for number in range(200):
        log.info("stage", extra=facts(number=number))
    recorder.close()
    files = sorted((tmp_path / "logs").iterdir())
    assert [each.name for each in files] == ["station.jsonl", "station.jsonl.1", "station.jsonl.2"]
    assert all(each.stat().st_size <= 2_000 and each.stat().st_mode & 0o077 == 0 for each in files)
    assert lines(tmp_path)[-1]["number"] == 199


def test_a_disk_that_takes_nothing_costs_the_lines_and_not_the_work(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    (tmp_path / "errors").write_text("and here")
    recorder = Recorder(tmp_path)
    recorder.start()
    log.error("failed", exc_info=ValueError("x"))
    recorder.close()
    assert (tmp_path / "logs").is_file()


def test_a_full_disk_is_forgotten_once_there_is_room_again(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        return
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs/station.jsonl").symlink_to("/dev/full")
    recorder = Recorder(tmp_path)
    recorder.start()
    for _ in range(50):
        log.info("stage", extra=facts(stage="home"))
    recorder.flush()
    recorder.close()
    assert recorder.lost == 0


def test_logging_never_waits_for_a_disk_that_hangs(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path)  # its thread was never started: as good as hung
    logging.getLogger().addHandler(recorder)
    try:
        for _ in range(recorders.LONGEST_QUEUE + 10):
            log.warning("stage")
        assert recorder.lost >= 10
    finally:
        logging.getLogger().removeHandler(recorder)


def test_an_unforeseen_error_gets_a_report_with_everything_but_anybodys_data(
    tmp_path: Path, recorder: Recorder
) -> None:
    log.info("scan", extra=facts(kind="TRACKING"))
    error = failed()
    for _ in range(2):  # at once again: no second report
        log.error("unforeseen", exc_info=error)
    log.error("foreseen", exc_info=DockstationError("disk.full"))
    recorder.flush()
    (path,) = (tmp_path / "errors").glob("*.json")
    report = json.loads(path.read_bytes())
    assert found_in(path.read_bytes() + (tmp_path / "logs/station.jsonl").read_bytes()) == []
    assert report["number"] in path.name
    assert report["kind"] == "ValueError"
    assert any("test_recorder.py" in frame and "fail" in frame for frame in report["failure"][0]["frames"])
    assert [each["event"] for each in report["log"]] == ["scan", "unforeseen"]
    assert report["settings"] == {"log": {"keep": 10}}
    assert path.stat().st_mode & 0o077 == 0
    assert lines(tmp_path)[1]["number"] == report["number"]


def test_the_newest_fifty_reports_stay(tmp_path: Path) -> None:
    reports = Reports(tmp_path / "errors")
    for number in range(KEEP + 5):
        reports.write(reports.made(ValueError()) | {"number": f"N{number}"})
    kept = reports.kept()
    assert len(kept) == KEEP
    assert kept[-1].name.endswith(f"N{KEEP + 4}.json")
    assert [each for each in (tmp_path / "errors").iterdir() if each.name.startswith(".")] == []


DYING = """
import os, sys
from pathlib import Path
from dockstation.diagnosis.ends import Ends, LastEnd
from dockstation.diagnosis.reports import Reports
data = Path(sys.argv[1])
Ends(data).begin(Reports(data / "errors"))
os.abort()
"""


def test_a_fault_in_native_code_is_known_at_the_next_start_and_has_its_report(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", DYING, str(tmp_path)], check=False, capture_output=True, timeout=30)
    reports = Reports(tmp_path / "errors")
    last = began(tmp_path, reports)
    assert last.died_at is not None
    (path,) = reports.kept()
    report = json.loads(path.read_bytes())
    assert (report["number"], report["kind"]) == (last.number, "native")
    assert "Fatal Python error: Aborted" in report["failure"]
    assert began(tmp_path, reports).died_at is None
    subprocess.run([sys.executable, "-c", DYING, str(tmp_path)], check=False, capture_output=True, timeout=30)
    assert began(tmp_path, reports).number == last.number


def test_three_starts_within_a_minute_that_nobody_closed_are_a_loop(tmp_path: Path) -> None:
    reports = Reports(tmp_path / "errors")
    told = [began(tmp_path, reports).is_loop for _ in range(4)]
    assert told == [False, False, False, True]
    began(tmp_path, reports, closed=True)
    assert not began(tmp_path, reports).is_loop


@pytest.mark.parametrize("broken", [b"", b"[1", b"{}", b"[null]", b"\xff"])
def test_a_broken_note_of_the_starts_is_as_good_as_none(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / "errors").mkdir()
    (tmp_path / "errors/starts.json").write_bytes(broken)
    assert not began(tmp_path, Reports(tmp_path / "errors")).is_loop
