"""Files of RMAs as offices have them come in whole, in part, or not at all, and every mistake is named."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import requests
from openpyxl import Workbook

from dockstation.wire import FILE_BYTES
from tests.fakes.server_process import ServerProcess
from tests.server.conftest import Dock, rma

SAMPLE = Path(__file__).parents[2] / "docs" / "samples" / "returns.csv"
HEAD = ("number", "return_type", "wanted", "window_ends", "sku", "category", "quantity", "unit_value", "serials")
GOOD = ("no_reason", "refund", "2026-12-08", "TS-M", "clothing", 1, "89.90", "")
Failed = Callable[[requests.Response, int, str], dict[str, Any]]


class Files:
    """Sends files to the server."""

    def __init__(self, server: ServerProcess) -> None:
        self._server = server

    def send(self, content: bytes, **query: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {self._server.admin_token}"}
        url = self._server.url + "/v1/rmas/import"
        return requests.post(url, data=content, params={"by": "LEE"} | query, headers=headers, timeout=60)

    def taken(self, content: bytes, **query: Any) -> dict[str, Any]:
        answer = self.send(content, **query)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found


@pytest.fixture
def files(server: ServerProcess) -> Files:
    return Files(server)


@pytest.fixture
def number(name: str) -> str:
    return name.upper()


def table(*rows: tuple[object, ...], head: tuple[str, ...] = HEAD, delimiter: str = ",") -> bytes:
    """The rows as CSV."""
    return "\r\n".join(delimiter.join(map(str, row)) for row in (head, *rows)).encode()


def workbook(*rows: tuple[Any, ...], head: tuple[str, ...] = HEAD) -> bytes:
    """The rows as XLSX."""
    book, out = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in (head, *rows):
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def found(dock: Dock, number: str) -> dict[str, Any]:
    (item,) = dock.ask("GET", "/v1/rmas/find", params={"code": number}).json()["items"]
    assert isinstance(item, dict)
    return item


def test_the_sample_comes_in_as_it_is(files: Files, dock: Dock) -> None:
    told = files.taken(SAMPLE.read_bytes(), zone="Asia/Shanghai")
    assert (told["rows"], told["rmas"], told["left_out"], told["faults"]) == (3, 2, 0, [])
    item = found(dock, "SF1234567890")
    assert [line["unit_value"] for line in item["lines"]] == [299900, 3990]
    assert item["lines"][0]["accessories"] == [
        {"name": "充电器", "count": 1, "value": 4900}, {"name": "数据线", "count": 1, "value": 0},
    ]  # fmt: skip
    assert (item["phone_end"], item["window_ends"]) == ("1234", "2026-12-08T15:59:59Z")
    assert found(dock, "YT8812345678902")["lines"][0]["name"]["zh_CN"] == "T恤 蓝 M"


@pytest.mark.parametrize("encoding", ["gbk", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_are_read_as_they_were_saved(files: Files, number: str, encoding: str, delimiter: str) -> None:
    head = ("退货单号", "退货类型", "处理方式", "退货期限", "货号", "类别", "数量", "商品名称")
    row = (number, "质量问题", "维修", "2026/12/8", "XR-P9", "phone", 1, "手机")
    content = table(row, head=head, delimiter=delimiter).decode().encode(encoding)
    told = files.taken(content, dry_run=True)
    assert [(each["number"], each["lines"][0]["name"]["zh_CN"]) for each in told["preview"]] == [(number, "手机")]


def test_a_workbook_keeps_numbers_dates_and_formulas_as_they_look(files: Files, dock: Dock, number: str) -> None:
    formula = '=HYPERLINK("http://x","y")'
    row = (number, "no_reason", "refund", date(2026, 12, 8), formula, "phone", 2, 2999.9, f"S{number}")
    assert files.taken(workbook(row))["stored"] == 1
    item = found(dock, f"S{number}")
    line = item["lines"][0]
    assert (line["sku"], line["quantity"], line["unit_value"]) == (formula, 2, 299990)
    assert item["window_ends"] == "2026-12-08T23:59:59Z"


def test_a_serial_number_that_the_table_has_rounded_is_refused(files: Files, failed: Failed, number: str) -> None:
    row = (number, *GOOD[:-1], 89860612345678901234)
    (fault,) = failed(files.send(workbook(row)), 422, "permanent")["faults"]
    assert (fault["row"], fault["column"], fault["code"]) == (2, "serials", "digits_lost")


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("number", "<script>", "form"),
        ("number", "", "missing"),
        ("return_type", "because", "choice"),
        ("window_ends", "2026-02-30", "time"),
        ("window_ends", "99999-01-01", "time"),
        ("sku", "x" * 129, "too_long"),
        ("sku", "x" * 2000, "too_long"),
        ("sku", "a\x07b", "control"),
        ("quantity", "1000000000", "number"),
        ("quantity", "1e9", "number"),
        ("quantity", "-1", "number"),
        ("unit_value", "89.999", "money"),
        ("unit_value", "=1+1", "money"),
        ("unit_value", "9" * 40, "money"),
        ("unit_value", "NaN", "money"),
    ],
)
def test_a_bad_cell_is_named_with_row_column_and_what_to_do(
    files: Files, failed: Failed, dock: Dock, number: str, column: str, cell: str, code: str
) -> None:
    bad: list[object] = [f"{number}-2", *GOOD]
    bad[HEAD.index(column)] = cell
    problem = failed(files.send(table((number, *GOOD), tuple(bad))), 422, "permanent")
    assert [(each["row"], each["column"], each["code"]) for each in problem["faults"]] == [(3, column, code)]
    assert problem["faults"][0]["do"]
    assert dock.ask("GET", "/v1/rmas/find", params={"code": number}).json()["items"] == []


def test_good_rows_come_in_beside_bad_ones_but_never_half_an_rma(files: Files, dock: Dock, number: str) -> None:
    half = (f"{number}-2", *GOOD), (f"{number}-2", *GOOD[:5], "many", *GOOD[6:])
    told = files.taken(table((number, *GOOD), *half), mode="good_rows")
    assert (told["stored"], told["left_out"], told["faults"][0]["row"]) == (1, 1, 4)
    assert found(dock, number)["lines"][0]["unit_value"] == 8990
    assert dock.ask("GET", "/v1/rmas/find", params={"code": f"{number}-2"}).json()["items"] == []


def test_a_dry_run_shows_what_would_come_and_stores_nothing(files: Files, dock: Dock, number: str) -> None:
    told = files.taken(table((number, *GOOD), (f"{number}-2", *GOOD[:5], "", "?", "")), dry_run=True)
    assert (told["stored"], told["left_out"], told["preview"][0]["number"]) == (1, 1, number)
    assert dock.ask("GET", "/v1/rmas/find", params={"code": number}).json()["items"] == []


def test_the_same_file_again_changes_nothing(files: Files, number: str) -> None:
    content = table((number, *GOOD))
    assert files.taken(content)["stored"] == 1
    told = files.taken(content)
    assert (told["stored"], told["unchanged"]) == (0, 1)


def test_an_rma_that_is_closed_on_the_server_may_stand_in_the_file_but_not_change(
    files: Files, server: ServerProcess, failed: Failed, number: str
) -> None:
    files.taken(table((number, *GOOD)))
    item = server.admin("GET", f"/v1/rmas/{number}").json()["rma"]
    server.import_rmas([item | {"status": "refunded"}])
    assert files.taken(table((number, *GOOD)))["unchanged"] == 1
    (fault,) = failed(files.send(table((number, *GOOD[:5], 2, *GOOD[6:]))), 422, "permanent")["faults"]
    assert (fault["row"], fault["code"]) == (2, "closed")


def test_json_comes_in_by_the_same_door(files: Files, dock: Dock, failed: Failed, number: str) -> None:
    assert files.taken(json.dumps([rma(number)]).encode())["stored"] == 1
    assert found(dock, number)["customer"] == "张三"
    bad = json.dumps({"items": [rma(f"{number}-2"), rma(f"{number}-3", wanted="money")]})
    (fault,) = failed(files.send(bad.encode()), 422, "permanent")["faults"]
    assert (fault["row"], fault["column"]) == (2, "wanted")


def bomb() -> bytes:
    """A small file that says it unpacks to 100 MiB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b" " * (100 * 1024 * 1024))
    return out.getvalue()


