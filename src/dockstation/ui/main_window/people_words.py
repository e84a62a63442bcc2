"""What is asked and said about the people of the station."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from dockstation.domain.operator import Role
from dockstation.domain.people import Person
from dockstation.ui import messages
from dockstation.ui.screens.ask import Asked
from dockstation.ui.screens.entry import Entry

ADD = "add"


def listed(people: Sequence[Person]) -> Asked:
    """Everybody with role and state."""
    title = QCoreApplication.translate("People", "People: {0}").format(len(people))
    text = QCoreApplication.translate("People", "Choose somebody to change role or PIN, or to let go.")
    add = QCoreApplication.translate("People", "Add somebody")
    return Asked(title, text, tuple((each.operator.badge, line(each)) for each in people), primary=(ADD, add))


def line(person: Person) -> str:
    """Name, role and state."""
    parts = [person.operator.name or person.operator.badge, messages.role(person.operator.role)]
    if not person.may_work:
        parts.append(QCoreApplication.translate("People", "works here no more"))
    elif not person.pin:
        parts.append(QCoreApplication.translate("People", "no PIN"))
    if person.published:
        parts.append(QCoreApplication.translate("People", "from the server"))
    return " · ".join(parts)


def choices(person: Person) -> Asked:
    """What may be changed about somebody."""
    role = QCoreApplication.translate("People", "Another role")
    pin = QCoreApplication.translate("People", "New PIN")
    stop = QCoreApplication.translate("People", "Let go: no sign-in any more")
    back = QCoreApplication.translate("People", "Let work here again")
    last = ("stop", stop) if person.may_work else ("again", back)
    return Asked(line(person), answers=(("role", role), ("pin", pin), last))


def roles(name: str) -> Asked:
    """All roles."""
    title = QCoreApplication.translate("People", "What may {0} do?").format(name)
    what = {
        Role.CLERK: QCoreApplication.translate("People", "receives parcels, puts items away"),
        Role.INSPECTOR: QCoreApplication.translate("People", "also inspects and decides"),
        Role.SUPERVISOR: QCoreApplication.translate("People", "also approves, voids and settles"),
        Role.ADMINISTRATOR: QCoreApplication.translate("People", "also sets up, and says who works here"),
    }
    return Asked(title, answers=tuple((each.value, f"{messages.role(each)} · {text}") for each, text in what.items()))


def new_pin(name: str) -> tuple[str, str]:
    """For the page of digits."""
    title = QCoreApplication.translate("People", "New PIN of {0}").format(name)
    return title, QCoreApplication.translate("People", "Enter four to twelve digits")


def first_code() -> tuple[str, str]:
    """The same for the code of the first administrator."""
    title = QCoreApplication.translate("People", "First administrator")
    return title, QCoreApplication.translate("People", "Enter the code that was shown once")


def code_once(code: str) -> Asked:
    """The code, to be written down."""
    title = " ".join(code[at : at + 4] for at in range(0, len(code), 4))
    text = QCoreApplication.translate(
        "People",
        "Write this code down: it is shown this once. Whoever enters it becomes the first administrator of this "
        "station, with badge and PIN.",
    )
    return Asked(title, text, primary=("go", QCoreApplication.translate("People", "Written down")))


def badge() -> Entry:
    """A new badge."""
    hint = QCoreApplication.translate("People", "Scan the badge, or type what stands on it behind DSID-.")
    return Entry(QCoreApplication.translate("People", "Badge"), hint)


def name() -> Entry:
    """The wearer's name."""
    hint = QCoreApplication.translate("People", "As the others call this person; it stands on labels.")
    return Entry(QCoreApplication.translate("People", "Name"), hint)
