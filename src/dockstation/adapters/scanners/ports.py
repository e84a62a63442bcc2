"""Which serial ports there are, and which of them a lasting name means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from serial.tools.list_ports import comports
from serial.tools.list_ports_common import ListPortInfo

_USB = re.compile(r"usb:([0-9a-f]{4}):([0-9a-f]{4})(?::(.+))?", re.IGNORECASE)


def serial_ports() -> list[ListPortInfo]:
    """All ports of this machine; none when one was pulled out amid the looking."""
    try:
        return list(comports())
    except (OSError, TypeError, ValueError):  # pyserial takes a vanished file for text
        return []


def usb_id(port: ListPortInfo) -> str:
    """``vid:pid`` in hexadecimal, "" for what is not on USB."""
    return "" if port.vid is None or port.pid is None else f"{port.vid:04x}:{port.pid:04x}"


def resolved(device: str, ports: Iterable[ListPortInfo]) -> str:
    """The path that ``device`` means: itself, or the one port that ``usb:VID:PID[:serial number]`` names.

    LookupError says why there is no such port, or more than one.
    """
    if not device.lower().startswith("usb:"):
        return device
    wanted = _USB.fullmatch(device)
    if wanted is None:
        raise LookupError("it must be written usb:VID:PID or usb:VID:PID:SERIAL, such as usb:05e0:1701")
    vendor_product = f"{wanted[1]}:{wanted[2]}".lower()
    found = [
        each.device for each in ports if usb_id(each) == vendor_product and wanted[3] in (None, each.serial_number)
    ]
    if not found:
        raise LookupError("it is not plugged in")
    if len(found) > 1:
        raise LookupError(f"{len(found)} ports are meant ({', '.join(sorted(found))}); add its serial number")
    return found[0]
