"""Outcomes with their photos, settled by the office; parcels, contradictions and stations."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from dockstation.domain.station_setup import Enrolment, read_enrolment
from dockstation.server.web.station_pages import qr_path
from tests.fakes.browser import Browser
from tests.fakes.chain import Chain, outcome
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma

HTML = b"<html><script>alert(1)</script></html>"
Inspected = Callable[..., str]


def picture(name: str, kind: str = "JPEG") -> bytes:
    file = io.BytesIO()
    colour = "#" + hashlib.sha256(name.encode()).hexdigest()[:6]
    Image.new("RGB", (1200, 900), colour).save(file, kind)
    return file.getvalue()


def put(dock: Dock, data: bytes) -> str:
    name = hashlib.sha256(data).hexdigest()
    assert dock.ask("PUT", f"/v1/blobs/{name}", data=data).status_code == 201
    return name


@pytest.fixture
def inspected(dock: Dock, number: str) -> Inspected:
    """An item worth 1999.00, of which 15.00 is advised to be kept back; the id of its outcome."""
    dock.server.import_rmas([rma(number)])

    def make(*photos: str) -> str:
        listed = [{"sha256": each, "size": 4, "question": "look"} for each in photos]
        event = Chain(dock.station).completed(outcome(f"U{number}", number, photos=listed))
        dock.send([event])
        return event.id

    return make


def test_photos_are_shown_once_they_have_come(office: Browser, dock: Dock, inspected: Inspected, number: str) -> None:
    data = picture(number)
    event = inspected(hashlib.sha256(data).hexdigest())
    assert "on its way" in office.open(f"/outcomes/{event}").text
    name = put(dock, data)
    office.open(f"/outcomes/{event}")
    assert f"/photos/{name}/small" in office.answer.text
    office.open(f"/photos/{name}")
    assert (office.answer.content, office.answer.headers["Content-Type"]) == (data, "image/jpeg")
    assert office.answer.headers["Content-Security-Policy"].startswith("default-src 'none'; sandbox")
    office.open(f"/photos/{name}/small")
    assert Image.open(io.BytesIO(office.answer.content)).size == (320, 240)
    assert len(office.answer.content) < len(data)


def test_what_is_no_picture_is_not_shown(office: Browser, dock: Dock, name: str) -> None:
    for data in (HTML + name.encode(), b"\xff\xd8\xff" + name.encode()):
        photo = put(dock, data)
        office.open(f"/photos/{photo}/small")
        assert (office.status, office.answer.headers["Content-Type"]) == (415, "text/html; charset=utf-8")
        assert "alert(1)" not in office.answer.text
    for path in (f"/photos/{'0' * 64}", "/photos/..%2f..%2fadmin-token"):
        office.open(path)
        assert office.status in (404, 422)


def test_an_advice_is_taken_over_by_the_person_who_is_logged_in(
    office: Browser, dock: Dock, inspected: Inspected
) -> None:
    event = inspected()
    page = office.open(f"/outcomes/{event}")
    assert page.forms[-1].fields["sum"] == "1984.00"
    assert "The outcome is settled" in office.send("/settlement").text
    made = dock.outcome(event)["settlement"]
    assert (made["verdict"], made["sum"], made["by"]) == ("accepted", 198_400, "Otto")


def test_of_two_who_settle_one_outcome_the_second_sees_the_first(
    office: Browser, dock: Dock, inspected: Inspected
) -> None:
    event = inspected()
    office.open(f"/outcomes/{event}")
    old = office.answer
    office.send("/settlement", verdict="refused", sum="0", reason="worn out")
    office.answer = old
    page = office.send("/settlement", verdict="changed", resolution="exchange", sum="0", reason="called")
    assert office.status == 412
    assert "Somebody has settled this meanwhile" in page.text
    assert "worn out" in page.text
    office.send("/settlement")
    assert dock.outcome(event)["settlement"]["resolution"] == "exchange"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"sum": "viel"}, "This is no amount of money"),
        ({"sum": "1999.01"}, "more than the item is worth"),
        ({"verdict": "refused", "sum": "0"}, "Say why"),
        ({"verdict": "eaten"}, "Choose one of the possibilities"),
        ({"verdict": "refused", "reason": "x" * 1001}, "at most 1000 characters"),
    ],
)
def test_a_settlement_that_makes_no_sense_is_told(
    office: Browser, dock: Dock, inspected: Inspected, typed: dict[str, str], told: str
) -> None:
    event = inspected()
    office.open(f"/outcomes/{event}")
    assert told in office.send("/settlement", **typed).text
    assert dock.outcome(event)["settlement"] is None


def test_what_waits_for_the_office_is_listed_until_it_is_settled(
    office: Browser, inspected: Inspected, number: str
) -> None:
    event = inspected()
    assert f"U{number}" in office.open("/outcomes", q=f"U{number}").texts
    office.open(f"/outcomes/{event}")
    office.send("/settlement")
    assert f"U{number}" not in office.open("/outcomes", q=f"U{number}").texts
    assert f"U{number}" in office.open("/outcomes", q=number.lower(), kind="standing").texts


def test_a_parcel_put_aside_is_matched(office: Browser, dock: Dock, number: str) -> None:
    dock.server.import_rmas([rma(number)])
    body = {"parcel_id": number, "code": f"X-{number}", "reason": "unknown_parcel", "rma_number": "", "photos": []}
    dock.send([Chain(dock.station).add("ParcelHeld", body, f"parcel:{number}")])
    page = office.open("/held")
    form = next(each for each in page.forms if each.fields.get("code") == f"X-{number}")
    answer = office.session.post(office.url + form.action, data=form.fields | {"number": "NONE"}, timeout=20)
    assert "There is no such return" in answer.text
    answer = office.session.post(office.url + form.action, data=form.fields | {"number": number}, timeout=20)
    assert "The parcel is matched" in answer.text
    changes = dock.server.admin("GET", f"/v1/rmas/{number}").json()["changes"]
    assert [(each["act"], each["by"]) for each in changes][-1] == ("matched", "Otto")


@pytest.fixture
def contradiction(dock: Dock, number: str) -> tuple[str, str]:
    """Two stations' inspections of one item, which differ; the ids of the first and of the second."""
    dock.server.import_rmas([rma(number)])
    other, lpn = Dock(dock.server), f"U{number}"
    first = Chain(dock.station).completed(outcome(lpn, number, "A", by="INES"))
    second = Chain(other.station).completed(outcome(lpn, number, "D", by="LEE"))
    dock.send([first])
    assert other.send([second])[0]["result"] == "needs_review"
    return first.id, second.id


