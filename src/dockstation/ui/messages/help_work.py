"""What the screens of the work expect: parcels, items, decisions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from dockstation.ui.messages.help_entry import Marked

AT_WORK: Mapping[str, Marked] = {
    "start": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "The station is starting. If it cannot, the sentence on the screen says why; when that "
            "is mended, try again.",
        ),
        keys=(("Enter", QT_TRANSLATE_NOOP("help", "Try again")),),
    ),
    "badge": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Scan your badge to begin. Whoever scans a badge works here until the next person scans theirs.",
        ),
    ),
    "entrance": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Scan your badge; where a PIN is asked for, enter it and press Enter. What was under way "
            "is kept below this page.",
        ),
        keys=(
            ("0–9", QT_TRANSLATE_NOOP("help", "A digit of the PIN")),
            ("F4", QT_TRANSLATE_NOOP("help", "Type the badge")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("UNDO", "CANCEL", "CONFIRM"),
    ),
    "typing_badge": Marked(
        QT_TRANSLATE_NOOP("help", "Type the code of your badge; capital and small letters differ."),
        keys=(
            ("Enter", QT_TRANSLATE_NOOP("help", "This is the code")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Cancel")),
        ),
    ),
    "person": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Lock the station while you are away: your badge brings everything back. Or sign out: "
            "what is begun waits in the list for whoever takes it up.",
        ),
        keys=(
            ("1", QT_TRANSLATE_NOOP("help", "Lock")),
            ("2", QT_TRANSLATE_NOOP("help", "Sign out")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("LOCK", "SIGNOUT"),
    ),
    "home": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Scan the parcel's return label, or hold it before the camera. Or take up what waits in "
            "the list: tap it, or scan the label of the item.",
        ),
        keys=(
            ("↑ ↓", QT_TRANSLATE_NOOP("help", "Mark another row of the list")),
            ("Enter", QT_TRANSLATE_NOOP("help", "Take up the marked row")),
            ("1–6", QT_TRANSLATE_NOOP("help", "Show a part of the list")),
            ("F8", QT_TRANSLATE_NOOP("help", "Take parcels in")),
            ("F9", QT_TRANSLATE_NOOP("help", "Search for a return")),
            ("F4", QT_TRANSLATE_NOOP("help", "Type a code")),
            ("F10", QT_TRANSLATE_NOOP("help", "What waits for the server")),
            ("9", QT_TRANSLATE_NOOP("help", "Lock or sign out")),
            ("0", QT_TRANSLATE_NOOP("help", "Settings")),
        ),
        commands=("DOCK", "HELD", "SEARCH", "OUTBOX", "LOCK", "SETTINGS"),
    ),
    "receive": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Scan every item in the parcel; each scan counts one. What has no code is picked by "
            "name. When the parcel is empty, say that it is done.",
        ),
        keys=(
            ("Enter", QT_TRANSLATE_NOOP("help", "Inspect the item counted last")),
            ("→", QT_TRANSLATE_NOOP("help", "Done with this parcel")),
            ("F3", QT_TRANSLATE_NOOP("help", "Pick by name")),
            ("F7", QT_TRANSLATE_NOOP("help", "Undo")),
            ("F8", QT_TRANSLATE_NOOP("help", "Void a counted item")),
            ("F2", QT_TRANSLATE_NOOP("help", "Weigh")),
            ("F10", QT_TRANSLATE_NOOP("help", "Something is wrong")),
            ("←", QT_TRANSLATE_NOOP("help", "Pause")),
        ),
        commands=("CONFIRM", "NEXT", "PICK", "UNDO", "VOID", "PRINT", "PROBLEM", "WEIGH"),
    ),
    "inspect": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Look at the item and answer the question: tap the answer or press its number. Where a "
            "photo is asked for, hold the place before the camera and release.",
        ),
        keys=(
            ("1–9", QT_TRANSLATE_NOOP("help", "Give that answer")),
            ("Space", QT_TRANSLATE_NOOP("help", "The shutter, or confirm")),
            ("F2", QT_TRANSLATE_NOOP("help", "All answers so far")),
            ("F7", QT_TRANSLATE_NOOP("help", "Photos")),
            ("←", QT_TRANSLATE_NOOP("help", "The question before this one")),
            ("F9", QT_TRANSLATE_NOOP("help", "Undo the last answer")),
            ("F8", QT_TRANSLATE_NOOP("help", "Hand over to somebody else")),
        ),
        commands=("1", "2", "3", "YES", "NO", "PHOTO", "UNDO", "PAUSE"),
    ),
    "decision": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Read what the rules decided and why. Print the label, stick it on the item and scan it; "
            "then scan the bin into which the item goes.",
        ),
        keys=(
            ("Enter", QT_TRANSLATE_NOOP("help", "What the large blue button says")),
            ("F4", QT_TRANSLATE_NOOP("help", "Type the bin's code")),
            ("F3", QT_TRANSLATE_NOOP("help", "History")),
            ("F7", QT_TRANSLATE_NOOP("help", "Photos")),
            ("F9", QT_TRANSLATE_NOOP("help", "Why, and what else can be done")),
            ("F8", QT_TRANSLATE_NOOP("help", "Hand over to somebody else")),
            ("←", QT_TRANSLATE_NOOP("help", "Leave it for later")),
        ),
        commands=("CONFIRM", "PRINT", "HANDOVER", "REPORT", "HISTORY", "PAUSE", "VOID"),
    ),
    "photos": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Look at the photo and mark what matters: choose a pin, an arrow or a box and draw on "
            "the picture. The photo itself is never changed.",
        ),
        keys=(
            ("1", QT_TRANSLATE_NOOP("help", "Pin")),
            ("2", QT_TRANSLATE_NOOP("help", "Arrow")),
            ("3", QT_TRANSLATE_NOOP("help", "Box")),
            ("5", QT_TRANSLATE_NOOP("help", "Larger, smaller")),
            ("→", QT_TRANSLATE_NOOP("help", "The next photo")),
            ("F9", QT_TRANSLATE_NOOP("help", "Take it again")),
            ("F10", QT_TRANSLATE_NOOP("help", "Discard it")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("NEXT",),
    ),
    "discrepancy": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Say what differs: choose the answer that fits, and take the photos that are asked for. Then record it.",
        ),
        keys=(
            ("1–9", QT_TRANSLATE_NOOP("help", "Choose that answer")),
            ("Space", QT_TRANSLATE_NOOP("help", "Take a photo")),
            ("Enter", QT_TRANSLATE_NOOP("help", "Record it")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Leave it for now")),
        ),
        commands=("1", "2", "3", "PHOTO", "CONFIRM"),
    ),
    "dock": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Scan one parcel after the other; nothing needs to be opened. If the last one is not "
            "intact, say so at once by its button, and take the photo.",
        ),
        keys=(
            ("1–5", QT_TRANSLATE_NOOP("help", "Note the state of the last parcel")),
            ("F2", QT_TRANSLATE_NOOP("help", "Weigh it")),
            ("F3", QT_TRANSLATE_NOOP("help", "Print its label")),
            ("F4", QT_TRANSLATE_NOOP("help", "Type a code")),
            ("F8", QT_TRANSLATE_NOOP("help", "Exit")),
        ),
        commands=("1", "2", "3", "PHOTO", "PRINT", "WEIGH"),
    ),
    "asking": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Answer the question: tap the answer that fits, or press its number. Nothing is chosen "
            "beforehand; going back changes nothing.",
        ),
        keys=(
            ("1–9", QT_TRANSLATE_NOOP("help", "Choose that answer")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Back")),
        ),
        commands=("1", "2", "3", "CANCEL"),
    ),
    "problem": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Say what is wrong with this parcel: tap the kind, or press its number. The next screen "
            "asks for what proves it.",
        ),
        keys=(
            ("1–9", QT_TRANSLATE_NOOP("help", "Choose that kind")),
            ("Esc", QT_TRANSLATE_NOOP("help", "Nothing is wrong: back")),
        ),
        commands=("1", "2", "3"),
    ),
    "hand_over": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Say why somebody else goes on with this item: tap a reason. The item then waits for "
            "them, with every answer and photo.",
        ),
        keys=(
            ("1–4", QT_TRANSLATE_NOOP("help", "Choose that reason")),
            ("←", QT_TRANSLATE_NOOP("help", "Keep the item")),
        ),
        commands=("1", "2", "3"),
    ),
    "weighing": Marked(
        QT_TRANSLATE_NOOP(
            "help",
            "Put the parcel on the scale and wait until the figure stands still, or type the weight "
            "in grams. Then keep it.",
        ),
        keys=(
            ("0–9", QT_TRANSLATE_NOOP("help", "Type the weight")),
            ("F2", QT_TRANSLATE_NOOP("help", "Keep this weight")),
            ("←", QT_TRANSLATE_NOOP("help", "Leave, or erase a digit")),
        ),
        commands=("WEIGH",),
    ),
}
