"""Clothing and textiles."""

from dockstation.domain.parcel import Condition
from dockstation.domain.rma import Accessory, Wanted
from tests.content.cases import QUALITY, SIZE, STYLE, TRANSIT, WRONG, Case, Goods, Then, but, check, table

COAT = Goods("clothing", 50000, (Accessory("belt", 1, 3000),))
GOOD = {
    "packaging": "opened", "tag": "on", "size": "pass", "worn": "no", "marks": "none", "odour": "none",
    "fastenings": "good",
}  # fmt: skip

CASES = (
    Case("never unpacked", {"packaging": "sealed", "tag": "on"},
         Then("A", "restock", "customer", "refund_full", "customer")),
    Case("tried on, tag on", GOOD, Then("A", "restock", "customer", "refund_full", "customer")),
    Case("too small, an exchange wanted", GOOD, Then("A", "restock", "customer", "exchange", "customer"), SIZE,
         wanted=Wanted.EXCHANGE),
    Case("tag cut off but there", but(GOOD, tag="loose"),
         Then("B", "restock", "customer", "refund_full", "customer")),
    Case("without its tag", but(GOOD, tag="none"),
         Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("worn at a party, too small they say", but(GOOD, worn="worn"),
         Then("C", "return_to_customer", "customer", "refuse", "customer"), SIZE),
    Case("washed", but(GOOD, worn="washed"), Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("lipstick on the collar", but(GOOD, marks="make_up@collar"),
         Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("a cat's hair on the front", but(GOOD, marks="hair@front"),
         Then("B", "restock", "customer", "refund_full", "customer")),
    Case("pilled a little", but(GOOD, marks="snag@sleeve"),
         Then("B", "discount", "customer", "refund_part", "customer", 5000)),
    Case("smells a little", but(GOOD, odour="light"), Then("B", "restock", "customer", "refund_full", "customer")),
    Case("reeks of smoke", but(GOOD, odour="strong"),
         Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("a seam came open at once", but(GOOD, marks="seam@sleeve"),
         Then("C", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a seam came open after a wash", but(GOOD, marks="seam@sleeve", worn="washed"),
         Then("C", "repair", "supplier", "refund_full", "supplier"), QUALITY),
    Case("the zip is broken", but(GOOD, fastenings="zip"),
         Then("C", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a hole when it was unpacked", but(GOOD, marks="hole@front"),
         Then("D", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a fault was stated that nobody can see", GOOD,
         Then("A", "restock", "undetermined", "refund_full", "merchant"), QUALITY),
    Case("another colour than in the picture", GOOD,
         Then("A", "restock", "merchant", "refund_full", "merchant"), STYLE),
    Case("another size was sent than ordered", but(GOOD, size="fail"),
         Then("C", "quarantine", "merchant", "refund_full", "merchant"), WRONG),
    Case("another size came back than was sent", but(GOOD, size="fail"),
         Then("C", "quarantine", "undetermined", "refuse", "merchant")),
    Case("another article's tag on it", but(GOOD, tag="other"),
         Then("C", "quarantine", "undetermined", "refuse", "merchant")),
    Case("stained in a wet parcel", but(GOOD, marks="stain@front"),
         Then("C", "discount", "carrier", "refund_full", "carrier"), parcel=Condition.WET),
    Case("stained on the way to the customer", but(GOOD, marks="stain@front"),
         Then("C", "discount", "carrier", "refund_full", "carrier"), TRANSIT),
    Case("the belt is missing", GOOD, Then("B", "discount", "customer", "refund_part", "customer", 3000),
         missing=["belt"]),
    Case("a cheap shirt with a bad seam", but(GOOD, marks="seam@hem"),
         Then("C", "scrap", "customer", "refund_part", "customer", 900), value=3000),
    Case("sent back too late", GOOD, Then("A", "return_to_customer", "customer", "refuse", "customer"), late=True),
)  # fmt: skip


@table(CASES)
def test_clothing_is_decided_as_a_returns_manager_would(case: Case) -> None:
    check(COAT, case)
