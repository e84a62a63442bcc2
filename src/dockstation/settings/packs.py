"""Documents that the server publishes, as config files; both sides read them with the same readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from dockstation.domain.errors import DockstationError
from dockstation.settings.check import load_checked
from dockstation.settings.folders import ConfigFolders, shipped
from dockstation.settings.mistakes import Mistakes

FOLDERS = ("checklists", "rules", "labels")
SINGLE = ("dispositions", "defects")
LABELS, PEOPLE = "labels", "people"
POLICY = ("checklists", "rules", *SINGLE)
"""The kinds that depend on each other, and are checked together."""


def file_of(kind: str, name: str) -> str:
    """Where a document lies in a config folder."""
    return f"{kind}/{name}.toml" if kind in FOLDERS else f"{kind}.toml"


def document_of(path: PurePosixPath) -> tuple[str, str] | None:
    """The kind and name of a file in a config folder, None when it is none that is published."""
    if path.suffix != ".toml":
        return None
    if len(path.parts) == 1 and path.stem in SINGLE:
        return path.stem, path.stem
    if len(path.parts) == 2 and path.parts[0] in FOLDERS:
        return path.parts[0], path.stem
    return None


def lay_out(folder: Path, texts: Mapping[str, str]) -> None:
    """Write these files, by their names in the folder; nothing is made durable."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def policy_mistakes(folder: Path) -> tuple[DockstationError, ...]:
    """Every mistake of its checklists, rules, defects and dispositions over those that the program brings."""
    try:
        load_checked(ConfigFolders(folder))
    except Mistakes as several:
        return tuple(named(several.found, folder))
    except DockstationError as error:
        return tuple(named([error], folder))
    return ()


def named(found: Iterable[DockstationError], folder: Path) -> Iterator[DockstationError]:
    """The same mistakes with their files as they are called in a config folder."""
    for each in found:
        file = str(each.facts.get("file", ""))
        inside = (Path(file).relative_to(base) for base in (folder, shipped("config")) if _is_in(base, file))
        name = next((path.as_posix() for path in inside), file)
        yield DockstationError(each.code, **(each.facts | ({"file": name} if name else {})))


def _is_in(base: Path, file: str) -> bool:
    return bool(file) and Path(file).is_relative_to(base)