def test_both_sides_stand_beside_one_another_and_a_person_says_which_counts(
    office: Browser, dock: Dock, contradiction: tuple[str, str], number: str
) -> None:
    first, second = contradiction
    assert "Somebody must first review" in office.open(f"/outcomes/{first}").text
    page = office.open(f"/review/{second}")
    assert all(each in page.texts for each in ("A", "D", "INES", "LEE", f"U{number}"))
    assert "Two inspections of one item differ" in page.text
    assert "Say why" in office.send(second, verdict="accepted").text
    assert "The contradiction is settled" in office.send(second, verdict="accepted", reason="seen on the photos").text
    stands = [each for each in dock.server.outcomes() if each["lpn"] == f"U{number}" and each["stands"]]
    assert [(each["grade"], each["kind"], each["by"]) for each in stands] == [("D", "review", "Otto")]
    assert f"U{number}" not in office.open("/review").texts


def test_of_two_who_settle_one_contradiction_the_second_sees_the_first(
    office: Browser, contradiction: tuple[str, str]
) -> None:
    second = contradiction[1]
    office.open(f"/review/{second}")
    old = office.answer
    office.send(second, verdict="put_aside", reason="wrong item")
    office.answer = old
    page = office.send(second, verdict="accepted", reason="right item")
    assert office.status == 412
    assert all(each in page.text for each in ("Somebody has settled this meanwhile", "wrong item"))


