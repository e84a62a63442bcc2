"""Toys."""

from dockstation.domain.rma import Accessory, Wanted
from tests.content.cases import QUALITY, STYLE, TRANSIT, WRONG, Case, Goods, Then, but, check, table

CAR = Goods("toys", 20000, (Accessory("remote", 1, 5000),))
GOOD = {"packaging": "opened", "safe": "pass", "used": "no", "damage": "none", "power": "pass", "pieces": "complete"}

CASES = (
    Case("sealed and unwanted", {"packaging": "sealed"}, Then("A", "restock", "customer", "refund_full", "customer")),
    Case("opened, never played with", GOOD, Then("B", "discount", "customer", "refund_full", "customer")),
    Case("taken out once", but(GOOD, used="tried"),
         Then("B", "discount", "customer", "refund_part", "customer", 2000)),
    Case("played with and dirty", but(GOOD, used="dirty"),
         Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("a sharp edge", but(GOOD, safe="fail", power=None),
         Then("D", "quarantine", "supplier", "refund_full", "supplier"), QUALITY),
    Case("does not drive", but(GOOD, power="fail"),
         Then("D", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a bag of bricks was never in the box", but(GOOD, pieces="missing"),
         Then("C", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("pieces lost at home", but(GOOD, pieces="missing"),
         Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("a fault was stated that nobody can see", GOOD,
         Then("B", "discount", "undetermined", "refund_full", "merchant"), QUALITY),
    Case("broken on the way", but(GOOD, damage="broken"),
         Then("D", "scrap", "carrier", "refund_full", "carrier"), TRANSIT),
    Case("another colour than in the picture, an exchange wanted", GOOD,
         Then("B", "discount", "merchant", "exchange", "merchant"), STYLE, wanted=Wanted.EXCHANGE),
    Case("the wrong one was sent", GOOD, Then("B", "discount", "merchant", "refund_full", "merchant"), WRONG),
    Case("the remote is missing", GOOD, Then("B", "discount", "customer", "refund_part", "customer", 5000),
         missing=["remote"]),
    Case("a soft toy has nothing to switch on", but(GOOD, power="na", pieces="na"),
         Then("B", "discount", "customer", "refund_full", "customer")),
    Case("recalled by the maker", {"packaging": "sealed"},
         Then("A", "quarantine", "customer", "refund_full", "customer"), flags=("recalled",)),
)  # fmt: skip


@table(CASES)
def test_a_toy_is_decided_as_a_returns_manager_would(case: Case) -> None:
    check(CAR, case)
