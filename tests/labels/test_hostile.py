"""Whatever a scan, a server or a file puts into a field becomes visible text, or is refused in words."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent
from dockstation.labels.coverage import visible
from dockstation.labels.typeface import Typeface
from tests.labels.samples import BOTH_CODES, CONTENT, FONT, HOSTILE, image, scanned, shipped_labels

LABELS = shipped_labels()
TEXTS = [each.name for each in fields(LabelContent) if each.name not in ("lpn", "copy", "void", "disposition")]
COVERED = Typeface(FONT).covered


def with_fields(values: dict[str, str]) -> LabelContent:
    return LabelContent(**{**CONTENT.fields(), "copy": 0, "void": False, **values})  # type: ignore[arg-type] # copy and void are no texts


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_leaves_a_label_that_scans(value: str) -> None:
    content = with_fields(dict.fromkeys(TEXTS, value))
    assert scanned(image(LABELS.bitmap(content, "disposition", 203))) == BOTH_CODES


@pytest.mark.parametrize("value", [value for value in HOSTILE.values() if value.strip()])
def test_hostile_text_is_seen_on_the_label(value: str) -> None:
    empty = replace(CONTENT, reason="")
    filled = replace(CONTENT, reason=value)
    assert LABELS.bitmap(filled, "disposition", 203) != LABELS.bitmap(empty, "disposition", 203)


@pytest.mark.parametrize("field", [*TEXTS, "disposition", "lpn"])
def test_ten_thousand_characters_are_refused_by_field(field: str) -> None:
    with pytest.raises(DockstationError) as refused:
        LABELS.bitmap(with_fields({field: "x" * 10_000}), "disposition", 203)
    assert (refused.value.code, refused.value.facts) == ("label.too_long", {"field": field})


def test_a_licence_plate_is_never_cut() -> None:
    with pytest.raises(DockstationError) as refused:
        LABELS.bitmap(replace(CONTENT, lpn="ABCDEFGHJKLMNPQR"), "disposition", 203)
    assert (refused.value.code, refused.value.facts["field"]) == ("label.too_long", "lpn")


@pytest.mark.parametrize("lpn", ["", "A2C\n4567X", "A2C 4567X", "件码", "A2C3é567X", "\x1b@", "📦"])
def test_a_licence_plate_that_no_scanner_gives_back_is_refused(lpn: str) -> None:
    with pytest.raises(DockstationError) as refused:
        LABELS.bitmap(replace(CONTENT, lpn=lpn), "disposition", 203)
    assert (refused.value.code, refused.value.facts["field"]) == ("label.unreadable", "lpn")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b@\r\n\x00", "‹ESC›@‹CR›‹LF›‹NUL›"),
        ("a\x7f\x9b", "a‹U+007F›‹U+009B›"),
        ("\u202eabc\u200b\ufeff", "‹U+202E›abc‹U+200B›‹U+FEFF›"),
        ("one\u2028two", "one‹U+2028›two"),
        ("📦𠮷\ud83dש", "‹U+1F4E6›‹U+20BB7›‹U+D83D›‹U+05E9›"),
        ("60℃ ﬁt", "60°C fit"),
        ("重新上架 Grüße ¥100 → 『好』…", "重新上架 Grüße ¥100 → 『好』…"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, seen: str) -> None:
    assert visible(text, COVERED) == seen


def test_the_font_covers_both_languages() -> None:
    for text in ("退货单件码差异检查表缺陷等级处置责任方待传队列", "ÀÿŒœŠšŽž€£¥№→↑·…“”‘’—–■□●★"):
        assert {ord(char) for char in text} <= COVERED