def test_what_a_return_was_and_is_stands_beside_its_inspection(office: Browser, dock: Dock, number: str) -> None:
    dock.server.import_rmas([rma(number)])
    base = dock.server.admin("GET", f"/v1/rmas/{number}").json()["version"]
    dock.server.import_rmas([rma(number, wanted="exchange")])
    event = Chain(dock.station).completed(outcome(f"U{number}", number), base)
    assert dock.send([event])[0]["result"] == "needs_review"
    assert "Wanted refund exchange" in office.open(f"/review/{event.id}").text


def test_what_was_refused_for_good_is_seen_and_settled(office: Browser, dock: Dock, number: str) -> None:
    hostile = f"<script>{number}</script>"
    (said,) = dock.send([Chain(dock.station).completed(outcome(number, "", hostile * 20))])
    assert said["result"] == "rejected"
    page = office.open("/rejected")
    while hostile not in page.text:
        page = office.further()
    assert "script" not in page.tags
    form = next(each for each in reversed(page.forms) if "number" in each.fields)
    for reason, told in (("", "Say why"), ("done by hand", "It is written down what becomes of the event")):
        sent = form.fields | {"verdict": "done", "reason": reason}
        answer = office.session.post(office.url + form.action, data=sent, timeout=20)
        assert told in answer.text
    shown = dock.server.admin("GET", "/v1/rejected", params={"state": "all"}).json()["items"]
    made = [each["settlements"] for each in shown if each["event_id"] == said["id"]]
    assert [(each["verdict"], each["by"]) for each in made[0]] == [("done", "Otto")]


def test_an_enrolment_code_is_a_code_to_scan_and_enrols_a_station(
    administrator: Browser, server: ServerProcess
) -> None:
    administrator.open("/stations")
    page = administrator.send("/stations/code")
    code = next(each for each in page.texts if each.count("-") == 2 and len(each) == 14)
    path, side = qr_path(f"DSENROL-{code}@{server.url}")
    assert path in administrator.answer.text
    assert read_enrolment(drawn(path, side)) == Enrolment(code, server.url)
    assert administrator.answer.headers["Cache-Control"] == "no-store"
    answer = administrator.session.post(
        f"{server.url}/v1/stations/enrol", json={"code": code, "name": "<b>Dock 7</b>"}, timeout=20
    )
    assert answer.status_code == 201
    assert "<b>Dock 7</b>" in administrator.open("/stations").text


def drawn(path: str, side: int) -> str:
    """What a scanner reads where the path is drawn."""
    squares = np.full((side, side), 255, np.uint8)
    for each in path.removeprefix("M").split("M"):
        x, y = each.partition("h")[0].split()
        squares[int(y), int(x)] = 0
    (found,) = zxingcpp.read_barcodes(np.kron(squares, np.ones((4, 4), np.uint8)))
    return str(found.text)


def test_a_station_is_refused_by_somebody_who_is_sure(administrator: Browser, dock: Dock) -> None:
    page = administrator.open("/stations")
    form = next(
        each for each in page.forms if each.action.endswith("revoke") and each.fields["station"] == dock.station
    )
    answer = administrator.session.post(administrator.url + form.action, data=form.fields, timeout=20)
    assert "say that you are sure" in answer.text
    assert dock.ask("GET", "/v1/rmas").status_code == 200
    sure = form.fields | {"sure": "yes"}
    administrator.session.post(administrator.url + form.action, data=sure, timeout=20)
    assert dock.ask("GET", "/v1/rmas").status_code == 403


def test_what_came_is_counted(office: Browser, inspected: Inspected) -> None:
    inspected()
    for by in ("reason", "sku", "disposition", "responsibility", "carrier", "day", "station", "grade"):
        page = office.open("/statistics", by=by)
        assert office.status == 200
        assert "All" in page.texts
    assert "Write a day as" in office.open("/statistics", **{"from": "soon"}).text
    assert "at most a year apart" in office.open("/statistics", **{"from": "2020-01-01"}).text


def test_the_clock_is_that_of_the_reader(office: Browser, inspected: Inspected) -> None:
    office.open("/me")
    office.send("/me/zone", zone="Asia/Shanghai")
    event = inspected()
    there = office.open(f"/outcomes/{event}").text
    office.open("/me")
    office.send("/me/zone", zone="UTC")
    assert there != office.open(f"/outcomes/{event}").text
