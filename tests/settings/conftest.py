"""A warehouse's own config folder, in which one file is edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.settings import ConfigFolders, load_printers, load_server, load_station, shipped
from dockstation.settings.policy import load_policy
from dockstation.settings.service_levels import load_service_levels
from tests.fakes.small_policy import HERE

LOAD = {
    "station.toml": load_station,
    "printers.toml": load_printers,
    "server.toml": load_server,
    "service_levels.toml": load_service_levels,
    "calendars/ours.toml": load_service_levels,
}


def sample(name: str) -> Path:
    """A file that is made for these tests where there is one, else the shipped one."""
    return HERE / name if (HERE / name).exists() else shipped("config") / name


class Own:
    """The folder, and what loading says of a file in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folders = ConfigFolders(folder)
        self.line = 0

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def edit(self, name: str, old: str, new: str) -> Path:
        """The shipped file as the warehouse's own, with the first ``old`` become ``new`` on ``self.line``."""
        text = sample(name).read_text("utf-8")
        self.line = text[: text.index(old)].count("\n") + 1
        return self.write(name, text.replace(old, new, 1))

    def refusal(self, name: str) -> DockstationError:
        """What is wrong with the file."""
        with pytest.raises(DockstationError) as refused:
            LOAD.get(name, load_policy)(self.folders)
        assert refused.value.facts.get("file") in (str(self.folder / name), name)
        return refused.value


@pytest.fixture
def own(tmp_path: Path) -> Own:
    return Own(tmp_path / "config")
