"""The report of one unit says on one page what was found, decided, by which rule, by whom, and shows it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dockstation.application.queries.evidence import KINDS
from dockstation.domain.checklist import Section, Severity
from dockstation.domain.errors import DockstationError
from dockstation.domain.opinion import OpinionState
from dockstation.domain.outcome import RulingKind
from dockstation.domain.overruling import Change
from dockstation.domain.parcel import Condition
from dockstation.domain.policy import TABLES as POLICY_TABLES
from dockstation.domain.rma import ReturnType, Wanted
from dockstation.labels.report.words import (
    CONDITIONS,
    EVIDENCE,
    OPINIONS,
    PARTIES,
    RESOLUTIONS,
    RETURN_TYPES,
    RULINGS,
    SECTIONS,
    SEVERITIES,
    TABLES,
    TOLD,
    TOLD_VALUES,
    WANTED,
)
from dockstation.ui.messages.evidence import _FACTS, _VALUES
from tests.application.desk import INSPECTOR, POLICY, SECOND, SIGNED, SUPERVISOR, Desk
from tests.application.report.broken_phones import BROKEN, MARKS, Phones
from tests.fakes.paper import letters, pages_of

ENGLISH = (
    "Inspection report", "Galaxy River Phone 12", "PH-12-128-BK", "356938035643801", "R26110101",
    "SF SF9999000000001",
    "damaged", "Appearance", "Function", "Accessories", "charger: 1 of 1", "Screen cracked (critical)",
    "Housing dented (Corner, major)", "Parcel damaged", "Grade: D", "There is a critical defect",
    "rule critical-d, the first that was looked at", "Disposition: Repair", "12 before it did not fit",
    "Responsible: Carrier", "√ photo of the parcel", "Advice: Refund in full", "Refund: CNY 3,999.00",
    "Return freight paid by: Carrier", "What the rules saw", "Decided by the rules", "王芳 (DEMO)",
    "屏幕左上角裂开, glass is loose", "1 Screen cracked: glass is loose", "2 裂纹走向",
    "Name, signature, date", "1 / 1",
)  # fmt: skip
CHINESE = (
    "质检报告", "星河手机 12", "外观", "功能", "配件", "屏幕裂纹 (致命)", "机身磕碰 (边角, 严重)", "包裹破损",
    "等级: D",
    "处置: 维修", "责任方: 承运商", "√ 包裹照片", "处理建议: 全额退款", "退货运费承担方: 承运商", "按规则判定",
    "规则 critical-d，第一条即符合", "姓名、签字、日期",
)  # fmt: skip


LEFT_OVER = {
    "en": ("质检", "等级", "承运商", "退款", "签字"),
    "zh_CN": ("Inspection", "Grade", "Carrier", "Refund", "Decided", "critical", "Photo", "Signat"),
}
"""Words of the other language: in a report only names and codes are of both."""


@pytest.mark.parametrize(("language", "wanted"), [("en", ENGLISH), ("zh_CN", CHINESE)])
def test_all_of_an_inspection_stands_on_one_page(phones: Phones, language: str, wanted: tuple[str, ...]) -> None:
    lpn = phones.broken()
    pdf, report = phones.pdf(lpn, language), phones.read(lpn)
    said = letters(pdf)
    assert len(report.answers) >= 13
    assert [each for each in (lpn, *wanted) if each.replace(" ", "") not in said] == []
    assert all(each.sha256 in said for each in report.photos)
    assert report.parcel_photos[0].sha256 in said
    assert report.chain is not None
    assert report.chain.hash in said
    assert len(pages_of(pdf)) == 1
    assert [each for each in LEFT_OVER[language] if each in said.replace("critical-", "")] == []


def test_marks_are_drawn_on_the_page_and_the_photo_stays_as_it_was(phones: Phones) -> None:
    lpn = phones.broken()
    photo = phones.read(lpn).photos[0]
    kept = phones.desk.photos.read(photo.sha256)
    marked, bare = (
        sum(_red(page) for page in pages_of(phones.pdf(lpn, photos=(photo_with,))))
        for photo_with in (photo, replace(photo, marks=()))
    )
    assert photo.marks == MARKS
    assert marked > 100
    assert bare == 0
    assert phones.desk.photos.read(photo.sha256) == kept


def test_a_photo_that_is_not_here_is_said_where_it_would_stand(phones: Phones) -> None:
    lpn = phones.broken()
    report = phones.read(lpn)
    gone, damaged = (phones.desk.photos.path(each.sha256) for each in report.photos[:2])
    gone.unlink()
    damaged.write_bytes(damaged.read_bytes()[:-1])
    text = phones.desk.photos.save(b"no picture at all")
    elsewhere = replace(report.photos[2], sha256="0" * 64, at_server=True)
    photos = (*report.photos[:2], elsewhere, replace(report.photos[3], sha256=text))
    said = letters(phones.pdf(lpn, photos=photos))
    for wanted in (
        "Thepictureisnotatthisstation", "doesnotfititshash", "Takenatanotherstation", "cannotbeshownasapicture",
    ):  # fmt: skip
        assert wanted in said
    assert all(each.sha256 in said for each in photos)


def test_every_ruling_stands_there_with_who_and_when(phones: Phones) -> None:
    lpn = phones.broken()
    phones.desk.override(
        lpn, Change(resolution="refund_part", deduct_percent=25), "customer_agreed", SIGNED, INSPECTOR
    )
    said = letters(phones.pdf(lpn)).replace("\n", "")
    for wanted in (
        "Overridden", "D·Repair–王芳(DEMO),signedbyAsupervisor(SUPER),Agreedwiththecustomer",
        "Refund:CNY3,999.00−CNY999.75=CNY2,999.25", "−CNY999.75:25%ofthevalue.Agreedwiththecustomer",
        "aperson'sword;theruleshadsaid:Refundinfull.Notthecustomer'sdoing:fullrefund(rulenot-the-customer-full)",
    ):  # fmt: skip
        assert wanted in said, wanted
    phones.desk.void_decision(lpn, "something_found", SUPERVISOR)
    said = letters(phones.pdf(lpn))
    assert "Nodecisionstands:itwasvoided" in said
    assert "Asupervisor(SUPER),Somethingwasfoundafterwards" in said
    assert "Grade:D" not in said


BY_PARTY = ("responsibility", "freight")


def test_every_word_of_the_domain_has_one_on_paper() -> None:
    """What has none would stand there as its code."""
    for words, codes in (
        (RETURN_TYPES, ReturnType), (WANTED, Wanted), (CONDITIONS, Condition), (SECTIONS, Section),
        (RULINGS, RulingKind), (SEVERITIES, Severity),
        (OPINIONS, OpinionState), (EVIDENCE, KINDS), (TABLES, POLICY_TABLES),
    ):  # fmt: skip
        assert set(words) == set(codes)
    parties = [rule for book in POLICY.rule_books for name in BY_PARTY for rule in book.tables[name]]
    assert {each.then for each in parties} <= {*PARTIES, ""}
    assert {rule.then for book in POLICY.rule_books for rule in book.tables["resolution"]} <= set(RESOLUTIONS)
    assert tuple(TABLES) == POLICY_TABLES
    assert set(TOLD) == set(_FACTS)
    assert set(TOLD_VALUES) == set(_VALUES)


def test_a_second_opinion_stands_there_with_where_it_differs(tmp_path: Path) -> None:
    phones = Phones(Desk(tmp_path, opinion_percent=100), tmp_path)
    lpn = phones.broken()
    assert "Secondopinion:wanted,notgivenyet" in letters(phones.pdf(lpn))
    phones.desk.looked_at_again(lpn, SECOND, **(BROKEN | {"screen": "none"}))
    said = letters(phones.pdf(lpn))
    assert "Secondopinion:given,thetwodiffer" in said
    assert "C·Repair–Anotherinspector(BEN)" in said
    assert "Thetwodifferin:Isthescreenscratchedorcracked?;Grade" in said
    phones.desk.store.close()


def test_what_was_never_decided_has_no_report(phones: Phones) -> None:
    lpn = phones.desk.counted()
    with pytest.raises(DockstationError, match=r"inspection\.none"):
        phones.read(lpn)
    phones.desk.inspect.begin(lpn, SECOND)
    with pytest.raises(DockstationError, match=r"report\.undecided"):
        phones.read(lpn)


def _red(page: Image.Image) -> int:
    red, green, blue = np.moveaxis(np.asarray(page), 2, 0)
    return int(((red > 180) & (green < 80) & (blue < 80)).sum())
