"""The main job, end to end, as a newcomer sees it: real processes, and a printer that reads its own labels."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image


def command(*words: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "DISPLAY": ""}
    words = (sys.executable, "-W", "error::ResourceWarning", "-m", "dockstation", *words)
    return subprocess.run(words, capture_output=True, text=True, env=environment, timeout=150, check=False)


@pytest.fixture(scope="module", params=["en", "zh_CN"])
def demo(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "out"
    done = command("demo", "--headless", "--out", folder, "--language", request.param)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def report(demo):
    return json.loads((demo / "report.json").read_text("utf-8"))


@pytest.mark.timeout(200)
def test_every_stage_truly_happened(report):
    assert report["ok"]
    assert all(report["checks"].values())
    assert {each["stage"] for each in report["stages"]} == {"home", "receive", "inspect", "decision"}
    assert all(each["ms"] >= 0 for each in report["stages"])


def test_each_outcome_arrived_once_with_its_photos_though_the_server_was_away(report):
    assert report["checks"]["a unit was finished while the server was away"]
    assert len({each["rma_number"] for each in report["outcomes"]}) == len(report["outcomes"]) == 3
    assert all(each["complete"] and each["photos"] for each in report["outcomes"])
    assert all(each["times_received"] >= 1 and each["result"] == "created" for each in report["events"])


def test_the_label_reads_back_with_an_engine_that_did_not_check_it(report):
    codes = [{each["text"] for each in label["codes"]} for label in report["labels"]]
    assert [len(each) for each in codes] == [1, 1, 1]
    assert set().union(*codes) == {each["lpn"] for each in report["outcomes"]}


def test_the_label_lies_there_as_picture_page_and_bytes(demo, report):
    assert (demo / "label.zpl").read_bytes().startswith(b"^XA")
    assert (demo / "label.pdf").read_bytes().startswith(b"%PDF")
    read = {each.text for each in zxingcpp.read_barcodes(Image.open(demo / "label.png"))}
    assert read <= {each["lpn"] for each in report["outcomes"]}
    assert read


def test_the_photos_are_pictures_of_the_bench(demo):
    for path in demo.glob("photo-*.jpg"):
        with Image.open(path) as photo:
            assert photo.size == (1920, 1080)


def test_the_screens_are_there_at_their_full_size(demo):
    for path in (demo / "screens").glob("*.png"):
        with Image.open(path) as screen:
            assert screen.size == (1280, 800), path.name


def test_a_folder_with_other_things_in_it_is_refused(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    refused = command("demo", "--headless", "--out", tmp_path)
    assert refused.returncode != 0
    assert refused.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
