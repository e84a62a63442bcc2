"""Before the work: the station is locked, or somebody's PIN is asked for."""

from __future__ import annotations

from dockstation.ui.widgets import PinScreen


class EntranceScreen(PinScreen):
    """Shows nothing of the work that it covers."""

    _locked_by = ""

    def show_locked(self, name: str) -> None:
        """Locked while ``name`` was at work; scan a badge."""
        self._locked_by = name
        self.show_signing(name, "", 0)

    def show_asking(self, name: str, digits: int) -> None:
        """Ask for the PIN of ``name``, of which so many ``digits`` were entered."""
        self._locked_by = ""
        self.show_signing("", name, digits)

    def _say(self) -> None:
        self._title.setText(self.tr("Locked") if self._locked_by else self.tr("Sign in"))
        if self._locked_by:
            self._about.setText(self.tr("The work of {0} stays as it is.").format(self._locked_by))
        step = self.tr("{0}: enter your PIN") if self._name else self.tr("Scan your badge")
        self._step.setText(step.format(self._name))
        self._sign.show_text(self.tr("Sign in"), "Enter")
        for button in (self._leave, self._sign):
            button.setVisible(bool(self._name))
