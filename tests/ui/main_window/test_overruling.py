"""A decision is overridden, approved by a second person, or voided and made anew, at the window."""

from __future__ import annotations

from typing import Any

import pytest
from argon2 import PasswordHasher
from PySide6.QtCore import Qt

from dockstation.application.ports.store import UnitOfWork
from dockstation.demo.virtual_printer import VirtualPrinter
from dockstation.domain.operator import Operator, Role
from dockstation.domain.outcome import RulingKind
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from tests.application.desk import Desk
from tests.ui.looking import visible_rows
from tests.ui.main_window.dock import Dock
from tests.ui.main_window.test_typing import type_code

PIN = "4711"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
KEYS = {str(n): Qt.Key(Qt.Key.Key_0 + n) for n in range(10)}
SUE = 'badge = "SUE"\n'
MARKED = 'id = "opened-discount"\n'
OTHERS = """
[[people]]
badge = "TIM"
name = "Tim"
role = "supervisor"

[[people]]
badge = "BEN"
name = "Ben"
role = "inspector"
"""


@pytest.fixture
def bench(dock: Dock, printer: VirtualPrinter) -> Dock:
    """A station at which Sue can sign, Tim has no PIN, Ben inspects as Anna does, and labels come out."""
    assert printer.port
    dock.configure(cooldown=0)
    settings = dock.config / "station.toml"
    text = settings.read_text("utf-8").replace(SUE, f'{SUE}pin = "{QUICK.hash(PIN)}"\n')
    settings.write_text(text + OTHERS, "utf-8")
    return dock


def decided(dock: Dock, badge: str = "ANNA") -> str:
    """An opened phone without a fault: grade B, to be sold at a discount; its label is not printed yet."""
    by = Operator(badge, badge, Role.INSPECTOR)
    desk = Desk(dock.data, load_policy(ConfigFolders(dock.config)))
    lpn = desk.counted()
    desk.inspect.begin(lpn, by)
    desk.finish(lpn, by, packaging="opened")
    desk.decide(lpn, by)
    desk.store.close()
    dock.begin(badge)
    dock.reach("decision")
    return lpn


def labelled(dock: Dock) -> str:
    """The same with its label on it."""
    lpn = decided(dock)
    dock.scan("DSCMD-PRINT")
    dock.until(lambda sight: sight.print_state == "sent")
    dock.scan(lpn)
    dock.until(lambda sight: sight.print_state == "confirmed")
    return lpn


def to_pin(dock: Dock) -> None:
    """Override: to be scrapped, for safety; then the badge."""
    dock.scan("DSCMD-OVERRIDE")
    dock.reach("overruling")
    dock.tap("Where it goes")
    dock.tap("Scrap")
    dock.tap("For safety")
    dock.reach("signing")


def verdicts(dock: Dock) -> list[tuple[RulingKind, str]]:
    (lpn,) = {each["lpn"] for each in dock.events("UnitReceived")}
    rulings = dock.read(lambda work: work.inspections.get(lpn)).rulings
    return [(each.kind, each.decision.disposition) for each in rulings]


RULED = [(RulingKind.RULES, "discount")]


@pytest.mark.parametrize("how", ["touch", "keys", "codes"])
def test_an_override_is_signed_by_a_supervisor_and_both_decisions_are_kept(bench: Dock, how: str) -> None:
    lpn = labelled(bench)
    to_pin(bench)
    assert "Override: Scrap" in bench.said
    bench.scan("DSID-SUE")
    bench._qtbot.waitUntil(lambda: "Sue: enter your PIN" in bench.said)
    for digit in PIN:
        if how == "touch":
            bench.tap(digit)
        elif how == "keys":
            bench.press(KEYS[digit])
        else:
            bench.scan(f"DSCMD-{digit}")
    bench.settle()
    assert "••••" in bench.said
    if how == "touch":
        bench.tap("Sign")
    elif how == "keys":
        bench.press(Qt.Key.Key_Return)
    else:
        bench.scan("DSCMD-CONFIRM")
    sight = bench.until(lambda sight: sight.stage == "decision" and sight.print_state == "sent")
    assert (sight.lpn, sight.bins) == (lpn, ("SCRAP-1",))
    assert "Scrap (overridden)" in bench.said
    assert "Tear the older label off" in bench.said
    assert verdicts(bench) == [*RULED, (RulingKind.OVERRIDE, "scrap")]
    (told,) = bench.events("DispositionOverridden")
    assert (told["from"]["disposition"], told["to"]["disposition"]) == ("discount", "scrap")
    assert (told["reason"], told["by"], told["approved_by"]) == ("safety", "ANNA", "SUE")
    assert [each["copy"] for each in bench.events("LabelSent")] == [0, 0]


