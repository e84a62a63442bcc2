"""Furniture and bulky goods."""

from dockstation.domain.parcel import Condition
from dockstation.domain.rma import Accessory
from tests.content.cases import QUALITY, TRANSIT, WRONG, Case, Goods, Then, but, check, table

TABLE = Goods("furniture", 120000, (Accessory("cushion", 2, 4000),), weight_g=24000)
SEALED = {"packaging": "sealed", "cartons": "pass", "weight": "24100"}
GOOD = {"packaging": "opened", "cartons": "pass", "surface": "none", "assembled": "no", "fittings": "complete"}
BUILT = but(GOOD, assembled="yes", stable="firm")

CASES = (
    Case("never opened", SEALED, Then("A", "restock", "customer", "refund_full", "customer")),
    Case("opened, never put together", GOOD, Then("B", "discount", "customer", "refund_full", "customer")),
    Case("put together and taken apart well", BUILT,
         Then("B", "discount", "customer", "refund_part", "customer", 12000)),
    Case("never opened, but too light", but(SEALED, weight="18000"),
         Then("C", "quarantine", "undetermined", "refuse", "merchant")),
    Case("one leg broken on the way to the customer", but(GOOD, surface="broken:critical@leg"),
         Then("D", "repair", "carrier", "refund_full", "carrier"), TRANSIT),
    Case("a cheap stool broken on the way", but(GOOD, surface="broken:critical@leg"),
         Then("D", "scrap", "carrier", "refund_full", "carrier"), TRANSIT, value=15000),
    Case("a dear table broken on the way", but(GOOD, surface="broken:critical@leg"),
         Then("D", "scrap", "carrier", "refund_full", "carrier", second=True), TRANSIT, value=300000),
    Case("a chipped edge on the way back in a crushed parcel", but(GOOD, surface="dent:major@corner"),
         Then("C", "repair", "carrier", "refund_full", "carrier"), parcel=Condition.DAMAGED),
    Case("wobbles from the first day", but(BUILT, stable="wobbly"),
         Then("C", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("the fittings were not in the box", but(GOOD, fittings="missing"),
         Then("C", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("glued by the customer", but(GOOD, assembled="glued", stable="firm"),
         Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("scratched by the customer", but(GOOD, surface="scratch:minor@top"),
         Then("B", "discount", "customer", "refund_part", "customer", 12000)),
    Case("only the carton is crushed, on the way back", but(GOOD, packaging="damaged"),
         Then("B", "restock", "carrier", "refund_full", "carrier"), parcel=Condition.DAMAGED),
    Case("a fault was stated that nobody can see", GOOD,
         Then("B", "discount", "undetermined", "refund_full", "merchant"), QUALITY),
    Case("the wrong one was sent", SEALED, Then("A", "restock", "merchant", "refund_full", "merchant"), WRONG),
    Case("a cushion is missing", GOOD, Then("B", "discount", "customer", "refund_part", "customer", 8000),
         missing=["cushion"]),
    Case("mouldy from the factory", but(GOOD, surface="mould:critical@back"),
         Then("D", "quarantine", "supplier", "refund_full", "supplier"), QUALITY),
)  # fmt: skip


@table(CASES)
def test_furniture_is_decided_as_a_returns_manager_would(case: Case) -> None:
    check(TABLE, case)
