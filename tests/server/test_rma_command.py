"""The office's command line, against a real server."""

from __future__ import annotations

from pathlib import Path

import pytest

from dockstation.cli import run
from tests.fakes.chain import Chain, outcome
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock
from tests.server.test_rma_import import GOOD, table


def office(server: ServerProcess, *words: str) -> int:
    return run(["rma", *words, "--url", server.url, "--token-file", str(server.data / "admin-token")])


def test_a_file_is_looked_at_taken_in_and_its_rma_led_to_its_end(
    server: ServerProcess, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number, file = name.upper(), tmp_path / "rmas.csv"
    file.write_bytes(table((number, *GOOD)))
    command = ("import", str(file), "--by", "LEE", "--state", "requested")
    assert office(server, *command, "--dry-run") == 0
    assert office(server, "show", number) == 1
    assert office(server, *command) == 0
    assert office(server, "approve", number, "--by", "KIM") == 0
    assert office(server, "label", number, "--out", str(tmp_path / "label.pdf")) == 0
    assert (tmp_path / "label.pdf").read_bytes().startswith(b"%PDF")
    assert office(server, "refuse", number, "--by", "KIM", "--reason", "late") == 1
    told = capsys.readouterr()
    assert "would store 1" in told.out
    assert f"{number} is approved" in told.out
    assert "There is no such return" in told.err
    assert "cannot take the move refuse" in told.err


def test_the_faults_of_a_file_are_said_line_by_line(
    server: ServerProcess, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rmas.csv"
    file.write_bytes(table((name.upper(), *GOOD[:5], "\x1b[31m", *GOOD[6:])))
    assert office(server, "import", str(file), "--by", "LEE") == 1
    told = capsys.readouterr().err
    assert "row 2, quantity" in told
    assert "\x1b" not in told


def test_what_contradicts_is_listed_and_settled(
    server: ServerProcess, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    dock, chain = Dock(server), Chain("x")
    event = Chain(dock.station).completed(outcome(f"U{name}", name))
    dock.send([event, chain.add()])
    assert office(server, "reviews") == 0
    told = capsys.readouterr().out
    assert f"review {event.id} rma_unknown U{name}" in told
    number = told.rpartition("refused ")[2].split()[0]
    assert office(server, "settle-review", event.id, "put_aside", "--by", "KIM") == 1
    assert office(server, "settle-review", event.id, "put_aside", "--by", "KIM", "--reason", "no such return") == 0
    assert office(server, "settle-review", number, "done", "--by", "KIM", "--reason", "not ours") == 0
    assert office(server, "reviews", "--json") == 0
    assert event.id not in capsys.readouterr().out


def test_a_token_that_is_not_there_is_told(
    server: ServerProcess, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["rma", "show", "R-1", "--url", server.url, "--token-file", str(tmp_path / "none")]
    assert run(words) == 65
    assert "none" in capsys.readouterr().err
