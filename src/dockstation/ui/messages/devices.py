"""What can go wrong with scanners, cameras and pictures."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

DEVICES = {
    "scanner.unavailable": QT_TRANSLATE_NOOP(
        "messages",
        "The scanner {name} ({device}) cannot be opened: {why}. Check that it is plugged in and named rightly in "
        'station.toml; "dockstation scan devices" lists what is there.',
    ),
    "scanner.lost": QT_TRANSLATE_NOOP(
        "messages",
        "The scanner {name} ({device}) is gone. Plug it in again; it is found by itself. Scan the last code again.",
    ),
    "scanner.no_evdev": QT_TRANSLATE_NOOP(
        "messages",
        'The scanner {name} is set to "hid", which needs the library evdev. Install dockstation with the extra '
        '"hid", or set the scanner to COM port and use "serial".',
    ),
    "scanner.failed": QT_TRANSLATE_NOOP(
        "messages",
        "The scanner {name} cannot be used because of a fault in the program. It is tried again; if it stays, tell "
        "your administrator.",
    ),
    "picture.no_code": QT_TRANSLATE_NOOP(
        "messages",
        "No code was found in {file}. Take the picture closer and sharper, or type the code.",
    ),
    "picture.too_many": QT_TRANSLATE_NOOP(
        "messages",
        "More than {limit} pictures are waiting. Wait until they are read, then add the others.",
    ),
    "picture.not_local": QT_TRANSLATE_NOOP(
        "messages",
        "{url} is not on this computer. Save the picture here first, then drop the file.",
    ),
    "picture.none_offered": QT_TRANSLATE_NOOP(
        "messages",
        "There is no picture in what was dropped or copied. Drop or copy a picture or its file.",
    ),
    "pictures.no_folder": QT_TRANSLATE_NOOP(
        "messages",
        "The picture folder {folder} is not there. Check the share; it is watched again by itself.",
    ),
    "pictures.not_moved": QT_TRANSLATE_NOOP(
        "messages",
        "{file} was handled but cannot be moved out of the picture folder. Delete it by hand, and let the "
        "station write there.",
    ),
    "self_test.busy": QT_TRANSLATE_NOOP(
        "messages",
        "The station is still working. Wait a moment, then begin the scanner test again.",
    ),
    "self_test.other_code": QT_TRANSLATE_NOOP(
        "messages",
        "{code} is not on the test page. Scan a code of the page, or leave the scanner test.",
    ),
    "self_test.other_scanner": QT_TRANSLATE_NOOP(
        "messages",
        "This scan came from another scanner ({device}). Go on with the one being tested, or leave the test "
        "and begin again.",
    ),
    "camera.ambiguous": QT_TRANSLATE_NOOP(
        "messages",
        "The name {source} fits several cameras: {names}. Write one of these names in full in station.toml.",
    ),
    "camera.denied": QT_TRANSLATE_NOOP(
        "messages",
        "The camera {source} refuses the user name or password. Correct them in its address in station.toml.",
    ),
    "camera.no_stream": QT_TRANSLATE_NOOP(
        "messages",
        "{source} answers, but sends no video ({answer}). Check the path in the address, and that no one else "
        "is watching the camera.",
    ),
    "camera.control": QT_TRANSLATE_NOOP(
        "messages",
        'The camera setting {name} cannot be "{value}". Write "auto" or a number.',
    ),
}
