"""The pages of settings, in the language of the moment."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dockstation.application.set_station_up import SettingsView
from dockstation.domain.station_setup import Setting
from dockstation.ui import messages
from dockstation.ui.screens.ask import Asked
from dockstation.ui.screens.entry import Entry

GROUPS = {
    "station": ("station", "sounds"), "server": ("server",), "camera": ("camera",), "scanner": ("scan", "pictures"),
    "scale": ("scale",), "work": ("dock", "inspection", "labels"), "storage": ("backup", "disk", "reports", "log"),
}  # fmt: skip
"""The tables of station.toml by what they are about."""
WIZARD, PRINTERS, ENROL, PICTURE, TEST, RESTART = "wizard", "printers", "enrol", "picture", "test", "restart"
"""What is no setting: ways to other pages."""
HINT = 90


class SettingsWords(QObject):
    """What is asked."""

    def groups(self, *, waiting: bool) -> Asked:
        """All that settings are about; ``waiting``: something was changed that counts after a restart."""
        ways = ((WIZARD, self.tr("Set the station up, step by step")), (PRINTERS, self.tr("Printers")))
        groups = tuple((each, messages.setting_group(each)) for each in GROUPS)
        told = self.tr("What you change is written into station.toml, with every comment left in its place.")
        late = self.tr("Some changes count when the station starts again.")
        primary = (RESTART, self.tr("Start again now")) if waiting else ("", "")
        return Asked(self.tr("Settings"), late if waiting else told, (*ways, *groups), primary=primary)

    def group(self, group: str, view: SettingsView) -> Asked:
        """The settings of one group, and what counts now."""
        listed = [each for each in view if each.table in GROUPS[group]]
        lines = [(each.name, f"{messages.setting(each.name)}: {_short(each)}") for each in listed]
        return Asked(messages.setting_group(group), "", (*self._ways(group), *lines))

    def _ways(self, group: str) -> tuple[tuple[str, str], ...]:
        ways = {
            "server": ((ENROL, self.tr("Enrol with a code of the server")),),
            "camera": ((PICTURE, self.tr("Choose the camera by its picture")),),
            "scanner": ((TEST, self.tr("Test scanner")),),
        }
        return ways.get(group, ())

    def choices(self, setting: Setting) -> Asked:
        """One of a few values."""
        now = self.tr("Now: {0}").format(messages.setting_value(setting))
        answers = tuple((each, messages.setting_choice(each)) for each in setting.choices)
        return Asked(messages.setting(setting.name), now, answers)

    def entry(self, setting: Setting) -> Entry:
        """Any other value."""
        hint = self.tr("Written as {0}").format(setting.written[:HINT]) if setting.written else ""
        return Entry(messages.setting(setting.name), hint)

    def enrolment(self) -> Entry:
        """The code that the server's page of stations shows."""
        hint = self.tr("From the server's page of stations; it is good once.")
        return Entry(self.tr("Scan the enrolment code, or type it"), hint)

    def kept(self, name: str, *, at_once: bool) -> str:
        """It is written."""
        said = self.tr("Written, and in use: {0}") if at_once else self.tr("Written: {0}. Counts after a restart.")
        return said.format(messages.setting(name))

    def starting(self) -> str:
        """It takes a moment."""
        return self.tr("The server is being started …")

    def enrolled(self) -> str:
        """The server knows the station."""
        return self.tr("This station is enrolled.")


def _short(setting: Setting) -> str:
    text = messages.setting_value(setting)
    return text if len(text) <= 28 else f"{text[:27]}…"
