"""What stands, counted for the office."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import requests

from dockstation.cli import run
from tests.fakes.chain import Chain, outcome
from tests.server.conftest import Dock, rma

Check = Callable[[requests.Response, int, str], dict[str, Any]]
VERDICT = {"grade": "D", "disposition": "scrap", "responsibility": "carrier", "resolution": "refund_full"}


def ruled(chain: Chain, kind: str, unit: str, **more: Any) -> Any:
    return chain.add(kind, {"lpn": unit, "by": "INES", **more}, f"unit:{unit}")


@pytest.fixture
def told(dock: Dock, name: str) -> Callable[..., dict[str, Any]]:
    """Three units of two currencies, one overridden and approved, one voided, beside those of other tests."""
    first, second = rma(f"{name}1"), rma(f"{name}2", currency="EUR", return_type="quality")
    dock.server.import_rmas([each | {"lines": [each["lines"][0] | {"sku": name}]} for each in (first, second)])
    chain, parcel = Chain(dock.station), f"P{name}"
    units = [f"U{name}{place}" for place in range(4)]
    numbers = (f"{name}1", f"{name}1", f"{name}2", f"{name}2")
    events = [chain.completed(outcome(unit, number)) for unit, number in zip(units, numbers, strict=True)]
    events.append(ruled(chain, "DispositionOverridden", units[1], deduction=200, reason="safety", **VERDICT))
    events.append(ruled(chain, "DecisionApproved", units[1], approved_by="SUE"))
    events.append(ruled(chain, "DecisionVoided", units[3], reason="wrong_answer"))
    arrived = chain.add("ParcelArrived", {"parcel_id": parcel, "carrier": name}, f"parcel:{parcel}")
    events += [arrived, ruled(chain, "UnitReceived", units[0], parcel_id=parcel)]
    assert {each["result"] for each in dock.send(events)} == {"created"}

    def ask(by: str, **query: Any) -> dict[str, Any]:
        answer = dock.server.admin("GET", "/v1/statistics", params={"by": by, "limit": 500} | query)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    return ask


def group(found: dict[str, Any], key: str) -> dict[str, Any]:
    (one,) = [each for each in found["items"] if each["key"] == key]
    return dict(one)


def test_units_are_counted_as_they_stand_and_currencies_never_mixed(told: Any, dock: Dock, name: str) -> None:
    counted = {
        "units": 3, "overridden": 1, "overridden_share": 0.3333, "deductions": {"CNY": 1700, "EUR": 1500},
    }  # fmt: skip
    assert group(told("sku"), name) == {"key": name, "name": "", **counted}
    assert group(told("station"), dock.station) == {"key": dock.station, "name": "Dock 1", **counted}


def test_a_unit_counts_for_the_carrier_that_brought_its_parcel(told: Any, name: str) -> None:
    found = told("carrier")
    assert group(found, name)["units"] == 1
    assert group(found, "")["units"] >= 2


@pytest.mark.parametrize(("by", "key"), [("reason", "quality"), ("disposition", "scrap"), ("grade", "D")])
def test_each_feature_has_its_groups(told: Any, by: str, key: str) -> None:
    assert group(told(by), key)["units"] >= 1


def test_what_is_beyond_the_limit_is_counted_together(told: Any) -> None:
    whole, cut = told("disposition"), told("disposition", limit=1)
    assert cut["items"] == whole["items"][:1]
    assert cut["total"] == whole["total"]
    assert cut["others_groups"] == len(whole["items"]) - 1
    assert cut["others"]["units"] == whole["total"]["units"] - cut["items"][0]["units"]


def test_days_are_those_of_the_zone(told: Any) -> None:
    here = {told("day", zone=zone)["items"][0]["key"] for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago")}
    assert len(here) == 2  # they are 25 hours apart
    today = told("day")["last"]
    assert told("day", **{"from": today, "to": today})["total"]["units"] >= 3
    assert told("day", **{"from": "2020-01-01", "to": "2020-02-01"})["total"]["units"] == 0


@pytest.mark.parametrize(
    "query",
    [
        {"by": "customer"},
        {"by": "day", "zone": "../etc"},
        {"by": "day", "from": "2026-02-01", "to": "2026-01-01"},
        {"by": "day", "from": "2020-01-01", "to": "2026-01-01"},
        {"by": "day", "to": "9999-12-31"},
        {"by": "day", "limit": 501},
    ],
)
def test_what_makes_no_sense_is_refused(dock: Dock, failed: Check, query: dict[str, Any]) -> None:
    headers = {"Authorization": f"Bearer {dock.server.admin_token}"}
    url = f"{dock.server.url}/v1/statistics"
    failed(requests.get(url, params=query, headers=headers, timeout=20), 422, "permanent")


def test_it_is_for_the_office_only(dock: Dock, failed: Check) -> None:
    failed(dock.ask("GET", "/v1/statistics?by=day"), 401, "auth")


def test_the_command_line_says_them(told: Any, dock: Dock, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    token = str(dock.server.data / "admin-token")
    words = ["rma", "statistics", "--by", "sku", "--limit", "500", "--url", dock.server.url, "--token-file", token]
    assert run(words) == 0
    (line,) = [each for each in capsys.readouterr().out.splitlines() if each.startswith(name)]
    assert line.split() == [name, "3", "33.3%", "1700", "CNY,", "1500", "EUR"]
