"""``report unit`` and ``report claim`` beside a working station."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.application.report.broken_phones import Phones
from tests.cli.program import run
from tests.fakes.paper import letters


@pytest.fixture
def phones(desk, tmp_path: Path) -> Phones:
    return Phones(desk, tmp_path)


def test_a_units_report_is_written_in_the_language_asked_for_and_never_over_another_file(phones, tmp_path):
    lpn, out = phones.broken(), tmp_path / "out" / "report.pdf"
    out.parent.mkdir()
    words = ("report", "unit", lpn, "--data", tmp_path, "--out", out, "--language", "zh_CN")
    said = run(*words)
    assert (said.code, said.out, said.err) == (0, "", "")
    assert "质检报告" in letters(out.read_bytes())
    assert list(out.parent.iterdir()) == [out]
    before = out.read_bytes()
    said = run(*words)
    assert said.code == 65
    assert "report.pdf is there already" in said.complaint()
    assert out.read_bytes() == before


def test_what_cannot_be_reported_is_said_in_words(phones, tmp_path):
    said = run("report", "unit", "NOWHERE", "--data", tmp_path, "--out", tmp_path / "out.pdf")
    assert said.code == 65
    assert "was received here" in said.complaint()
    said = run("report", "unit", "NOWHERE", "--data", tmp_path / "new", "--out", tmp_path / "out.pdf")
    assert said.code == 69
    assert not (tmp_path / "out.pdf").exists()
    assert not (tmp_path / "new").exists()


def test_a_claim_is_one_file_to_hand_over(phones, tmp_path):
    lpns = [phones.broken(), phones.broken()]
    out = tmp_path / "claim.zip"
    words = ("report", "claim", "--data", tmp_path, "--out", out, "--json")
    said = run(*words, "--from", "2026-03-01", "--to", "2026-03-02", "--responsibility", "carrier")
    assert (said.code, said.json()) == (0, {"units": 2, "not_reported": 0, "lpns": lpns})
    with zipfile.ZipFile(out) as packed:
        assert "2026-03-01–2026-03-02" in letters(packed.read("claim.pdf"))
    out.unlink()
    said = run(*words, "--to", "2026-03-01")
    assert (said.code, said.json()["units"]) == (1, 0)
    assert not out.exists()