def test_a_supervisor_writes_a_reason_that_no_list_has_and_why_shows_it(bench: Dock) -> None:
    decided(bench)
    bench.scan("DSCMD-OVERRIDE")
    bench.reach("overruling")
    bench.tap("The grade")
    bench.tap("C")
    bench.tap("Other, in words")
    bench.reach("words")
    bench.press(Qt.Key.Key_Return)
    assert "needs words" in bench.until(lambda sight: sight.banner == "reject").said
    bench.press(Qt.Key.Key_Escape)
    type_code(bench, "Box")
    bench.tap("Space")
    bench.tap("7")
    bench.scan("broken: see photo")
    bench.settle()
    assert bench.window.flow.overruling.writing.screen._field.text() == "Box 7 broken: see photo"
    bench.scan("DSCMD-CONFIRM")
    bench.reach("signing")
    bench.scan("DSID-SUE", "DSCMD-4711", "DSCMD-CONFIRM")
    bench.until(lambda sight: sight.stage == "decision" and sight.print_state == "sent")
    assert bench.events("DispositionOverridden")[0]["reason"] == "other: Box 7 broken: see photo"
    bench.scan("DSCMD-WHY")
    bench.reach("overruling")
    rows = {each.title: each for each in visible_rows(bench.window)}
    assert "Overridden: Box 7 broken: see photo" in bench.said
    assert rows["Overridden: C · Discount · Refund in full"].detail == "Anna, signed by Sue"
    assert rows["Box 7 broken: see photo"].note == "decided"
    assert rows["Opened, without a defect"].note == "overruled"
    bar = bench.window.flow.overruling_asks.screen._rows.verticalScrollBar()
    bench.press(Qt.Key.Key_Down)
    assert bar.value() == bar.pageStep()
    bench.scan("DSCMD-NEXT")
    bench.settle()
    assert bar.value() > bar.pageStep()


def test_a_written_reason_has_an_end_and_a_short_scan_is_no_word(bench: Dock) -> None:
    decided(bench, "SUE")
    bench.scan("DSCMD-VOID", "DSCMD-5")
    bench.reach("words")
    type_code(bench, "Why")
    bench.scan("x" * 300)
    bench.settle()
    field = bench.window.flow.overruling.writing.screen._field
    assert field.text() == "Why " + "x" * 96
    assert "Characters left: 0" in bench.said
    field.clear()
    type_code(bench, "Why")
    bench.scan("DSCMD-1")
    bench.until(lambda sight: sight.banner == "reject")
    assert (bench.sight.stage, field.text()) == ("words", "Why")
    assert bench.events("DecisionVoided") == []


REFUSED = {"BEN": "Ben", "ANNA": "cannot sign for what", "TIM": "has no PIN", "NOBODY": "NOBODY"}


def test_who_may_not_sign_is_told_why_and_nothing_is_changed(bench: Dock) -> None:
    decided(bench)
    to_pin(bench)
    for badge, words in REFUSED.items():
        bench.scan(f"DSID-{badge}")
        assert words in bench.until(lambda sight: sight.banner == "reject").said
        bench.press(Qt.Key.Key_Escape)
        assert "Scan the badge of the person who signs" in bench.said
    assert verdicts(bench) == RULED
    assert "Anna" in bench.said


