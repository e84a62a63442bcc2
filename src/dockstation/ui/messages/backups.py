"""What can go wrong with backups, and with the store that they are of."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

BACKUPS = {
    "backup.off": QT_TRANSLATE_NOOP(
        "messages",
        "No folder for backups is set. Put one into [backup] of station.toml, or name one on the command line.",
    ),
    "backup.folder": QT_TRANSLATE_NOOP(
        "messages",
        "The backup folder {folder} cannot be used ({why}). Older backups are untouched. Check the disk or "
        "the share.",
    ),
    "backup.full": QT_TRANSLATE_NOOP(
        "messages",
        "There is no room for the backup in {folder}. Older backups are untouched. Free some space there.",
    ),
    "backup.gone": QT_TRANSLATE_NOOP(
        "messages",
        "The backups in {folder} are gone: is the disk or share connected? If so, run dockstation backup once.",
    ),
    "backup.running": QT_TRANSLATE_NOOP(
        "messages", "Another backup of this station is being made. Wait until it is done."
    ),
    "backup.failed": QT_TRANSLATE_NOOP(
        "messages", "The backup failed for a reason nobody foresaw; the log has it. Tell your administrator."
    ),
    "backup.never": QT_TRANSLATE_NOOP(
        "messages",
        "There is no backup of this station in {folder} yet. Run dockstation backup, and see what it says.",
    ),
    "backup.late": QT_TRANSLATE_NOOP(
        "messages",
        "The last good backup is of {at}. Check the disk or share for backups, then run dockstation backup.",
    ),
    "backup.none": QT_TRANSLATE_NOOP("messages", "There is no backup in {folder}. Name another folder."),
    "backup.several": QT_TRANSLATE_NOOP(
        "messages", "{folder} has the backups of several stations. Name the folder of one: {names}."
    ),
    "backup.damaged": QT_TRANSLATE_NOOP(
        "messages", "The backup {folder} is damaged ({why}). Name another one; delete nothing."
    ),
    "backup.unsent": QT_TRANSLATE_NOOP(
        "messages",
        "The station here has {count} unsent events and photos. Send them first, or add --over-unsent: its data is "
        "set aside then.",
    ),
    "backup.clock": QT_TRANSLATE_NOOP(
        "messages", "It is {now} here, and the backup is of {made}. Set the clock of this computer right first."
    ),
    "enrol.other_data": QT_TRANSLATE_NOOP(
        "messages",
        "This code is for a station whose data is not in {folder}. Restore its backup and ask for another code, or "
        "for one for a new station.",
    ),
    "store.set_aside": QT_TRANSLATE_NOOP(
        "messages",
        "The data was damaged; it is kept in {folder}. Your administrator brings the backup {source} back: "
        "dockstation restore.",
    ),
    "store.set_aside_alone": QT_TRANSLATE_NOOP(
        "messages",
        "The data was damaged and is kept in {folder}; no good backup was found. Stop working and tell your "
        "administrator.",
    ),
}
