"""Headphones and wearables."""

from dockstation.domain.parcel import Condition
from dockstation.domain.rma import Accessory
from tests.content.cases import QUALITY, SERIAL, TRANSIT, WRONG, Case, Goods, Then, but, check, table

EARBUDS = Goods("headphones", 30000, (Accessory("ear tips", 3, 1000), Accessory("cable", 1, 1900)), (SERIAL,))
GOOD = {
    "packaging": "opened", "serial": SERIAL, "hygiene": "new", "housing": "none", "power": "pass", "account": "pass",
    "functions": "none", "remark": "",
}  # fmt: skip
DEAD = but(GOOD, power="fail", account=None, functions=None)

CASES = (
    Case("sealed and unwanted", {"packaging": "sealed"}, Then("A", "restock", "customer", "refund_full", "customer")),
    Case("opened, never worn", GOOD, Then("B", "discount", "customer", "refund_full", "customer")),
    Case("worn and clean", but(GOOD, hygiene="clean"),
         Then("B", "discount", "customer", "refund_part", "customer", 3000)),
    Case("wax in the tips, no reason given", but(GOOD, hygiene="soiled"),
         Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("wax in the tips, the fault was not seen", but(GOOD, hygiene="soiled"),
         Then("C", "scrap", "undetermined", "refund_part", "merchant", 9000), QUALITY),
    Case("dear ones, worn, the fault was not seen", but(GOOD, hygiene="soiled"),
         Then("C", "repair", "undetermined", "refund_part", "merchant", 45000), QUALITY, value=150000),
    Case("silent on the left, worn", but(GOOD, hygiene="soiled", functions="left"),
         Then("C", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("does not start", DEAD, Then("D", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("still paired with the customer's phone", but(GOOD, account="fail"),
         Then("C", "quarantine", "customer", "refuse", "customer")),
    Case("the case cracked on the way", but(GOOD, housing="cracked@front"),
         Then("C", "discount", "carrier", "refund_full", "carrier"), TRANSIT),
    Case("cracked in a wet parcel on the way back", but(GOOD, housing="cracked@front"),
         Then("C", "discount", "carrier", "refund_full", "carrier"), parcel=Condition.WET),
    Case("one pair of tips is missing", GOOD, Then("B", "discount", "customer", "refund_part", "customer", 3000),
         missing=["ear tips"]),
    Case("a swollen battery", but(GOOD, functions="swollen"),
         Then("D", "quarantine", "supplier", "refund_full", "supplier"), QUALITY),
    Case("another pair came back", but(GOOD, serial="SN1"),
         Then("C", "quarantine", "undetermined", "refuse", "merchant")),
    Case("the wrong colour was sent", GOOD, Then("B", "discount", "merchant", "refund_full", "merchant"), WRONG),
)  # fmt: skip


@table(CASES)
def test_headphones_are_decided_as_a_returns_manager_would(case: Case) -> None:
    check(EARBUDS, case)
