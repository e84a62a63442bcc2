"""Believable data for the screens, from the shipped config."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random

from PySide6.QtGui import QImage

from dockstation.application.case import Case
from dockstation.application.ports.inspections import Inspection
from dockstation.application.ports.store import PrintJob, PrintState
from dockstation.application.queries import (
    DecisionView,
    Filter,
    HomeView,
    InspectView,
    ReceiveView,
    WaitingParcel,
    WaitingUnit,
    inspect_view,
)
from dockstation.demo.pictures.items import draw_item
from dockstation.domain import grading
from dockstation.domain.checklist import Answers
from dockstation.domain.contents import LineCount
from dockstation.domain.discrepancy import Discrepancy, DiscrepancyKind
from dockstation.domain.evidence import Photo
from dockstation.domain.label import Bitmap, LabelContent
from dockstation.domain.match import Listed, Match, Shortlist
from dockstation.domain.parcel import Parcel, ParcelState
from dockstation.domain.policy import Policy
from dockstation.domain.rma import Accessory, ReturnType, Rma, RmaLine, RmaStatus, Wanted
from dockstation.domain.text import Text
from dockstation.domain.unit import Unit, UnitState
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from tests.fakes.walks import policy_walk
from tests.labels.samples import shipped_labels

DUE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PHONE = RmaLine(
    "1", "PH-X12-256-BLK", "06901234567892",
    Text({"en": "Phone X12, 256 GB, graphite black", "zh_CN": "X12 手机 256 GB 曜石黑"}),
    "phone", 2, 389900, 420, ("SN7F3K2201", "SN7F3K2202"),
    (Accessory("充电器 Charger", 1, 9900), Accessory("数据线 Cable", 2, 2900)), picture="a" * 64,
)  # fmt: skip
SHIRT = RmaLine(
    "2", "TS-COT-M-WHT", "06901234500018",
    Text({"en": "T-shirt, cotton, M, white", "zh_CN": "纯棉 T 恤 M 白色"}), "clothing", 3, 12900, 210,
)  # fmt: skip
RMA = Rma(
    "RMA-2026-004711", 3, RmaStatus.APPROVED, "SO-99120", ReturnType.QUALITY, Wanted.REFUND, "王小明", "CNY",
    DUE, DUE, ("SF1029384756123",), (PHONE, SHIRT),
)  # fmt: skip
PARCEL = Parcel("p1", "SF1029384756123", (RMA.number,), ParcelState.OPENED)
UNIT = Unit("K7M42346X", "p1", RMA.number, "1", "SN7F3K2201", UnitState.INSPECTING)
ANSWERS = {
    "packaging": "opened", "serial": "na", "screen": "light", "housing": "none", "liquid": "pass", "power": "pass",
    "account": "pass", "touch": "good", "battery": "96", "functions": "none", "erased": "pass",
    "accessories": '{"充电器 Charger":1,"数据线 Cable":2}', "remark": "",
}  # fmt: skip


def home(count: int = 4, chosen: Filter = Filter.ALL) -> HomeView:
    """Some units in several states, the first one late, the third handed over, and a parcel that is shut."""
    names = (PHONE.name, SHIRT.name, Text({"en": "Kettle, 1.7 l, steel", "zh_CN": "电水壶 1.7 升 不锈钢"}))
    states = (UnitState.INSPECTING, UnitState.RECEIVED, UnitState.DECIDED, UnitState.LABELLED)
    at = "2026-11-23T09:00:00Z"
    waiting: list[WaitingUnit | WaitingParcel] = [
        WaitingUnit(
            f"K7M4234{n}X", f"RMA-2026-00471{n}", names[n % 3], states[n % 4], at, n == 0,
            "" if states[n % 4] is UnitState.RECEIVED else "DEMO", "second_opinion" if n % 4 == 2 else "",
            "Dock 2" if n % 4 == 3 else "",
        )
        for n in range(count)
    ]  # fmt: skip
    if count:
        waiting.append(
            WaitingParcel("p2", "SF1029384756124", "RMA-2026-004720", at, late=False, carrier="SF Express")
        )
    counts = dict(zip(Filter, (len(waiting), min(count, 1), *[count // 2] * 3, min(count, 1)), strict=True))
    return HomeView(tuple(waiting), 1284, counts, chosen)


def pictures() -> dict[str, QImage]:
    """The phone's; the shirt has none."""
    item = draw_item("phone", Random(1)).convert("RGBA")
    raw = item.tobytes()
    image = QImage(raw, *item.size, 4 * item.width, QImage.Format.Format_RGBA8888)
    return {PHONE.picture: image.scaled(205, 256).copy()}


