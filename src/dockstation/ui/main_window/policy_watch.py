"""Config that has changed is taken over while the station works; what is wrong with it is said until it is mended."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dockstation.domain.errors import DockstationError
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.widgets.status_strip import StatusStrip


class PolicyWatch(QObject):
    """Looks at the files of the policy, off the window's thread, whenever a job begins."""

    def __init__(self, desk: Desk, strip: StatusStrip) -> None:
        super().__init__()
        self._desk, self._strip = desk, strip
        self._said = ""

    def look(self) -> None:
        """Take over what has changed; a mistake is said once as a sentence, and stays in the strip."""
        use_cases = self._desk.use_cases
        if use_cases is not None:
            self._desk.background.run("store", use_cases.policy.look, self._looked, self._desk.reject)

    def look_at(self, stage: str) -> None:
        """The same when the station is at home again."""
        if stage == "home":
            self.look()

    def look_for(self, _name: str) -> None:
        """The same for a person who has just signed in, and who is told of a standing mistake again."""
        self._said = ""
        self.look()

    def _looked(self, trouble: DockstationError | None) -> None:
        self._strip.show_policy(is_good=trouble is None)
        told = str(trouble or "")
        if trouble is not None and told != self._said:
            self._desk.reject(DockstationError("settings.last_good", why=self._why(trouble)))
        self._said = told

    @staticmethod
    def _why(trouble: DockstationError) -> str:
        file, line = str(trouble.facts.get("file", "")), trouble.facts.get("line", "")
        return f"{file.replace(chr(92), '/').rpartition('/')[2]}:{line} {trouble.code.partition('.')[2]}"
