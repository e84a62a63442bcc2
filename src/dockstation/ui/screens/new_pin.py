"""A new PIN, entered twice, or a code of digits."""

from __future__ import annotations

from dockstation.ui.widgets import PinScreen


class NewPinScreen(PinScreen):
    """Whose PIN it is stands above; how many digits there are is shown, never which."""

    _heading = ""

    def show_new(self, title: str, step: str, digits: int) -> None:
        """``step`` is what to enter; so many ``digits`` were."""
        self._heading = title
        self.show_signing("", step, digits)

    def _say(self) -> None:
        self._title.setText(self._heading)
        self._step.setText(self._name)
        self._sign.show_text(self.tr("OK"), "Enter")
        self._type.hide()
