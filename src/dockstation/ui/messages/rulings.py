"""What can go wrong after the rules have decided, and the words for evidence and second opinions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from dockstation.ui.messages.words import resolution, responsibility

RULINGS = {
    "ruling.reason": QT_TRANSLATE_NOOP("messages", "Choose one of the reasons on the screen; nothing was changed."),
    "ruling.unchanged": QT_TRANSLATE_NOOP(
        "messages", "That is what stands already. Choose what is to be otherwise; nothing was changed."
    ),
    "ruling.words": QT_TRANSLATE_NOOP(
        "messages", "A reason needs words, at most {most} characters on one line. Write it; nothing was changed."
    ),
    "ruling.late": QT_TRANSLATE_NOOP(
        "messages", "{lpn} is put away already: its decision stands. Nothing was changed."
    ),
    "ruling.sum": QT_TRANSLATE_NOOP(
        "messages", "A refund in part needs the part that is kept back. Choose one with its percentage."
    ),
    "decision.unapproved": QT_TRANSLATE_NOOP(
        "messages",
        "{lpn} waits for a second person's approval: badge and PIN. Until then it gets no label and no bin.",
    ),
    "opinion.wanted": QT_TRANSLATE_NOOP(
        "messages",
        "{lpn} waits for a second inspector. Leave it for somebody else, or ask a supervisor to waive it.",
    ),
    "opinion.same_person": QT_TRANSLATE_NOOP(
        "messages", "{name} has inspected {lpn}, or seen what was found. The second opinion is for somebody else."
    ),
    "history.blind": QT_TRANSLATE_NOOP(
        "messages", "{lpn} waits for a second inspector, who must not see what the first one found. Look again later."
    ),
    "opinion.none": QT_TRANSLATE_NOOP(
        "messages", "{lpn} waits for no second opinion (any more). Scan it to see where it stands."
    ),
    "approval.same_person": QT_TRANSLATE_NOOP(
        "messages", "{name} cannot sign for what {name} did. Another person has to sign, with badge and PIN."
    ),
    "pin.none": QT_TRANSLATE_NOOP(
        "messages", "{name} has no PIN at this station and cannot sign. The administrator can set one."
    ),
    "pin.wrong": QT_TRANSLATE_NOOP("messages", "This is not {name}'s PIN. Nothing was changed; try again."),
    "pin.wrong_wait": QT_TRANSLATE_NOOP(
        "messages", "This is not {name}'s PIN. Nothing was changed; the next try is possible in {seconds} s."
    ),
    "pin.wait": QT_TRANSLATE_NOOP(
        "messages", "Too many wrong PINs of {name}. Try again in {seconds} s, or let another person sign."
    ),
    "pin.digits": QT_TRANSLATE_NOOP(
        "messages", "A PIN has four to twelve digits. Choose one that cannot be guessed, and type it twice alike."
    ),
    "print.stale": QT_TRANSLATE_NOOP(
        "messages", "This label tells of a decision that stands no more. Print the new one; throw the old one away."
    ),
    "container.no_unit": QT_TRANSLATE_NOOP(
        "messages", "Scan the label on the item first; then the screen names its bin, and {code} can be scanned."
    ),
    "report.undecided": QT_TRANSLATE_NOOP(
        "messages", "{lpn} was never decided, so there is nothing to report. Finish its inspection first."
    ),
    "report.exists": QT_TRANSLATE_NOOP(
        "messages",
        "{file} is there already and was left as it is. Choose another name, or say --overwrite for a file.",
    ),
    "container.full": QT_TRANSLATE_NOOP(
        "messages", "The bin {code} is full. Put the item into {bins}, or exchange the bin and scan DSCMD-EMPTIED."
    ),
    "container.all_full": QT_TRANSLATE_NOOP(
        "messages",
        "The bin {code} is full, and so are the others. Exchange one, scan DSCMD-EMPTIED and then its code.",
    ),
}
_EVIDENCE = {
    "photo_parcel": QT_TRANSLATE_NOOP("words", "photo of the parcel"),
    "photo_unit": QT_TRANSLATE_NOOP("words", "photo of the item"),
    "photo_defect": QT_TRANSLATE_NOOP("words", "photo of each defect"),
    "serial": QT_TRANSLATE_NOOP("words", "serial number"),
    "weight": QT_TRANSLATE_NOOP("words", "weight"),
}
_OPINIONS = {
    "wanted": QT_TRANSLATE_NOOP("words", "Second opinion"),
    "differs": QT_TRANSLATE_NOOP("words", "Opinions differ"),
}
_TABLES = {
    "grade": QT_TRANSLATE_NOOP("words", "Grade"),
    "disposition": QT_TRANSLATE_NOOP("words", "Disposition"),
    "responsibility": QT_TRANSLATE_NOOP("words", "Responsibility"),
    "resolution": QT_TRANSLATE_NOOP("words", "Advice"),
    "freight": QT_TRANSLATE_NOOP("words", "Freight"),
}


def _word(table: dict[str, object], code: str) -> str:
    return QCoreApplication.translate("words", str(table[code])) if code in table else code


def evidence(code: str) -> str:
    """What a claim needs."""
    return _word(_EVIDENCE, code)


def opinion(code: str) -> str:
    """Where a second opinion stands, "" where nobody has to do anything."""
    return _word(_OPINIONS, code) if code in _OPINIONS else ""


def table(code: str) -> str:
    """What a table of rules decides."""
    return _word(_TABLES, code)


def ruled(table_: str, value: str, dispositions: Mapping[str, str]) -> str:
    """What a table has decided; ``dispositions`` are words by code."""
    if table_ == "resolution":
        return resolution(value)
    return dispositions.get(value, value) if table_ == "disposition" else responsibility(value)
