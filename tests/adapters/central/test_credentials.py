"""The station's proof of itself survives power cuts and shows itself to nobody."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dockstation.adapters.central.credentials import Credentials
from dockstation.domain.errors import DockstationError
from tests.adapters.central.conftest import TOKENS


def test_tokens_come_back_as_they_were_saved_and_for_their_owner_only(tmp_path: Path) -> None:
    credentials = Credentials(tmp_path / "credentials.json")
    assert credentials.load() is None
    credentials.save(TOKENS)
    credentials.save(replace(TOKENS, access_token="newer"))
    assert credentials.load() == replace(TOKENS, access_token="newer")
    assert [path.name for path in tmp_path.iterdir()] == ["credentials.json"]
    assert stat.S_IMODE((tmp_path / "credentials.json").stat().st_mode) == 0o600


def test_what_a_power_cut_left_half_written_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "credentials.json.new").write_text('{"station": "st')
    Credentials(tmp_path / "credentials.json").save(TOKENS)
    assert Credentials(tmp_path / "credentials.json").load() == TOKENS


def test_tokens_are_in_no_representation() -> None:
    assert "secret" not in repr(TOKENS)
    assert "secret" not in str(TOKENS)


@pytest.mark.parametrize(
    "change",
    [
        {"access_token": "a\r\nX-Evil: 1"},
        {"refresh_token": "with space"},
        {"access_token": "密"},
        {"access_token": ""},
        {"lpn_prefix": "OIZ"},
        {"station": None},
    ],
)
def test_a_damaged_file_says_so_without_its_secrets(
    tmp_path: Path, credentials: Credentials, change: dict[str, Any]
) -> None:
    path = tmp_path / "credentials.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(DockstationError) as failed:
        credentials.load()
    assert failed.value.code == "credentials.damaged"
    assert "secret" not in str(failed.value)
    assert failed.value.__suppress_context__


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"\xff\xff"])
def test_nonsense_in_the_file_says_so(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "credentials.json").write_bytes(text)
    with pytest.raises(DockstationError) as failed:
        Credentials(tmp_path / "credentials.json").load()
    assert failed.value.code == "credentials.damaged"


def test_tokens_that_cannot_be_saved_say_so(tmp_path: Path) -> None:
    with pytest.raises(DockstationError) as failed:
        Credentials(tmp_path / "no" / "such" / "folder.json").save(TOKENS)
    assert failed.value.code == "credentials.not_saved"
