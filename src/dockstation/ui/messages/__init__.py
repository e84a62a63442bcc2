"""Codes of the core to words for people, in the language of the moment."""

from dockstation.ui.messages.discrepancies import discrepancy, discrepancy_answer
from dockstation.ui.messages.returns import return_state
from dockstation.ui.messages.sentences import sentence
from dockstation.ui.messages.words import (
    moment,
    money,
    resolution,
    responsibility,
    return_type,
    scan_kind,
    section,
    severity,
    unit_state,
)

__all__ = [
    "discrepancy",
    "discrepancy_answer",
    "moment",
    "money",
    "resolution",
    "responsibility",
    "return_state",
    "return_type",
    "scan_kind",
    "section",
    "sentence",
    "severity",
    "unit_state",
]
