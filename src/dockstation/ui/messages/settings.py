"""Words for the settings of a station, what they may be, and what is looked at."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from dockstation.domain.station_setup import Setting
from dockstation.settings.languages import languages
from dockstation.ui.messages.words import language_name

_SETTINGS = {
    "station.name": QT_TRANSLATE_NOOP("settings", "Name of the station"),
    "station.language": QT_TRANSLATE_NOOP("settings", "Language"),
    "station.theme": QT_TRANSLATE_NOOP("settings", "Colours"),
    "server.url": QT_TRANSLATE_NOOP("settings", "Address of the server"),
    "server.here": QT_TRANSLATE_NOOP("settings", "The server runs on this computer, with the station"),
    "server.sync_seconds": QT_TRANSLATE_NOOP("settings", "Look for news every … seconds"),
    "server.timeout_seconds": QT_TRANSLATE_NOOP("settings", "Wait for an answer, seconds"),
    "server.old_minutes": QT_TRANSLATE_NOOP("settings", "Tell of unsent work after … minutes"),
    "server.keep_photos_days": QT_TRANSLATE_NOOP("settings", "Keep finished photos, days"),
    "server.keep_days": QT_TRANSLATE_NOOP("settings", "Keep finished records, days"),
    "server.photo_kbytes_per_second": QT_TRANSLATE_NOOP("settings", "Photos may take, kB a second"),
    "camera.source": QT_TRANSLATE_NOOP("settings", "Camera"),
    "camera.read_codes": QT_TRANSLATE_NOOP("settings", "Read codes with the camera"),
    "camera.exposure": QT_TRANSLATE_NOOP("settings", "Exposure"),
    "camera.focus": QT_TRANSLATE_NOOP("settings", "Focus"),
    "camera.seconds_per_picture": QT_TRANSLATE_NOOP("settings", "Seconds for each picture of a folder"),
    "camera.jpeg_quality": QT_TRANSLATE_NOOP("settings", "Quality of photos, percent"),
    "camera.still_url": QT_TRANSLATE_NOOP("settings", "Address of full pictures"),
    "camera.still_width": QT_TRANSLATE_NOOP("settings", "Full picture: width"),
    "camera.still_height": QT_TRANSLATE_NOOP("settings", "Full picture: height"),
    "camera.photo_long_side": QT_TRANSLATE_NOOP("settings", "Photo's longer side, pixels"),
    "camera.photo_folder": QT_TRANSLATE_NOOP("settings", "Folder with another camera's photos"),
    "scan.gap_ms": QT_TRANSLATE_NOOP("settings", "Longest gap within a scan, ms"),
    "scan.cooldown_ms": QT_TRANSLATE_NOOP("settings", "Same code again after, ms"),
    "scan.layout": QT_TRANSLATE_NOOP("settings", "Keyboard scanners send as"),
    "scan.prefix": QT_TRANSLATE_NOOP("settings", "Before each code"),
    "scan.suffix": QT_TRANSLATE_NOOP("settings", "After each code"),
    "scan.order_pattern": QT_TRANSLATE_NOOP("settings", "Order numbers look like"),
    "scan.gs1_separator": QT_TRANSLATE_NOOP("settings", "Sent in place of GS"),
    "pictures.folder": QT_TRANSLATE_NOOP("settings", "Folder that phones upload to"),
    "pictures.every_seconds": QT_TRANSLATE_NOOP("settings", "Look into it every … seconds"),
    "sounds.volume": QT_TRANSLATE_NOOP("settings", "Volume of sounds, percent"),
    "labels.language": QT_TRANSLATE_NOOP("settings", "Language of labels"),
    "labels.late_minutes": QT_TRANSLATE_NOOP("settings", "Ask before a label older than, minutes"),
    "dock.print_label": QT_TRANSLATE_NOOP("settings", "Print a label for each parcel"),
    "dock.print_receipt": QT_TRANSLATE_NOOP("settings", "Print a receipt for each parcel"),
    "dock.weight_percent": QT_TRANSLATE_NOOP("settings", "Ask when the weight differs by, percent"),
    "dock.packaging_g": QT_TRANSLATE_NOOP("settings", "Packaging may weigh, grams"),
    "scale.kind": QT_TRANSLATE_NOOP("settings", "Scale"),
    "scale.device": QT_TRANSLATE_NOOP("settings", "Port of the scale"),
    "scale.baud": QT_TRANSLATE_NOOP("settings", "Speed of the scale, baud"),
    "inspection.second_opinion_percent": QT_TRANSLATE_NOOP("settings", "Second opinions, percent"),
    "backup.folder": QT_TRANSLATE_NOOP("settings", "Folder for backups"),
    "backup.every_minutes": QT_TRANSLATE_NOOP("settings", "Back up every … minutes"),
    "backup.keep": QT_TRANSLATE_NOOP("settings", "Backups kept"),
    "disk.warn_mb": QT_TRANSLATE_NOOP("settings", "Warn below, MB free"),
    "disk.stop_mb": QT_TRANSLATE_NOOP("settings", "Begin nothing below, MB free"),
    "disk.ballast_mb": QT_TRANSLATE_NOOP("settings", "Reserve, MB"),
    "reports.folder": QT_TRANSLATE_NOOP("settings", "Folder for reports"),
    "log.level": QT_TRANSLATE_NOOP("settings", "What is logged"),
    "log.keep": QT_TRANSLATE_NOOP("settings", "Log files kept"),
}
_CHOICES = {
    "light": QT_TRANSLATE_NOOP("settings", "Light"),
    "dark": QT_TRANSLATE_NOOP("settings", "Dark"),
    "contrast": QT_TRANSLATE_NOOP("settings", "High contrast"),
    "true": QT_TRANSLATE_NOOP("settings", "Yes"),
    "false": QT_TRANSLATE_NOOP("settings", "No"),
    "auto": QT_TRANSLATE_NOOP("settings", "Found out by itself"),
    "us": QT_TRANSLATE_NOOP("settings", "US keyboard"),
    "system": QT_TRANSLATE_NOOP("settings", "As this computer's keyboard"),
    "": QT_TRANSLATE_NOOP("settings", "None"),
    "generic": QT_TRANSLATE_NOOP("settings", "Lines such as ST,GS,+ 1.234kg"),
    "toledo": QT_TRANSLATE_NOOP("settings", "Mettler Toledo, continuous"),
    "debug": QT_TRANSLATE_NOOP("settings", "Everything"),
    "info": QT_TRANSLATE_NOOP("settings", "What happens"),
    "warning": QT_TRANSLATE_NOOP("settings", "What is unusual"),
    "error": QT_TRANSLATE_NOOP("settings", "What goes wrong"),
}
_GROUPS = {
    "station": QT_TRANSLATE_NOOP("settings", "Station"),
    "server": QT_TRANSLATE_NOOP("settings", "Server"),
    "camera": QT_TRANSLATE_NOOP("settings", "Camera"),
    "scanner": QT_TRANSLATE_NOOP("settings", "Scanner"),
    "scale": QT_TRANSLATE_NOOP("settings", "Scale"),
    "work": QT_TRANSLATE_NOOP("settings", "Work: dock, inspection, labels"),
    "storage": QT_TRANSLATE_NOOP("settings", "Backup, disk, reports, log"),
}
_CHECKS = {
    "python": QT_TRANSLATE_NOOP("settings", "Program"),
    "data": QT_TRANSLATE_NOOP("settings", "Data"),
    "font": QT_TRANSLATE_NOOP("settings", "Font"),
    "decoders": QT_TRANSLATE_NOOP("settings", "Reading of codes"),
    "config": QT_TRANSLATE_NOOP("settings", "Settings and rules"),
    "published": QT_TRANSLATE_NOOP("settings", "Published by the server"),
    "disk": QT_TRANSLATE_NOOP("settings", "Disk"),
    "labels": QT_TRANSLATE_NOOP("settings", "Labels"),
    "backup": QT_TRANSLATE_NOOP("settings", "Backup"),
    "camera": QT_TRANSLATE_NOOP("settings", "Camera"),
    "key": QT_TRANSLATE_NOOP("settings", "Key of the station"),
    "server": QT_TRANSLATE_NOOP("settings", "Server"),
    "people": QT_TRANSLATE_NOOP("settings", "People"),
    "printer": QT_TRANSLATE_NOOP("settings", "Printer"),
    "scanner": QT_TRANSLATE_NOOP("settings", "Scanner"),
}
_PASSWORD = re.compile(r"(://[^/@\s:]*:)[^/@\s]*@")
HIDDEN = "•••"


def _word(table: dict[str, object], code: str) -> str:
    return QCoreApplication.translate("settings", str(table[code])) if code in table else code


def setting(name: str) -> str:
    """What a setting is, by ``sounds.volume``."""
    return _word(_SETTINGS, name)


def setting_choice(choice: str) -> str:
    """One of the values that a setting may have."""
    return language_name(choice) if choice in languages() else _word(_CHOICES, choice)


def setting_group(group: str) -> str:
    """What settings are about."""
    return _word(_GROUPS, group)


def setting_value(setting: Setting) -> str:
    """What counts now; a password in an address is not shown."""
    if setting.choices:
        return setting_choice(setting.text)
    return without_password(setting.text) or setting_choice("")


def without_password(text: str) -> str:
    """An address fit for a screen that others see."""
    return _PASSWORD.sub(rf"\g<1>{HIDDEN}@", text)


def checked(name: str) -> str:
    """What was looked at; behind the first word stands whose it is."""
    what, _, whose = name.partition(" ")
    return " ".join(part for part in (_word(_CHECKS, what), whose) if part)
