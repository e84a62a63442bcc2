"""The languages of the window: English is in the code, each other one is a file among the resources."""

from __future__ import annotations

from functools import cache

from dockstation.domain.text import DEFAULT_LANGUAGE
from dockstation.settings.folders import shipped

PREFIX = "dockstation_"


@cache
def languages() -> tuple[str, ...]:
    """Locale names: ``en``, and one for each ``i18n/dockstation_*.ts`` of the resources, compiled or not."""
    folder = shipped("resources") / "i18n"
    found = {path.stem.removeprefix(PREFIX) for kind in ("ts", "qm") for path in folder.glob(f"{PREFIX}*.{kind}")}
    return (DEFAULT_LANGUAGE, *sorted(found - {DEFAULT_LANGUAGE}))


def following(language: str, among: tuple[str, ...]) -> str:
    """The one after it, round and round."""
    return among[(among.index(language) + 1) % len(among)] if language in among else among[0]
