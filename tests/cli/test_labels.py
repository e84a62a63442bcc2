"""Labels, their layouts and the sheet of codes from the command line."""

from __future__ import annotations

import json
import subprocess

import pytest
from PIL import Image

from tests.cli.program import COMMAND, environment, run
from tests.labels.samples import BOTH_CODES, HOSTILE, LPN, scanned

CONTENT = {"lpn": "2A3222228", "rma_number": "R26110001", "disposition": "repair"}


def piped(data, *words):
    command = [*COMMAND, "label", "render", "--content", "-", *map(str, words)]
    return subprocess.run(command, check=False, input=data, capture_output=True, timeout=60, env=environment())


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_content_comes_from_standard_input_and_the_word_from_the_config(tmp_path, language):
    words = ("--layout", "disposition", "--format", "pdf", "--language", language, "--out", tmp_path / "label.pdf")
    done = piped(json.dumps(CONTENT).encode(), *words)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    shown = subprocess.run(["pdftotext", "-raw", tmp_path / "label.pdf", "-"], check=True, capture_output=True)
    assert ("Repair" in shown.stdout.decode()) == (language == "en")
    assert ("维修" in shown.stdout.decode()) == (language == "zh_CN")


@pytest.mark.parametrize("data", [b"", b"null", b'{"lpn": NaN}', b'{"lpn": {"en": "X"}}', b"\x00" * 2_000_000])
def test_nonsense_on_standard_input_is_refused_and_nothing_is_written(tmp_path, data):
    done = piped(data, "--layout", "disposition", "--format", "png", "--out", tmp_path / "label.png")
    assert done.returncode == 65
    assert done.stderr.startswith(b"dockstation: ")
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_whatever_stands_in_the_fields_the_label_scans_and_says_it(tmp_path):
    fields = ("name", "reason", "defects", "rma_number", "sku", "grade", "bin", "operator", "station", "at")
    kinds = [*HOSTILE.values(), *HOSTILE.values()]
    for number in range(0, len(HOSTILE), 5):
        content = {"lpn": LPN, "disposition": "repair", **dict(zip(fields, kinds[number:], strict=False))}
        data, picture = json.dumps(content).encode(), tmp_path / "label.png"
        done = piped(data, "--layout", "disposition", "--format", "png", "--out", picture)
        assert (done.returncode, done.stderr) == (0, b"")
        assert scanned(Image.open(picture).convert("L")) == BOTH_CODES


def test_ten_thousand_characters_are_refused_in_words(tmp_path):
    data = json.dumps({"lpn": LPN, "disposition": "repair", "name": "x" * 10_000}).encode()
    done = piped(data, "--layout", "disposition", "--format", "png", "--out", tmp_path / "label.png")
    assert (done.returncode, len(done.stderr.splitlines()), list(tmp_path.iterdir())) == (65, 1, [])
    assert b"name" in done.stderr


def test_the_shipped_layouts_pass_the_check():
    said = run("label", "check")
    assert (said.code, said.out, said.err) == (0, "24 layouts, 0 mistakes\n", "")


def test_every_mistake_of_a_layout_is_a_line_with_file_and_line(tmp_path):
    (tmp_path / "own.toml").write_text(
        'width = 60\nheight = 40\n[[qr]]\nfield = "lpn"\nx = 50\ny = 1\nwidth = 20\nheight = 20\n'
        '[[text]]\ntext = { en = "{plate}" }\nx = 1\ny = 1\nwidth = 9\nheight = 4\nsize = 3\nsmallest = 2\n',
        "utf-8",
    )
    said = run("label", "check", tmp_path / "own.toml")
    assert (said.code, said.out) == (1, "1 layouts, 3 mistakes\n")
    assert [line.partition("own.toml, line ")[2].partition(":")[0] for line in said.err.splitlines()] == [
        "9",
        "9",
        "3",
    ]


def test_a_layout_file_that_is_not_there_is_told(tmp_path):
    said = run("label", "check", tmp_path / "gone.toml")
    assert said.code == 1
    assert "gone.toml" in said.err


@pytest.mark.parametrize(("words", "text"), [((), "DSCMD-CONFIRM"), (("--containers",), "DSBIN-REPAIR-1"),
                                             (("--badges", "--language", "en"), "DSID-DEMO")])  # fmt: skip
def test_the_sheet_of_codes_is_written_as_asked(tmp_path, words, text):
    said = run("codes", "sheet", "--out", tmp_path / "sheet.pdf", *words)
    assert (said.code, said.out, said.err) == (0, "", "")
    shown = subprocess.run(["pdftotext", "-raw", tmp_path / "sheet.pdf", "-"], check=True, capture_output=True)
    assert text in shown.stdout.decode()
