"""What can go wrong with people, printers, disks and settings."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

STATION = {
    "person.unknown": QT_TRANSLATE_NOOP(
        "messages",
        "Nobody is registered with the badge {badge}. Use another badge, or tell your administrator.",
    ),
    "person.gone": QT_TRANSLATE_NOOP(
        "messages",
        "{name} may not work here any more. Scan another badge, or tell your administrator.",
    ),
    "person.none": QT_TRANSLATE_NOOP(
        "messages",
        "Nobody is signed in. Scan your badge first.",
    ),
    "people.badge": QT_TRANSLATE_NOOP(
        "messages", "A badge has 1 to 32 capital letters, digits and hyphens. Scan it, or type it as it is printed."
    ),
    "people.name": QT_TRANSLATE_NOOP("messages", "A name has 1 to {most} characters. Enter it again."),
    "people.badge_taken": QT_TRANSLATE_NOOP(
        "messages", "The badge {badge} is somebody's already. Use another badge, or change that person."
    ),
    "people.published": QT_TRANSLATE_NOOP(
        "messages", "{name} comes from the RMA server and can be changed there alone. Nothing was changed."
    ),
    "people.last_administrator": QT_TRANSLATE_NOOP(
        "messages", "Nobody would administer this station any more. Make somebody else administrator first."
    ),
    "people.has_administrator": QT_TRANSLATE_NOOP(
        "messages", "This station has an administrator already, who can add others."
    ),
    "people.no_code": QT_TRANSLATE_NOOP(
        "messages", "There is no code for the first administrator. “dockstation people first” makes one."
    ),
    "people.unlike": QT_TRANSLATE_NOOP("messages", "The two PINs differ. Nothing was changed; enter it twice alike."),
    "first.wrong": QT_TRANSLATE_NOOP("messages", "This is not the code for the first administrator. Try again."),
    "first.wrong_wait": QT_TRANSLATE_NOOP(
        "messages", "This is not the code for the first administrator. The next try is possible in {seconds} s."
    ),
    "first.wait": QT_TRANSLATE_NOOP("messages", "Too many wrong codes. Try again in {seconds} s."),
    "sign_in.no_pin": QT_TRANSLATE_NOOP(
        "messages",
        "{name} has no PIN, and this station asks for one. The administrator can set one.",
    ),
    "person.no_one": QT_TRANSLATE_NOOP(
        "messages",
        "Nobody may sign in here yet. The window asks for the first administrator with a code; or publish people at "
        "the server.",
    ),
    "set_up.unfinished": QT_TRANSLATE_NOOP(
        "messages",
        "The station is still being set up. Go on to the end with Enter, then scan your badge.",
    ),
    "role.forbidden": QT_TRANSLATE_NOOP(
        "messages",
        "{name} may not do this as {role}. Ask somebody with the right role to scan their badge.",
    ),
    "print.unsettled": QT_TRANSLATE_NOOP(
        "messages",
        "Nobody knows yet whether the label of {lpn} came out. Look at the printer and answer on the screen first.",
    ),
    "print.not_sent": QT_TRANSLATE_NOOP(
        "messages",
        "The label has not been sent to the printer yet. Wait a moment, or print it again.",
    ),
    "print.failed": QT_TRANSLATE_NOOP(
        "messages",
        "The label of {lpn} was not printed: the printer took nothing. Check that it is on and has paper, "
        "then print again.",
    ),
    "print.unknown_result": QT_TRANSLATE_NOOP(
        "messages",
        "Nobody knows whether the label of {lpn} came out. Look at the printer: scan the label if it is "
        "there, else print again.",
    ),
    "print.unknown": QT_TRANSLATE_NOOP(
        "messages",
        "This print job is not known here. Print the label again.",
    ),
    "printer.port_taken": QT_TRANSLATE_NOOP(
        "messages",
        "Port {port} is in use by another program. Close that program, or choose another port.",
    ),
    "printer.unreachable": QT_TRANSLATE_NOOP(
        "messages",
        "The printer {printer} cannot be reached; nothing was printed. Check that it is on and its "
        "cable is in, then print again.",
    ),
    "printer.refused": QT_TRANSLATE_NOOP(
        "messages",
        "The print queue {printer} would not take the label. Check its name in printers.toml, and its "
        "language: pdf, unless the queue is raw.",
    ),
    "printer.timeout": QT_TRANSLATE_NOOP(
        "messages",
        "The printer stopped taking data. Look whether the label came out, then answer on the screen.",
    ),
    "printer.lost": QT_TRANSLATE_NOOP(
        "messages",
        "The connection to the printer broke off. Look whether the label came out, then answer on the screen.",
    ),
    "printer.unknown": QT_TRANSLATE_NOOP(
        "messages",
        "No printer is called {name}. Correct the name in printers.toml or station.toml.",
    ),
    "label.content": QT_TRANSLATE_NOOP(
        "messages",
        "The label cannot be filled in: {what}. Tell your administrator.",
    ),
    "label.other_unit": QT_TRANSLATE_NOOP(
        "messages",
        "{code} is the label of another item; this one is {lpn}. Find the right label, or go back and finish "
        "the other item.",
    ),
    "label.unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "The code on the label cannot be read back, so it was not printed. Tell your administrator to check "
        "the label layout.",
    ),
    "label.too_long": QT_TRANSLATE_NOOP(
        "messages",
        "The text {field} does not fit on the label. Tell your administrator to check the label layout.",
    ),
    "label.layout": QT_TRANSLATE_NOOP(
        "messages",
        "The label layout {file} cannot be used: {what}. Tell your administrator to correct it in config/labels.",
    ),
    "disk.low": QT_TRANSLATE_NOOP(
        "messages",
        "The disk has {free} MB left. Tell your administrator to make room; work goes on until {stop} MB.",
    ),
    "disk.stopped": QT_TRANSLATE_NOOP(
        "messages",
        "The disk has only {free} MB left: nothing new is begun below {least} MB. Finish what is open and have room "
        "made; then work goes on by itself.",
    ),
    "disk.full": QT_TRANSLATE_NOOP(
        "messages",
        "The disk is full; nothing was changed. Free some space, then do the last step again.",
    ),
    "disk.failed": QT_TRANSLATE_NOOP(
        "messages",
        "The disk could not be written; nothing was changed. Try again; if it stays, stop working and tell "
        "your administrator.",
    ),
    "store.newer": QT_TRANSLATE_NOOP(
        "messages",
        "The data of this station was written by a newer version ({version}). Install that version or a newer"
        " one; nothing was changed.",
    ),
    "store.other": QT_TRANSLATE_NOOP(
        "messages",
        "The data is of another version ({version}, here {wanted}). Use the program of the station, or start the "
        "station once with this one.",
    ),
    "store.none": QT_TRANSLATE_NOOP(
        "messages",
        "There is no data of a station in {folder} yet. Start dockstation once, or name another folder.",
    ),
    "store.busy": QT_TRANSLATE_NOOP(
        "messages", "The station's data is busy; nothing was changed. Wait a moment, then do it again."
    ),
    "store.damaged": QT_TRANSLATE_NOOP(
        "messages",
        "The data of this station is damaged. Stop working and tell your administrator: do not delete anything.",
    ),
    "store.locked": QT_TRANSLATE_NOOP(
        "messages",
        "Another dockstation is already running with the data in {folder}. Use the window that is open.",
    ),
    "settings.unknown_key": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: nothing is called {key}. Did you mean {meant}?",
    ),
    "settings.wrong_type": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: {key} must be {wanted}. Correct it and start again.",
    ),
    "settings.syntax": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: this cannot be read ({why}). Correct it and start again.",
    ),
    "settings.person": QT_TRANSLATE_NOOP(
        "messages",
        "{file}: what the server says of this person cannot be read. Publish it anew, or update the station.",
    ),
    "settings.no_file": QT_TRANSLATE_NOOP(
        "messages",
        "The file {file} is missing from the config folder. Put it back, or install dockstation again.",
    ),
    "settings.unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "The file {file} cannot be read ({why}). Check that it is there and may be read.",
    ),
    "settings.missing": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: {key} is missing. Add it and start again.",
    ),
    "settings.twice": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: {value} is there twice. Give one of them another name.",
    ),
    "settings.not_known": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: there is no {value}. Perhaps meant: {meant}.",
    ),
    "settings.extends": QT_TRANSLATE_NOOP(
        "messages",
        "{file}, line {line}: it cannot extend {value}, which is not there or extends this file itself.",
    ),
    "scan.separator": QT_TRANSLATE_NOOP(
        "messages",
        "{separator} cannot stand for the GS1 separator. Choose one of {allowed} in station.toml.",
    ),
    "scan.order_pattern": QT_TRANSLATE_NOOP(
        "messages",
        "{pattern} is no usable pattern for order numbers. Correct order_pattern in station.toml.",
    ),
    "store.folder": QT_TRANSLATE_NOOP(
        "messages",
        "The folder {folder} cannot be used ({why}). Name another one, or let this user write to it.",
    ),
    "file.there": QT_TRANSLATE_NOOP(
        "messages", "{file} is there already; nothing was written. Name another file, or say --force to replace it."
    ),
    "file.unwritable": QT_TRANSLATE_NOOP(
        "messages",
        "The file {file} cannot be written ({why}). Name another place, or allow writing there.",
    ),
    "display.none": QT_TRANSLATE_NOOP(
        "messages",
        "There is no screen to show the window on. Start it in a desktop session.",
    ),
    "config.not_there": QT_TRANSLATE_NOOP(
        "messages",
        "{name} is not published. There are: {there}.",
    ),
    "config.no_document": QT_TRANSLATE_NOOP(
        "messages",
        "{file} cannot be published. Name files in checklists, rules or labels, or dispositions.toml, defects.toml.",
    ),
    "config.endless": QT_TRANSLATE_NOOP(
        "messages",
        "The RMA server publishes more config than a station can hold. What is here stays; tell your administrator.",
    ),
    "outbox.unknown": QT_TRANSLATE_NOOP(
        "messages", "This record is not in the outbox any more. Leave this page and look again."
    ),
    "outbox.not_rejected": QT_TRANSLATE_NOOP(
        "messages", "The server has meanwhile said something else of this record. Look at the list again."
    ),
    "demo.folder_in_use": QT_TRANSLATE_NOOP(
        "messages",
        "The folder {folder} holds something else. Name an empty folder for the demo.",
    ),
    "demo.not_started": QT_TRANSLATE_NOOP(
        "messages",
        "The demo could not start {name}. Look into {log} for the reason.",
    ),
    "demo.too_few_units": QT_TRANSLATE_NOOP(
        "messages",
        "The demo needs at least {least} items, not {units}. Ask for more.",
    ),
    "demo.too_many_units": QT_TRANSLATE_NOOP(
        "messages",
        "The demo has room for {most} items at most, not {units}. Ask for fewer.",
    ),
    "lpn.prefix": QT_TRANSLATE_NOOP(
        "messages",
        "The licence plate prefix {prefix} is not valid: it needs three characters of the plate alphabet. "
        "Tell your administrator.",
    ),
    "lpn.exhausted": QT_TRANSLATE_NOOP(
        "messages",
        "The licence plates with the prefix {prefix} are used up. Tell your administrator to give this "
        "station a new prefix.",
    ),
    "display.dead": QT_TRANSLATE_NOOP(
        "messages",
        "The screen {display} does not answer, so there is no place for the window. Start it from the desktop, or "
        "set DISPLAY to the screen that is there.",
    ),
    "program.ended": QT_TRANSLATE_NOOP(
        "messages",
        "The program ended unexpectedly at {at}; a report is kept ({id}). Your work is stored. If this happens "
        "again, tell your administrator.",
    ),
    "program.safe": QT_TRANSLATE_NOOP(
        "messages",
        "Safe start: camera, scanners that are no keyboards, scale and folders of pictures are off. Close and start "
        "again to use them.",
    ),
    "camera.safe": QT_TRANSLATE_NOOP("messages", "The camera is off: this is a safe start."),
    "internal": QT_TRANSLATE_NOOP(
        "messages",
        "Something unexpected happened (report {id}). Your work is saved; restart, and give this number to "
        "your administrator.",
    ),
}
