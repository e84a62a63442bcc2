"""Small checklists and rules that stay as they are, whatever is shipped: seven questions for a phone."""

from __future__ import annotations

import shutil
from pathlib import Path

from dockstation.domain.policy import Policy
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy

HERE = Path(__file__).parent


def install_phone(config: Path) -> None:
    """Let a station ask its phones these seven, unless it has others of its own."""
    for folder in ("checklists", "rules"):
        (config / folder).mkdir(parents=True, exist_ok=True)
        if not (config / folder / "phone.toml").exists():
            shutil.copy(HERE / folder / "phone.toml", config / folder / "phone.toml")


def policy() -> Policy:
    """The shipped policy with these in it."""
    return load_policy(ConfigFolders(HERE))
