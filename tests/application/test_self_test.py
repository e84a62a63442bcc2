"""The result of a scanner's test is there after a restart, and the latest counts."""

import pytest

from dockstation.application.self_test import KeepSelfTest
from dockstation.domain.scanner import KEYBOARD, Layout, ScannerProfile
from dockstation.domain.self_test import PAGE, Finding, FindingKind, Heard, SelfTest


def verdict(text_of, device=KEYBOARD):
    test = SelfTest()
    for code in PAGE:
        text = text_of(code)
        test = test.hear(Heard(device, text, text, text, "enter") if device == KEYBOARD else Heard(device, text))
    return test.verdict()


@pytest.fixture
def keep(desk):
    return lambda: KeepSelfTest(desk.store, desk.clock)


def test_a_result_survives_a_restart_with_its_profile_and_findings(desk, keep):
    kept = keep()(verdict(lambda code: f"<{code.text.replace(chr(29), '|')}>"), "ANNA")
    desk.reopen()
    assert keep().last(KEYBOARD) == kept
    assert kept.by == "ANNA"
    assert Finding(FindingKind.SEPARATOR_REPLACED, {"separator": "|"}) in kept.findings
    assert keep().profiles() == (ScannerProfile(KEYBOARD, Layout.US, "<", ">", "|"),)


def test_a_later_test_replaces_the_earlier_one_of_that_scanner_alone(keep):
    keep()(verdict(lambda code: "~" + code.text), "ANNA")
    keep()(verdict(lambda code: "#" + code.text, "belt"), "ANNA")
    keep()(verdict(lambda code: code.text), "")
    assert keep().profiles() == (ScannerProfile("belt", prefix="#"), ScannerProfile(KEYBOARD, Layout.US))
    assert keep().last(KEYBOARD).by == ""
    assert keep().last("other") is None


def test_a_test_says_nothing_to_the_server(desk, keep):
    before = desk.kinds()
    keep()(verdict(lambda code: code.text), "ANNA")
    assert desk.kinds() == before
