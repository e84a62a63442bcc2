"""Cosmetics and food."""

from dockstation.domain.parcel import Condition
from dockstation.domain.rma import Accessory
from tests.content.cases import QUALITY, STYLE, TRANSIT, WRONG, Case, Goods, Then, but, check, table

CREAM = Goods("cosmetics", 30000, (Accessory("sample", 2, 500),), weight_g=200)
SEALED = {"packaging": "sealed", "expiry": "400", "batch": "B2601", "damage": "none", "weight": "205"}
OPENED = but(SEALED, packaging="opened", content="full", weight=None)
USED = but(OPENED, content="used")

CASES = (
    Case("sealed, good for a year", SEALED, Then("A", "restock", "customer", "refund_full", "customer")),
    Case("the outer box opened, the inner seal whole", but(OPENED, packaging="box"),
         Then("B", "discount", "customer", "refund_full", "customer")),
    Case("the inner seal opened, no reason given", OPENED,
         Then("D", "return_to_customer", "customer", "refuse", "customer")),
    Case("used, no reason given", USED, Then("D", "return_to_customer", "customer", "refuse", "customer")),
    Case("used, not the shade they wanted", USED,
         Then("D", "return_to_customer", "customer", "refuse", "customer"), STYLE),
    Case("opened, the merchant sent the wrong one", OPENED,
         Then("D", "scrap", "merchant", "refund_full", "merchant"), WRONG),
    Case("used, a rash was stated that nobody can check", USED,
         Then("D", "scrap", "undetermined", "refund_full", "merchant"), QUALITY),
    Case("mould in a sealed jar", but(SEALED, damage="mould"),
         Then("D", "quarantine", "supplier", "refund_full", "supplier"), QUALITY),
    Case("leaking when it was unpacked", but(SEALED, damage="leaking"),
         Then("D", "scrap", "supplier", "refund_full", "supplier"), QUALITY),
    Case("broken on the way to the customer", but(SEALED, damage="broken"),
         Then("D", "scrap", "carrier", "refund_full", "carrier"), TRANSIT),
    Case("broken on the way back in a crushed parcel", but(SEALED, damage="broken"),
         Then("D", "scrap", "carrier", "refund_full", "carrier"), parcel=Condition.DAMAGED),
    Case("sold past its date", but(SEALED, expiry="-3"),
         Then("D", "scrap", "merchant", "refund_full", "merchant"), QUALITY),
    Case("past its date, no reason given", but(SEALED, expiry="0"),
         Then("D", "scrap", "merchant", "refund_full", "merchant")),
    Case("a dear set past its date", but(SEALED, expiry="-3"),
         Then("D", "scrap", "merchant", "refund_full", "merchant", second=True), QUALITY, value=250000),
    Case("two months left", but(SEALED, expiry="60"), Then("B", "discount", "customer", "refund_full", "customer")),
    Case("sealed, but too light", but(SEALED, weight="120"),
         Then("C", "quarantine", "undetermined", "refuse", "merchant")),
    Case("sealed again", but(OPENED, packaging="forged"),
         Then("C", "quarantine", "undetermined", "refuse", "merchant")),
    Case("a dear one opened, the wrong shade was sent", OPENED,
         Then("D", "scrap", "merchant", "refund_full", "merchant", second=True), WRONG, value=250000),
    Case("chilled goods came warm", but(SEALED, cold="fail"),
         Then("D", "scrap", "supplier", "refund_full", "supplier"), QUALITY, flags=("chilled",)),
    Case("a sample is missing", SEALED, Then("B", "discount", "customer", "refund_part", "customer", 1000),
         missing=["sample"]),
)  # fmt: skip


@table(CASES)
def test_cosmetics_and_food_are_decided_as_a_returns_manager_would(case: Case) -> None:
    check(CREAM, case)
