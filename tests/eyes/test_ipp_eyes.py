"""Labels to CUPS's own example of a printer that speaks IPP, without a queue between."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dockstation.adapters.printers.documents import Pdf
from dockstation.application.ports.printer import PrinterFailed, PrinterState
from dockstation.bootstrap.printing import open_printer
from dockstation.settings import PrinterSettings
from tests.eyes.every_label import SHIPPED
from tests.eyes.test_cups_eyes import free_port
from tests.eyes.test_strict_eyes import on_paper
from tests.labels.samples import image

IPP_PRINTER = shutil.which("ippeveprinter", path=f"{os.environ['PATH']}:/usr/sbin") or "ippeveprinter"
LABEL = SHIPPED["disposition-zh_CN-300"].bitmap


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A message bus of our own: the printer wants to announce itself, and there is nobody to hear it."""
    address = f"unix:path={tmp_path_factory.mktemp('bus')}/bus"
    command = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address={address}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@contextmanager
def ipp_printer(bus: str, folder: Path, prints: str) -> Iterator[str]:
    """Its address; jobs are kept in ``folder`` after the command ``prints`` has had them."""
    port = free_port()
    about = ["-p", str(port), "-n", "localhost", "-r", "off", "-k", "-d", str(folder), "-c", prints]
    command = [IPP_PRINTER, *about, "-f", "application/pdf,image/png", "label"]
    environment = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": bus}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as running:
        url = f"ipp://127.0.0.1:{port}/ipp/print"
        until = time.monotonic() + 20
        while open_printer("label", settings(url)).status() is not PrinterState.READY and time.monotonic() < until:
            time.sleep(0.05)
        yield url
        running.terminate()


def settings(url: str, language: str = "pdf") -> PrinterSettings:
    return PrinterSettings(language, 300, "cups", url=url, timeout_seconds=10)


def test_a_label_arrives_at_an_ipp_printer_byte_for_byte_and_dot_for_dot(bus: str, tmp_path: Path) -> None:
    with ipp_printer(bus, tmp_path, shutil.which("true") or "") as url:
        printer = open_printer("label", settings(url))
        assert printer.status() is PrinterState.READY
        printer.send(printer.encode(LABEL))
        (arrived,) = tmp_path.glob("*.pdf")
        assert arrived.read_bytes() == Pdf().encode(LABEL)
        assert on_paper(arrived.read_bytes(), 300).tobytes() == image(LABEL).tobytes()
        with pytest.raises(PrinterFailed) as failed:
            open_printer("label", settings(url, "zpl")).send(b"^XA^XZ")
        assert (failed.value.code, failed.value.started) == ("printer.refused", False)


def test_a_job_that_the_printer_gives_up_is_in_doubt(bus: str, tmp_path: Path) -> None:
    with ipp_printer(bus, tmp_path, shutil.which("false") or "") as url:
        printer = open_printer("label", settings(url))
        with pytest.raises(PrinterFailed) as failed:
            printer.send(printer.encode(LABEL))
        assert (failed.value.code, failed.value.started) == ("printer.lost", True)
