"""A return to work with: one phone by serial number, two shirts by GTIN."""

from __future__ import annotations

from datetime import UTC, datetime

from dockstation.domain.rma import Accessory, ReturnType, Rma, RmaLine, RmaStatus, Wanted
from dockstation.domain.text import Text

IMEI = "356938035643809"
SHIRT_GTIN = "06901234567892"
PHONE_SKU = "PH-12-128-BK"


def a_return(
    number: str = "R26110001",
    *,
    status: RmaStatus = RmaStatus.APPROVED,
    return_type: ReturnType = ReturnType.NO_REASON,
    version: int = 3,
    unit_value: int = 399900,
    tracking: tuple[str, ...] = ("SF1234567890123",),
) -> Rma:
    phone = RmaLine(
        "1", PHONE_SKU, "06923450657713", Text({"zh_CN": "星河手机 12", "en": "Galaxy River Phone 12"}), "phone", 1,
        unit_value, 420, (IMEI,), (Accessory("charger"), Accessory("cable")),
    )  # fmt: skip
    shirts = RmaLine(
        "2", "TS-M-WH", SHIRT_GTIN, Text({"zh_CN": "白色 T 恤", "en": "White T-shirt"}), "clothing", 2, 9900, 180
    )
    return Rma(
        number, version, status, "ORD-" + number, return_type, Wanted.REFUND, "王**", "CNY",
        datetime(2026, 3, 4, 9, 0, tzinfo=UTC), datetime(2026, 3, 9, tzinfo=UTC), tracking, (phone, shirts),
        dispatched_at=datetime(2026, 3, 1, tzinfo=UTC),
    )  # fmt: skip
