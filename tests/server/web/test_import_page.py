"""A file of returns is looked through first; a person says whether its good part is taken."""

from __future__ import annotations

from tests.fakes.browser import Browser, Reading
from tests.fakes.server_process import ServerProcess

HEAD = "退货单号,退货类型,处理方式,退货期限,商品编码,品类,数量,客户\n"


def look(office: Browser, content: bytes, name: str = "returns.csv", **fields: str) -> Reading:
    office.open("/import")
    return office.send("/import", files={"file": (name, content, "text/csv")}, **fields)


def rows(number: str) -> bytes:
    good = f"{number},质量问题,退款,2026-12-20,PHONE-1,phone,1,<b>张三</b>\n"
    return f"{HEAD}{good}{number}-2,质量问题,退款,bald,PHONE-1,phone,viele,\n".encode()


def known(server: ServerProcess, office: Browser, number: str) -> bool:
    return "There is no such return" not in office.open("/rma", number=number).text


def test_each_bad_row_is_told_and_the_good_rest_is_taken(server: ServerProcess, office: Browser, number: str) -> None:
    page = look(office, rows(number))
    assert "Take the good 1, leave the rest out" in page.text
    assert "3 退货期限 bald This is no date or time" in page.text
    assert "3 数量 viele This is no number of this size" in page.text
    assert "b" not in page.tags or "<b>张三</b>" in page.text
    waiting = office.answer
    assert not known(server, office, number)
    office.answer = waiting
    assert "1 returns were stored" in office.send("/import/take", act="take").text
    assert known(server, office, number)
    assert not known(server, office, f"{number}-2")
    office.answer = waiting
    assert "The file waits no longer" in office.send("/import/take", act="take").text


def test_nothing_is_taken_when_that_was_asked(server: ServerProcess, office: Browser, number: str) -> None:
    look(office, rows(number))
    office.send("/import/take", act="nothing")
    assert not known(server, office, number)


def test_a_file_of_another_tab_is_not_taken_for_this_one(server: ServerProcess, office: Browser, number: str) -> None:
    look(office, rows(number))
    first = office.answer
    look(office, rows(f"{number}-9"))
    office.answer = first
    assert "The file waits no longer" in office.send("/import/take", act="take").text
    assert not known(server, office, number)
    assert not known(server, office, f"{number}-9")


def test_a_file_that_cannot_be_read_is_told_in_the_readers_language(office: Browser) -> None:
    office.open("/language/zh_CN")
    assert "没有数据行" in look(office, HEAD.encode()).text
    assert "请选择文件" in look(office, b"").text
    office.open("/language/en")
    assert "Save it as CSV in UTF-8" in look(office, b"\xff\xfe\xff").text
    assert office.status == 422
    assert "This time zone is not known" in look(office, rows("X"), zone="Nowhere").text


def test_new_returns_are_requested_where_that_was_chosen(office: Browser, number: str) -> None:
    look(office, rows(number), state="requested")
    office.send("/import/take", act="take")
    assert "requested" in office.open("/rma", number=number).text
