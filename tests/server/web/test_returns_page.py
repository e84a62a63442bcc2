"""RMAs on the page: listed, found, made, changed, moved, printed; nobody's work is lost to another's."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.browser import Browser
from tests.fakes.chain import Chain, outcome
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma
from tests.server.test_rma_life import read_codes

MARKED = "'; DROP TABLE rmas; --<script>alert(1)</script>{{7*7}}"
FILLED = {
    "order_number": "O-1",
    "customer": "张三",
    "window_ends": "2026-12-20",
    "sku__1": "PHONE-1",
    "category__1": "phone",
    "name_en__1": "Phone",
    "unit_value__1": "1,999.00",
    "accessories__1": "charger*2=49.00; cable",
}


def made(office: Browser, number: str, act: str = "save", **fields: str) -> None:
    office.open("/rma/new")
    office.send("/rma/new", number=number, act=act, **FILLED | fields)


def test_a_return_made_in_the_form_is_approved_and_reaches_stations(
    office: Browser, dock: Dock, number: str, tmp_path: Path
) -> None:
    made(office, number, "approve", tracking_numbers=f"T-{number}; T2-{number}")
    assert "The return is saved" in office.page.text
    (found,) = dock.ask("GET", "/v1/rmas/find", params={"code": f"T2-{number}"}).json()["items"]
    line = found["lines"][0]
    assert (found["number"], line["unit_value"], line["accessories"][0]["value"]) == (number, 199_900, 4900)
    assert found["window_ends"] == "2026-12-20T23:59:59Z"
    office.open("/rma/label.pdf", number=number)
    assert read_codes(office.answer.content, tmp_path) == [f"DSRMA-{number}"]


def test_sent_twice_it_is_made_once(office: Browser, number: str) -> None:
    office.open("/rma/new")
    form = office.answer
    office.send("/rma/new", number=number, act="save", **FILLED)
    office.answer = form
    again = office.send("/rma/new", number=number, act="save", **FILLED)
    assert "The return is saved" in again.text
    assert again.text.count("Made") == 1


def test_what_is_wrong_in_the_form_is_told_and_what_was_typed_stays(office: Browser, number: str) -> None:
    made(office, number, window_ends="soon", quantity__1="many")
    assert office.status == 422
    assert "This is no date or time" in office.page.text
    assert "Write a whole number from 1 to 100000" in office.page.text
    fields = office.page.forms[-1].fields
    assert (fields["window_ends"], fields["quantity-1"], fields["sku-1"]) == ("soon", "many", "PHONE-1")
    assert "There is no such return" in office.open("/rma", number=number).text


def test_another_line_keeps_what_was_typed(office: Browser, number: str) -> None:
    made(office, number, act="line")
    fields = office.page.forms[-1].fields
    assert (fields["sku-1"], fields["sku-2"], fields["lines"]) == ("PHONE-1", "", "2")
    office.send("/rma/new", act="save", sku__2="CASE-1", category__2="phone", quantity__2="3")
    assert "CASE-1" in office.page.text


def test_a_return_is_refused_with_a_reason_and_opened_again(office: Browser, number: str) -> None:
    made(office, number)
    assert "Say why" in office.send("/rma/move", move="refuse").text
    assert "The return is refused" in office.send("/rma/move", move="refuse", reason="worn").text
    page = office.send("/rma/move", move="reopen", reason="our mistake").text
    assert all(each in page for each in ("worn", "our mistake", "Otto", "approved"))


def test_a_move_from_an_old_page_is_told_what_it_is_now(office: Browser, number: str) -> None:
    made(office, number)
    old = office.answer
    office.send("/rma/move", move="approve")
    office.answer = old
    page = office.send("/rma/move", move="cancel", reason="no")
    assert office.status == 412
    assert "Somebody has changed this return meanwhile" in page.text
    assert "approved" in page.text


def test_a_change_on_an_old_form_loses_neither_side(office: Browser, number: str) -> None:
    made(office, number)
    office.open("/rma/change", number=number)
    old = office.answer
    office.send("/rma/change", customer="李四")
    assert "李四" in office.page.text
    office.answer = old
    page = office.send("/rma/change", customer="王五")
    assert office.status == 412
    assert "Somebody has changed this return meanwhile" in page.text
    assert "李四" in page.text
    assert page.forms[-1].fields["customer"] == "王五"
    assert "王五" in office.send("/rma/change").text


def test_what_the_form_does_not_show_stays_as_it_was(office: Browser, server: ServerProcess, number: str) -> None:
    sample = rma(number, window_ends="2026-11-30T12:34:56Z")
    server.import_rmas([sample | {"lines": [sample["lines"][0] | {"name": {"en": "Phone", "de": "Telefon"}}]}])
    before = server.admin("GET", f"/v1/rmas/{number}").json()["rma"]
    office.open("/rma/change", number=number)
    office.send("/rma/change", customer="李四")
    after = server.admin("GET", f"/v1/rmas/{number}").json()["rma"]
    assert after == before | {"customer": "李四", "version": after["version"]}


def test_a_return_is_found_by_any_of_its_numbers(office: Browser, server: ServerProcess, number: str) -> None:
    server.import_rmas([rma(number), rma(f"OTHER-{number}")])
    for words in (number, number.lower()[:-2], f"O-{number}", f"T-{number}", f"DSRMA-{number}", f"SN-{number}"):
        found = office.open("/rmas", q=words)
        assert number in found.texts, words
        assert f"OTHER-{number}" not in found.texts
    assert number not in office.open("/rmas", q=number, state="refunded").texts
    assert "There is no such return" in office.open("/rmas", q="%").text


def test_hostile_texts_stay_texts(office: Browser, number: str) -> None:
    told = MARKED.replace(";", "")
    fields = ("customer", "order_number", "customer_flags", "sku__1", "name_en__1", "reason")
    made(office, number, **{each: f"{told} {each}" for each in fields})
    for path, query in (("/rma", {"number": number}), ("/rmas", {"q": number}), ("/rma/change", {"number": number})):
        page = office.open(path, **query)
        assert office.status == 200
        assert "script" not in page.tags
        assert "<script>" not in office.answer.text
    assert all(f"{told} {each}" in office.open("/rma", number=number).text for each in fields)


def test_words_that_were_searched_stay_words(office: Browser) -> None:
    for path in ("/rmas", "/outcomes"):
        page = office.open(path, q=MARKED)
        assert "script" not in page.tags
        assert MARKED in [form.fields.get("q") for form in page.forms]


def test_the_story_of_a_return_is_told_in_order(office: Browser, dock: Dock, number: str) -> None:
    dock.server.import_rmas([rma(number)])
    chain, lpn = Chain(dock.station), f"U{number}"
    received = {"lpn": lpn, "rma_number": number, "serial": f"S-{number}", "parcel_id": number, "by": "INES"}
    dock.send([
        chain.add("ParcelArrived", {"code": f"T-{number}", "by": "CARL"}, f"parcel:{number}"),
        chain.add("UnitReceived", received, f"unit:{lpn}"),
        chain.completed(outcome(lpn, number)),
    ])  # fmt: skip
    page = office.open("/rma", number=number).text
    assert all(each in page for each in ("Parcel arrived", "Item received", "Inspection completed", "INES", "CARL"))
