"""Shoes."""

from dockstation.domain.parcel import Condition
from dockstation.domain.rma import Accessory, Wanted
from tests.content.cases import QUALITY, SIZE, TRANSIT, WRONG, Case, Goods, Then, but, check, table

SHOES = Goods("shoes", 60000, (Accessory("spare laces", 1, 1500),))
GOOD = {"packaging": "good", "pair": "pass", "sole": "new", "upper": "none", "inside": "new"}

CASES = (
    Case("as new", GOOD, Then("A", "restock", "customer", "refund_full", "customer")),
    Case("too small, an exchange wanted", GOOD, Then("A", "restock", "customer", "exchange", "customer"), SIZE,
         wanted=Wanted.EXCHANGE),
    Case("tried on indoors", but(GOOD, sole="tried"), Then("B", "restock", "customer", "refund_full", "customer")),
    Case("worn outside", but(GOOD, sole="worn"), Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("worn outside, too small they say", but(GOOD, sole="worn", inside="worn"),
         Then("C", "return_to_customer", "customer", "refuse", "customer"), SIZE),
    Case("smells", but(GOOD, inside="smells"), Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("a shipping label on the shoe box", but(GOOD, packaging="damaged"),
         Then("B", "discount", "customer", "refund_part", "customer", 6000)),
    Case("without the shoe box", but(GOOD, packaging="none"),
         Then("C", "discount", "customer", "refund_part", "customer", 18000)),
    Case("creased by one long walk indoors", but(GOOD, upper="creased@left"),
         Then("B", "discount", "customer", "refund_part", "customer", 6000)),
    Case("the sole comes off after a week", but(GOOD, sole="worn", inside="worn", upper="open@left"),
         Then("C", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a seam is open", but(GOOD, upper="seam@right"),
         Then("C", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a fault was stated, only the soles are worn", but(GOOD, sole="worn"),
         Then("C", "discount", "undetermined", "refund_part", "merchant", 18000), QUALITY),
    Case("two left shoes came back", but(GOOD, pair="fail"),
         Then("D", "quarantine", "undetermined", "refuse", "merchant")),
    Case("two left shoes were sent", but(GOOD, pair="fail"),
         Then("D", "quarantine", "merchant", "refund_full", "merchant"), WRONG),
    Case("the box crushed on the way to the customer", but(GOOD, packaging="damaged"),
         Then("B", "discount", "carrier", "refund_full", "carrier"), TRANSIT),
    Case("stained in a wet parcel on the way back", but(GOOD, upper="stain@left"),
         Then("C", "discount", "carrier", "refund_full", "carrier"), parcel=Condition.WET),
    Case("the laces are missing", GOOD, Then("B", "discount", "customer", "refund_part", "customer", 1500),
         missing=["spare laces"]),
)  # fmt: skip


@table(CASES)
def test_shoes_are_decided_as_a_returns_manager_would(case: Case) -> None:
    check(SHOES, case)
