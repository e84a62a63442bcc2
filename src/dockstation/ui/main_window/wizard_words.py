"""The steps of setting a station up, in the language of the moment."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from dockstation.application.set_station_up import SERVER, SettingsView
from dockstation.domain.check import Check
from dockstation.domain.operator import Operator
from dockstation.settings.languages import languages
from dockstation.ui import messages
from dockstation.ui.main_window.settings_words import ENROL, PRINTERS, TEST
from dockstation.ui.messages.words import role
from dockstation.ui.screens.ask import Asked
from dockstation.ui.widgets import Row

SUMMARY = "summary"
STEPS = ("language", "server", "scanner", "camera", "printer", "people", SUMMARY)
NEXT, HERE = "next", "here"
MOST_ROWS = 30
_STEP_OF = {each: each for each in ("server", "scanner", "camera", "printer", "people")} | {
    "labels": "printer",
    "key": "server",
}
"""By the first word of a check's name, where a step sets that up."""
TOLD = 2
"""So many faults are told in full above the rows."""


@dataclass(frozen=True, slots=True)
class SetUp:
    """What the steps tell: the settings, the station's id at its server ("" for none), tested scanners, people.

    ``checks`` is None while everything is being looked at.
    """

    view: SettingsView = ()
    station: str = ""
    tested: tuple[str, ...] = ()
    people: tuple[Operator, ...] = ()
    checks: tuple[Check, ...] | None = None


class WizardWords(QObject):
    """What is asked at each step."""

    def head(self, step: str) -> str:
        """Which step of how many, and what it is about."""
        title = self.tr("Step {0} of {1}: {2}")
        return title.format(STEPS.index(step) + 1, len(STEPS), self._about(step))

    def _about(self, step: str) -> str:
        return {
            "language": self.tr("Language"), "server": self.tr("Server"), "scanner": self.tr("Scanner"),
            "camera": self.tr("Camera"), "printer": self.tr("Printer"), "people": self.tr("People"),
            SUMMARY: self.tr("What is ready"),
        }[step]  # fmt: skip

    def about_camera(self) -> str:
        """The camera page by itself."""
        return self.tr("Camera")

    def done(self) -> str:
        """What ends a page."""
        return self.tr("Done")

    def go_on(self, *, ready: bool) -> str:
        """What Enter does at a step."""
        return self.tr("Next") if ready else self.tr("Skip this for now")

    def step(self, step: str, known: SetUp) -> Asked:
        """The step as it stands."""
        told = {
            "language": self._language, "server": self._server, "scanner": self._scanner, "printer": self._printer,
            "people": self._people, SUMMARY: self._summary,
        }  # fmt: skip
        return told[step](known)

    def _asked(self, step: str, text: str, answers: tuple[tuple[str, str], ...], *, ready: bool) -> Asked:
        return Asked(self.head(step), text, answers, primary=(NEXT, self.go_on(ready=ready)))

    def _language(self, _known: SetUp) -> Asked:
        answers = tuple((each, messages.setting_choice(each)) for each in reversed(languages()))
        text = self.tr("This sets the station up; every step can be left out and found again in the settings.")
        return self._asked("language", text, answers, ready=True)

    def _server(self, known: SetUp) -> Asked:
        url = next((each.text for each in known.view if each.name == SERVER), "")
        if known.station:
            text = self.tr("The server {0} knows this station. Scan a new code only when it asks for one.").format(
                url
            )
        else:
            text = self.tr(
                "Scan the QR code that the server's page of stations shows. Until a server knows the station no "
                "parcel can be taken in; afterwards it works without a network as well."
            )
        answers = (
            (ENROL, self.tr("Type the enrolment code")),
            (HERE, self.tr("Let the server run on this computer, for as long as the station does")),
        )
        return self._asked("server", text, answers, ready=bool(known.station))

    def _scanner(self, known: SetUp) -> Asked:
        names = ", ".join(known.tested)
        none = self.tr("The test finds out how the scanner sends its codes, and says what to change in it.")
        text = self.tr("Tested: {0}").format(names) if names else none
        return self._asked("scanner", text, ((TEST, self.tr("Test scanner")),), ready=bool(names))

    def _printer(self, _known: SetUp) -> Asked:
        text = self.tr("Find or add the label printer, print a test label, and calibrate it until the label fits.")
        return self._asked("printer", text, ((PRINTERS, self.tr("Printers")),), ready=True)

    def _people(self, known: SetUp) -> Asked:
        text = self.tr(
            "The server publishes people to its stations; an administrator adds others here, and gives PINs to those "
            "who sign (key 9 at the start, then 3, or DSCMD-PEOPLE)."
        )
        rows = tuple(Row(each.badge, each.name, role(each.role)) for each in known.people[:MOST_ROWS])
        primary = (NEXT, self.go_on(ready=bool(rows)))
        return Asked(self.head("people"), text, (), rows, primary)

    def _summary(self, known: SetUp) -> Asked:
        if known.checks is None:
            return Asked(self.head(SUMMARY), self.tr("Looking at everything …"), primary=(NEXT, self.tr("Done")))
        wrong = [each for each in known.checks if not each.ok]
        told = [f"{messages.checked(each.name)}: {messages.sentence(each.error)}" for each in wrong if each.error]
        text = "\n".join(told[:TOLD]) if told else self.tr("Everything that is set up is ready.")
        return Asked(self.head(SUMMARY), text, (), self._rows(known), (NEXT, self.tr("Done")))

    def _rows(self, known: SetUp) -> tuple[Row, ...]:
        """What is not done first, with the number that leads to its step."""
        rows = [self._row(each) for each in sorted(known.checks or (), key=lambda each: (each.ok, each.is_set))]
        if not known.tested:
            rows.append(Row("scanner", self._about("scanner"), "", self.tr("not tested")))
        undone = [each for each in rows if each.tone != "good"]
        numbers = {key: str(n) for n, key in enumerate(dict.fromkeys(each.key for each in undone if each.key), 1)}
        ready = [replace(each, key="") for each in rows if each.tone == "good"]
        return (*(replace(each, cap=numbers.get(each.key, "")) for each in undone), *ready)

    def _row(self, check: Check) -> Row:
        name, step = messages.checked(check.name), _STEP_OF.get(check.name.split()[0], "")
        if check.error is not None:
            return Row(step, name, messages.sentence(check.error), self.tr("to be mended"), "", "late")
        if not check.is_set:
            return Row(step, name, "", self.tr("not set up"))
        return Row(step, name, "", self.tr("ready"), "", "good")
