"""A return is found by whatever its parcel and its goods carry, as readers deliver it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dockstation.application.search import Search
from dockstation.domain.errors import DockstationError
from dockstation.domain.match import Shortlist
from dockstation.domain.parcel import ParcelState
from dockstation.domain.privacy import Discretion
from dockstation.domain.rma import RmaStatus
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


def keep(desk, *rmas):
    with desk.store.unit_of_work() as work:
        work.rmas.put(rmas)
        work.commit()


def numbers(found):
    return [each.match.rma.number for each in found.entries]


def test_a_code_of_several_returns_gives_a_short_list_and_nobody_guesses(desk):
    due = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
    twice = [replace(a_return(f"R{n}"), due_at=due + timedelta(days=n), order_number="O-77") for n in (30, 1, 2)]
    keep(desk, *twice)
    found = desk.identify.look_up(parse("O-77"))
    assert numbers(found) == ["R1", "R2", "R30"]
    assert {each.state for each in found.entries} == {ParcelState.EXPECTED}
    with pytest.raises(DockstationError, match=r"rma\.ambiguous"):
        desk.identify(parse("O-77"))


def test_of_several_returns_the_one_that_was_opened_here_comes_first_and_keeps_its_parcel(desk):
    keep(desk, *(replace(a_return(f"R{n}", tracking=(f"SF700000000{n}", f"SF800000000{n}"))) for n in (1, 2, 3)))
    parcel = desk.opened("SF8000000003")
    first = desk.identify.look_up(parse(SHIRT_GTIN)).entries[0]
    assert (first.match.rma.number, first.match.code, first.state) == ("R3", "SF8000000003", ParcelState.OPENED)
    chosen = desk.identify.chosen("R3", first.match.code)
    assert desk.receive.open_parcel(chosen, INSPECTOR).parcel_id == parcel


@pytest.mark.parametrize("scanned", [f"]E0{SHIRT_GTIN[1:]}", f"(01){SHIRT_GTIN}", "TS-M-WH"])
def test_an_item_finds_the_return_that_it_may_belong_to(desk, scanned):
    assert desk.identify.look_up(parse(scanned)).rma.number == "R26110001"
    keep(desk, a_return("R2"))
    assert sorted(numbers(desk.identify.look_up(parse(scanned)))) == ["R2", "R26110001"]


def test_an_item_whose_serial_number_no_return_has_is_not_taken_for_the_one_of_its_kind(desk):
    found = desk.identify.look_up(parse(f"(01){SHIRT_GTIN}(21)KNOWN-TO-NOBODY"))
    assert numbers(found) == ["R26110001"]


def test_a_cancelled_return_may_be_on_the_list_and_be_chosen_its_parcel_is_put_aside_at_its_opening(desk):
    keep(desk, a_return("R2", status=RmaStatus.CANCELLED))
    assert "R2" in numbers(desk.identify.look_up(parse("SF1234567890123")))
    match = desk.identify.chosen("R2", "SF1234567890123")
    assert match.rma.status is RmaStatus.CANCELLED


def test_several_answers_of_the_server_are_kept_and_listed(desk):
    central = FakeCentral()
    central.expect(a_return("R8", tracking=("YT1",)), a_return("R9", tracking=("YT1",)))
    assert sorted(numbers(desk.identify.ask_central(central, parse("YT1")))) == ["R8", "R9"]
    assert desk.identify.chosen("R9", "YT1").rma.number == "R9"


@pytest.mark.parametrize(
    "text", ["白色", "T 恤 白色", "white t-shirt", "R2611", "ord-r261", "王", "３８００", "  3800 手机 "]
)
def test_the_desperate_find_a_return_by_words(desk, text):
    keep(desk, replace(a_return(version=9), phone_end="3800"))
    assert numbers(desk.search(text)) == ["R26110001"]


@pytest.mark.parametrize("text", ["", "  ", "a", "12", "T m", "\x00", "\u202e1"])
def test_too_little_to_look_for_is_said_to_be_that(desk, text):
    assert desk.search(text) is None


@pytest.mark.parametrize("text", ["黑色大衣", "0000000", '"OR"', "手机 coat", "x" * 1000])
def test_words_that_no_return_has_find_none(desk, text):
    assert desk.search(text).entries == ()


def test_nothing_is_found_by_what_config_lets_nobody_read_of_the_customer(desk):
    keep(
        desk, replace(a_return(version=9), customer="欧阳娜娜", phone_end="3800"),
        replace(a_return("R2", version=9), customer="Anna Meier"),
    )  # fmt: skip
    found = {
        discretion: {
            text for text in ("Meier", "阳娜娜", "欧", "3800", "白色") if numbers(_search(desk, discretion, text))
        }
        for discretion in Discretion
    }
    assert found == {
        Discretion.FULL: {"Meier", "阳娜娜", "欧", "3800", "白色"},
        Discretion.INITIALS: {"欧", "3800", "白色"},
        Discretion.NOTHING: {"白色"},
    }


def test_nor_is_it_told_that_many_have_a_hidden_name(desk):
    many = [replace(a_return(f"R-{n:04}", tracking=()), customer="Anna Meier", lines=()) for n in range(600)]
    keep(desk, *many)
    assert desk.search("Meier").more
    assert _search(desk, Discretion.INITIALS, "Meier") == Shortlist((), more=False)


def _search(desk, discretion, text):
    return Search(desk.store, desk.clock, discretion)(text)
