"""What the forks of ``forked`` would each import in their first second."""

import psycopg

from dockstation import cli
from dockstation.adapters.central import http
from dockstation.adapters.decoders import stack
from dockstation.adapters.packs import folder
from dockstation.adapters.store import unit_of_work
from dockstation.cli import backup, labels, people, rma, rules, syncing, tools
from dockstation.server import main
from dockstation.ui import messages

__all__ = [
    "backup",
    "cli",
    "folder",
    "http",
    "labels",
    "main",
    "messages",
    "people",
    "psycopg",
    "rma",
    "rules",
    "stack",
    "syncing",
    "tools",
    "unit_of_work",
]
