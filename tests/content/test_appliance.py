"""Small appliances."""

from dockstation.domain.parcel import Condition
from dockstation.domain.rma import Accessory, Wanted
from tests.content.cases import QUALITY, TRANSIT, WRONG, Case, Goods, Then, but, check, table

KETTLE = Goods("appliance", 40000, (Accessory("filter", 1, 2900), Accessory("manual")))
GOOD = {
    "packaging": "opened", "serial": "na", "mains": "pass", "housing": "none", "used": "none", "odour": "pass",
    "power": "pass", "running": "good", "remark": "",
}  # fmt: skip
UNSAFE = but(GOOD, mains="fail", power=None, running=None)
DEAD = but(GOOD, power="fail", running=None)

CASES = (
    Case("sealed and unwanted", {"packaging": "sealed"}, Then("A", "restock", "customer", "refund_full", "customer")),
    Case("opened, never used", GOOD, Then("B", "discount", "customer", "refund_full", "customer")),
    Case("tried once and wiped", but(GOOD, used="tried"),
         Then("B", "discount", "customer", "refund_part", "customer", 4000)),
    Case("used and scaled", but(GOOD, used="residue"),
         Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("smells of smoke", but(GOOD, odour="fail"),
         Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("does not start", DEAD, Then("D", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("leaks, though it was used", but(GOOD, used="residue", running="leaks"),
         Then("D", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("an unusual noise, an exchange wanted", but(GOOD, running="noise"),
         Then("C", "return_to_vendor", "supplier", "exchange", "supplier"), QUALITY, wanted=Wanted.EXCHANGE),
    Case("gave a shock", but(GOOD, running="danger"),
         Then("D", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("the cord was cut, and nobody gave a reason", UNSAFE,
         Then("D", "scrap", "customer", "refund_part", "customer", 20000)),
    Case("a dear one with a cut cord", UNSAFE,
         Then("D", "scrap", "customer", "refund_part", "customer", 150000, second=True), value=300000),
    Case("the plug was broken on the way", UNSAFE, Then("D", "scrap", "carrier", "refund_full", "carrier"), TRANSIT,
         parcel=Condition.DAMAGED),
    Case("dented on the way", but(GOOD, housing="dented@front"),
         Then("C", "discount", "carrier", "refund_full", "carrier"), TRANSIT),
    Case("a fault was stated that nobody can see", GOOD,
         Then("B", "discount", "undetermined", "refund_full", "merchant"), QUALITY),
    Case("the wrong one was sent", GOOD, Then("B", "discount", "merchant", "refund_full", "merchant"), WRONG),
    Case("the filter is missing", GOOD, Then("B", "discount", "customer", "refund_part", "customer", 2900),
         missing=["filter"]),
    Case("recalled by the maker", GOOD, Then("B", "quarantine", "customer", "refund_full", "customer"),
         differing=["recalled"]),
    Case("sent back too late", GOOD, Then("B", "return_to_customer", "customer", "refuse", "customer"), late=True),
)  # fmt: skip


@table(CASES)
def test_an_appliance_is_decided_as_a_returns_manager_would(case: Case) -> None:
    check(KETTLE, case)
