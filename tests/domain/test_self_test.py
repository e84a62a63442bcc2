"""The test page tells how a scanner is set, whatever it and the system make of the codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.scanner import KEYBOARD, Layout, ScannerProfile
from dockstation.domain.self_test import (
    GS,
    PAGE,
    Finding,
    FindingKind,
    Heard,
    Purpose,
    SelfTest,
    TestCode,
    Tone,
    Verdict,
    is_start,
    recognise,
)
from dockstation.domain.self_test.layouts import LAYOUTS, US, pressed, typed

OTHERS = ["fr", "de", "ru"]
Keys = Callable[[TestCode], Heard]


def keys(text: str, texts: str | None = None, end: str = "enter") -> Heard:
    """What the wedge tells of a scan: the keys by position, and what the system made of them."""
    shown = text if texts is None else texts
    return Heard(KEYBOARD, text, text, shown, end)


def serial(text: str) -> Heard:
    return Heard("belt", text)


def judged(hear: Keys, codes: tuple[TestCode, ...] = PAGE) -> Verdict:
    test = SelfTest()
    for code in codes:
        test = test.hear(hear(code))
    return test.verdict()


def found(verdict: Verdict) -> dict[FindingKind, dict[str, str]]:
    return {each.kind: dict(each.facts) for each in verdict.findings}


def test_a_scanner_as_it_should_be_has_nothing_to_mend_and_its_keys_are_read_by_position() -> None:
    verdict = judged(lambda code: keys(code.text))
    assert verdict.profile == ScannerProfile(KEYBOARD, Layout.US)
    assert set(found(verdict)) == {
        FindingKind.LAYOUT_RIGHT, FindingKind.SEPARATOR_ARRIVES, FindingKind.END_ENTER, FindingKind.IDENTIFIER_NONE,
        FindingKind.ALL_READ,
    }  # fmt: skip
    assert (verdict.read, verdict.asked) == (20, 20)
    assert not [each for each in verdict.findings if each.tone is Tone.MEND]


@pytest.mark.parametrize("layout", OTHERS)
@pytest.mark.parametrize("code", PAGE, ids=lambda code: str(code.number))
def test_every_code_is_known_again_under_any_layout_of_the_system(code: TestCode, layout: str) -> None:
    assert recognise(keys(code.text, typed(code.text, layout))) == code


@pytest.mark.parametrize("layout", OTHERS)
def test_a_us_scanner_on_another_system_is_read_by_position_and_the_systems_layout_is_named(layout: str) -> None:
    verdict = judged(lambda code: keys(code.text, typed(code.text, layout)))
    assert verdict.profile.layout is Layout.US
    assert found(verdict)[FindingKind.LAYOUT_OVERCOME] == {"system": layout}
    assert FindingKind.CAPS_LOCK not in found(verdict)


@pytest.mark.parametrize("layout", OTHERS)
def test_caps_lock_under_another_layout_is_seen_as_well(layout: str) -> None:
    verdict = judged(lambda code: keys(code.text, typed(code.text, layout).swapcase()))
    assert found(verdict)[FindingKind.LAYOUT_OVERCOME] == {"system": layout}
    assert FindingKind.CAPS_LOCK in found(verdict)


@pytest.mark.parametrize("layout", OTHERS)
def test_a_scanner_set_to_the_systems_own_layout_is_read_as_the_system_has_it(layout: str) -> None:
    verdict = judged(lambda code: keys(pressed(code.text, layout), code.text))
    assert verdict.profile.layout is Layout.SYSTEM
    assert FindingKind.LAYOUT_OF_SYSTEM in found(verdict)


@pytest.mark.parametrize("layout", ["fr", "de"])
def test_a_scanner_set_to_a_layout_that_the_system_has_not_is_known_by_its_start_code_and_named(layout: str) -> None:
    def hear(code: TestCode) -> Heard:
        return keys(pressed(code.text, layout), pressed(code.text, layout))

    assert is_start(hear(PAGE[0]))
    verdict = judged(hear, PAGE[:3])
    assert verdict.profile.layout is Layout.AUTO
    assert found(verdict)[FindingKind.LAYOUT_FOREIGN] == {"scanner": layout}


def test_caps_lock_is_told_and_does_no_harm() -> None:
    verdict = judged(lambda code: keys(code.text, code.text.swapcase()))
    assert verdict.profile.layout is Layout.US
    assert found(verdict)[FindingKind.CAPS_LOCK] == {}


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_a_scanner_that_changes_the_case_is_told_from_caps_lock(change: Callable[[str], str]) -> None:
    verdict = judged(lambda code: keys(change(code.text)))
    assert FindingKind.CASE_CHANGED in found(verdict)
    assert FindingKind.CAPS_LOCK not in found(verdict)
    assert FindingKind.CASE_CHANGED in found(judged(lambda code: serial(change(code.text))))


def test_a_lost_group_separator_is_told_with_its_codes() -> None:
    verdict = judged(lambda code: keys(code.text.replace(GS, "")))
    assert found(verdict)[FindingKind.SEPARATOR_LOST] == {"codes": "GS1-128, GS1 DataMatrix"}
    assert verdict.profile.separator == ""
    one = judged(lambda code: keys(code.text.replace(GS, "") if code.name == "GS1-128" else code.text))
    assert found(one)[FindingKind.SEPARATOR_LOST] == {"codes": "GS1-128"}
    assert FindingKind.SEPARATOR_ARRIVES in found(one)


@pytest.mark.parametrize("instead", ["|", "~", "@"])
def test_a_character_in_place_of_the_group_separator_is_learned(instead: str) -> None:
    verdict = judged(lambda code: keys(code.text.replace(GS, instead)))
    assert verdict.profile.separator == instead
    assert found(verdict)[FindingKind.SEPARATOR_REPLACED] == {"separator": instead}


@pytest.mark.parametrize("instead", ["]", "*", "\x1d\x1d", "F"])
def test_a_replacement_that_may_be_data_is_not_learned(instead: str) -> None:
    verdict = judged(lambda code: keys(code.text.replace(GS, instead)))
    assert verdict.profile.separator == ""
    assert FindingKind.SEPARATOR_UNUSABLE in found(verdict)


def test_a_scanner_without_enter_is_told_and_one_with_tab_is_good() -> None:
    assert FindingKind.END_NONE in found(judged(lambda code: keys(code.text, end="")))
    assert FindingKind.END_TAB in found(judged(lambda code: keys(code.text, end="tab")))
    assert not {each for each in found(judged(lambda code: serial(code.text))) if each.startswith("end.")}


@pytest.mark.parametrize(("prefix", "suffix"), [("~", ""), ("", "#"), ("<<", ">>"), ("S1", "E")])
def test_a_prefix_and_a_suffix_are_learned_and_taken_off(prefix: str, suffix: str) -> None:
    verdict = judged(lambda code: keys(prefix + code.text + suffix, end=""))
    assert (verdict.profile.prefix, verdict.profile.suffix) == (prefix, suffix)
    assert verdict.profile.data(prefix + "SF1234567890123" + suffix) == "SF1234567890123"
    assert (FindingKind.END_NONE in found(verdict)) == (suffix == "")


def test_a_suffix_that_ended_the_scans_is_learned_once_two_codes_had_it() -> None:
    for text in ("DSTEST-QR", "DSTEST-QR~"):
        test = SelfTest().hear(keys(text, end="~"))
        assert test.verdict().profile.suffix == ""
        assert test.hear(keys("DSTEST-AZTEC~", end="~")).verdict().profile.suffix == "~"


def test_letters_before_the_data_that_differ_from_symbology_to_symbology_are_no_prefix() -> None:
    verdict = judged(lambda code: keys(f"{code.symbology[0]}{code.text}"))
    assert verdict.profile.prefix == ""
    assert FindingKind.PREFIX_VARIES in found(verdict)


def test_aim_identifiers_are_seen_and_are_no_prefix() -> None:
    verdict = judged(lambda code: serial(f"]C{code.number % 10}{code.text}"))
    assert FindingKind.IDENTIFIER_SENT in found(verdict)
    assert verdict.profile == ScannerProfile("belt")
    before = judged(lambda code: serial(f"~]C0{code.text}"))
    assert before.profile.prefix == "~"
    behind = judged(lambda code: serial(f"]C0~{code.text}"))
    assert (behind.profile.prefix, found(behind)[FindingKind.PREFIX_BEHIND]) == ("", {"prefix": "~"})


def test_what_does_not_read_is_told_apart_from_what_nobody_tried() -> None:
    test = SelfTest()
    for code in PAGE[:8]:
        test = test.hear(keys(code.text))
    assert test.current is not None
    assert test.current.name == "Micro QR"
    verdict = test.skip().verdict()
    assert found(verdict)[FindingKind.OFF] == {"codes": "Micro QR"}
    assert found(verdict)[FindingKind.UNTESTED]["codes"].startswith("Codabar, Data Matrix, ITF")
    again = test.skip().hear(keys("DSTEST-MICROQR"))
    assert FindingKind.OFF not in found(again.verdict())


def test_codes_may_come_in_any_order_and_the_present_one_is_the_first_that_is_open() -> None:
    test = SelfTest().hear(keys(PAGE[6].text)).hear(keys(PAGE[0].text))
    assert test.current == PAGE[1]
    assert test.read == {1, 7}


@pytest.mark.parametrize("code", [code for code in PAGE if code.unchecked], ids=lambda code: code.name)
def test_a_check_digit_that_is_not_sent_is_told(code: TestCode) -> None:
    verdict = SelfTest().hear(keys(code.unchecked[0])).verdict()
    assert found(verdict)[FindingKind.CHECK_DIGIT] == {"codes": code.name}


@pytest.mark.parametrize("code", [code for code in PAGE if code.also], ids=lambda code: code.name)
def test_what_scanners_make_of_a_code_by_their_settings_is_that_code(code: TestCode) -> None:
    for text in code.also:
        assert recognise(keys(text)) == code
        assert FindingKind.CHECK_DIGIT not in found(SelfTest().hear(keys(text)).verdict())


def test_no_code_of_the_page_can_be_taken_for_another() -> None:
    for one, other in permutations(PAGE, 2):
        assert not [text for text in one.accepted for part in other.accepted if part in text], (one, other)


@pytest.mark.parametrize(
    "text",
    [
        "SF1234567890123",
        "DSRMA-R26110001",
        "4006381333931",
        "x" * 2000,
        "DSTEST" * 100,
        "x" * 17 + "DSTEST-QR",
        "\x00",
    ],
)
def test_any_other_code_is_refused_and_changes_nothing(text: str) -> None:
    test = SelfTest().hear(keys(PAGE[0].text))
    with pytest.raises(DockstationError, match=r"self_test\.other_code"):
        test.hear(keys(text))
    assert not is_start(keys(text))


def test_another_scanner_is_refused_while_one_is_judged() -> None:
    test = SelfTest().hear(keys(PAGE[0].text))
    with pytest.raises(DockstationError, match=r"self_test\.other_scanner"):
        test.hear(serial(PAGE[1].text))


def test_characters_that_no_layout_explains_are_shown() -> None:
    code = PAGE[2]
    broken = code.text.replace("@", "?").replace("#", "£")
    verdict = judged(lambda each: keys(broken if each is code else each.text), PAGE[:3])
    assert found(verdict)[FindingKind.CHARACTERS_WRONG]["came"].endswith(broken)
    assert found(SelfTest().hear(serial(broken)).verdict())[FindingKind.CHARACTERS_WRONG]["came"] == broken


def test_every_layout_names_every_key_of_a_us_keyboard() -> None:
    assert {name: len(keys) for name, keys in LAYOUTS.items()} == dict.fromkeys(LAYOUTS, len(US))
    assert len(US) == 94


def test_every_kind_of_finding_has_a_tone() -> None:
    assert {Finding(kind).tone for kind in FindingKind} == set(Tone)


def test_the_steps_begin_with_what_every_scan_depends_on() -> None:
    assert [code.number for code in PAGE] == list(range(1, len(PAGE) + 1))
    assert [code.purpose for code in PAGE[:5]] == [
        Purpose.START, Purpose.CHARACTERS, Purpose.CHARACTERS, Purpose.SEPARATOR, Purpose.SEPARATOR,
    ]  # fmt: skip
    assert replace(PAGE[0]) == PAGE[0]


def test_a_key_that_waits_for_the_next_gives_no_text_of_its_own() -> None:
    assert (typed("a=b", "de"), typed("a[b", "fr")) == ("ab", "qb")
