"""The commands for labels and codes to print."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dockstation.bootstrap import Place, open_command_sheet, open_labels
from dockstation.bootstrap.syncing import open_packs, open_roster
from dockstation.cli.commands import config, in_words, place
from dockstation.cli.writing import write_whole
from dockstation.domain.commands import commands
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap
from dockstation.domain.policy import PolicyBook
from dockstation.domain.text import Text
from dockstation.settings.policy import load_policy

if TYPE_CHECKING:
    from dockstation.labels.command_sheet import Card

LARGEST_CONTENT = 1024 * 1024
STANDARD_INPUT = Path("-")


def render(options: Namespace) -> int:
    """Draw one label into a file, which is there whole or not at all."""
    from dockstation.labels.content import content_from_json

    content = content_from_json(_content(options.content))
    here = Place(options.out.parent, config(options))
    labels = open_labels(here, PolicyBook(load_policy(here.folders)), options.language)
    if options.format == "pdf":
        drawn = labels.pdf(content, options.layout)
    else:
        drawn = _as_file(options.format, labels.bitmap(content, options.layout, options.dpi))
    write_whole(options.out, drawn)
    return 0


def _content(path: Path) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST_CONTENT + 1)
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_CONTENT + 1)
    except OSError as error:
        raise DockstationError("settings.unreadable", file=str(path), why=str(error.strerror)) from error


def _as_file(kind: str, bitmap: Bitmap) -> bytes:
    from dockstation.adapters.printers.zpl import encode_z64
    from dockstation.labels.png import png

    return encode_z64(bitmap) if kind == "zpl" else png(bitmap)


def check(options: Namespace) -> int:
    """Say every mistake of the files on standard error; 1 when there is one."""
    here = Place(Path(), config(options))
    labels = open_labels(here, PolicyBook(load_policy(here.folders)))
    files = options.files or sorted(labels.book.files().values())
    found = [error for file in files for error in labels.problems(file)]
    for error in found:
        sys.stderr.write(f"dockstation: {in_words(error)}\n")
    sys.stdout.write(f"{len(files)} layouts, {len(found)} mistakes\n")
    return 1 if found else 0


def sheet(options: Namespace) -> int:
    """Write cards with codes as PDF: commands, or badges and containers where they are asked for."""
    here = place(options)
    cards: list[Card] = [
        *(_badges(here) if options.badges else ()),
        *(_containers(here) if options.containers else ()),
    ]
    if not options.badges and not options.containers:
        cards = list(_commands())
    write_whole(options.out, open_command_sheet().pages(cards, options.language))
    return 0


def _commands() -> Sequence[Card]:
    from dockstation.labels.command_sheet import Card

    return [Card(each.code, each.called, each.pictogram, each.word.removeprefix("Q")) for each in commands()]


def _badges(here: Place) -> Sequence[Card]:
    from dockstation.labels.command_sheet import Card

    people = open_roster(here, open_packs(here)).book.current.operators.values()
    return [Card(f"DSID-{each.badge}", Text({"en": each.name}), "person") for each in people]


def _containers(here: Place) -> Sequence[Card]:
    from dockstation.labels.command_sheet import Card

    places = load_policy(here.folders).dispositions.values()
    return [Card(f"DSBIN-{name}", place.word, place.pictogram) for place in places for name in place.bins]
