"""Pictures in, codes out; content in, labels out; whatever the files hold."""

from __future__ import annotations

import json
import os

import cv2
import numpy as np
import pytest

from tests.adapters.decoders.drawn import drawn
from tests.cli.program import run

CONTENT = {"lpn": "2A3222228", "rma_number": "R26110001", "name": "星河手机 12", "disposition": "repair"}


def picture(path, text="DSRMA-R26110001"):
    cv2.imencode(".png", drawn(text))[1].tofile(path)
    return path


def render(folder, kind="zpl", **changes):
    data = folder / "content.json"
    data.write_text(json.dumps(CONTENT | changes), "utf-8")
    words = ("--layout", "disposition", "--data", data, "--printer", kind, "--out", folder / "out" / f"label.{kind}")
    (folder / "out").mkdir(exist_ok=True)
    return run("label", "render", *words)


def test_each_file_is_one_json_object_on_a_line_and_nothing_else(tmp_path):
    files = [picture(tmp_path / "一.png"), picture(tmp_path / "two.png", "SF1234567890123")]
    said = run("scan", "decode", *files, "--json")
    assert (said.code, said.err) == (0, "")
    told = [json.loads(line) for line in said.out.splitlines()]
    assert [each["file"] for each in told] == [str(path) for path in files]
    assert [each["codes"][0]["text"] for each in told] == ["DSRMA-R26110001", "SF1234567890123"]
    assert told[0]["codes"][0]["symbology"] == "QRCode"


def test_a_file_without_a_code_and_one_that_is_no_picture_answer_no(tmp_path):
    cv2.imencode(".png", np.full((80, 80), 255, np.uint8))[1].tofile(tmp_path / "white.png")
    (tmp_path / "text.png").write_text("no picture")
    files = [picture(tmp_path / "good.png"), tmp_path / "white.png"]
    said = run("scan", "decode", *files, "--json")
    assert (said.code, said.err) == (1, "")
    assert [len(json.loads(line)["codes"]) for line in said.out.splitlines()] == [1, 0]
    said = run("scan", "decode", tmp_path / "text.png", tmp_path / "gone.png", files[0], "--json")
    assert said.code == 1
    assert [len(json.loads(line)["codes"]) for line in said.out.splitlines()] == [0, 0, 1]
    complaints = said.err.splitlines()
    assert len(complaints) == 2
    assert all(
        line.startswith("dockstation: ") and name in line
        for line, name in zip(complaints, ("text", "gone"), strict=True)
    )


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_any_file_name_and_any_code_fit_any_terminal(tmp_path, encoding):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n\x1b[2J.png")
    picture(path, "退货\x1b[2J")
    for words in (("--json",), ()):
        said = run("scan", "decode", path, path + "x", *words, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert said.code == 1
        assert "\x1b" not in said.out + said.err
        assert len(said.err.splitlines()) == 1
        if words:
            assert json.loads(said.out.splitlines()[0])["file"] == path


@pytest.mark.parametrize(("kind", "start"), [("zpl", b"^XA"), ("pdf", b"%PDF-"), ("png", b"\x89PNG")])
def test_a_label_is_drawn_for_each_kind_of_printer(tmp_path, kind, start):
    said = render(tmp_path, kind)
    assert (said.code, said.out, said.err) == (0, "", "")
    path = tmp_path / "out" / f"label.{kind}"
    assert path.read_bytes().startswith(start)
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()
    assert list(path.parent.iterdir()) == [path]


def test_a_drawn_label_is_read_back(tmp_path):
    render(tmp_path, "png")
    said = run("scan", "decode", tmp_path / "out" / "label.png", "--json")
    assert CONTENT["lpn"] in {code["text"] for code in said.json()["codes"]}


def test_a_new_label_takes_the_place_of_the_old_one(tmp_path):
    render(tmp_path)
    first = (tmp_path / "out" / "label.zpl").read_bytes()
    assert render(tmp_path, lpn="2A3222236").code == 0
    assert (tmp_path / "out" / "label.zpl").read_bytes() != first


HOSTILE = {
    "not json": b"{",
    "not text": b"\xff\xfe",
    "too deep": b"[" * 100_000,
    "too large": b'{"lpn": "' + b"x" * 2**20 + b'"}',
    "a number too long": b'{"lpn": "x", "copy": ' + b"9" * 5000 + b"}",
    "unknown field": b'{"lpn": "2A3222228", "command": "^XA"}',
    "a lone surrogate": b'{"lpn": "2A3222228\\ud800"}',
    "a text too long": json.dumps({"lpn": "2A3222228", "name": "x" * 5000}).encode(),
    "a plate too long": json.dumps({"lpn": "2" * 500}).encode(),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_content_is_refused_in_one_line_and_nothing_is_written(tmp_path, data):
    (tmp_path / "content.json").write_bytes(data)
    (tmp_path / "out").mkdir()
    words = ("--layout", "disposition", "--data", tmp_path / "content.json", "--printer", "zpl")
    said = run("label", "render", *words, "--out", tmp_path / "out" / "label.zpl")
    assert said.code == 65
    assert len(said.complaint()) < 400
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("layout", ["nowhere", "../labels/disposition"])
def test_a_layout_that_is_none_is_refused(tmp_path, layout):
    (tmp_path / "content.json").write_text(json.dumps(CONTENT), "utf-8")
    words = ("--data", tmp_path / "content.json", "--printer", "zpl", "--out", tmp_path / "label.zpl")
    said = run("label", "render", "--layout", layout, *words)
    assert said.code == 65
    said.complaint()
    assert not (tmp_path / "label.zpl").exists()


def test_content_that_is_not_there_is_told(tmp_path):
    words = ("--layout", "disposition", "--printer", "zpl", "--out", tmp_path / "label.zpl")
    for data in (tmp_path / "gone.json", tmp_path):
        said = run("label", "render", "--data", data, *words)
        assert said.code == 65
        assert str(data)[-40:] in said.complaint()  # of a long path the end is told


def test_a_place_that_cannot_be_written_is_told_and_left_as_it_was(tmp_path):
    (tmp_path / "content.json").write_text(json.dumps(CONTENT), "utf-8")
    (tmp_path / "folder").mkdir()
    words = ("--layout", "disposition", "--data", tmp_path / "content.json", "--printer", "zpl")
    before = sorted(tmp_path.iterdir())
    for out in (tmp_path / "gone" / "label.zpl", tmp_path / "folder"):
        said = run("label", "render", *words, "--out", out)
        assert said.code == 69
        said.complaint()
    assert sorted(tmp_path.iterdir()) == before


def test_a_label_may_go_to_a_device_which_stays_one(tmp_path):
    (tmp_path / "content.json").write_text(json.dumps(CONTENT), "utf-8")
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    words = ("--layout", "disposition", "--data", tmp_path / "content.json", "--printer", "zpl")
    assert run("label", "render", *words, "--out", tmp_path / "pipe").code == 0
    assert os.read(reader, 3) == b"^XA"
    os.close(reader)
    assert (tmp_path / "pipe").is_fifo()


def _umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask
