"""Accounts of the server's page, made on the server's machine."""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace
from contextlib import closing

from dockstation.cli.commands import DATABASE_URL, config
from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import shown
from dockstation.settings import load_server

ROLES = ("viewer", "office", "administrator")


def user_add(options: Namespace) -> int:
    """Make an account, also while the server runs; the password is asked for twice, or read from standard input."""
    database = options.database_url or os.environ.get(DATABASE_URL) or load_server(config(options)).database_url
    if options.data is None and not database:
        options.wrong_usage("one of the arguments --data --database-url is required")
    try:
        from dockstation.server.problems import Problem
        from dockstation.server.store.database import Database
        from dockstation.server.web.passwords import Passwords
        from dockstation.server.web.people import People
    except ModuleNotFoundError as error:
        raise DockstationError("server.not_installed", library=str(error.name)) from error

    with closing(Database(database or options.data / "server.db")) as opened:
        try:
            People(opened, Passwords()).add(options.name, options.role, _password(), options.zone)
        except Problem as problem:
            sys.stderr.write(f"dockstation: {problem.content['title']}\n")
            return 1
    sys.stdout.write(f"{shown(options.name)} may log in as {options.role}\n")
    return 0


def _password() -> str:
    from dockstation.server.problems import Problem

    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass.getpass("Password: ")
    if typed != getpass.getpass("Again: "):
        raise Problem(422, "again", "The two passwords differ")
    return typed
