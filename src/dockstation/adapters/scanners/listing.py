"""Which scanners could be plugged in: every serial port and every keyboard, as station.toml would name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from serial.tools.list_ports_common import ListPortInfo

from dockstation.adapters.scanners.inputs import HERE, Keyboard, Roots, keyboards, links
from dockstation.adapters.scanners.ports import serial_ports, usb_id

MAKERS = {
    "05e0": "Zebra",
    "0c2e": "Honeywell",
    "05f9": "Datalogic",
    "1eab": "Newland",
    "065a": "Opticon",
    "11fa": "Code",
}
"""Makers of scanners by their USB vendor id, as in the udev rule."""


@dataclass(frozen=True, slots=True)
class Attached:
    """``kind`` and ``device`` are what station.toml wants; ``usb`` is ``vid:pid`` or "".

    ``maker`` is "" unless the device comes from a known maker of scanners.
    """

    kind: str
    device: str
    description: str
    usb: str
    maker: str


def attached(roots: Roots = HERE) -> tuple[Attached, ...]:
    """Serial ports, then keyboards; those of known makers of scanners first. Opens no device."""
    every = [*_serial(serial_ports(), roots), *_hid(keyboards(roots))]
    return tuple(sorted(every, key=lambda each: not each.maker))


def _serial(ports: Iterable[ListPortInfo], roots: Roots) -> list[Attached]:
    lasting = links(roots.dev / "serial" / "by-id")
    return [
        _attached("serial", lasting.get(each.device, each.device), each.description or "", usb_id(each))
        for each in ports
    ]


def _hid(there: Iterable[Keyboard]) -> list[Attached]:
    return [_attached("hid", each.lasting or each.path, each.description, each.usb) for each in there]


def _attached(kind: str, device: str, description: str, usb: str) -> Attached:
    shown = "" if description == "n/a" else description
    return Attached(kind, device, shown, usb, MAKERS.get(usb.partition(":")[0], ""))