def test_wrong_pins_are_said_and_make_the_next_try_wait(bench: Dock) -> None:
    decided(bench)
    to_pin(bench)
    bench.scan("DSID-SUE", "DSCMD-CONFIRM")  # without a digit it is no try
    said = []
    for _ in range(3):
        bench.scan("DSCMD-1111", "DSCMD-CONFIRM")
        said.append(bench.until(lambda sight: sight.banner == "reject").said)
        bench.press(Qt.Key.Key_Escape)
    assert ["try again" in each for each in said] == [True, True, False]
    assert "the next try is possible in 30 s" in said[2]
    bench.scan(f"DSCMD-{PIN}", "DSCMD-CONFIRM")
    assert "Too many wrong PINs of Sue" in bench.until(lambda sight: sight.banner == "reject").said
    assert (bench.sight.stage, verdicts(bench)) == ("signing", RULED)


def test_a_pin_that_slipped_into_a_scan_is_shown_nowhere(bench: Dock) -> None:
    settings = bench.config / "station.toml"
    settings.write_text(settings.read_text("utf-8").replace("cooldown_ms = 0", "cooldown_ms = 10000"), "utf-8")
    decided(bench)
    to_pin(bench)
    bench.scan("DSID-SUE")
    for slipped in ("938276", "938276", "DSCMD-9X38276"):
        bench.scan(slipped)
        bench.settle()
        assert "38276" not in bench.said + bench.window.banner.text()
        if bench.sight.banner == "reject":
            bench.press(Qt.Key.Key_Escape)


def mark_for_two(dock: Dock) -> None:
    """What is opened is discounted only when a second person agrees."""
    rules = dock.config / "rules" / "phone.toml"
    text = rules.read_text("utf-8")
    assert MARKED in text
    rules.write_text(text.replace(MARKED, f"{MARKED}second_person = true\n"), "utf-8")


def test_what_the_rules_mark_gets_its_label_when_somebody_else_has_approved(bench: Dock) -> None:
    mark_for_two(bench)
    lpn = decided(bench)
    assert "Needs a second person" in bench.said
    for code in ("DSCMD-PRINT", lpn):
        bench.scan(code)
        assert "waits for a second person" in bench.until(lambda sight: sight.banner == "reject").said
        bench.press(Qt.Key.Key_Escape)
    bench.press(Qt.Key.Key_Return)
    bench.reach("signing")
    assert f"Approve {lpn}: Discount" in bench.said
    bench.scan("DSID-ANNA")
    assert "cannot sign" in bench.until(lambda sight: sight.banner == "reject").said
    bench.scan("DSID-SUE", f"DSCMD-{PIN}", "DSCMD-CONFIRM")
    bench.until(lambda sight: sight.stage == "decision" and sight.print_state == "sent")
    assert verdicts(bench) == [*RULED, (RulingKind.APPROVAL, "discount")]
    (told,) = bench.events("DecisionApproved")
    assert (told["by"], told["approved_by"]) == ("ANNA", "SUE")


def test_who_decided_does_not_approve_though_another_is_signed_in(bench: Dock) -> None:
    mark_for_two(bench)
    decided(bench, "SUE")
    bench.scan("DSID-ANNA")
    bench.until(lambda sight: sight.said == "Signed in: Anna")
    bench.press(Qt.Key.Key_Return)
    bench.reach("signing")
    bench.scan("DSID-SUE")
    assert "Sue cannot sign" in bench.until(lambda sight: sight.banner == "reject").said
    assert bench.events("DecisionApproved") == []


