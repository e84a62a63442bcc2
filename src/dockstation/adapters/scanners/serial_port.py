"""Scanners on a serial port, or on USB in "COM port emulation"."""

from __future__ import annotations

from serial import Serial, SerialException

from dockstation.adapters.scanners.framing import MAX_BYTES, Framer
from dockstation.adapters.scanners.listening import SILENCE_S, Line, ListeningScanner
from dockstation.adapters.scanners.ports import resolved, serial_ports

_TERMINAL_ERRORS: tuple[type[Exception], ...]
try:
    import termios
except ImportError:  # Windows has none
    _TERMINAL_ERRORS = ()
else:
    _TERMINAL_ERRORS = (termios.error,)
_REFUSALS: tuple[type[Exception], ...] = (OSError, ValueError, OverflowError, *_TERMINAL_ERRORS)


class SerialScanner(ListeningScanner):
    """``device`` is a path (best one of /dev/serial/by-id), a COM port, or ``usb:VID:PID[:serial number]``.

    A code ends with CR, LF, Tab, ETX or ``silence`` seconds of nothing. Bytes are UTF-8, else GB18030, else
    Latin-1.
    """

    def __init__(self, name: str, device: str, baud: int = 9600, silence: float = SILENCE_S) -> None:
        super().__init__(name, device, silence)
        self._baud = baud

    def _connect(self) -> Line:
        try:
            path = resolved(self._device, serial_ports())
        except LookupError as error:
            raise self._unavailable(str(error)) from error
        try:
            return _SerialLine(Serial(path, self._baud, timeout=self._silence, exclusive=True))
        except _REFUSALS as error:
            raise self._refused(error) from error


class _SerialLine:
    def __init__(self, port: Serial) -> None:
        self._port = port
        self.wake, self.close = port.cancel_read, port.close

    def listen(self, framer: Framer) -> None:
        try:
            data = self._port.read(1)
            if data:
                data += self._port.read(min(self._port.in_waiting, MAX_BYTES))
        except _TERMINAL_ERRORS as error:
            raise SerialException(str(error)) from error
        if data:
            framer.feed(data)
        else:
            framer.pause()
