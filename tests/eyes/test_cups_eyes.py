"""Labels through a real CUPS with a raw queue: byte for byte, and honest when the printer behind it is gone."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dockstation.adapters.printers.cups import queues
from dockstation.application.ports.printer import Printer, PrinterFailed, PrinterState
from dockstation.bootstrap.printing import open_printer
from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.settings import PrinterSettings
from tests.labels.samples import CONTENT, printed, shipped_labels

CUPSD = "/usr/sbin/cupsd"
FILES = """ServerRoot {0}/root
RequestRoot {0}/spool
CacheDir {0}/cache
StateDir {0}/state
AccessLog {0}/access
ErrorLog {0}/error
PageLog {0}/page
FatalErrors none
Sandboxing relaxed
"""
CONFIG = """Listen 127.0.0.1:{0}
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
LABEL = shipped_labels().bitmap(CONTENT, "disposition", 203)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@pytest.fixture(scope="module")
def cups() -> Iterator[int]:
    """The port of a CUPS of our own, in a folder that its backends, which run as another user, can look into.

    None of pytest's will do: whichever pytest starts next shuts them all to others.
    """
    with tempfile.TemporaryDirectory(prefix="dockstation-cups-") as name, _daemon(Path(name)) as port:
        yield port


@contextmanager
def _daemon(folder: Path) -> Iterator[int]:
    folder.chmod(0o755)
    for name in ("root", "spool", "cache", "state"):
        (folder / name).mkdir()
        (folder / name).chmod(0o777)
    port = free_port()
    (folder / "files").write_text(FILES.format(folder))
    (folder / "conf").write_text(CONFIG.format(port))
    command = [CUPSD, "-f", "-c", str(folder / "conf"), "-s", str(folder / "files")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as daemon:
        until = time.monotonic() + 20
        while not _listens(port) and time.monotonic() < until:
            time.sleep(0.05)
        yield port
        daemon.terminate()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def queue(cups: int, name: str, port: int, timeout: float = 10) -> Printer:
    """A raw queue before a printer's port."""
    words = ["lpadmin", "-h", f"127.0.0.1:{cups}", "-p", name, "-E", "-v", f"socket://127.0.0.1:{port}", "-m", "raw"]
    path = os.environ | {"PATH": f"{os.environ['PATH']}:/usr/sbin"}
    subprocess.run(words, check=True, capture_output=True, env=path, timeout=20)
    url = f"ipp://127.0.0.1:{cups}/printers/{name}"
    return open_printer(name, PrinterSettings("zpl", 203, "cups", url=url, timeout_seconds=timeout))


def test_a_label_goes_through_a_raw_queue_byte_for_byte(cups: int, tmp_path: Path) -> None:
    with VirtualPrinter(tmp_path) as virtual:
        printer = queue(cups, "raw", virtual.port)
        assert printer.status() is PrinterState.READY
        data = printer.encode(LABEL)
        printer.send(data)
        assert printed(tmp_path) == [LABEL]
        assert (tmp_path / "label-0001.zpl").read_bytes() == data
    assert f"ipp://127.0.0.1:{cups}/printers/raw" in {each["url"] for each in queues(f"ipp://127.0.0.1:{cups}/")}


def test_a_label_for_a_dead_printer_is_in_doubt_and_does_not_come_out_later(cups: int, tmp_path: Path) -> None:
    port = free_port()
    printer = queue(cups, "dead", port, timeout=1)
    with pytest.raises(PrinterFailed) as failed:
        printer.send(printer.encode(LABEL))
    assert (failed.value.code, failed.value.started) == ("printer.timeout", True)
    with VirtualPrinter(tmp_path, port) as _:
        again = queue(cups, "dead", port)
        again.send(again.encode(LABEL))
        assert printed(tmp_path) == [LABEL]


def test_a_queue_that_is_not_there_or_a_server_that_is_not_there_took_nothing(cups: int) -> None:
    for port, code in ((cups, "printer.refused"), (free_port(), "printer.unreachable")):
        url = f"ipp://127.0.0.1:{port}/printers/nobody"
        printer = open_printer("nobody", PrinterSettings("zpl", 203, "cups", url=url, timeout_seconds=2))
        with pytest.raises(PrinterFailed) as failed:
            printer.send(b"^XA^XZ")
        assert (failed.value.code, failed.value.started) == (code, False)
