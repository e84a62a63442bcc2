"""Error codes to sentences: what was wrong, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import shown
from dockstation.ui.messages.arrivals import ARRIVALS
from dockstation.ui.messages.backups import BACKUPS
from dockstation.ui.messages.central import CENTRAL
from dockstation.ui.messages.counting import COUNTING
from dockstation.ui.messages.devices import DEVICES
from dockstation.ui.messages.discrepancies import DISCREPANCIES
from dockstation.ui.messages.goods import GOODS
from dockstation.ui.messages.handover import HANDOVER
from dockstation.ui.messages.holding import HOLDING
from dockstation.ui.messages.labels import LABELS
from dockstation.ui.messages.policy import POLICY
from dockstation.ui.messages.printers import PRINTERS
from dockstation.ui.messages.printing import PRINTING
from dockstation.ui.messages.rulings import RULINGS
from dockstation.ui.messages.station import STATION
from dockstation.ui.messages.words import role

SENTENCES = {
    **ARRIVALS, **BACKUPS, **CENTRAL, **COUNTING, **DEVICES, **DISCREPANCIES, **GOODS, **HANDOVER, **HOLDING,
    **LABELS, **POLICY, **PRINTERS, **PRINTING, **RULINGS, **STATION,
}  # fmt: skip
UNKNOWN = QT_TRANSLATE_NOOP(
    "messages", "This did not work ({code}). Try again; if it stays, tell your supervisor this code."
)
LONGEST_FACT = 80
PATHS = ("file", "folder", "log", "source")


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def sentence(error: DockstationError) -> str:
    """What went wrong and what to do, in the language of the moment; a general one for a code without its own."""
    facts = _Facts({name: _fitting(name, str(value)) for name, value in error.facts.items()})
    if "role" in facts:
        facts["role"] = role(facts["role"])
    if error.code not in SENTENCES:
        facts["code"] = error.code
    template = str(SENTENCES.get(error.code, UNKNOWN))
    return QCoreApplication.translate("messages", template).format_map(facts)


def _fitting(name: str, value: str) -> str:
    """As long as the banner has room for; of a path the end says most."""
    if name in PATHS and len(value) > LONGEST_FACT:
        return "…" + shown(value[1 - LONGEST_FACT :], LONGEST_FACT)
    return shown(value, LONGEST_FACT)
