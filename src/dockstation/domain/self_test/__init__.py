"""The scanner self-test: a printed page is scanned, and what arrives tells how the scanner is set."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import shown
from dockstation.domain.scanner import ScannerProfile
from dockstation.domain.self_test.codes import GS, PAGE, Purpose, TestCode
from dockstation.domain.self_test.findings import (
    MAKES,
    OTHER,
    Advice,
    Finding,
    FindingKind,
    FixBook,
    Tone,
)
from dockstation.domain.self_test.hearing import Heard, Seen, is_start, recognise
from dockstation.domain.self_test.judging import Verdict, judge

__all__ = [
    "GS", "MAKES", "OTHER", "PAGE", "Advice", "Finding", "FindingKind", "FixBook", "Heard", "Purpose", "Seen",
    "SelfTest", "TestCode", "TestedScanner", "Tone", "Verdict", "is_start", "judge", "recognise",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SelfTest:
    """A test under way: what has come from one device so far, and the numbers of what does not read."""

    device: str = ""
    seen: tuple[Seen, ...] = ()
    unread: frozenset[int] = frozenset()

    def hear(self, heard: Heard) -> SelfTest:
        """One scan more; a code that came again counts as it came last.

        Raises ``self_test.other_scanner`` for another device, ``self_test.other_code`` for what is not on the page.
        """
        if self.device and heard.device != self.device:
            raise DockstationError("self_test.other_scanner", device=heard.device)
        code = recognise(heard)
        if code is None:
            raise DockstationError("self_test.other_code", code=shown(heard.text or heard.texts))
        kept = tuple(each for each in self.seen if each.code != code)
        return replace(self, device=heard.device, seen=(*kept, Seen(code, heard)), unread=self.unread - {code.number})

    def skip(self) -> SelfTest:
        """The present code does not read."""
        return replace(self, unread=self.unread | {self.current.number}) if self.current else self

    @property
    def read(self) -> frozenset[int]:
        """The numbers of the codes that came."""
        return frozenset(each.code.number for each in self.seen)

    @property
    def current(self) -> TestCode | None:
        """The code to be scanned next; None when all have been dealt with."""
        return next((code for code in PAGE if code.number not in self.read | self.unread), None)

    def verdict(self) -> Verdict:
        """What is known of the scanner by now."""
        unread = tuple(code for code in PAGE if code.number in self.unread)
        return judge(self.device, tuple(sorted(self.seen, key=lambda each: each.code.number)), unread)


@dataclass(frozen=True, slots=True)
class TestedScanner:
    """What is kept of a test: ``tested_at`` is RFC 3339 in UTC, ``by`` a badge, "" when nobody was signed in."""

    __test__ = False

    profile: ScannerProfile
    findings: tuple[Finding, ...]
    tested_at: str
    by: str
