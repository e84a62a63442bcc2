"""The way to the bin, the second inspection, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from dockstation.application.ports.store import PrintState
from dockstation.application.queries import Bin, ComparisonView
from dockstation.domain.agreement import report
from dockstation.domain.opinion import Comparison, OpinionState, SecondOpinion, Side
from dockstation.domain.unit import UnitState
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from dockstation.ui.main_window.bins import which_bin
from dockstation.ui.main_window.comparing_words import GO_ON, SETTLE, ComparingWords
from dockstation.ui.main_window.overruling_words import OverrulingWords
from dockstation.ui.screens.ask import Asked, AskScreen
from dockstation.ui.screens.decision import DecisionScreen
from dockstation.ui.screens.inspect import InspectScreen
from tests.ui import samples
from tests.ui.receiving_scenes import Scene
from tests.ui.view_of_bench import show_camera

PEOPLE = {"ANNA": "Anna", "BEN": "Ben", "WANG": "王小明"}
NAMES = ("DISCOUNT-1", "DISCOUNT-2", "DISCOUNT-3")
AT = "2026-11-26T09:30:00Z"


def _bins(language: str, *full: str) -> QWidget:
    """A labelled unit with three bins, these of them full."""
    screen = DecisionScreen()
    view = samples.decision(PrintState.CONFIRMED, samples.ANSWERS, UnitState.LABELLED)
    where = replace(view.disposition, bins=NAMES)
    bins = tuple(Bin(each, 40 if each in full else 12, 40, each in full) for each in NAMES)
    screen.show_decision(replace(view, disposition=where, bins=bins), language)
    return screen


def _waits(language: str) -> QWidget:
    screen = DecisionScreen()
    view = replace(samples.decision(None), opinion=SecondOpinion(samples.UNIT.lpn, "ANNA"))
    screen.show_decision(view, language)
    return screen


def _blind(language: str, count: int) -> QWidget:
    screen = InspectScreen()
    answers = dict(list(samples.ANSWERS.items())[:count])
    photos = ("screen", "overall.front", "overall.back") if count == len(samples.ANSWERS) else ()
    screen.show_inspect(replace(samples.inspect(answers, photos), opinion=True), language, [])
    show_camera(screen, language)
    return screen


def _asked(asked: Asked) -> QWidget:
    screen = AskScreen()
    screen.show_ask(asked)
    return screen


def _compared(second: dict[str, str], grade: str, place: str, state: OpinionState) -> ComparisonView:
    said = {name: answer for name, answer in samples.ANSWERS.items() if name != "remark"}
    first = Side("ANNA", said, "B", "discount")
    both = Comparison(samples.UNIT.lpn, first, Side("BEN", said | second, grade, place), AT)
    policy = load_policy(ConfigFolders())
    places = {code: each.word for code, each in policy.dispositions.items()}
    opinion = SecondOpinion(both.lpn, "ANNA", state, both)
    return ComparisonView(opinion, both, samples.inspect({}).checklist, samples.PHONE, places)


DIFFERING = {"screen": "deep", "battery": "81", "accessories": '{"充电器 Charger":1,"数据线 Cable":1}'}


def _differ(language: str, state: OpinionState, enter: str = "") -> QWidget:
    view = _compared(DIFFERING, "C", "repair", state)
    return _asked(ComparingWords().compare(view, PEOPLE, language, enter))


def _alike(language: str) -> QWidget:
    view = _compared({}, "B", "discount", OpinionState.GIVEN)
    return _asked(ComparingWords().compare(view, PEOPLE, language, GO_ON))


def _agreement(language: str, differing: int) -> QWidget:
    sides = [_compared(DIFFERING if n % 4 == 0 else {}, "C" if n % 4 == 0 else "B", "discount", OpinionState.DIFFERS)
             for n in range(20)]  # fmt: skip
    both = [replace(each.both, first=replace(each.both.first, by="WANG" if n % 3 else "ANNA"))
            for n, each in enumerate(sides)]  # fmt: skip
    asked = {each.id: each.text for each in samples.inspect({}).checklist.questions}
    return _asked(ComparingWords().agreement(report(both), PEOPLE, differing, asked, language))


def _differing(count: int) -> QWidget:
    opinion = _compared(DIFFERING, "C", "repair", OpinionState.DIFFERS).opinion
    return _asked(ComparingWords().differing([replace(opinion, lpn=f"K7M4234{n}X") for n in range(count)], PEOPLE))


def _second(_language: str) -> QWidget:
    return _asked(OverrulingWords().second(samples.UNIT.lpn))


PUTTING_AWAY: dict[str, Scene] = {
    "bin-asked": ("accept", "OK", _bins),
    "bin-wrong": ("reject", "container.wrong", _bins),
    "bin-full": ("reject", "container.full", lambda lang: _bins(lang, "DISCOUNT-1")),
    "bin-all-full": ("reject", "container.all_full", lambda lang: _bins(lang, *NAMES)),
    "bin-exchange": ("", "", lambda _lang: _asked(which_bin("emptied"))),
    "bin-call-full": ("reject", "container.unknown", lambda _lang: _asked(which_bin("full"))),
    "opinion-waits": ("reject", "opinion.wanted", _waits),
    "opinion-supervisor": ("", "", _second),
    "opinion-blind": ("info", "Second opinion: inspect it as if nobody had before", lambda lang: _blind(lang, 3)),
    "opinion-blind-done": ("", "", lambda lang: _blind(lang, len(samples.ANSWERS))),
    "opinion-differs": ("", "", lambda lang: _differ(lang, OpinionState.DIFFERS, GO_ON)),
    "opinion-settle": ("", "", lambda lang: _differ(lang, OpinionState.DIFFERS, SETTLE)),
    "opinion-settled": ("", "", lambda lang: _differ(lang, OpinionState.SETTLED)),
    "opinion-alike": ("", "", _alike),
    "agreement": ("", "", lambda lang: _agreement(lang, 3)),
    "agreement-differing": ("", "", lambda _lang: _differing(14)),
    "agreement-none": ("", "", lambda lang: _agreement(lang, 0)),
}
