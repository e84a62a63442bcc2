"""Another person signs: badge, then PIN."""

from __future__ import annotations

from dockstation.ui.widgets import PinScreen


class SignScreen(PinScreen):
    """Under what is signed."""

    def _say(self) -> None:
        self._title.setText(self.tr("Another person signs"))
        step = self.tr("{0}: enter your PIN") if self._name else self.tr("Scan the badge of the person who signs")
        self._step.setText(step.format(self._name))
        self._sign.show_text(self.tr("Sign"), "Enter")
