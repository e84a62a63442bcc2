"""A return is found by whatever its parcel and its goods carry, as readers deliver it."""

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.scan import ScanRules, parse
from tests.application.desk import INSPECTOR
from tests.fakes.central import FakeCentral
from tests.fakes.returns import IMEI, SHIRT_GTIN, a_return

PHONE_GTIN = "06923450657713"


@pytest.mark.parametrize(
    ("tracking", "scanned"),
    [
        ("SF1234567890123", "SF 1234 5678 90123"),
        ("SF1234567890123", "sf1234567890123"),
        ("1234567890123", "SF1234567890123"),
        ("9101026837331000039521", "420 22153 9101026837331000039521"),
        ("9101026837331000039521", "]C142022153\x1d9101026837331000039521"),
        ("794808390594", "9622001560001234567100794808390594"),
        ("987654312345672", "9611020987654312345672"),
        ("09980000020033", "%008182709980000020033350276"),
        ("JDX024407261700", "JDX024407261700-1-3-"),
        ("13112383852", "131-12-38385-2"),
        ("00340433836442636597", "(00)340433836442636597"),
        ("340433836442636597", "00340433836442636597"),
        ("9780345418913", "9780345418913"),
        ("6901234567892", "6901234567892"),
    ],
)
def test_a_parcel_is_found_however_its_tracking_number_is_written(desk, tracking, scanned):
    with desk.store.unit_of_work() as work:
        work.rmas.put([a_return("R2", tracking=(tracking,), version=9)])
        work.rmas.remove(["R26110001"])
        work.commit()
    match = desk.identify(parse(scanned))
    assert (match.rma.number, match.code) == ("R2", tracking)


@pytest.mark.parametrize(
    "scanned",
    [
        f"(01){PHONE_GTIN}(21){IMEI}",
        f"01{PHONE_GTIN}21{IMEI}\x1d10LOT7",
        f"https://maker.example/01/{PHONE_GTIN}/21/{IMEI}",
        f"(01){PHONE_GTIN}(8040){IMEI}",
        f"IMEI: {IMEI}",
        "35-693803-564380-9",
        IMEI[:14] + "07",
        "]C1400ORD-R26110001",
    ],
)
def test_a_return_is_found_by_its_goods(desk, scanned):
    assert desk.identify(parse(scanned)).rma.number == "R26110001"


def test_an_order_number_with_a_sign_in_front_is_found_where_the_warehouse_says_so(desk):
    rules = ScanRules(order_pattern=r"#\d{4,6}|ORD-R\d{8}")
    assert desk.identify(parse("ORD-R26110001", rules)).rma.number == "R26110001"
    assert desk.identify(parse("#10012", rules)) is None
    with pytest.raises(DockstationError, match=r"scan\.unknown_code"):
        desk.identify(parse("#10012"))


def test_what_only_one_return_is_known_by_decides_between_two(desk):
    with desk.store.unit_of_work() as work:
        work.rmas.put([a_return("R2", tracking=("SF1234567890123",)), a_return("R3", tracking=("1234567890123",))])
        work.commit()
    assert desk.identify(parse("SF1234567890123")).rma.number == "R3"


def test_a_gs1_code_that_names_nothing_a_return_is_known_by_is_refused(desk):
    with pytest.raises(DockstationError, match=r"scan\.unknown_code"):
        desk.identify(parse("(10)LOT7(17)270131"))


def test_the_server_is_asked_for_one_meaning_after_the_other(desk):
    central = FakeCentral()
    central.expect(a_return("R9", tracking=("794808390594",)))
    scan = parse("9622001560001234567100794808390594")
    assert desk.identify(scan) is None
    assert desk.identify.ask_central(central, scan).code == "794808390594"
    assert desk.identify(scan).rma.number == "R9"


def test_what_the_server_knows_under_no_meaning_is_unknown(desk):
    with pytest.raises(DockstationError, match=r"rma\.unknown"):
        desk.identify.ask_central(FakeCentral(), parse("SF0000000000000"))


@pytest.mark.parametrize(
    ("scanned", "line", "serial"),
    [
        (f"(01){PHONE_GTIN}(21){IMEI}", "1", IMEI),
        (f"]d201{PHONE_GTIN}21{IMEI}", "1", IMEI),
        (f"IMEI {IMEI}", "1", IMEI),
        (f"(01){SHIRT_GTIN}(21)KNOWN-TO-NOBODY", "2", ""),
        (f"01{SHIRT_GTIN}10A21B", "2", ""),
        (f"https://shirts.example/01/{SHIRT_GTIN[1:]}", "2", ""),
        (f"]E0{SHIRT_GTIN[1:]}", "2", ""),
    ],
)
def test_a_unit_is_counted_by_its_serial_number_where_the_line_knows_it_else_by_its_gtin(desk, scanned, line, serial):
    lpn = desk.count(desk.opened(), scanned).lpn
    unit = desk.queries.unit(lpn)
    assert (unit.line_id, unit.serial) == (line, serial)


def test_one_serial_number_in_two_codes_counts_once(desk):
    parcel = desk.opened()
    desk.count(parcel, IMEI)
    with pytest.raises(DockstationError) as refused:
        desk.receive.count(parcel, parse(f"(01){PHONE_GTIN}(21){IMEI}"), INSPECTOR)
    assert (refused.value.code, refused.value.facts["serial"]) == ("unit.serial_before", IMEI)
