"""The commands about people: a PIN's hash, and how far inspectors agree."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace
from dataclasses import asdict

from dockstation.application.manage_people import PIN
from dockstation.bootstrap import locked, open_store
from dockstation.bootstrap.after import open_pins
from dockstation.cli.commands import place, show
from dockstation.domain.errors import DockstationError


def people_pin(_options: Namespace) -> int:
    """Print what to write behind ``pin =``; the PIN itself is asked for twice, or read from standard input."""
    typed = (
        [getpass.getpass("PIN: "), getpass.getpass("PIN: ")] if sys.stdin.isatty() else [sys.stdin.readline().strip()]
    )
    if len(set(typed)) != 1 or not PIN.fullmatch(typed[0]):
        raise DockstationError("pin.digits")
    sys.stdout.write(f'pin = "{open_pins().hashed(typed[0])}"\n')
    return 0


def people_first(options: Namespace) -> int:
    """Print the code by which the first administrator comes in; it is kept nowhere, and another one ends it."""
    from dockstation.bootstrap.people import open_manage_people

    with locked(place(options)) as here:
        store = open_store(here)
        try:
            code = open_manage_people(here, store).first_code()
        finally:
            store.close()
    sys.stdout.write(f"{code}\n")
    return 0


def agreement(options: Namespace) -> int:
    """Each question's and each inspector's rate, and kappa beside it."""
    from dockstation.application.agreement import Agreement

    store = open_store(place(options))
    try:
        found = Agreement(store)(options.since)
    finally:
        store.close()
    if options.json:
        show(asdict(found))
        return 0
    sys.stdout.write(f"units: {found.units}\n")
    for name, each in (*found.questions.items(), *found.inspectors.items()):
        kappa = "-" if each.kappa is None else f"{each.kappa:.2f}"
        sys.stdout.write(f"{name}: {each.agreed}/{each.count} {each.rate:.0%} kappa {kappa}\n")
    return 0
