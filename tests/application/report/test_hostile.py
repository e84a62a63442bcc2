"""Whatever texts hold, they come out as text: nothing is markup, nothing is read, nothing is lost or cut off."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from PIL import Image

from dockstation.bootstrap import FONT
from dockstation.domain.report import UnitReport
from dockstation.domain.text import Text
from dockstation.labels.typeface import Typeface
from dockstation.settings import shipped
from tests.application.report.broken_phones import PAPER, Phones
from tests.fakes.paper import letters, pages_of
from tests.labels.samples import HOSTILE

FACE = Typeface(shipped("resources") / FONT)
LONG = ("W" * 10_000, "质检报告，很长的一段话。" * 850, "a word " * 1_500, "（" * 5_000 + "，" * 5_000)
MARKUP = (
    '<para><font name="x">a</font></para><img src="/etc/hostname" width="9"/> &lt;b&gt;',
    "{0} {name} %s %(x)d {} {0.__class__}",
)


def everywhere(report: UnitReport, text: str) -> UnitReport:
    """The text wherever a server, a scanner or a person has a say."""
    photo = report.photos[0]
    marks = (replace(photo.marks[0], defect=text, text=text), *photo.marks[1:])
    people = dict.fromkeys(report.names.people, text)
    told = replace(report.discrepancies[0], facts={text: text}, answer=text)
    ruling = replace(report.rulings[0], reason=text, approved_by=text)
    return replace(
        report,
        unit=replace(report.unit, serial=text),
        parcel=replace(report.parcel, code=text, carrier=text, arrived_at=text),
        rma=replace(report.rma, number=text, order_number=text, customer=text),
        line=replace(report.line, sku=text, gtin=text, name=Text({"en": text, "zh_CN": text}), serials=(text,)),
        answers=dict(report.answers) | {"remark": text, "packaging": text},
        photos=(replace(photo, marks=marks, by=text, station=text, taken_at=text),),
        parcel_photos=(),
        discrepancies=(told,),
        rulings=(ruling, *report.rulings[1:]),
        names=replace(report.names, people=people),
    )


def test_hostile_texts_come_out_as_text(phones: Phones) -> None:
    report, photos = phones.read(phones.broken()), phones.desk.photos.read
    for text in [each for each in (*HOSTILE.values(), *MARKUP) if len(each) < 100]:
        said = letters(PAPER.units([everywhere(report, text)], photos, "en"))
        assert said.count("".join(FACE.visible(text).split())) >= 5 or not text.strip(), text


def test_ten_thousand_characters_are_all_there_within_the_margins(phones: Phones) -> None:
    report, photos = phones.read(phones.broken()), phones.desk.photos.read
    for text in LONG:
        answers = dict(report.answers) | {"remark": text}
        changed = replace(report, answers=answers, last_event=text, photos=(), parcel_photos=())
        pdf = PAPER.units([changed], photos, "zh_CN")
        wanted = Counter("".join((FACE.visible(text) * 2).split()))
        assert wanted <= Counter(letters(pdf))
        pages = pages_of(pdf, 20)
        assert len(pages) > 1
        assert all(_is_blank(page.crop((int(page.width * 0.945), 0, page.width, page.height))) for page in pages)
        assert all(_is_blank(page.crop((0, int(page.height * 0.98), page.width, page.height))) for page in pages)


def _is_blank(image: Image.Image) -> bool:
    return image.getextrema() == ((255, 255),) * 3
