"""Phones and tablets."""

from dockstation.domain.parcel import Condition
from dockstation.domain.rma import Accessory, Wanted
from tests.content.cases import QUALITY, SERIAL, SPECIAL, STYLE, TRANSIT, WRONG, Case, Goods, Then, but, check, table

PHONE = Goods("phone", 400000, (Accessory("charger", 1, 9900), Accessory("cable", 1, 3900)), (SERIAL,))
GOOD = {
    "packaging": "opened", "serial": SERIAL, "screen": "none", "housing": "none", "liquid": "pass", "power": "pass",
    "account": "pass", "touch": "good", "battery": "100", "functions": "none", "erased": "pass", "remark": "",
}  # fmt: skip
SEALED = {"packaging": "sealed"}
DEAD = but(GOOD, power="fail", account=None, touch=None, battery=None, functions=None, erased=None)
LOCKED = but(GOOD, account="fail", battery=None, functions=None, erased=None)

CASES = (
    Case("sealed and unwanted", SEALED, Then("A", "restock", "customer", "refund_full", "customer")),
    Case("sealed, the merchant sent the wrong one", SEALED,
         Then("A", "restock", "merchant", "refund_full", "merchant"), WRONG),
    Case("opened, tried, as new", GOOD, Then("B", "discount", "customer", "refund_full", "customer")),
    Case("opened, as new, an exchange wanted", GOOD, Then("B", "discount", "customer", "exchange", "customer"),
         wanted=Wanted.EXCHANGE),
    Case("a fault was stated that nobody can see", GOOD,
         Then("B", "discount", "undetermined", "refund_full", "merchant"), QUALITY),
    Case("another colour than ordered, as new", GOOD, Then("B", "discount", "merchant", "refund_full", "merchant"),
         STYLE),
    Case("lightly scratched by the customer", but(GOOD, screen="light"),
         Then("B", "discount", "customer", "refund_part", "customer", 40000)),
    Case("deeply scratched by the customer", but(GOOD, screen="deep"),
         Then("C", "repair", "customer", "refund_part", "customer", 120000)),
    Case("cracked by the customer, no reason given", but(GOOD, screen="cracked"),
         Then("D", "return_to_customer", "customer", "refuse", "customer")),
    Case("cracked on the way to the customer", but(GOOD, screen="cracked"),
         Then("D", "repair", "carrier", "refund_full", "carrier"), TRANSIT),
    Case("cracked on the way back in a crushed parcel", but(GOOD, screen="cracked"),
         Then("D", "repair", "carrier", "refund_full", "carrier"), parcel=Condition.DAMAGED),
    Case("damage in transit stated, none there", GOOD,
         Then("B", "discount", "undetermined", "refund_full", "merchant"), TRANSIT),
    Case("damage in transit stated, only the battery is worn", but(GOOD, battery="85"),
         Then("B", "discount", "undetermined", "refund_full", "merchant"), TRANSIT),
    Case("dead on arrival", DEAD, Then("D", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("dead on arrival, an exchange wanted", DEAD,
         Then("D", "return_to_vendor", "supplier", "exchange", "supplier"), QUALITY, wanted=Wanted.EXCHANGE),
    Case("dead, but it was in the water", but(DEAD, liquid="fail"),
         Then("D", "return_to_customer", "customer", "refuse", "customer"), QUALITY),
    Case("a camera that fails", but(GOOD, functions="camera"),
         Then("C", "repair", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a dead touch screen", but(GOOD, touch="dead"),
         Then("D", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a worn battery is a fault of quality", but(GOOD, battery="78"),
         Then("C", "repair", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a swollen battery is kept apart", but(GOOD, functions="swollen"),
         Then("D", "quarantine", "supplier", "refund_full", "supplier"), QUALITY),
    Case("the account lock is on", LOCKED, Then("C", "quarantine", "customer", "refuse", "customer")),
    Case("the charger is missing", GOOD, Then("B", "discount", "customer", "refund_part", "customer", 9900),
         missing=["charger"]),
    Case("charger and cable are missing", GOOD, Then("B", "discount", "customer", "refund_part", "customer", 13800),
         missing=["charger", "cable"]),
    Case("dented and without its charger", but(GOOD, housing="dented@corner"),
         Then("C", "repair", "customer", "refund_part", "customer", 129900), missing=["charger"]),
    Case("another device came back", but(GOOD, serial="SN0000000000"),
         Then("C", "quarantine", "undetermined", "refuse", "merchant")),
    Case("the wrong device was sent, and that one came back", but(GOOD, serial="SN0000000000"),
         Then("C", "quarantine", "merchant", "refund_full", "merchant"), WRONG, differing=["serial_mismatch"]),
    Case("returned here before", GOOD, Then("B", "quarantine", "undetermined", "refuse", "merchant"),
         differing=["serial_before"]),
    Case("perhaps a counterfeit, stated as a fault", GOOD,
         Then("B", "quarantine", "undetermined", "refuse", "merchant"), QUALITY, differing=["counterfeit"]),
    Case("recalled by the maker", SEALED, Then("A", "quarantine", "customer", "refund_full", "customer"),
         flags=("recalled",)),
    Case("sent back too late", GOOD, Then("B", "return_to_customer", "customer", "refuse", "customer"), late=True),
    Case("a fault stated late is still a fault", DEAD,
         Then("D", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY, late=True),
    Case("a customer with many returns, as new", GOOD, Then("B", "discount", "customer", "refund_full", "customer"),
         customer=("abusive_returns",)),
    Case("a cheap one, its screen cracked on the way", but(GOOD, screen="cracked"),
         Then("D", "scrap", "carrier", "refund_full", "carrier"), TRANSIT, value=50000),
    Case("a special case without a defect", GOOD, Then("B", "discount", "undetermined", "refund_full", "merchant"),
         SPECIAL),
)  # fmt: skip


@table(CASES)
def test_a_phone_is_decided_as_a_returns_manager_would(case: Case) -> None:
    check(PHONE, case)
