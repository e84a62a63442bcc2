"""What a scanner's test found out is kept, and is how the scanner is read from then on."""

from __future__ import annotations

from dockstation.application.ports.clock import Clock
from dockstation.application.ports.store import Store
from dockstation.domain.scanner import ScannerProfile
from dockstation.domain.self_test import TestedScanner, Verdict


class KeepSelfTest:
    """One result a device, the latest; ``by`` is a badge, "" where nobody was signed in: a test needs no right."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, verdict: Verdict, by: str) -> TestedScanner:
        """Record the end of a test; durable with the return."""
        tested = TestedScanner(verdict.profile, verdict.findings, self._clock.now().at, by)
        with self._store.unit_of_work() as work:
            work.scanners.put(tested)
            work.commit()
        return tested

    def profiles(self) -> tuple[ScannerProfile, ...]:
        """How each scanner that was tested here is to be read; what was not tested has the usual profile."""
        with self._store.unit_of_work() as work:
            return tuple(tested.profile for tested in work.scanners.all())

    def last(self, device: str) -> TestedScanner | None:
        """The latest test of ``device``."""
        with self._store.unit_of_work() as work:
            return work.scanners.get(device)
