"""The station's tokens in the keyring of this system, here GNOME's, and where there is none."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
import secretstorage

from dockstation.adapters.central import credentials as module
from dockstation.adapters.central.credentials import Credentials
from dockstation.adapters.central.vault import Keyring, VaultClosedError
from dockstation.domain.errors import DockstationError
from tests.adapters.central.conftest import TOKENS

NEWER = replace(TOKENS, access_token="newer", refresh_token="newer-refresh")


class Session:
    """A desktop session's bus with an open keyring on it."""

    def __init__(self, folder: Path) -> None:
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address"]
        self._bus = subprocess.Popen(bus, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._bus.stdout is not None
        self.address = self._bus.stdout.readline().strip()
        own = {"DBUS_SESSION_BUS_ADDRESS": self.address, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
        self._keys = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=os.environ | own,
        )  # fmt: skip
        assert self._keys.stdin is not None
        self._keys.stdin.write(b"open sesame")
        self._keys.stdin.close()
        assert self._keys.stdout is not None
        self._keys.stdout.readline()  # says so when it is there

    def secrets(self) -> int:
        """How many it holds."""
        with closing(secretstorage.dbus_init()) as bus:
            return len(list(secretstorage.get_default_collection(bus).get_all_items()))

    def end(self) -> None:
        """Whoever was logged in leaves."""
        for each in (self._keys, self._bus):
            each.kill()
            each.wait()
            assert each.stdout is not None
            each.stdout.close()


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    found = Session(home)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", found.address)
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    yield found
    found.end()


def test_the_keyring_has_the_tokens_and_the_file_lets_nobody_in(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "credentials.json"
    station = Credentials(file, Keyring())
    for tokens in (TOKENS, NEWER, TOKENS):
        station.save(tokens)
        assert station.load() == tokens
        assert Credentials(file, Keyring()).load() == tokens
    assert session.secrets() == 1
    assert station.in_vault
    assert TOKENS.access_token not in file.read_text("utf-8")
    assert TOKENS.refresh_token not in file.read_text("utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_power_cut_at_any_step_leaves_tokens_that_are_good(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(BaseException):
        pass

    def cut(*_: object) -> None:
        raise Cut

    file = tmp_path / "credentials.json"
    Credentials(file, Keyring()).save(TOKENS)
    for place, step, left in ((module, "_write_private", TOKENS), (Credentials, "_drop", NEWER)):
        with monkeypatch.context() as power:
            power.setattr(place, step, cut)
            with pytest.raises(Cut):
                Credentials(file, Keyring()).save(NEWER)
        assert Credentials(file, Keyring()).load() == left
    assert session.secrets() == 3  # what nobody needs any more may stay, what somebody needs is there


def test_a_keyring_that_has_gone_is_said_and_the_next_tokens_go_into_the_file(
    session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "credentials.json"
    station = Credentials(file, Keyring())
    station.save(TOKENS)
    session.end()
    with pytest.raises(DockstationError, match=r"credentials\.locked"):
        Credentials(file, Keyring()).load()
    assert station.load() == TOKENS, "whoever works goes on"
    station.save(NEWER)
    assert not station.in_vault
    assert Credentials(file, Keyring()).load() == NEWER


def test_a_file_copied_from_another_computer_lets_nobody_in(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "credentials.json"
    file.write_text('{"station": "S1", "lpn_prefix": "K7M", "kept": "S1 0badc0de"}')
    with pytest.raises(DockstationError, match=r"credentials\.locked"):
        Credentials(file, Keyring()).load()
    assert session.secrets() == 0


def test_without_a_keyring_the_file_has_the_tokens_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "credentials.json"
    station = Credentials(file, Keyring())
    station.save(TOKENS)
    assert not station.in_vault
    assert Credentials(file).load() == TOKENS
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_no_keyring_but_the_systems_own_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    from keyring.backends import null

    monkeypatch.setattr(keyring.core, "_keyring_backend", null.Keyring())
    with pytest.raises(VaultClosedError):
        Keyring().put("S1", "secret")
