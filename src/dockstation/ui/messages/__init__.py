"""Codes of the core to words for people, in the language of the moment."""

from dockstation.ui.messages.arrivals import label_state, parcel_note, refusal
from dockstation.ui.messages.discrepancies import discrepancy, discrepancy_answer
from dockstation.ui.messages.evidence import fact, meaning, to_be_shown
from dockstation.ui.messages.handover import handover_note
from dockstation.ui.messages.help import help_of
from dockstation.ui.messages.history import exact_moment, happened, reasons, unit_at_server
from dockstation.ui.messages.outbox import (
    RMA_STATES,
    age,
    event_kind,
    office_verdict,
    rma_status,
    said_against,
    side,
    size,
)
from dockstation.ui.messages.printers import (
    printer_address,
    printer_language,
    printer_number,
    printer_offsets,
    printer_size,
    printer_state,
)
from dockstation.ui.messages.printing import label_kind, print_reason
from dockstation.ui.messages.returns import return_state
from dockstation.ui.messages.rulings import evidence, opinion, ruled, table
from dockstation.ui.messages.sentences import sentence
from dockstation.ui.messages.settings import (
    checked,
    setting,
    setting_choice,
    setting_group,
    setting_value,
    without_password,
)
from dockstation.ui.messages.words import (
    doubted,
    doubts,
    moment,
    money,
    resolution,
    responsibility,
    return_type,
    role,
    scan_kind,
    section,
    severity,
    unit_state,
)

__all__ = [
    "RMA_STATES",
    "age",
    "checked",
    "discrepancy",
    "discrepancy_answer",
    "doubted",
    "doubts",
    "event_kind",
    "evidence",
    "exact_moment",
    "fact",
    "handover_note",
    "happened",
    "help_of",
    "label_kind",
    "label_state",
    "meaning",
    "moment",
    "money",
    "office_verdict",
    "opinion",
    "parcel_note",
    "print_reason",
    "printer_address",
    "printer_language",
    "printer_number",
    "printer_offsets",
    "printer_size",
    "printer_state",
    "reasons",
    "refusal",
    "resolution",
    "responsibility",
    "return_state",
    "return_type",
    "rma_status",
    "role",
    "ruled",
    "said_against",
    "scan_kind",
    "section",
    "sentence",
    "setting",
    "setting_choice",
    "setting_group",
    "setting_value",
    "severity",
    "side",
    "size",
    "table",
    "to_be_shown",
    "unit_at_server",
    "unit_state",
    "without_password",
]