def receive(found: int = 1) -> ReceiveView:
    """A parcel of two lines of which ``found`` phones have been counted."""
    units = tuple(replace(UNIT, lpn=f"K7M4234{n}X", state=UnitState.RECEIVED) for n in range(found))
    return ReceiveView(PARCEL, RMA, (LineCount(PHONE, found), LineCount(SHIRT, 0)), units)


def busy() -> ReceiveView:
    """A parcel of two returns with an earlier parcel behind it, an item too many and one that nobody expects."""
    other = replace(RMA, number="RMA-2026-004799", lines=(SHIRT,))
    units = (
        replace(UNIT, state=UnitState.RECEIVED),
        Unit("K7M42347Y", "p1", RMA.number, "", "", UnitState.RECEIVED, SHIRT.gtin),
        Unit("K7M42348A", "p1", RMA.number, "", "", UnitState.RECEIVED, "04006381333931"),
    )
    told = (
        Discrepancy("d1", DiscrepancyKind.EXTRA, "p1", RMA.number, "2", "K7M42347Y"),
        Discrepancy("d2", DiscrepancyKind.WRONG_ITEM, "p1", RMA.number, "", "K7M42348A"),
    )
    lines = (
        LineCount(PHONE, 2, RMA.number, here=1),
        LineCount(SHIRT, 3, RMA.number, here=3, extra=1),
        LineCount(SHIRT, 1, other.number, here=1, missing=1),
    )
    parcel = replace(PARCEL, rma_numbers=(RMA.number, other.number))
    return ReceiveView(parcel, RMA, lines, units, (RMA, other), told, is_empty=False)


def inspect(
    answers: Answers,
    photographed: tuple[str, ...] = (),
    at: str = "",
    policy: Policy | None = None,
    repeatable: str = "",
) -> InspectView:
    """The phone's checklist after ``answers``, or turned back to question ``at``; a photo as ``question`` or
    ``question.view``.
    """
    way = policy_walk(policy or load_policy(ConfigFolders()), RMA, PHONE)
    parts = [each.partition(".") for each in photographed]
    photos = tuple(Photo("0" * 64, 1, 1920, 1080, UNIT.lpn, name, view=view) for name, _, view in parts)
    inspection = Inspection(UNIT.lpn, way.checklist.id, way.checklist.version, answers, photos)
    return inspect_view(Case(UNIT, RMA, PHONE, inspection, way), at, repeatable)


def decision(
    state: PrintState | None, answers: Answers = ANSWERS, unit: UnitState = UnitState.DECIDED
) -> DecisionView:
    """The phone decided by the shipped rules, its label in ``state``."""
    policy = load_policy(ConfigFolders())
    way = policy_walk(policy, RMA, PHONE)
    values = {**way.circumstances, **way.values(answers)}
    decided = grading.decide(policy.rules_for("phone"), values, PHONE.unit_value)
    job = PrintJob("j1", f"unit:{UNIT.lpn}", "label", "disposition", 0, b"", "", state) if state else None
    found = way.defects(answers)
    where = policy.disposition(decided.disposition)
    return DecisionView(replace(UNIT, state=unit), RMA, PHONE, decided, where, found, label(), job)


def deducted() -> DecisionView:
    """A decision that advises a refund of nine tenths."""
    view = decision(None)
    less = replace(view.decision, resolution="refund_part", deduction=PHONE.unit_value // 10)
    return replace(view, decision=less)


@cache
def label() -> Bitmap:
    """The label of the phone as it was decided, 800 × 480."""
    content = LabelContent(
        lpn=UNIT.lpn, rma_number=RMA.number, sku=PHONE.sku, name="X12 Phone 手机 256 GB", disposition="discount",
        disposition_word="降价 Discount", grade="B", reason="轻微划痕 Light scratches", bin="DISCOUNT-1",
        operator="Anna", station="Dock 1", at="2026-11-26 09:30",
    )  # fmt: skip
    return shipped_labels().bitmap(content, "disposition", 203)


def shortlist(count: int = 5, *, more: bool = False) -> Shortlist:
    """Returns of the same goods, the first one here already, the last one cancelled."""
    entries = [_listed(n, count) for n in range(count)]
    return Shortlist(tuple(entries), more)


def _listed(n: int, count: int) -> Listed:
    rma = replace(
        RMA,
        number=f"RMA-2026-00471{n}",
        order_number=f"SO-9912{n}",
        customer="王李张刘陈"[n % 5] + "**",
        phone_end=f"{1234 + 1111 * n % 8000}",
        tracking_numbers=(f"SF102938475612{n}",),
        due_at=DUE + timedelta(hours=20 * n),
        lines=(PHONE, SHIRT)[: 1 + n % 2],
        status=RmaStatus.CANCELLED if n and n == count - 1 else RmaStatus.APPROVED,
    )
    state = ParcelState.EXPECTED if n else ParcelState.ARRIVED
    return Listed(Match(rma.tracking_numbers[0], rma), state)
