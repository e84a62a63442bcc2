"""A USB printer reached by libusb, for systems that give it no device file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from dockstation.adapters.printers.line import Line, LineTransport

PRINTER_CLASS = 7
CHUNK = 4096
IN = 0x80


@dataclass(frozen=True, slots=True)
class _Endpoints:
    out: Any
    back: Any | None

    def write(self, data: memoryview, seconds: float) -> int:
        return int(self.out.write(bytes(data[:CHUNK]), _milliseconds(seconds)))

    def read(self, seconds: float) -> bytes:
        return bytes(self.back.read(CHUNK, _milliseconds(seconds))) if self.back else b""

    def finish(self, _seconds: float) -> None:
        """A bulk transfer returns when the printer has taken it."""


def usb_line(address: str, timeout: float) -> LineTransport:
    """The printer with that ``vendor:product`` or ``vendor:product:serial``, both in hex (``0a5f:0164``)."""
    return LineTransport(f"USB {address}", timeout, partial(_opened, address))


def attached_printers() -> list[dict[str, str]]:
    """USB printers by the address that ``usb_line`` takes; none where libusb is not installed."""
    import usb.core

    try:
        found = list(usb.core.find(find_all=True, custom_match=_prints) or ())
    except usb.core.NoBackendError:
        return []
    return [{"usb": f"{each.idVendor:04x}:{each.idProduct:04x}", "name": _name(each)} for each in found]


def _name(device: Any) -> str:
    try:
        return f"{device.manufacturer or ''} {device.product or ''}".strip()
    except (OSError, ValueError):  # not allowed to ask
        return ""


def _prints(device: Any) -> bool:
    return any(each.bInterfaceClass == PRINTER_CLASS for configuration in device for each in configuration)


@contextmanager
def _opened(address: str, _seconds: float) -> Iterator[Line]:
    import usb.core
    import usb.util

    vendor, product, *serial = address.split(":")
    try:
        wanted = {"idVendor": int(vendor, 16), "idProduct": int(product, 16)}
        device = usb.core.find(**wanted, **({"serial_number": serial[0]} if serial else {}))
    except (usb.core.NoBackendError, ValueError) as error:
        raise OSError(str(error)) from error
    if device is None:
        raise OSError(address)
    try:
        with _claimed(device) as endpoints:
            yield endpoints
    except usb.core.USBTimeoutError as error:
        raise TimeoutError from error
    finally:
        usb.util.dispose_resources(device)


@contextmanager
def _claimed(device: Any) -> Iterator[Line]:
    import usb.util

    interfaces = device.get_active_configuration()
    interface = next((each for each in interfaces if each.bInterfaceClass == PRINTER_CLASS), None)
    if interface is None:
        raise OSError("no printer interface")
    number = interface.bInterfaceNumber
    freed = _held_by_the_kernel(device, number)
    if freed:
        device.detach_kernel_driver(number)
    try:
        ends = {each.bEndpointAddress & IN: each for each in interface}
        yield _Endpoints(ends[0], ends.get(IN))
    finally:
        usb.util.release_interface(device, number)
        if freed:
            device.attach_kernel_driver(number)


def _held_by_the_kernel(device: Any, number: int) -> bool:
    try:
        return bool(device.is_kernel_driver_active(number))
    except NotImplementedError:  # not on this system
        return False


def _milliseconds(seconds: float) -> int:
    return max(1, int(seconds * 1000))
