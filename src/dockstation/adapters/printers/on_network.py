"""Printers that announce themselves by mDNS, as printers.toml reaches them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Event
from typing import TYPE_CHECKING

from dockstation.application.ports.printer_finder import FoundPrinter
from dockstation.domain.errors import DockstationError
from dockstation.domain.printer_setup import PORT, Settings, Value

if TYPE_CHECKING:
    from zeroconf import ServiceInfo, Zeroconf

RAW, IPP, LPD = "_pdl-datastream._tcp.local.", "_ipp._tcp.local.", "_printer._tcp.local."
SERVICES = (RAW, IPP, LPD)
"""The best way to a printer that has several, first."""
SECONDS, ANSWER_MS = 3.0, 500
LANGUAGES = (
    ("zpl", ("zpl", "zebra", "ztc ")),
    ("tspl", ("tspl", "tsc ")),
    ("escpos", ("esc/pos", "escpos", "tm-")),
)
"""What a printer's own description tells of its language."""
RESOLUTIONS = ("600", "300", "203")


def on_network(
    stop: Event, seconds: float = SECONDS, interfaces: Sequence[str] | None = None
) -> tuple[FoundPrinter, ...]:
    """Listen so long, or until ``stop`` is set, on these addresses of this machine, None for all of its networks.

    ``printer.no_network`` where there is none.
    """
    from zeroconf import IPVersion, ServiceBrowser, Zeroconf

    addresses = _addresses() if interfaces is None else list(interfaces)
    if not addresses:
        raise DockstationError("printer.no_network", why="no network")
    heard: dict[str, str] = {}

    def note(zeroconf: Zeroconf, service_type: str, name: str, state_change: object) -> None:  # noqa: ARG001 - by name
        heard[name] = service_type

    try:
        with Zeroconf(interfaces=addresses, ip_version=IPVersion.V4Only) as zeroconf:
            browser = ServiceBrowser(zeroconf, list(SERVICES), handlers=[note])
            stop.wait(seconds)
            browser.cancel()
            infos = (
                [] if stop.is_set() else [zeroconf.get_service_info(heard[name], name, ANSWER_MS) for name in heard]
            )
    except OSError as error:
        raise DockstationError("printer.no_network", why=str(error.strerror)) from error
    return each_once(info for info in infos if info is not None)


def _addresses() -> list[str]:
    """Those of this machine by which others reach it."""
    import ifaddr

    known = [ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips if isinstance(ip.ip, str)]
    return [each for each in known if not each.startswith("127.")]


def each_once(infos: Iterable[ServiceInfo]) -> tuple[FoundPrinter, ...]:
    """One a printer, by its best way."""
    ordered = sorted(infos, key=lambda info: (SERVICES.index(info.type), info.name))
    best = {info.get_name(): info for info in reversed(ordered)}
    return tuple(FoundPrinter(name, _settings(best[name])) for name in sorted(best))


def _settings(info: ServiceInfo) -> Settings:
    told = {
        key.decode(errors="replace"): (value or b"").decode(errors="replace")
        for key, value in info.properties.items()
    }
    host = next(iter(info.parsed_addresses()), info.server or "")
    if info.type == IPP:
        path = told.get("rp", "ipp/print").lstrip("/")
        return {"transport": "cups", "url": f"ipp://{host}:{info.port}/{path}", **_described(told, info.name)}
    port = info.port if info.type == RAW and info.port else PORT  # what speaks LPD alone takes raw data as a rule
    return {"transport": "tcp", "host": host, "port": port, **_described(told, info.name)}


def _described(told: dict[str, str], name: str) -> dict[str, Value]:
    words = " ".join([name, *(told.get(key, "") for key in ("ty", "product", "pdl", "usb_CMD", "usb_MDL"))]).lower()
    found: dict[str, Value] = {}
    language = next((each for each, signs in LANGUAGES if any(sign in words for sign in signs)), "")
    dpi = next((each for each in RESOLUTIONS if f"{each}dpi" in words or f"{each} dpi" in words), "")
    return found | ({"language": language} if language else {}) | ({"dpi": int(dpi)} if dpi else {})