def test_a_void_decision_is_made_anew_with_another_answer_and_another_label(bench: Dock) -> None:
    lpn = labelled(bench)
    bench.scan("DSCMD-VOID")
    assert "Anna" in bench.until(lambda sight: sight.banner == "reject").said
    assert bench.sight.stage == "decision"
    bench.scan("DSID-SUE", "DSCMD-MORE")
    bench.reach("overruling")
    bench.tap("Void it")
    bench.tap("A wrong answer was given")
    sight = bench.reach("inspect")
    assert sight.step == "done"
    assert "tear it off" in sight.said
    bench.scan("DSCMD-1", "DSCMD-1")  # the box: still sealed
    bench.until(lambda sight: sight.step == "done")
    bench.press(Qt.Key.Key_Return)
    bench.until(lambda sight: sight.stage == "decision" and sight.print_state == "sent")
    assert verdicts(bench) == [*RULED, (RulingKind.VOID, "discount"), (RulingKind.RULES, "restock")]
    (told,) = bench.events("DecisionVoided")
    assert (told["lpn"], told["by"], told["reason"]) == (lpn, "SUE", "wrong_answer")
    assert [each["disposition"] for each in bench.read(_dispositions)] == ["discount", "restock"]
    assert [each["copy"] for each in bench.events("LabelSent")] == [0, 0]


def _dispositions(work: UnitOfWork) -> list[dict[str, Any]]:
    return [dict(each.body) for each in work.outbox.pending(1000) if each.kind == "InspectionCompleted"]


def test_what_is_put_away_is_neither_voided_nor_overridden(bench: Dock) -> None:
    lpn = labelled(bench)
    bench.scan("DSID-SUE", "DSBIN-DISCOUNT-1")
    bench.reach("receive")
    bench.scan(lpn)
    bench.reach("history")
    bench.press(Qt.Key.Key_F10)
    bench.reach("decision")
    for command in ("DSCMD-VOID", "DSCMD-OVERRIDE"):
        bench.scan(command)
        assert "is put away already" in bench.until(lambda sight: sight.banner == "reject").said
        bench.press(Qt.Key.Key_Escape)
    bench.scan("DSCMD-MORE")
    bench.reach("overruling")
    assert "Void it" not in bench.said
    assert "Override" not in bench.said
    assert verdicts(bench) == RULED


TO_PIN = ("DSCMD-OVERRIDE", "DSCMD-1", "DSCMD-1", "DSCMD-1", "DSID-SUE", "DSCMD-47")
TO_WORDS = (*TO_PIN[:3], "DSCMD-6")
STEPS = [("DSCMD-MORE",), TO_PIN[:1], TO_PIN[:2], TO_PIN[:3], TO_WORDS, TO_PIN[:4], TO_PIN]
PLACES = ["overruling"] * 4 + ["words", "signing", "signing"]


def give_up(dock: Dock, how: str) -> None:
    if how == "Esc":
        dock.press(Qt.Key.Key_Escape)
    elif how == "Back":
        dock.tap("Back")
    else:
        dock.scan(how)
    dock.reach("decision")


def test_given_up_at_any_step_in_any_way_nothing_is_changed(bench: Dock) -> None:
    decided(bench)
    before = bench.events()
    for place, step in zip(PLACES, STEPS, strict=True):
        for how in ("DSCMD-CANCEL", "DSCMD-BACK", "Esc", "Back"):
            bench.scan(*step)
            bench.settle()
            assert bench.sight.stage == place
            give_up(bench, how)
    bench.scan("DSID-SUE", "DSCMD-VOID")
    bench.reach("overruling")
    give_up(bench, "Esc")
    assert bench.events() == before
    assert verdicts(bench) == RULED


def test_closed_in_the_middle_nothing_is_half_done(bench: Dock) -> None:
    lpn = decided(bench)
    before = bench.events()
    to_pin(bench)
    bench.scan("DSID-SUE", "DSCMD-47")
    bench.settle()
    bench.window.close()
    bench.begin("SUE")
    assert bench.events()[: len(before)] == before
    assert verdicts(bench) == RULED
    bench.scan(lpn)
    bench.reach("decision")
    bench.scan("DSCMD-VOID", "DSCMD-1")
    bench.until(lambda _sight: bool(bench.events("DecisionVoided")))
    bench.window.close()
    bench.begin("ANNA")
    bench.scan(lpn)
    bench.reach("inspect")
    assert bench.sight.step == "done"
    bench.press(Qt.Key.Key_Return)
    bench.reach("decision")
    assert [kind for kind, _where in verdicts(bench)] == [RulingKind.RULES, RulingKind.VOID, RulingKind.RULES]
