"""What the outbox holds and what the server said of it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import shown
from dockstation.ui.messages.sentences import sentence

LONGEST = 200
_KINDS = {
    "ParcelArrived": QT_TRANSLATE_NOOP("outbox", "Parcel taken in"),
    "ParcelConditionNoted": QT_TRANSLATE_NOOP("outbox", "Parcel's condition noted"),
    "ParcelWeighed": QT_TRANSLATE_NOOP("outbox", "Parcel weighed"),
    "ParcelPhotographed": QT_TRANSLATE_NOOP("outbox", "Parcel photographed"),
    "ParcelOpened": QT_TRANSLATE_NOOP("outbox", "Parcel opened"),
    "ParcelClosed": QT_TRANSLATE_NOOP("outbox", "Parcel closed"),
    "ParcelHeld": QT_TRANSLATE_NOOP("outbox", "Parcel put aside"),
    "ParcelMatched": QT_TRANSLATE_NOOP("outbox", "Parcel matched to a return"),
    "ParcelRefused": QT_TRANSLATE_NOOP("outbox", "Parcel refused at the door"),
    "RmaAdded": QT_TRANSLATE_NOOP("outbox", "Another return in the parcel"),
    "DiscrepancyFound": QT_TRANSLATE_NOOP("outbox", "Problem recorded"),
    "DiscrepancyWithdrawn": QT_TRANSLATE_NOOP("outbox", "Problem withdrawn"),
    "UnitReceived": QT_TRANSLATE_NOOP("outbox", "Item counted"),
    "UnitVoided": QT_TRANSLATE_NOOP("outbox", "Item voided"),
    "UnitHandedOver": QT_TRANSLATE_NOOP("outbox", "Item handed over"),
    "UnitTakenOver": QT_TRANSLATE_NOOP("outbox", "Item taken over"),
    "InspectionStarted": QT_TRANSLATE_NOOP("outbox", "Inspection begun"),
    "QuestionAnswered": QT_TRANSLATE_NOOP("outbox", "Question answered"),
    "AnswerWithdrawn": QT_TRANSLATE_NOOP("outbox", "Answer withdrawn"),
    "PhotoTaken": QT_TRANSLATE_NOOP("outbox", "Photo taken"),
    "PhotoDiscarded": QT_TRANSLATE_NOOP("outbox", "Photo discarded"),
    "PhotoMarked": QT_TRANSLATE_NOOP("outbox", "Photo marked"),
    "InspectionCompleted": QT_TRANSLATE_NOOP("outbox", "Inspection decided"),
    "DecisionApproved": QT_TRANSLATE_NOOP("outbox", "Decision approved"),
    "DispositionOverridden": QT_TRANSLATE_NOOP("outbox", "Decision overridden"),
    "DecisionVoided": QT_TRANSLATE_NOOP("outbox", "Decision voided"),
    "SecondOpinionGiven": QT_TRANSLATE_NOOP("outbox", "Second opinion given"),
    "SecondOpinionWaived": QT_TRANSLATE_NOOP("outbox", "Second opinion waived"),
    "ContainerFull": QT_TRANSLATE_NOOP("outbox", "Bin called full"),
    "ContainerEmptied": QT_TRANSLATE_NOOP("outbox", "Bin exchanged"),
    "PersonAdded": QT_TRANSLATE_NOOP("outbox", "Person added"),
    "PersonRoleChanged": QT_TRANSLATE_NOOP("outbox", "Role changed"),
    "PersonPinReset": QT_TRANSLATE_NOOP("outbox", "PIN reset"),
    "PersonBarred": QT_TRANSLATE_NOOP("outbox", "Person let go"),
    "PersonAdmitted": QT_TRANSLATE_NOOP("outbox", "Person works here again"),
    "LabelQueued": QT_TRANSLATE_NOOP("outbox", "Label queued"),
    "LabelSent": QT_TRANSLATE_NOOP("outbox", "Label printed"),
    "LabelConfirmed": QT_TRANSLATE_NOOP("outbox", "Label confirmed"),
    "LabelFailed": QT_TRANSLATE_NOOP("outbox", "Label not printed"),
    "LabelMoved": QT_TRANSLATE_NOOP("outbox", "Label moved to another printer"),
    "LabelVoided": QT_TRANSLATE_NOOP("outbox", "Label voided"),
    "UnitPutAway": QT_TRANSLATE_NOOP("outbox", "Item put away"),
}
_PROBLEMS = {
    "foreign_station": QT_TRANSLATE_NOOP(
        "outbox",
        "The record bears another station's name. The administrator must enrol this station under that name.",
    ),
    "schema": QT_TRANSLATE_NOOP(
        "outbox",
        "The server is older than this station and does not know this record. Update the server, then try again.",
    ),
    "hash": QT_TRANSLATE_NOOP(
        "outbox",
        "The record is not what its seal says: it was changed. Tell the administrator; keep the data folder.",
    ),
    "seq": QT_TRANSLATE_NOOP(
        "outbox",
        "The server has another record in this place: an old copy of the data was used. Tell the administrator.",
    ),
    "event_conflict": QT_TRANSLATE_NOOP(
        "outbox", "The server has this record with another content. Tell the administrator; keep the data folder."
    ),
    "body": QT_TRANSLATE_NOOP(
        "outbox", "The server cannot read this record. Have server and station brought up to date, then try again."
    ),
    "invalid": QT_TRANSLATE_NOOP(
        "outbox", "The server cannot read this record. Have server and station brought up to date, then try again."
    ),
    "chain": QT_TRANSLATE_NOOP(
        "outbox", "The record does not fit those before and after it. The server has it; tell the administrator."
    ),
    "second_outcome": QT_TRANSLATE_NOOP(
        "outbox",
        "Another station came to another result for this item, and that one counts. Look which one is right.",
    ),
    "rma_unknown": QT_TRANSLATE_NOOP(
        "outbox", "The server knows no such return. No refund follows; ask the office whose item this is."
    ),
    "rma_cancelled": QT_TRANSLATE_NOOP(
        "outbox", "The return was cancelled meanwhile. No refund follows by itself; the office decides."
    ),
    "rma_refunded": QT_TRANSLATE_NOOP(
        "outbox", "The return was refunded already. No refund follows by itself; the office decides."
    ),
    "rma_changed": QT_TRANSLATE_NOOP(
        "outbox", "The return has changed in what the decision rests on. Look whether it is still right."
    ),
    "no_outcome": QT_TRANSLATE_NOOP(
        "outbox", "The server knows no decision of this station that could be changed. Look what the item says now."
    ),
}
_VERDICTS = {
    "accepted": QT_TRANSLATE_NOOP("outbox", "it counts"),
    "put_aside": QT_TRANSLATE_NOOP("outbox", "it does not count"),
    "noted": QT_TRANSLATE_NOOP("outbox", "noted"),
    "done": QT_TRANSLATE_NOOP("outbox", "put right by hand"),
    "send_again": QT_TRANSLATE_NOOP("outbox", "to be sent again"),
}
_SIDES = {
    "station": QT_TRANSLATE_NOOP("outbox", "Station"),
    "grade": QT_TRANSLATE_NOOP("outbox", "Grade"),
    "serial": QT_TRANSLATE_NOOP("outbox", "Serial number"),
    "disposition": QT_TRANSLATE_NOOP("outbox", "Disposition"),
    "rma": QT_TRANSLATE_NOOP("outbox", "Return"),
    "version": QT_TRANSLATE_NOOP("outbox", "Version"),
    "status": QT_TRANSLATE_NOOP("outbox", "State"),
}
RMA_STATES = {
    "approved": QT_TRANSLATE_NOOP("outbox", "open"),
    "cancelled": QT_TRANSLATE_NOOP("outbox", "cancelled"),
    "refunded": QT_TRANSLATE_NOOP("outbox", "refunded"),
}


def _word(table: Mapping[str, object], code: str) -> str:
    return QCoreApplication.translate("outbox", str(table[code])) if code in table else shown(code)


def event_kind(code: str) -> str:
    """What happened."""
    return _word(_KINDS, code)


def said_against(problem: Mapping[str, Any]) -> str:
    """What the server said against a record and what to do; its own title where there are no words for it."""
    urn = str(problem.get("type", "")).rpartition(":")[2]
    if urn in _PROBLEMS:
        return _word(_PROBLEMS, urn)
    if code := problem.get("code"):
        facts = {str(name): value for name, value in problem.items() if name not in ("code", "self")}
        return sentence(DockstationError(str(code), **facts))
    told = shown(str(problem.get("title", "")) or "…", LONGEST)
    return QCoreApplication.translate("outbox", "The server says: {0}").format(told)


def side(name: str) -> str:
    """What is compared."""
    return _word(_SIDES, name)


def office_verdict(code: str) -> str:
    """What the office made of an event."""
    return _word(_VERDICTS, code)


def rma_status(code: str) -> str:
    """Where a return stands at the server."""
    return _word(RMA_STATES, code) if code else ""


def age(minutes: int) -> str:
    """How long something has waited."""
    if minutes < 120:
        return QCoreApplication.translate("outbox", "{0} min").format(minutes)
    if minutes < 48 * 60:
        return QCoreApplication.translate("outbox", "{0} h").format(minutes // 60)
    return QCoreApplication.translate("outbox", "{0} days").format(minutes // (24 * 60))


def size(count: int) -> str:
    """Bytes as people read them."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000)) if count else 0} kB"
    return f"{count / 1_000_000:.1f} MB"
