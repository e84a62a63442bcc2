"""Where config and resources are found, from a checkout or installed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dockstation.domain.errors import DockstationError


def shipped(name: str) -> Path:
    """The folder ``config`` or ``resources`` that came with the program, from a checkout or installed."""
    here = Path(__file__).parents[1]
    checkout = here.parents[1] / name
    return checkout if (here.parents[1] / "pyproject.toml").exists() else here / name


@dataclass(frozen=True, slots=True)
class ConfigFolders:
    """Where config is looked for: a warehouse's own folder first; then, unless ``alone``, what the program brings."""

    own: Path | None = None
    alone: bool = False

    def find(self, name: str) -> Path:
        """The file that counts for ``name`` (``station.toml``); ``settings.no_file`` when nobody has it."""
        for folder in self.folders():
            if (folder / name).is_file():
                return folder / name
        raise DockstationError("settings.no_file", file=name)

    def all_in(self, folder: str) -> tuple[Path, ...]:
        """Every TOML file of a subfolder, own ones hiding shipped ones of the same name."""
        found: dict[str, Path] = {}
        for base in reversed(self.folders()):
            found |= {path.name: path for path in (base / folder).glob("*.toml")}
        return tuple(found[name] for name in sorted(found))

    def own_files(self) -> tuple[str, ...]:
        """The files of the warehouse's own folder, by their names in it."""
        own = self.own
        return tuple(sorted(str(path.relative_to(own)) for path in own.rglob("*.toml"))) if own else ()

    def folders(self) -> tuple[Path, ...]:
        """The folders in the order in which they count."""
        if self.own and self.alone:
            return (self.own,)
        return (self.own, shipped("config")) if self.own else (shipped("config"),)
