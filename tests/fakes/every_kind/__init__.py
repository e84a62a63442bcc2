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


QUESTION = "\n[[question]]\n"


def install(config: Path, *only: str) -> None:
    """Let a station's config folder ask it of phones, or ``only`` these of its questions."""
    for folder in ("checklists", "rules"):
        (config / folder).mkdir(parents=True, exist_ok=True)
    (config / "checklists" / "phone.toml").write_text(_checklist(only), "utf-8")
    shutil.copy(HERE / "rules.toml", config / "rules" / "phone.toml")
    taxonomy = (shipped("config") / "defects.toml").read_text("utf-8") + (HERE / "taxonomy.toml").read_text("utf-8")
    (config / "defects.toml").write_text(taxonomy, "utf-8")


def _checklist(only: tuple[str, ...]) -> str:
    text = (HERE / "checklist.toml").read_text("utf-8")
    if not only:
        return text
    head, *questions = text.split(QUESTION)
    wanted = [each for each in questions if each.split('"')[1] in only]
    return QUESTION.join([head if "overall" in only else head.partition("\n[fast_path]")[0], *wanted])


@cache
def policy() -> Policy:
    """The shipped policy with this checklist in it."""
    with TemporaryDirectory() as folder:
        install(Path(folder))
        return load_policy(ConfigFolders(Path(folder)))
