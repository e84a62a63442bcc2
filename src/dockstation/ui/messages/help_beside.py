"""What the screens beside the work expect: finding, queues, approving, printers, codes by hand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from dockstation.ui.messages.help_entry import Marked

BESIDE: Mapping[str, Marked] = {
    "held": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "These parcels are put aside because nobody knows their return. Choose a parcel, then "
            "scan or type the return it belongs to, and match them.",
        ),
        keys=(
            ("1–9", QT_TRANSLATE_NOOP("help", "Choose that parcel")),
            ("F4", QT_TRANSLATE_NOOP("help", "Type a code")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("1", "2", "3", "CONFIRM"),
    ),
    "labels": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "These labels wait, or nobody knows whether they came out. Choose one and look at the "
            "printer, then say what to do with it.",
        ),
        keys=(
            ("↑ ↓", QT_TRANSLATE_NOOP("help", "Another label")),
            ("F8", QT_TRANSLATE_NOOP("help", "Print it again")),
            ("F9", QT_TRANSLATE_NOOP("help", "Void it")),
            ("F7", QT_TRANSLATE_NOOP("help", "Printers")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("PRINT", "VOID", "PRINTERS", "NEXT"),
    ),
    "outbox": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "These records wait for the server, or it did not take them. Choose one to read why; a "
            "supervisor settles what was refused. Nothing is ever thrown away.",
        ),
        keys=(
            ("1–5", QT_TRANSLATE_NOOP("help", "Another part")),
            ("↑ ↓", QT_TRANSLATE_NOOP("help", "Another record")),
            ("F5", QT_TRANSLATE_NOOP("help", "Send now")),
            ("F8", QT_TRANSLATE_NOOP("help", "Send it again")),
            ("F9", QT_TRANSLATE_NOOP("help", "Take note of it")),
            ("F10", QT_TRANSLATE_NOOP("help", "Open the item")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("1", "2", "3", "NEXT", "CONFIRM"),
    ),
    "shortlist": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "This code belongs to several returns. Choose the one that fits what lies before you; "
            "those that are here already stand first.",
        ),
        keys=(
            ("1–9", QT_TRANSLATE_NOOP("help", "Choose that return")),
            ("F8", QT_TRANSLATE_NOOP("help", "None of these: ask the server")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("1", "2", "3"),
    ),
    "search": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Type what you know: goods, order, customer or the last digits of the phone. Then press "
            "Enter and choose a return by its number or a tap. A scan does as well.",
        ),
        keys=(
            ("Enter", QT_TRANSLATE_NOOP("help", "Done with typing")),
            ("1–9", QT_TRANSLATE_NOOP("help", "Choose that return")),
            ("F7", QT_TRANSLATE_NOOP("help", "Look at its history only")),
            ("F9", QT_TRANSLATE_NOOP("help", "Other words")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("1", "2", "3", "SEARCH", "HISTORY", "CONFIRM"),
    ),
    "overruling": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Choose what is to be done with this decision, or why. Nothing is chosen beforehand; "
            "going back changes nothing.",
        ),
        keys=(
            ("1–9", QT_TRANSLATE_NOOP("help", "Choose that answer")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("1", "2", "3", "CANCEL"),
    ),
    "words": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Say the reason in your own words; it is kept with the decision. Press Enter when it is complete.",
        ),
        keys=(
            ("F4", QT_TRANSLATE_NOOP("help", "Write")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("CONFIRM", "CANCEL"),
    ),
    "signing": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "A second person approves: they scan their badge and enter their PIN. The first person's "
            "decision is kept beside it.",
        ),
        keys=(
            ("0–9", QT_TRANSLATE_NOOP("help", "A digit of the PIN")),
            ("F4", QT_TRANSLATE_NOOP("help", "Type the badge")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("UNDO", "CANCEL", "CONFIRM"),
    ),
    "printers": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Choose a printer to see how it is. Change a setting by its number and print a test "
            "label to see what it did.",
        ),
        keys=(
            ("↑ ↓", QT_TRANSLATE_NOOP("help", "Another printer")),
            ("Enter", QT_TRANSLATE_NOOP("help", "Test print")),
            ("1–9", QT_TRANSLATE_NOOP("help", "Change that setting")),
            ("F7", QT_TRANSLATE_NOOP("help", "Find or add a printer")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("PRINT", "SEARCH", "NEXT"),
    ),
    "printer_question": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Answer the question about the printer: tap the answer that fits, or press its number. "
            "Going back changes nothing.",
        ),
        keys=(
            ("1–9", QT_TRANSLATE_NOOP("help", "Choose that answer")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("1", "2", "3", "CANCEL"),
    ),
    "printer_entry": Marked(
        QT_TRANSLATE_NOOP("help", "Type the value, or scan it. Enter keeps it; going back changes nothing."),
        keys=(
            ("Enter", QT_TRANSLATE_NOOP("help", "Keep it")),
            ("F4", QT_TRANSLATE_NOOP("help", "Write")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("CONFIRM", "CANCEL"),
    ),
    "people": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Everybody who may work here. Choose somebody by number or tap; people of the server are "
            "changed there. What is changed counts at once.",
        ),
        keys=(
            ("1–9", QT_TRANSLATE_NOOP("help", "Choose that answer")),
            ("Enter", QT_TRANSLATE_NOOP("help", "Add somebody")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("1", "2", "3", "CONFIRM", "CANCEL"),
    ),
    "people_entry": Marked(
        QT_TRANSLATE_NOOP("help", "Scan the badge, or type it. Then type the name as the others read it."),
        keys=(
            ("Enter", QT_TRANSLATE_NOOP("help", "Keep it")),
            ("F4", QT_TRANSLATE_NOOP("help", "Write")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("CONFIRM", "CANCEL"),
    ),
    "settings": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Choose what the setting is about, then the setting. What you give is checked and written at once; the "
            "line above says whether it counts now or after a restart.",
        ),
        keys=(
            ("1–9", QT_TRANSLATE_NOOP("help", "Choose that answer")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("1", "2", "3", "CANCEL"),
    ),
    "settings_entry": Marked(
        QT_TRANSLATE_NOOP("help", "Type the value, or scan it. Enter keeps it; going back changes nothing."),
        keys=(
            ("Enter", QT_TRANSLATE_NOOP("help", "Keep it")),
            ("F4", QT_TRANSLATE_NOOP("help", "Write")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("CONFIRM", "CANCEL"),
    ),
    "people_pin": Marked(
        QT_TRANSLATE_NOOP("help", "Enter the digits and press Enter; a new PIN is entered twice."),
        keys=(
            ("0–9", QT_TRANSLATE_NOOP("help", "A digit of the PIN")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("UNDO", "CANCEL", "CONFIRM"),
    ),
    "wizard": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "This sets the station up. Do what the step says, or go on with Enter and come back to it from the "
            "settings.",
        ),
        keys=(
            ("1–2", QT_TRANSLATE_NOOP("help", "Choose that answer")),
            ("Enter", QT_TRANSLATE_NOOP("help", "Next step")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("1", "CONFIRM", "CANCEL"),
    ),
    "camera_set_up": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Choose the camera by its number. Then move it, or the lamp, until the line below the picture says that "
            "it is sharp and light enough.",
        ),
        keys=(
            ("1–2", QT_TRANSLATE_NOOP("help", "Choose that camera")),
            ("Enter", QT_TRANSLATE_NOOP("help", "Go on")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("1", "CONFIRM", "CANCEL"),
    ),
    "history": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "This is all that happened to the item, the newest below. Choose an event to read it in "
            "full; photos open large. What other stations did is asked of the server.",
        ),
        keys=(
            ("↑ ↓", QT_TRANSLATE_NOOP("help", "Another event")),
            ("Enter", QT_TRANSLATE_NOOP("help", "Its photo, large")),
            ("F7", QT_TRANSLATE_NOOP("help", "Report as PDF")),
            ("F8", QT_TRANSLATE_NOOP("help", "Ask the server")),
            ("F10", QT_TRANSLATE_NOOP("help", "Open the item")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("NEXT", "REPORT", "CONFIRM"),
    ),
    "typing": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Type the code as it is printed below the bars; capital and small letters differ. A scan "
            "does as well and leaves this screen.",
        ),
        keys=(
            ("Enter", QT_TRANSLATE_NOOP("help", "This is the code")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Cancel")),
        ),
    ),
    "choosing": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "The picture shows several codes. Tap the one that counts, or press its number; a scan does as well.",
        ),
        keys=(
            ("1–9", QT_TRANSLATE_NOOP("help", "Choose that code")),
            ("Esc", QT_TRANSLATE_NOOP("help", "None of these")),
        ),
    ),
    "self_test": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Scan the codes of the test page one after the other, with the scanner that is to be "
            "tested. At the end the screen says what to change in it.",
        ),
        keys=(("Esc", QT_TRANSLATE_NOOP("help", "Leave")),),
    ),
}
