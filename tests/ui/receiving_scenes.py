"""The screens of receiving, as the gallery shows them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from dockstation.application.held_pool import HeldParcel
from dockstation.application.ports.scale import Reading
from dockstation.application.ports.store import PrintState
from dockstation.application.receive import OtherReturn, SerialWanted
from dockstation.domain.counting import Sighting
from dockstation.domain.discrepancy import DiscrepancyKind, by_hand
from dockstation.domain.errors import DockstationError
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.scan import parse
from dockstation.ui.background import Background
from dockstation.ui.main_window.ask_stage import AskStage
from dockstation.ui.main_window.camera_loop import CameraLoop
from dockstation.ui.main_window.closing import Closing
from dockstation.ui.main_window.count_questions import CountQuestions
from dockstation.ui.main_window.desk import Desk
from dockstation.ui.main_window.discrepancy_stage import DiscrepancyStage
from dockstation.ui.main_window.picking import Picking
from dockstation.ui.main_window.thumbnails import Thumbnails
from dockstation.ui.messages import sentence
from dockstation.ui.screens.ask import AskScreen
from dockstation.ui.screens.discrepancy import DiscrepancyScreen, Evidence
from dockstation.ui.screens.dock import DockScreen
from dockstation.ui.screens.held import HeldPage, HeldScreen
from dockstation.ui.screens.problem import ProblemScreen
from dockstation.ui.screens.receive import ReceiveScreen
from dockstation.ui.screens.shortlist import ShortlistScreen
from dockstation.ui.screens.weigh import Weighing, WeighScreen
from dockstation.ui.widgets import Banner
from tests.ui import dock_samples, samples
from tests.ui.view_of_bench import frame, show_camera

Scene = tuple[str, str, Callable[[str], QWidget]]
"""The banner's kind, what it says, and the screen in a language."""


def _receive_busy(language: str) -> QWidget:
    screen = ReceiveScreen()
    plates = {"K7M42347Y": PrintState.FAILED, "K7M42348A": PrintState.SENT}
    screen.show_receive(samples.busy(), language, plates, samples.pictures())
    return screen


def _ask(language: str, name: str) -> QWidget:
    """A page as its asker makes it, shown by a stage that nothing answers."""
    desk = Desk(Background(()), Banner(), language)
    asking = AskStage(desk, AskScreen())
    discrepancy = DiscrepancyStage(desk, DiscrepancyScreen(), _camera())
    view, thumbnails = samples.busy(), Thumbnails(desk)
    thumbnails._images = samples.pictures()
    picking, questions = Picking(desk, asking, thumbnails), CountQuestions(desk, asking, discrepancy)
    closing = Closing(desk, asking, discrepancy, lambda _use, _parcel: (view, None))
    gtin, label = Sighting((parse("6901234567892"),)), Sighting((parse("SF1029384756999"),))
    ways: dict[str, Callable[[], None]] = {
        "serial": lambda: questions.serial(gtin, SerialWanted(samples.RMA.number, samples.PHONE)),
        "label": lambda: questions.elsewhere("p1", OtherReturn(label, "RMA-2026-004799", label=True)),
        "item": lambda: questions.elsewhere("p1", OtherReturn(gtin, "RMA-2026-004799")),
        "pick": lambda: picking.pick(view),
        "pick-many": lambda: picking.pick(replace(view, lines=view.lines * 5)),
        "void": lambda: picking.choose_void(view),
        "missing": lambda: closing.begin(samples.receive(1)),
        "empty": lambda: closing.begin(replace(samples.receive(0), is_empty=True)),
        "done": lambda: closing._ask_done(view),
    }
    ways[name]()
    asking.screen.stage = asking  # type: ignore[attr-defined]  # keeps the asker as long as the screen
    return asking.screen


ASKED = ("serial", "label", "item", "pick", "pick-many", "void", "missing", "empty", "done")


def _camera() -> CameraLoop:
    return CameraLoop(Background(()), None, lambda _code: 0)


def _dock(language: str, name: str) -> QWidget:
    screen = DockScreen()
    screen.show_dock(dock_samples.sight(name), language)
    image = frame()
    screen.camera.show_frame(bytes(image.constBits()), image.width(), image.height(), image.bytesPerLine())
    return screen


def _weigh(weighing: Weighing) -> QWidget:
    screen = WeighScreen()
    screen.show_weighing(weighing)
    return screen


