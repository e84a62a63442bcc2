"""The words of a receipt, in both languages, whatever the screen shows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.text import Text
from dockstation.domain.unit import UnitState


def _text(chinese: str, english: str) -> Text:
    return Text({"zh_CN": chinese, "en": english})


KINDS: Mapping[DiscrepancyKind, Text] = MappingProxyType(
    {
        DiscrepancyKind.UNKNOWN_PARCEL: _text("无主件", "Unknown parcel"),
        DiscrepancyKind.RMA_CANCELLED: _text("退货单已取消", "Return cancelled"),
        DiscrepancyKind.RMA_REFUNDED: _text("已退款", "Refunded already"),
        DiscrepancyKind.OUTSIDE_WINDOW: _text("超过退货期限", "Sent too late"),
        DiscrepancyKind.FLAGGED_CUSTOMER: _text("需要更多凭证", "More evidence"),
        DiscrepancyKind.PARCEL_DAMAGED: _text("包裹破损", "Parcel damaged"),
        DiscrepancyKind.PARCEL_WET: _text("包裹受潮", "Parcel wet"),
        DiscrepancyKind.PARCEL_OPENED: _text("包裹途中被拆", "Parcel opened"),
        DiscrepancyKind.WEIGHT_OFF: _text("重量不符", "Weight differs"),
        DiscrepancyKind.EMPTY_BOX: _text("空包", "Empty box"),
        DiscrepancyKind.MISSING: _text("缺少物品", "Missing"),
        DiscrepancyKind.MISSING_ACCESSORY: _text("缺少配件", "Accessory missing"),
        DiscrepancyKind.EXTRA: _text("多出一件", "One too many"),
        DiscrepancyKind.WRONG_ITEM: _text("错货", "Wrong item"),
        DiscrepancyKind.SERIAL_MISMATCH: _text("序列号不符", "Serial differs"),
        DiscrepancyKind.SERIAL_BEFORE: _text("序列号曾退过", "Serial came before"),
        DiscrepancyKind.EXPIRED: _text("已过期", "Expired"),
        DiscrepancyKind.RECALLED: _text("召回品", "Recalled"),
        DiscrepancyKind.HAZARDOUS: _text("危险品", "Hazardous"),
        DiscrepancyKind.COUNTERFEIT: _text("疑似假货", "Perhaps counterfeit"),
    }
)
ANSWERS: Mapping[str, Text] = MappingProxyType(
    {
        "sent_by_customer": _text("客户寄错", "The customer sent another item"),
        "sent_by_us": _text("我方发错", "We had sent the wrong item"),
        "our_mis_shipment": _text("我方发错序列号", "We had shipped another serial number"),
        "swapped": _text("疑似调包", "Perhaps swapped"),
        "returned_again": _text("再次售出后再次退回", "Sold again and returned again"),
        "unclear": _text("不清楚", "Not clear"),
    }
)
STATES: Mapping[UnitState, Text] = MappingProxyType(
    {
        UnitState.RECEIVED: _text("待质检", "received"),
        UnitState.INSPECTING: _text("质检中", "inspecting"),
        UnitState.DECIDED: _text("已判定", "decided"),
        UnitState.LABELLED: _text("已贴标", "labelled"),
        UnitState.PUT_AWAY: _text("已入位", "put away"),
        UnitState.VOIDED: _text("已作废", "voided"),
    }
)
