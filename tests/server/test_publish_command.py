"""Publishing from the command line, against a real server."""

from __future__ import annotations

from pathlib import Path

import pytest

from dockstation.cli import run
from tests.fakes.published import PIN_HASH, checklist, rules
from tests.fakes.server_process import ServerProcess

pytestmark = pytest.mark.parametrize("server", ["sqlite"], indirect=True)  # the database makes no difference here
STATION = f"""\
[station]
name = "Dock"
[server]
url = "http://127.0.0.1:1"
[[people]]
badge = "%s"
name = "Anna"
role = "supervisor"
pin = "{PIN_HASH}"
"""


def office(server: ServerProcess, *words: str | Path) -> int:
    told = ["--url", server.url, "--token-file", str(server.data / "admin-token"), "--by", "LEE"]
    return run([*map(str, words), *told])


def folder(tmp_path: Path, goods: str, rule: str) -> Path:
    for kind, text in (("checklists", checklist(goods)), ("rules", rule)):
        (tmp_path / kind).mkdir(exist_ok=True)
        (tmp_path / kind / f"{goods}.toml").write_text(text, "utf-8")
    (tmp_path / "station.toml").write_text(STATION % goods.upper(), "utf-8")
    return tmp_path


def test_a_folder_is_looked_at_published_once_and_taken_back(
    server: ServerProcess, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    goods = name.lower()
    source = folder(tmp_path, goods, rules(goods))
    assert office(server, "rules", "publish", source, "--dry-run") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"checklists/{goods}: new", f"rules/{goods}: new", "2 would be published, 0 unchanged",
    ]  # fmt: skip
    assert office(server, "rules", "publish", source) == 0
    assert office(server, "rules", "publish", source / "rules") == 0
    assert capsys.readouterr().out.splitlines()[-2:] == ["2 published, 0 unchanged", "0 published, 1 unchanged"]
    assert office(server, "rules", "withdraw", f"checklists/{goods}") == 1
    assert f"rules/{goods}.toml, line 8: nothing is called answers.whole" in capsys.readouterr().err
    assert office(server, "rules", "withdraw", f"rules/{goods}", f"checklists/{goods}") == 0
    assert office(server, "rules", "withdraw", f"rules/{goods}") == 65


def test_a_mistake_is_said_with_file_line_and_what_was_meant(
    server: ServerProcess, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    goods = name.lower()
    bad = rules(goods, 'answers.hole == "fail"')
    line = bad[: bad.index("answers.hole")].count("\n") + 1
    assert office(server, "rules", "publish", folder(tmp_path, goods, bad)) == 1
    told = capsys.readouterr().err
    assert f"rules/{goods}.toml, line {line}: nothing is called answers.hole in conditions here." in told
    assert "Perhaps meant:" in told


def test_people_of_a_station_are_published_with_their_hashes_which_nobody_sees(
    server: ServerProcess, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = folder(tmp_path, name.lower(), "")
    assert office(server, "people", "publish", "--config", source, "--dry-run") == 0
    assert office(server, "people", "publish", "--config", source) == 0
    told = capsys.readouterr()
    assert f"{name.upper()} Anna: published, version" in told.out
    assert "argon2" not in told.out + told.err
    assert server.admin("GET", f"/v1/people/{name.upper()}").json()["has_pin"] is True


def test_a_file_that_is_no_document_is_not_published(
    server: ServerProcess, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "station.toml"
    file.write_text("x = 1")
    assert office(server, "rules", "publish", file) == 65
    assert "station.toml cannot be published" in capsys.readouterr().err
