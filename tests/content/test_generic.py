"""Goods that no other checklist names."""

from dockstation.domain.parcel import Condition
from dockstation.domain.rma import Wanted
from tests.content.cases import QUALITY, TRANSIT, WRONG, Case, Goods, Then, but, check, table

TOOL = Goods("garden tools", 20000)
SEALED = {"packaging": "sealed", "right_item": "pass"}
GOOD = {"packaging": "opened", "right_item": "pass", "appearance": "new", "works": "pass", "complete": "pass"}
BROKEN = but(GOOD, appearance="broken", works=None)

CASES = (
    Case("sealed and unwanted", SEALED, Then("A", "restock", "customer", "refund_full", "customer")),
    Case("opened, as new", GOOD, Then("B", "discount", "customer", "refund_full", "customer")),
    Case("slight traces of use", but(GOOD, appearance="slight"),
         Then("B", "discount", "customer", "refund_part", "customer", 2000)),
    Case("clearly used", but(GOOD, appearance="used"),
         Then("C", "discount", "customer", "refund_part", "customer", 6000)),
    Case("broken by the customer", BROKEN, Then("D", "return_to_customer", "customer", "refuse", "customer")),
    Case("broken on the way", BROKEN, Then("D", "scrap", "carrier", "refund_full", "carrier"), TRANSIT),
    Case("broken on the way back in a crushed parcel", BROKEN,
         Then("D", "scrap", "carrier", "refund_full", "carrier"), parcel=Condition.DAMAGED),
    Case("does not work", but(GOOD, works="fail"),
         Then("D", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("does not work, an exchange wanted", but(GOOD, works="fail"),
         Then("D", "return_to_vendor", "supplier", "exchange", "supplier"), QUALITY, wanted=Wanted.EXCHANGE),
    Case("a fault was stated that nobody can see", GOOD,
         Then("B", "discount", "undetermined", "refund_full", "merchant"), QUALITY),
    Case("something else was sent", but(GOOD, right_item="fail"),
         Then("C", "quarantine", "merchant", "refund_full", "merchant"), WRONG, differing=["wrong_item"]),
    Case("something else came back", but(GOOD, right_item="fail"),
         Then("C", "quarantine", "undetermined", "refuse", "merchant"), differing=["wrong_item"]),
    Case("one more than the return says", GOOD, Then("B", "quarantine", "undetermined", "refuse", "merchant"),
         differing=["extra"]),
    Case("hazardous", SEALED, Then("A", "quarantine", "customer", "refund_full", "customer"),
         differing=["hazardous"]),
    Case("something is missing from it", but(GOOD, complete="fail"),
         Then("B", "discount", "customer", "refund_part", "customer", 2000)),
    Case("sent back too late", GOOD, Then("B", "return_to_customer", "customer", "refuse", "customer"), late=True),
)  # fmt: skip


@table(CASES)
def test_any_goods_are_decided_as_a_returns_manager_would(case: Case) -> None:
    check(TOOL, case)
