"""Config that has changed is taken over while the station works; what is wrong with it is said until it is mended."""

from __future__ import annotations

from pathlib import PureWindowsPath

from PySide6.QtCore import QObject

from dockstation.domain.errors import DockstationError
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.messages import sentence
from dockstation.ui.widgets.status_strip import StatusStrip

BETWEEN_JOBS = ("home", "receive")


class PolicyWatch(QObject):
    """Looks at the files of the policy, off the window's thread, whenever a job begins."""

    def __init__(self, desk: Desk, strip: StatusStrip) -> None:
        super().__init__()
        self._desk, self._strip = desk, strip
        self._said = self._stage = ""

    def look(self) -> None:
        """Take over what has changed; a mistake is said once as a sentence, and stays in the strip."""
        use_cases = self._desk.use_cases
        if use_cases is not None:
            self._desk.background.run("store", use_cases.policy.look, self._looked, self._desk.reject)

    def look_at(self, stage: str) -> None:
        """The same when the station is at home again, or at the parcel whose next unit may be inspected."""
        if stage in BETWEEN_JOBS and stage != self._stage:
            self.look()
        self._stage = stage

    def look_for(self, _name: str) -> None:
        """The same for a person who has just signed in, and who is told of a standing mistake again."""
        self._said = ""
        self.look()

    def explain(self) -> None:
        """Say what is wrong, where and what to do, unless it has been mended meanwhile."""
        use_cases = self._desk.use_cases
        if use_cases is not None:
            self._desk.background.run("store", use_cases.policy.look, self._explained, self._desk.reject)

    def _looked(self, trouble: DockstationError | None) -> None:
        self._show(trouble)
        told = str(trouble or "")
        if trouble is not None and told != self._said:
            self._desk.reject(_short(trouble))
        self._said = told

    def _explained(self, trouble: DockstationError | None) -> None:
        self._show(trouble)
        self._desk.banner.acknowledge()
        if trouble is None:
            self._desk.accept(self.tr("Checklists and rules are in order again, and in use"))
        else:
            self._said = str(trouble)
            self._desk.ask(sentence(trouble))

    def _show(self, trouble: DockstationError | None) -> None:
        self._strip.show_policy(is_good=trouble is None or not _is_mistake(trouble))


def _is_mistake(trouble: DockstationError) -> bool:
    """Else the rules are good and in use, and only their copy for the next start could not be kept."""
    return trouble.code.startswith(("settings.", "label."))


def _short(trouble: DockstationError) -> DockstationError:
    """Where the mistake is, for who goes on working."""
    if not _is_mistake(trouble):
        return trouble
    file = PureWindowsPath(str(trouble.facts.get("file", "")))  # takes both kinds of slashes
    return DockstationError(
        "settings.last_good", file="/".join(file.parts[-2:]), line=str(trouble.facts.get("line", "…"))
    )
