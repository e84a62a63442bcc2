"""The policy of a running station: changes are taken over, mistakes leave the last good one in use."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from dockstation.domain.errors import DockstationError
from dockstation.domain.policy import Policy, PolicyBook
from dockstation.settings.check import load_checked
from dockstation.settings.folders import ConfigFolders
from dockstation.settings.policy import load_policy

FILES = ("dispositions.toml", "defects.toml")
FOLDERS = ("checklists", "rules")
State = tuple[tuple[str, int, int], ...]


class KeptPolicy:
    """One file with the text of all policy files as they last were good."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def keep(self, texts: dict[str, str]) -> None:
        """Replace what is kept: write, fsync, rename; killed in between, the old one stays whole."""
        if self.holds(texts):
            return
        fresh = self._file.with_suffix(".new")
        with fresh.open("wb") as file:
            file.write(_packed(texts))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._file)

    def holds(self, texts: dict[str, str]) -> bool:
        """Whether these very texts are kept, and so were good before."""
        return self._file.is_file() and self._file.read_bytes() == _packed(texts)

    def load(self) -> Policy | None:
        """What is kept, None when there is nothing or when this version cannot read it."""
        try:
            texts = json.loads(self._file.read_bytes())
            with tempfile.TemporaryDirectory() as folder:
                for name, text in texts.items():
                    path = Path(folder, name)
                    path.parent.mkdir(exist_ok=True)
                    path.write_text(text, "utf-8")
                return load_checked(ConfigFolders(Path(folder), alone=True))
        except (OSError, ValueError, AttributeError, DockstationError):
            return None


def _packed(texts: dict[str, str]) -> bytes:
    return json.dumps(texts, ensure_ascii=False).encode()


def _nothing() -> None:
    """Nobody publishes."""


class WatchedPolicy:
    """The book that use cases hold, kept in step with the files. ``trouble`` is why they are not in use, or None.

    ``kept_out`` says why something that the server has published is none of the files.
    """

    def __init__(
        self, folders: ConfigFolders, kept: KeptPolicy, kept_out: Callable[[], DockstationError | None] = _nothing
    ) -> None:
        self._folders, self._kept, self._kept_out = folders, kept, kept_out
        self._seen = self._state()
        self.trouble: DockstationError | None = None
        self.book = PolicyBook(self._first())

    def look(self) -> DockstationError | None:
        """Take changed files over; the trouble that there is now."""
        state = self._state()
        if state != self._seen:
            self._seen = state
            try:
                self.book.current = self._good()
            except DockstationError as error:
                self.trouble = error
        return self.trouble or self._kept_out()

    def _first(self) -> Policy:
        try:
            return self._good()
        except DockstationError as error:
            known = self._kept.load()
            if known is None:
                raise
            self.trouble = error
            return known

    def _good(self) -> Policy:
        """Conditions that were good before are not checked again, which would cost each start 170 ms."""
        try:
            texts = {name: path.read_text("utf-8-sig") for name, path in self._files().items()}
            known = self._kept.holds(texts)
        except (OSError, ValueError):  # said by who reads them next
            texts, known = {}, False
        policy = load_policy(self._folders) if known else load_checked(self._folders)
        self.trouble = None
        try:
            self._kept.keep(texts)
        except OSError as error:
            self.trouble = DockstationError("disk.failed", why=str(error.strerror))
        return policy

    def _files(self) -> dict[str, Path]:
        single = {name: self._folders.find(name) for name in FILES}
        return single | {f"{folder}/{path.name}": path for folder in FOLDERS for path in self._folders.all_in(folder)}

    def _state(self) -> State:
        """Name, time and size of every file: cheap to look at, different after an edit."""
        try:
            stats = {str(path): path.stat() for path in self._files().values()}
        except (OSError, DockstationError):
            return ()
        return tuple((name, each.st_mtime_ns, each.st_size) for name, each in stats.items())
