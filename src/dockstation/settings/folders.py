"""Where config and resources are found, from a checkout or installed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dockstation.domain.errors import DockstationError

CURRENT, PACK_CONFIG = "current", "config"
"""A file with the number of the folder that counts, and the part of that one which is config files."""


def shipped(name: str) -> Path:
    """The folder ``config`` or ``resources`` that came with the program, from a checkout or installed."""
    here = Path(__file__).parents[1]
    checkout = here.parents[1] / name
    return checkout if (here.parents[1] / "pyproject.toml").exists() else here / name


@dataclass(frozen=True, slots=True)
class ConfigFolders:
    """Where config is looked for: a warehouse's own folder first; then, unless ``alone``, what the program brings.

    Between the two comes what the server has published, which a station keeps in ``packs``.
    """

    own: Path | None = None
    alone: bool = False
    packs: Path | None = None

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
        published = current_pack(self.packs) if self.packs else None
        return (*filter(None, (self.own, published)), shipped("config"))


def current_pack(packs: Path) -> Path | None:
    """The folder of the published documents that count now, None when there are none."""
    try:
        name = (packs / CURRENT).read_text("ascii")
    except (OSError, UnicodeDecodeError):
        return None
    folder = packs / name / PACK_CONFIG
    return folder if name.isascii() and name.isdigit() and folder.is_dir() else None
