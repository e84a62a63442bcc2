"""Laptops and computers."""

from dockstation.domain.parcel import Condition
from dockstation.domain.rma import Accessory, Wanted
from tests.content.cases import QUALITY, SERIAL, TRANSIT, WRONG, Case, Goods, Then, but, check, table

LAPTOP = Goods("laptop", 600000, (Accessory("mains adapter", 1, 29900),), (SERIAL,))
GOOD = {
    "packaging": "opened", "serial": SERIAL, "housing": "none", "hinge": "pass", "power": "pass", "screen": "good",
    "account": "pass", "battery": "98", "functions": "none", "erased": "pass", "remark": "",
}  # fmt: skip
DEAD = but(GOOD, power="fail", screen=None, account=None, battery=None, functions=None, erased=None)
LOCKED = but(GOOD, account="fail", battery=None, functions=None, erased=None)

CASES = (
    Case("sealed and unwanted", {"packaging": "sealed"},
         Then("A", "restock", "customer", "refund_full", "customer")),
    Case("opened, as new", GOOD, Then("B", "discount", "customer", "refund_full", "customer")),
    Case("lightly worn lid", but(GOOD, housing="wear@top"),
         Then("B", "discount", "customer", "refund_part", "customer", 60000)),
    Case("a dented corner", but(GOOD, housing="dented@corner"),
         Then("C", "repair", "customer", "refund_part", "customer", 180000)),
    Case("dead without outer damage", DEAD, Then("D", "return_to_vendor", "supplier", "refund_full", "supplier"),
         QUALITY),
    Case("coffee in the keyboard, stated as a fault", but(DEAD, housing="wet@inside"),
         Then("D", "return_to_customer", "customer", "refuse", "customer"), QUALITY),
    Case("more dead pixels than allowed", but(GOOD, screen="pixels"),
         Then("C", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a key that does not work", but(GOOD, functions="keys"),
         Then("C", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a loose hinge, an exchange wanted", but(GOOD, hinge="fail"),
         Then("C", "return_to_vendor", "supplier", "exchange", "supplier"), QUALITY, wanted=Wanted.EXCHANGE),
    Case("a camera that fails, a repair wanted", but(GOOD, functions="camera"),
         Then("C", "repair", "supplier", "repair", "supplier"), QUALITY, wanted=Wanted.REPAIR),
    Case("a fault was stated that nobody can see", GOOD,
         Then("B", "discount", "undetermined", "refund_full", "merchant"), QUALITY),
    Case("the screen was broken on the way", but(GOOD, screen="cracked"),
         Then("D", "repair", "carrier", "refund_full", "carrier"), TRANSIT),
    Case("the housing cracked on the way back", but(GOOD, housing="cracked@corner"),
         Then("C", "repair", "carrier", "refund_full", "carrier"), parcel=Condition.DAMAGED),
    Case("locked by a start-up password", LOCKED, Then("C", "quarantine", "customer", "refuse", "customer")),
    Case("without its mains adapter", GOOD, Then("B", "discount", "customer", "refund_part", "customer", 29900),
         missing=["mains adapter"]),
    Case("a desktop has no battery", but(GOOD, battery="na"),
         Then("B", "discount", "customer", "refund_full", "customer")),
    Case("the seal was stuck on again", but(GOOD, packaging="forged"),
         Then("C", "quarantine", "undetermined", "refuse", "merchant")),
    Case("the wrong one was sent", GOOD, Then("B", "discount", "merchant", "refund_full", "merchant"), WRONG),
    Case("a worn battery after two weeks of use", but(GOOD, battery="65"),
         Then("C", "repair", "customer", "refund_part", "customer", 180000)),
)  # fmt: skip


@table(CASES)
def test_a_laptop_is_decided_as_a_returns_manager_would(case: Case) -> None:
    check(LAPTOP, case)