def entities() -> bytes:
    """A workbook whose sheet says a laugh a billion times."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    sheet = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><worksheet><sheetData><row>&l9;</row></sheetData></worksheet>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as good, zipfile.ZipFile(out, "w") as parts:
        for each in good.namelist():
            parts.writestr(each, sheet if each == "xl/worksheets/sheet1.xml" else good.read(each))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "columns"),
        (b"PK\x03\x04 no workbook", "broken"),
        (b"\xff\xfe\xfd", "encoding"),
        (b"[" * 100_000, "broken"),
        (b'{"items": 1}', "columns"),
        (b"number,number\n1,2", "column_twice"),
        (table(), "empty"),
        (table(*[("A-1", *GOOD)] * 10_001), "too_many"),
        (b'number,return_type\n"never closed', "columns"),
        (table(("A-1", *GOOD)) + b'\n"never closed', "broken"),
    ],
)
def test_what_is_no_table_of_rmas_is_refused_as_a_whole(
    files: Files, failed: Failed, content: bytes, code: str
) -> None:
    (fault,) = failed(files.send(content, mode="good_rows"), 422, "permanent")["faults"]
    assert fault["code"] == code


def test_files_that_unpack_to_far_more_are_refused_at_once(files: Files, failed: Failed) -> None:
    begun = time.monotonic()
    assert failed(files.send(bomb()), 422, "permanent")["faults"][0]["code"] == "bomb"
    assert failed(files.send(entities()), 422, "permanent")["faults"][0]["code"] == "broken"
    far = Workbook()
    assert far.active is not None
    far.active["XFD1048576"] = "far away"
    out = io.BytesIO()
    far.save(out)
    failed(files.send(out.getvalue()), 422, "permanent")
    failed(files.send(b" " * (FILE_BYTES + 1)), 413, "permanent")
    assert time.monotonic() - begun < 10


def test_ten_thousand_rows_come_in_within_seconds(tmp_path: Path) -> None:
    content = table(*[(f"R-{n}", *GOOD) for n in range(10_000)])
    with ServerProcess(tmp_path / "data") as server:
        begun = time.monotonic()
        assert Files(server).taken(content)["stored"] == 10_000
        assert time.monotonic() - begun < 30


def test_ten_thousand_lines_of_one_rma_are_no_more_work(files: Files, number: str) -> None:
    told = files.taken(table(*[(number, *GOOD)] * 10_000), dry_run=True)
    assert (told["rmas"], told["rows"], len(told["preview"][0]["lines"])) == (1, 10_000, 10_000)


def test_unknown_columns_and_zones_are_named(files: Files, failed: Failed, number: str) -> None:
    content = table((number, *GOOD, "x"), head=(*HEAD, "colour"))
    (fault,) = failed(files.send(content), 422, "permanent")["faults"]
    assert (fault["column"], fault["code"]) == ("colour", "unknown_column")
    assert failed(files.send(content, zone="../../etc/passwd"), 422, "permanent")["type"].endswith(":zone")
