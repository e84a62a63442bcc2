"""Self-tests at their start, in the middle, and at good and bad ends."""

from __future__ import annotations

from dockstation.domain.self_test import GS, PAGE, Heard, SelfTest, TestedScanner
from dockstation.domain.self_test.layouts import pressed
from dockstation.labels.scanner_fixes import load_fixes
from dockstation.labels.test_page import ScannerPaper
from dockstation.settings import shipped
from dockstation.ui.screens.self_test import SelfTestView

RESOURCES = shipped("resources")
FIXES = load_fixes(RESOURCES)
PAPER = ScannerPaper(RESOURCES / "fonts" / "wqy-microhei-gbk.ttf", FIXES)


def key_scan(text: str, texts: str | None = None, end: str = "enter") -> Heard:
    return Heard("keyboard", text, text, text if texts is None else texts, end)


def view(name: str) -> SelfTestView:
    test = {"start": SelfTest, "middle": _middle, "good": _good, "bad": _bad}[name]()
    if name in ("start", "middle"):
        assert test.current is not None
        picture = PAPER.picture(test.current)
        return SelfTestView(FIXES, test.device, test.current, picture, test.read, test.unread)
    verdict = test.verdict()
    tested = TestedScanner(verdict.profile, verdict.findings, "2026-11-24T04:00:00Z", "ANNA")
    return SelfTestView(FIXES, test.device, None, None, test.read, test.unread, tested)


def _middle() -> SelfTest:
    test = SelfTest()
    for code in PAGE[:6]:
        test = test.hear(key_scan(code.text))
    return test.skip()


def _good() -> SelfTest:
    test = SelfTest()
    for code in PAGE:
        test = test.hear(Heard("belt", "]C0" + code.text))
    return test


def _bad() -> SelfTest:
    test = SelfTest()
    for code in PAGE[:10]:
        text = pressed(code.text.replace(GS, ""), "fr")
        test = test.hear(key_scan(text, text, "")) if code.marked else test
    test = test.hear(key_scan(PAGE[3].text.replace(GS, ""), end=""))
    test = test.hear(key_scan("271828182845", end=""))
    for _ in range(4):
        test = test.skip()
    return test
