"""Printers that announce themselves: a real responder on this machine's own loopback."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from threading import Event
from time import monotonic

import pytest
from zeroconf import IPVersion, ServiceInfo, Zeroconf

from dockstation.adapters.printers.on_network import IPP, LPD, RAW, each_once, on_network
from dockstation.domain.errors import DockstationError

HERE = ("127.0.0.1",)


def service(kind: str, name: str, port: int, **told: str) -> ServiceInfo:
    addresses = [socket.inet_aton("127.0.0.1")]
    return ServiceInfo(kind, f"{name}.{kind}", port, properties=told, addresses=addresses, server=f"p{port}.local.")


@pytest.fixture(scope="module")
def announced() -> Iterator[None]:
    with Zeroconf(interfaces=[*HERE], ip_version=IPVersion.V4Only) as responder:
        for each in (
            service(RAW, "Zebra 一号", 9100, ty="ZTC ZD421-300dpi ZPL"),
            service(IPP, "Zebra 一号", 631, rp="ipp/print"),
            service(IPP, "Office", 631, rp="/ipp/print", pdl="application/pdf"),
        ):
            responder.register_service(each, cooperating_responders=True)
        yield


def test_each_printer_is_found_once_by_the_best_way_to_it(announced):
    found = {each.name: dict(each.settings) for each in on_network(Event(), interfaces=HERE)}
    assert found["Zebra 一号"] == {
        "transport": "tcp", "host": "127.0.0.1", "port": 9100, "language": "zpl", "dpi": 300,
    }  # fmt: skip
    assert found["Office"] == {"transport": "cups", "url": "ipp://127.0.0.1:631/ipp/print"}


def test_looking_ends_at_once_when_nobody_waits_any_more(announced):
    stop, begun = Event(), monotonic()
    stop.set()
    assert on_network(stop, 30, HERE) == ()
    assert monotonic() - begun < 10


def test_no_network_is_said():
    with pytest.raises(DockstationError) as refused:
        on_network(Event(), 0.1, ())
    assert refused.value.code == "printer.no_network"


def test_one_that_names_its_spooler_alone_is_sent_raw_data():
    (found,) = each_once([service(LPD, "TSC TE210", 515, product="(TSC TE210)")])
    assert dict(found.settings) == {"transport": "tcp", "host": "127.0.0.1", "port": 9100, "language": "tspl"}