def _discrepancy(language: str, kind: str, taken: int = 0, answer: str = "", *, camera: bool = True) -> QWidget:
    screen = DiscrepancyScreen()
    picture = Path(tempfile.gettempdir()) / "gallery-photo.jpg"
    frame().save(str(picture))
    about = f"{samples.PARCEL.code}  ·  {samples.RMA.number}  ·  {samples.UNIT.lpn}"
    facts = {"serial": "SN7F3K2299", "expected": "SN7F3K2201, SN7F3K2202", "item": "Phone X12, 256 GB"}
    if kind == "serial_before":
        facts = {"serial": "SN7F3K2299", "other_lpn": "9ZZ22222X", "other_rma": "R26110007"}
        facts |= {"other_station": "Dock 7, Shenzhen", "other_received_at": "2026-11-24T08:30:00.000Z"}
    view = Evidence(DiscrepancyKind(kind), about, facts, taken, answer, camera)
    screen.show_discrepancy(view, language, [picture] * taken)
    if camera:
        show_camera(screen, language)
    else:
        screen.camera.show_off(sentence(DockstationError("camera.none")))
    return screen


def _held(language: str, count: int, *, may_match: bool = True, proposed: bool = False) -> QWidget:
    screen = HeldScreen()
    picture = Path(tempfile.gettempdir()) / "gallery-photo.jpg"
    frame().save(str(picture))
    kinds = (DiscrepancyKind.UNKNOWN_PARCEL, DiscrepancyKind.RMA_CANCELLED, DiscrepancyKind.RMA_REFUNDED)
    pool = tuple(
        HeldParcel(
            Parcel(
                f"p{n}", f"YT881234567890{n}", (samples.RMA.number,) if n % 3 else (), ParcelState.HELD,
                arrived_at="2026-11-23T09:00:00Z",
            ),
            kinds[n % 3],
            ("a",),
        )
        for n in range(count)
    )  # fmt: skip
    page = HeldPage(pool, next(iter(pool), None), samples.RMA if proposed else None, may_match)
    screen.show_held(page, language, [picture, picture])
    return screen


def _problem(_language: str, *, of_unit: bool) -> QWidget:
    screen = ProblemScreen()
    screen.show_problem(by_hand(of_unit=of_unit), samples.PARCEL.code, samples.UNIT.lpn if of_unit else "")
    return screen


def _shortlist(language: str, count: int, *, may_ask: bool) -> QWidget:
    screen = ShortlistScreen()
    screen.show_shortlist("(01)06901234567892", samples.shortlist(count, more=count > 9), language, may_ask=may_ask)
    return screen


RECEIVING: dict[str, Scene] = {
    "receive-busy": ("accept", "Counted in as K7M42348A", _receive_busy),
    **{f"ask-{name}": ("", "", partial(_ask, name=name)) for name in ASKED},
    "dock-empty": ("", "", lambda lang: _dock(lang, "empty")),
    "dock-known": ("accept", "SF1029384756123  ·  RMA-2026-004711", lambda lang: _dock(lang, "known")),
    "dock-stranger": ("accept", "YT8812345678901", lambda lang: _dock(lang, "stranger")),
    "dock-again": ("question", "SF1029384756123", lambda lang: _dock(lang, "again")),
    "dock-photo": ("question", "YT8812345678901", lambda lang: _dock(lang, "photo")),
    "dock-reason": ("", "", lambda lang: _dock(lang, "reason")),
    "dock-weight": ("", "", lambda lang: _dock(lang, "weight")),
    "weigh-typed": ("", "", lambda _lang: _weigh(Weighing("SF1029384756123", "1240"))),
    "weigh-moving": ("", "", lambda _lang: _weigh(Weighing("SF1029384756123", "", Reading(812, stable=False)))),
    "dock-no-printer": ("reject", "parcel.label_failed", lambda lang: _dock(lang, "no-printer")),
    "shortlist": (
        "question",
        "Several returns: choose the right one",
        lambda lang: _shortlist(lang, 3, may_ask=True),
    ),
    "shortlist-many": ("", "", lambda lang: _shortlist(lang, 20, may_ask=False)),
    "discrepancy-serial": ("", "", lambda lang: _discrepancy(lang, "serial_mismatch")),
    "discrepancy-complete": ("accept", "OK", lambda lang: _discrepancy(lang, "serial_before", 2, "swapped")),
    "discrepancy-flagged": ("", "", lambda lang: _discrepancy(lang, "flagged_customer", 1)),
    "discrepancy-no-camera": ("", "", lambda lang: _discrepancy(lang, "unknown_parcel", camera=False)),
    "held": ("", "", lambda lang: _held(lang, 4)),
    "held-proposed": ("question", "RMA-2026-004711?", lambda lang: _held(lang, 4, proposed=True)),
    "held-clerk": ("reject", "parcel.not_held", lambda lang: _held(lang, 12, may_match=False)),
    "held-none": ("", "", lambda lang: _held(lang, 0)),
    "problem-item": ("", "", lambda lang: _problem(lang, of_unit=True)),
    "problem-parcel": ("", "", lambda lang: _problem(lang, of_unit=False)),
}
