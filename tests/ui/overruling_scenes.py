"""What people do about a decision, as the gallery shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from dockstation.application.ports.store import PrintState
from dockstation.application.queries import DecisionView
from dockstation.domain.operator import Operator, Role
from dockstation.domain.outcome import Ruling, RulingKind
from dockstation.domain.overruling import OVERRIDE_REASONS, VOID_REASONS, Change, in_words, overridden
from dockstation.domain.unit import UnitState
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from dockstation.ui.main_window.overruling_words import OverrulingWords
from dockstation.ui.screens.ask import Asked, AskScreen
from dockstation.ui.screens.decision import DecisionScreen
from dockstation.ui.screens.sign import SignScreen
from dockstation.ui.screens.words import WordsScreen
from tests.ui import samples
from tests.ui.receiving_scenes import Scene

SUE = Operator("SUE", "Susanne Meier-Lindemann", Role.SUPERVISOR)
PEOPLE = {"ANNA": "Anna", "SUE": SUE.name}
KNOWN = tuple(load_policy(ConfigFolders()).dispositions.values())
LONG = "The box is wet and smells of oil; the customer says it stood in the garage. 客户说放在车库里了，有油味。"
SCRAP = Change(disposition="scrap")


def _decided(*, marked: bool = False, state: PrintState | None = PrintState.SENT) -> DecisionView:
    view = samples.decision(state, unit=UnitState.DECIDED)
    decision = replace(view.decision, second_person=("lesser-discount",) if marked else ())
    ruled = Ruling(RulingKind.RULES, decision, "ANNA", "2026-11-26T09:30:00Z")
    return replace(view, decision=decision, rulings=(ruled,))


def _overridden(reason: str, state: PrintState | None = PrintState.SENT) -> DecisionView:
    view = _decided(state=state)
    after = overridden(view.decision, SCRAP, reason, samples.PHONE.unit_value)
    where = next(each for each in KNOWN if each.code == "scrap")
    signed = Ruling(RulingKind.OVERRIDE, after, "ANNA", "2026-11-26T09:32:00Z", reason, SUE.badge)
    rulings = (*view.rulings, signed)
    return replace(view, decision=after, disposition=where, rulings=rulings, is_relabelled=True)


def _decision(language: str, view: DecisionView) -> QWidget:
    screen = DecisionScreen()
    screen.show_decision(view, language)
    return screen


def _ask(language: str, say: Callable[[OverrulingWords, str], Asked]) -> QWidget:
    screen = AskScreen()
    screen.show_ask(say(OverrulingWords(screen), language))
    return screen


def _why(words: OverrulingWords, language: str) -> Asked:
    return words.trace(_overridden(in_words(LONG[:100])), KNOWN, language, PEOPLE)


def _why_override(words: OverrulingWords, language: str) -> Asked:
    return words.reasons(words.override_title(SCRAP, KNOWN, language), OVERRIDE_REASONS, language)


def _why_void(words: OverrulingWords, language: str) -> Asked:
    return words.reasons(words.void_title(samples.UNIT.lpn), VOID_REASONS, language)


def _words(language: str, text: str) -> QWidget:
    screen, words = WordsScreen(), OverrulingWords()
    screen.ask(words.override_title(SCRAP, KNOWN, language))
    screen.take(text)
    return screen


def _sign(language: str, name: str, digits: int) -> QWidget:
    screen = SignScreen()
    screen.show_signing(OverrulingWords().override_title(SCRAP, KNOWN, language), name, digits)
    return screen


OVERRULING: dict[str, Scene] = {
    "overrule-more": ("", "", partial(_ask, say=lambda words, _lang: words.more(_decided(marked=True), SUE))),
    "overrule-change": ("", "", partial(_ask, say=lambda words, _lang: words.change(_decided()))),
    "overrule-where": (
        "", "", partial(_ask, say=lambda words, lang: words.values("disposition", _decided(), KNOWN, lang)),
    ),
    "overrule-advice": (
        "", "", partial(_ask, say=lambda words, lang: words.values("resolution", _decided(), KNOWN, lang)),
    ),
    "overrule-reasons": ("", "", partial(_ask, say=_why_override)),
    "overrule-words": ("", "", partial(_words, text="")),
    "overrule-words-long": ("reject", "answer.no_choice", partial(_words, text=LONG)),
    "overrule-badge": ("reject", "approval.same_person", partial(_sign, name="", digits=0)),
    "overrule-pin": ("", "", partial(_sign, name=SUE.name, digits=0)),
    "overrule-pin-begun": ("", "", partial(_sign, name=SUE.name, digits=4)),
    "overrule-pin-wrong": ("reject", "pin.wrong_wait", partial(_sign, name=SUE.name, digits=0)),
    "overrule-approval": ("", "", lambda lang: _decision(lang, _decided(marked=True, state=None))),
    "overrule-done": ("accept", "OK", lambda lang: _decision(lang, _overridden("safety"))),
    "overrule-done-words": ("", "", lambda lang: _decision(lang, _overridden(in_words(LONG[:100]), None))),
    "overrule-why": ("", "", partial(_ask, say=_why)),
    "overrule-void": ("", "", partial(_ask, say=_why_void)),
}  # fmt: skip
