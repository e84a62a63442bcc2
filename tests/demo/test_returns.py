"""The sample returns look like a shop's and check like a shop's."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from stdnum import ean, imei

from dockstation.demo.returns import sample_returns
from dockstation.demo.returns.numbers import ups_check_digit
from dockstation.domain import scan
from dockstation.wire import ImportMessage, RmaLineMessage, RmaMessage

TODAY = datetime(2026, 11, 2, 8, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def returns() -> tuple[RmaMessage, ...]:
    return sample_returns(1, TODAY)


@pytest.fixture(scope="module")
def lines(returns: tuple[RmaMessage, ...]) -> list[RmaLineMessage]:
    return [line for rma in returns for line in rma.lines]


def test_there_are_two_hundred_fifty_of_each_category(returns: tuple[RmaMessage, ...]) -> None:
    assert Counter(rma.lines[0].category for rma in returns) == dict.fromkeys(
        ("phone", "clothing", "appliance", "cosmetics"), 50
    )


def test_the_same_seed_and_day_give_the_same_returns(returns: tuple[RmaMessage, ...]) -> None:
    assert sample_returns(1, TODAY) == returns
    assert sample_returns(2, TODAY) != returns


def test_a_server_takes_them_in_one_message(returns: tuple[RmaMessage, ...]) -> None:
    sent = ImportMessage(items=returns).model_dump_json()
    assert ImportMessage.model_validate_json(sent).items == returns


def test_numbers_are_given_once(returns: tuple[RmaMessage, ...], lines: list[RmaLineMessage]) -> None:
    for numbers in (
        [rma.number for rma in returns],
        [rma.order_number for rma in returns],
        [number for rma in returns for number in rma.tracking_numbers],
        [serial for line in lines for serial in line.serials],
    ):
        assert len(numbers) == len(set(numbers)) > 0


def test_what_is_printed_on_goods_and_parcels_checks(
    returns: tuple[RmaMessage, ...], lines: list[RmaLineMessage]
) -> None:
    assert all(ean.is_valid(line.gtin) for line in lines)
    assert len({line.gtin for line in lines}) == len({line.sku for line in lines})
    phones = [line for line in lines if line.category == "phone"]
    assert all(len(line.serials) == line.quantity for line in phones)
    assert all(imei.is_valid(serial) for line in phones for serial in line.serials)
    tracking = [number for rma in returns for number in rma.tracking_numbers]
    assert {number[:2] for number in tracking} >= {"SF", "YT", "JD", "1Z"}
    assert all(scan.parse(number).kind is scan.ScanKind.TRACKING for number in tracking)


@pytest.mark.parametrize("number", ["1Z5R89390357567127", "1Z879E930346834440"])
def test_the_check_digit_of_ups_is_the_published_one(number: str) -> None:
    assert ups_check_digit(number[2:-1]) == number[-1]


def test_customers_stay_private_and_come_from_both_worlds(returns: tuple[RmaMessage, ...]) -> None:
    assert all("*" in rma.customer for rma in returns)
    chinese = sum("\u4e00" <= rma.customer[0] <= "\u9fff" for rma in returns)
    assert 60 < chinese < 160
    assert all({"zh_CN", "en"} <= set(line.name) for rma in returns for line in rma.lines)


def test_most_are_approved_and_dates_lie_around_today(returns: tuple[RmaMessage, ...]) -> None:
    statuses = Counter(rma.status for rma in returns)
    assert statuses["approved"] > 180
    assert statuses["cancelled"] > 0
    assert statuses["refunded"] > 0
    due = [rma.due_at for rma in returns if rma.due_at]
    assert len(due) == len(returns)
    assert all(abs(each - TODAY) < timedelta(days=10) for each in due)
    late = sum(each < TODAY for each in due)
    assert 0 < late < 100


def test_prices_weights_and_quantities_are_sensible(lines: list[RmaLineMessage]) -> None:
    assert all(5_000 <= line.unit_value <= 1_000_000 for line in lines)
    assert all(20 <= line.weight_g <= 20_000 for line in lines)
    assert {line.quantity for line in lines} == {1, 2, 3}
