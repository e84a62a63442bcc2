"""What can go wrong with scans, returns, items, inspections and photos."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

GOODS = {
    "scan.too_long": QT_TRANSLATE_NOOP(
        "messages",
        "This code is too long to be one that is used here. Scan another code on the item or the parcel.",
    ),
    "scan.too_many": QT_TRANSLATE_NOOP(
        "messages",
        "More than {limit} scans are waiting. Stop a moment until the screen has caught up, then scan this "
        "one again.",
    ),
    "scan.empty": QT_TRANSLATE_NOOP(
        "messages",
        "The scanner sent nothing. Scan again.",
    ),
    "scan.unknown_code": QT_TRANSLATE_NOOP(
        "messages",
        "Nothing here uses the code {code}. Scan the return label, the item's barcode or its licence plate.",
    ),
    "scan.not_now": QT_TRANSLATE_NOOP(
        "messages",
        "{code} is not expected at this step. Do what the screen asks first, then scan it again.",
    ),
    "scan.again": QT_TRANSLATE_NOOP(
        "messages",
        "{code} was read already and is counted once. Go on with the next one.",
    ),
    "rma.unknown": QT_TRANSLATE_NOOP(
        "messages",
        "No return is known for {code}. Scan the label on its parcel, or another code there.",
    ),
    "rma.unknown_offline": QT_TRANSLATE_NOOP(
        "messages",
        "{code} is not known here, and the RMA server cannot be asked now. Scan the label on its parcel, or try "
        "again later.",
    ),
    "rma.ambiguous": QT_TRANSLATE_NOOP(
        "messages",
        "{code} fits {count} returns. Scan another code of the parcel, such as the return label.",
    ),
    "parcel.transition": QT_TRANSLATE_NOOP(
        "messages",
        "Parcel {parcel} is finished already. If there is more in it, set it aside and tell your supervisor.",
    ),
    "parcel.unknown": QT_TRANSLATE_NOOP(
        "messages",
        "This parcel is not known here. Scan its label again.",
    ),
    "parcel.not_open": QT_TRANSLATE_NOOP(
        "messages",
        "Parcel {code} is not open, so nothing can be counted into it. Scan its label first.",
    ),
    "unit.transition": QT_TRANSLATE_NOOP(
        "messages",
        "Item {lpn} is already past this step. Scan its licence plate to see where it stands.",
    ),
    "unit.unknown": QT_TRANSLATE_NOOP(
        "messages",
        "No item with the licence plate {lpn} was received here. Scan it again, or receive its parcel first.",
    ),
    "answer.not_an_option": QT_TRANSLATE_NOOP(
        "messages",
        "{answer} is no answer to this question. Choose one of those on the screen.",
    ),
    "answer.not_a_number": QT_TRANSLATE_NOOP(
        "messages",
        "{answer} is no number. Enter it with the digits, and a point where it has decimals.",
    ),
    "answer.out_of_range": QT_TRANSLATE_NOOP(
        "messages",
        "{answer} cannot be right: it must be from {least} to {most} {unit}. Measure again.",
    ),
    "answer.severity": QT_TRANSLATE_NOOP(
        "messages",
        "It is not said how bad the defect is. Choose minor, major or critical for each one.",
    ),
    "answer.place": QT_TRANSLATE_NOOP(
        "messages",
        "It is not said where the defect is. Choose a place for each one.",
    ),
    "answer.text": QT_TRANSLATE_NOOP(
        "messages",
        "Write something here, {most} characters at the most.",
    ),
    "answer.code": QT_TRANSLATE_NOOP(
        "messages",
        "This is no code that can be kept here. Scan the code on the item, {most} characters at the most.",
    ),
    "answer.pieces": QT_TRANSLATE_NOOP(
        "messages",
        "The pieces on the return have changed. Count each piece on the list once more.",
    ),
    "answer.unknown_question": QT_TRANSLATE_NOOP(
        "messages",
        "The checklist has no question {question}. Go back to the start and scan the item again.",
    ),
    "answer.out_of_turn": QT_TRANSLATE_NOOP(
        "messages",
        "This question is not asked now. Answer the one on the screen.",
    ),
    "answer.nothing_chosen": QT_TRANSLATE_NOOP(
        "messages",
        "Nothing is chosen yet. Tap an answer, or press its number.",
    ),
    "answer.nothing_ticked": QT_TRANSLATE_NOOP(
        "messages",
        "Nothing is ticked yet. Tick what you see, or say that nothing was found (0).",
    ),
    "answer.no_number": QT_TRANSLATE_NOOP(
        "messages",
        "No number is entered yet. Enter it, then confirm.",
    ),
    "answer.no_code": QT_TRANSLATE_NOOP(
        "messages",
        "No code was read yet. Scan it, or type it with F4.",
    ),
    "answer.no_choice": QT_TRANSLATE_NOOP(
        "messages",
        "This question wants words, not a number. Write them, then confirm.",
    ),
    "answer.uncounted": QT_TRANSLATE_NOOP(
        "messages",
        "One piece is not counted yet: the one that is framed. Say how many there are, 0 for none.",
    ),
    "answer.still_running": QT_TRANSLATE_NOOP(
        "messages",
        "The time has not run yet. Start it, wait for its end, then answer.",
    ),
    "answer.none_yet": QT_TRANSLATE_NOOP(
        "messages",
        "There is no answer to take back for {lpn}.",
    ),
    "inspection.no_repeat": QT_TRANSLATE_NOOP(
        "messages",
        "The answers of another item cannot be taken over for {lpn}: only those of the last one, sealed and of the "
        "same line. Answer the questions.",
    ),
    "inspection.none": QT_TRANSLATE_NOOP(
        "messages",
        "The inspection of {lpn} has not begun. Scan the licence plate to begin.",
    ),
    "checklist.none": QT_TRANSLATE_NOOP(
        "messages",
        "No checklist is set up for goods of the category {category}. Set the item aside and tell your "
        "administrator.",
    ),
    "checklist.lost": QT_TRANSLATE_NOOP(
        "messages",
        "The checklist that this inspection began with is not on this computer any more ({digest}). Tell your "
        "supervisor.",
    ),
    "rules.none": QT_TRANSLATE_NOOP(
        "messages",
        "No rules are set up for goods of the category {category}. Set the item aside and tell your administrator.",
    ),
    "rules.gap": QT_TRANSLATE_NOOP(
        "messages",
        "The rules have no answer for this item (table {table}). Set it aside and tell your administrator.",
    ),
    "rules.failed": QT_TRANSLATE_NOOP(
        "messages",
        "The rule {rule} cannot be worked out: {why}. Set the item aside and tell your administrator.",
    ),
    "disposition.unknown": QT_TRANSLATE_NOOP(
        "messages",
        "{disposition} is not set up as a place for goods. Press F9 to send the item elsewhere, "
        "or tell your administrator.",
    ),
    "photo.needed": QT_TRANSLATE_NOOP(
        "messages",
        "This answer needs a photo. Hold the item before the camera and press Space.",
    ),
    "photo.missing": QT_TRANSLATE_NOOP(
        "messages",
        "A photo is missing from this computer. Take it again.",
    ),
    "photo.damaged": QT_TRANSLATE_NOOP(
        "messages",
        "A photo on this computer is damaged. Take it again, and tell your administrator: the disk may be failing.",
    ),
    "photo.no_frame": QT_TRANSLATE_NOOP(
        "messages",
        "The camera gave no picture. Check that it is plugged in, then take the photo again.",
    ),
    "photo.marks": QT_TRANSLATE_NOOP(
        "messages",
        "These marks cannot be kept: a photo takes {most} at the most, all within the picture. Remove some of them.",
    ),
    "photo.none_asked": QT_TRANSLATE_NOOP(
        "messages",
        "No photo is asked for now, so the picture was not taken. Answer the question, or take a photo again (F7).",
    ),
    "photo.late": QT_TRANSLATE_NOOP(
        "messages",
        "{file} came when no photo was asked for, so it was not taken. "
        "Take it again, or drop the file here, when one is.",
    ),
    "photo.too_fast": QT_TRANSLATE_NOOP(
        "messages",
        "{waiting} photos are still being written; this one was not taken. Wait a moment, then take it again.",
    ),
    "camera.none": QT_TRANSLATE_NOOP(
        "messages",
        "No camera is set up. Codes are read with the scanner; for photos, name a camera in station.toml.",
    ),
    "camera.folder": QT_TRANSLATE_NOOP(
        "messages",
        "No camera is set up. When the inspection asks for a photo, a new picture in the folder "
        "{folder} is taken as it.",
    ),
    "camera.no_frame": QT_TRANSLATE_NOOP(
        "messages",
        "The camera gives no picture. Check its cable; it is tried again by itself.",
    ),
    "camera.unavailable": QT_TRANSLATE_NOOP(
        "messages",
        "The camera {source} cannot be opened. Check its cable and that no other program uses it.",
    ),
    "picture.unusable": QT_TRANSLATE_NOOP(
        "messages",
        "This picture cannot be used. Take it again.",
    ),
    "picture.too_large": QT_TRANSLATE_NOOP(
        "messages",
        "This picture is too large. Use one with fewer pixels.",
    ),
    "picture.unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "The picture {file} cannot be read. It may be damaged, or none of JPEG, PNG, WebP and BMP; use another one.",
    ),
    "decoder.missing_library": QT_TRANSLATE_NOOP(
        "messages",
        "Reading codes by camera needs the library {library}, which is missing. Tell your administrator to "
        "install it.",
    ),
    "container.unknown": QT_TRANSLATE_NOOP(
        "messages",
        "There is no bin {code}. Scan the label of a bin at this station.",
    ),
    "container.wrong": QT_TRANSLATE_NOOP(
        "messages",
        "The bin {code} does not take this item. Put it into {bins}, and scan that one.",
    ),
}
