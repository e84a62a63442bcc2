"""What one server process counts, for Prometheus; no label comes from what somebody sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from dockstation.server.setup import counted_in

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

LAST: Literal["mostrecent"] = "mostrecent"
"""Of what all processes see alike, what one saw last."""


class Metrics:
    """The counters of one process, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self._requests = Histogram(
            "dockstation_request_seconds", "Requests and how long they took", labels, registry=registry
        )
        self._events = Counter("dockstation_events", "Events taken in, by result", ("result",), registry=registry)
        self._blobs = Counter("dockstation_blob_bytes", "Bytes of photos stored", registry=registry)
        self._told = Counter(
            "dockstation_webhook_attempts",
            "Attempts to tell other systems, by result",
            ("result",),
            registry=registry,
        )
        self._waiting = Gauge(
            "dockstation_webhooks_waiting", "Messages to other systems that wait", registry=registry
        )
        self._oldest = Gauge(
            "dockstation_webhooks_oldest_seconds",
            "How long the oldest of them has waited",
            multiprocess_mode=LAST,
            registry=registry,
        )
        self._given_up = Gauge(
            "dockstation_webhooks_given_up", "Messages that were given up", multiprocess_mode=LAST, registry=registry
        )
        self._failures = Counter("dockstation_database_errors", "Transactions that failed", registry=registry)

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """A request ended; ``route`` is the template, "" where none fits, ``status`` 0 without an answer."""
        known = method if method in METHODS else "other"
        self._requests.labels(known, route or "none", str(status or "none")).observe(seconds)

    def took(self, results: Iterable[str]) -> None:
        """Events were stored with these results."""
        for each in results:
            self._events.labels(each).inc()

    def kept(self, size: int) -> None:
        """A photo of so many bytes was stored."""
        self._blobs.inc(size)

    def database_failed(self) -> None:
        """The database did not answer."""
        self._failures.inc()

    def told(self, result: str) -> None:
        """Another system was told, or was not."""
        self._told.labels(result).inc()

    def backlog(self, waiting: int, given_up: int, oldest_seconds: float) -> None:
        """What waits for all processes together, at this moment."""
        self._waiting.set(waiting)
        self._given_up.set(given_up)
        self._oldest.set(oldest_seconds)

    def text(self) -> bytes:
        """Everything in the Prometheus text format, of all workers together where there are several."""
        if folder := counted_in():
            registry = CollectorRegistry()
            MultiProcessCollector(registry, str(folder))  # type: ignore[no-untyped-call] # the library says no types
            return generate_latest(registry)
        return generate_latest(self._registry)
