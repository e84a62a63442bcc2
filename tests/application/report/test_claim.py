"""The papers of a claim: all units that one party answers for, and nothing else, ready to hand over."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from dockstation.application.report import ClaimWanted
from dockstation.domain.errors import DockstationError
from dockstation.domain.report import Claim
from dockstation.domain.rma import Accessory
from tests.application.desk import SUPERVISOR
from tests.application.report.broken_phones import Phones
from tests.fakes.paper import letters


@pytest.fixture
def three(phones: Phones) -> tuple[str, ...]:
    """Three that the carrier answers for, beside one of the customer's and one that was voided."""
    broken = tuple(phones.broken() for _ in range(3))
    phones.desk.decided()
    phones.desk.void_decision(phones.broken(), "wrong_item", SUPERVISOR)
    return broken


def found(claim: Claim) -> tuple[str, ...]:
    return tuple(each.unit.lpn for each in claim.reports)


def test_what_the_carrier_answers_for_is_claimed_of_a_return_a_parcel_or_a_span_of_time(
    phones: Phones, three: tuple[str, ...]
) -> None:
    assert found(phones.claim()) == three
    assert found(phones.claim(ClaimWanted("supplier"))) == ()
    second = phones.read(three[1])
    assert found(phones.claim(ClaimWanted("carrier", rma_number=second.rma.number))) == (three[1],)
    assert found(phones.claim(ClaimWanted("carrier", parcel=second.parcel.code))) == (three[1],)
    assert found(phones.claim(since=second.ruled.at)) == three
    assert found(phones.claim(since="2026-03-03")) == ()
    assert found(phones.claim(ClaimWanted("carrier", before=second.ruled.at))) == ()


def test_a_zip_holds_reports_photos_as_taken_and_an_index_and_a_pdf_the_list_and_the_reports(
    phones: Phones, three: tuple[str, ...], tmp_path: Path
) -> None:
    claim, out = phones.claim(), tmp_path / "claim.zip"
    phones.reports.claim(claim, out, "en")
    with zipfile.ZipFile(out) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    reports = [name for name in files if name.startswith("units/")]
    photos = {name: data for name, data in files.items() if name.startswith("photos/")}
    assert len(reports) == 3
    assert all(lpn in letters(files[name]) for lpn, name in zip(three, reports, strict=True))
    assert len(photos) == sum(len(each.photos) + len(each.parcel_photos) for each in claim.reports)
    assert all(name == f"photos/{hashlib.sha256(data).hexdigest()}.jpg" for name, data in photos.items())
    index = json.loads(files["index.json"])
    assert [each["lpn"] for each in index["units"]] == list(three)
    assert all(photo["file"] in photos for each in index["units"] for photo in each["photos"])
    assert index["units"][0]["photos"][1]["marks"][0]["text"] == "glass is loose"
    rows = list(csv.DictReader(io.StringIO(files["index.csv"].decode("utf-8-sig"))))
    assert [each["report"] for each in rows] == reports
    assert (rows[0]["unit_value"], rows[0]["evidence"]) == ("399900", "photo_parcel; photo_unit; photo_defect")
    said = letters(files["claim.pdf"])
    assert all(
        each in said for each in ("Claim", "Responsible:Carrier", "CNY11,997.00", "Evidencecomplete:3/3", *three)
    )


def test_a_folder_holds_the_same_and_says_which_photo_is_not_here(phones: Phones, tmp_path: Path) -> None:
    lost = phones.read(phones.broken()).photos[0].sha256
    phones.broken()
    phones.desk.photos.path(lost).unlink()
    phones.reports.claim(phones.claim(), tmp_path / "claim", "en")
    index = json.loads((tmp_path / "claim" / "index.json").read_text("utf-8"))
    assert index["units"][0]["photos_missing"] == [lost]
    assert index["units"][1]["photos_missing"] == []
    assert not (tmp_path / "claim" / "photos" / f"{lost}.jpg").exists()
    assert len(list((tmp_path / "claim" / "units").iterdir())) == 2


def test_what_the_server_changes_afterwards_changes_no_report_and_hides_no_unit(phones: Phones) -> None:
    both = (phones.broken(), phones.broken())
    desk, before = phones.desk, [phones.read(each) for each in both]
    first, second = before[0].rma, before[1].rma
    dearer = replace(first.lines[0], unit_value=1, accessories=(Accessory("charger", 2), Accessory("pen")))
    desk.expect(replace(first, version=9, lines=(dearer, *first.lines[1:])))
    with desk.store.unit_of_work() as work:
        work.rmas.put([replace(second, version=9, lines=second.lines[1:])])
        work.commit()
    after = phones.read(both[0])
    assert (after.line.unit_value, after.defects, after.evidence) == (399900, before[0].defects, before[0].evidence)
    assert "cable:1of1·charger:1of1" in letters(phones.drawn(after))
    claim = phones.claim()
    assert {*found(claim), *(lpn for lpn, _ in claim.unread)} == set(both)


def test_missing_evidence_is_said_before_the_carrier_says_it(phones: Phones, tmp_path: Path) -> None:
    phones.broken()
    claim = phones.claim()
    poor = replace(claim.reports[0], evidence=(("photo_parcel", False), ("photo_unit", True)))
    phones.reports.claim(replace(claim, reports=(poor,)), tmp_path / "claim.zip", "en")
    with zipfile.ZipFile(tmp_path / "claim.zip") as packed:
        said, rows = letters(packed.read("claim.pdf")), packed.read("index.csv").decode("utf-8-sig")
    assert "×photoofthe" in said
    assert "Evidencecomplete:0/1" in said
    assert next(csv.DictReader(io.StringIO(rows)))["evidence_missing"] == "photo_parcel"


def test_names_and_cells_lead_nowhere_whatever_the_data_hold(phones: Phones, tmp_path: Path) -> None:
    phones.broken()
    claim = phones.claim()
    (report,) = claim.reports
    evil = replace(
        report,
        unit=replace(report.unit, lpn="../../etc/passwd\x00", serial='=HYPERLINK("http://x")'),
        line=replace(report.line, sku="@SUM(1)", name=replace(report.line.name, by_language={"en": "-1+\ud83d"})),
    )
    phones.reports.claim(replace(claim, reports=(evil,)), tmp_path / "claim.zip", "en")
    with zipfile.ZipFile(tmp_path / "claim.zip") as packed:
        names, rows = packed.namelist(), packed.read("index.csv").decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(rows)))
    assert "units/0001-_etc_passwd_.pdf" in names
    assert not [each for each in names if ".." in each or each.startswith("/") or "\\" in each]
    assert [row[each][0] for each in ("serial", "sku", "name")] == ["'", "'", "'"]


def test_nothing_is_overwritten_unless_it_is_said(phones: Phones, tmp_path: Path) -> None:
    lpn, claim = phones.broken(), phones.claim()
    target = tmp_path / "out.pdf"
    target.write_bytes(b"mine")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    for write in (
        lambda: phones.reports.unit(lpn, target, "en"),
        lambda: phones.reports.claim(claim, target, "en"),
        lambda: phones.reports.claim(claim, folder, "en"),
        lambda: phones.reports.claim(claim, folder, "en", overwrite=True),
    ):
        with pytest.raises(DockstationError, match=r"report\.exists"):
            write()
    assert target.read_bytes() == b"mine"
    assert [each.name for each in folder.iterdir()] == ["mine.txt"]
    phones.reports.unit(lpn, target, "en", overwrite=True)
    assert target.read_bytes().startswith(b"%PDF")
