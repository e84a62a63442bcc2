"""What ``dockstation doctor`` looks at, and how each fault is mended."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

from dockstation.bootstrap import (
    FONT,
    Place,
    open_camera,
    open_central,
    open_labels,
    open_printers,
    open_still_decoder,
    open_store,
)
from dockstation.cli.commands import in_words
from dockstation.domain.errors import DockstationError
from dockstation.settings import load_policy, load_printers, shipped


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was seen, and what to do where it is not well."""

    name: str
    ok: bool
    says: str
    do: str = ""

    def as_dict(self) -> dict[str, str | bool]:
        """The check as JSON shows it."""
        return asdict(self)


def checks(place: Place) -> Iterator[Check]:
    """Every check, in the order in which a fault would hinder the next."""
    yield Check("python", sys.version_info >= (3, 11), platform.python_version(), "Install Python 3.11 or newer.")
    for name, look in (
        ("config", _config),
        ("data", _data),
        ("font", _font),
        ("labels", _labels),
        ("decoders", _decoders),
        ("camera", _camera),
        ("server", _server),
    ):
        yield _look(name, place, look)
    yield from _printers(place)


def _look(name: str, place: Place, look: Callable[[Place], str]) -> Check:
    try:
        return Check(name, True, look(place))
    except DockstationError as error:
        return Check(name, False, error.code, in_words(error))


def _config(place: Place) -> str:
    place.settings()
    load_printers(place.folders)
    policy = load_policy(place.folders)
    own = f", own files first from {place.folders.own}" if place.folders.own else ""
    return f"{len(policy.checklists)} checklists, {len(policy.rule_books)} rule books{own}"


def _data(place: Place) -> str:
    open_store(place).close()
    return str(place.data)


def _font(_place: Place) -> str:
    font = shipped("resources") / FONT
    if not font.is_file():
        raise DockstationError("settings.no_file", file=str(font))
    return font.name


def _labels(place: Place) -> str:
    open_labels(place)
    return f"layout {place.settings().labels.layout}"


def _decoders(_place: Place) -> str:
    open_still_decoder()
    return "zxing-cpp and ZBar"


def _camera(place: Place) -> str:
    source = place.settings().camera.source
    if not source:
        return "none set"
    camera = open_camera(place)
    camera.open()
    try:
        if camera.read() is None:
            raise DockstationError("camera.no_frame")
    finally:
        camera.close()
    return source


def _server(place: Place) -> str:
    central = open_central(place)
    if central is None:
        raise DockstationError("enrol.needed")
    central.pull_rmas("")
    return place.settings().server.url


def _printers(place: Place) -> Iterator[Check]:
    try:
        printers = open_printers(place)
    except DockstationError as error:
        yield Check("printer", False, error.code, in_words(error))
        return
    for name, printer in printers.items():
        state = printer.status()
        yield Check(
            f"printer {name}", state == "ready", state.value, f"Look at the printer and printers.toml ({name})."
        )
