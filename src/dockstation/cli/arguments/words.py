"""What commands have in common."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

Words: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse names it no other way


def at_station(words: Words, name: str, text: str) -> argparse.ArgumentParser:
    """A command that is given a station's data folder and its config."""
    command = words.add_parser(name, help=text, description=text)
    command.add_argument("--data", type=Path, metavar="DIR", help="the station's data folder")
    command.add_argument(
        "--config", type=Path, metavar="DIR", help="a folder whose files override the shipped config"
    )
    return command


def add_publisher(command: argparse.ArgumentParser) -> None:
    """What publishing at the server needs."""
    command.add_argument("--dry-run", action="store_true", help="say what would change, change nothing")
    command.add_argument("--url", required=True, help="the server's address")
    command.add_argument("--token-file", required=True, type=Path, metavar="F", help="the administrator's token")
    command.add_argument("--by", required=True, metavar="NAME", help="who does it")
