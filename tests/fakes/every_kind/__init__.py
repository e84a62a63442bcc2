"""A phone's checklist with a question of every kind: 14 of them, and three photos for a scratched screen."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from dockstation.domain.policy import Policy
from dockstation.settings import ConfigFolders, shipped
from dockstation.settings.policy import load_policy

HERE = Path(__file__).parent


def install(config: Path) -> None:
    """Let a station's config folder ask it of phones."""
    for name, folder in (("checklist.toml", "checklists"), ("rules.toml", "rules")):
        (config / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / name, config / folder / "phone.toml")
    taxonomy = (shipped("config") / "defects.toml").read_text("utf-8") + (HERE / "taxonomy.toml").read_text("utf-8")
    (config / "defects.toml").write_text(taxonomy, "utf-8")


@cache
def policy() -> Policy:
    """The shipped policy with this checklist in it."""
    with TemporaryDirectory() as folder:
        install(Path(folder))
        return load_policy(ConfigFolders(Path(folder)))
