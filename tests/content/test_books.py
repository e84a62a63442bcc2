"""Books and media."""

from dockstation.domain.parcel import Condition
from dockstation.domain.rma import Accessory
from tests.content.cases import QUALITY, TRANSIT, WRONG, Case, Goods, Then, but, check, table

ISBN = "06923450657713"
BOOK = Goods("book", 10000, (Accessory("slipcase", 1, 800),), gtin=ISBN)
GOOD = {"packaging": "opened", "title": ISBN, "cover": "none", "pages": "none", "disc": "na"}

CASES = (
    Case("still in its film", {"packaging": "sealed"}, Then("A", "restock", "customer", "refund_full", "customer")),
    Case("the film is off, as new", GOOD, Then("B", "restock", "customer", "refund_full", "customer")),
    Case("never had a film, as new", but(GOOD, packaging="bare"),
         Then("A", "restock", "customer", "refund_full", "customer")),
    Case("a curled corner", but(GOOD, cover="worn@corner"),
         Then("B", "discount", "customer", "refund_part", "customer", 1000)),
    Case("written in", but(GOOD, pages="written"),
         Then("C", "return_to_customer", "customer", "refuse", "customer")),
    Case("the code was scratched free", but(GOOD, disc="used"),
         Then("D", "return_to_customer", "customer", "refuse", "customer")),
    Case("pages missing from the press", but(GOOD, pages="torn"),
         Then("D", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("the binding gives", but(GOOD, cover="spine@front"),
         Then("C", "return_to_vendor", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a fault was stated that nobody can see", GOOD,
         Then("B", "restock", "undetermined", "refund_full", "merchant"), QUALITY),
    Case("wet on the way to the customer", but(GOOD, pages="damp"),
         Then("D", "scrap", "carrier", "refund_full", "carrier"), TRANSIT),
    Case("wet on the way back", but(GOOD, pages="damp"),
         Then("D", "scrap", "carrier", "refund_full", "carrier"), parcel=Condition.WET),
    Case("another book was sent", but(GOOD, title="09787111111111"),
         Then("C", "quarantine", "merchant", "refund_full", "merchant"), WRONG),
    Case("another book came back", but(GOOD, title="09787111111111"),
         Then("C", "quarantine", "undetermined", "refuse", "merchant")),
    Case("the slipcase is missing", GOOD, Then("B", "discount", "customer", "refund_part", "customer", 800),
         missing=["slipcase"]),
    Case("mouldy", but(GOOD, pages="mould"), Then("D", "quarantine", "supplier", "refund_full", "supplier"), QUALITY),
    Case("a cheap one, its spine broken", but(GOOD, cover="spine@front"),
         Then("C", "scrap", "customer", "refund_part", "customer", 600), value=2000),
)  # fmt: skip


@table(CASES)
def test_a_book_is_decided_as_a_returns_manager_would(case: Case) -> None:
    check(BOOK, case)
