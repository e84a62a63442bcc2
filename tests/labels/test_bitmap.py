"""What comes out of the thermal printer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from dockstation.domain.errors import DockstationError
from dockstation.domain.label import Bitmap
from dockstation.domain.policy import PolicyBook
from dockstation.domain.text import Text
from dockstation.labels import codes
from dockstation.labels.drawing import Expected
from dockstation.labels.renderer import Labels
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from tests.labels.samples import (
    BOTH_CODES,
    CONTENT,
    DISPOSITIONS,
    FONT,
    LAYOUTS,
    LPN,
    PICTOGRAMS,
    image,
    scanned,
    shipped_labels,
)

LABELS = shipped_labels()


def black(bitmap: Bitmap) -> npt.NDArray[np.bool_]:
    dots: npt.NDArray[np.bool_] = np.asarray(image(bitmap)) == 0
    return dots


def test_a_label_of_100_by_60_mm_is_800_by_480_dots_at_203_dpi() -> None:
    bitmap = LABELS.bitmap(CONTENT, "disposition", 203)
    assert (bitmap.width, bitmap.height, bitmap.dpi, len(bitmap.rows)) == (800, 480, 203, 48000)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("disposition", DISPOSITIONS)
def test_every_disposition_prints_in_both_languages_and_its_codes_scan(disposition: str, language: str) -> None:
    words = DISPOSITIONS[disposition]
    content = replace(
        CONTENT, disposition=disposition, disposition_word=words["word"][language], bin=words["bins"][0], copy=2
    )
    assert scanned(image(LABELS.bitmap(content, "disposition", 203))) == BOTH_CODES


def test_what_was_just_drawn_is_not_drawn_again_unless_something_about_it_has_changed() -> None:
    book = PolicyBook(load_policy(ConfigFolders()))
    labels, content = Labels([LAYOUTS], FONT, PICTOGRAMS, book), replace(CONTENT, disposition_word="")
    first = labels.bitmap(content, "disposition", 203)
    assert labels.bitmap(replace(content), "disposition", 203) is first
    others = [
        labels.bitmap(replace(content, copy=1), "disposition", 203),
        labels.bitmap(content, "disposition_60x40", 203),
        labels.bitmap(content, "disposition", 300),
    ]
    known = book.current.dispositions
    renamed = dict(known) | {"repair": replace(known["repair"], word=Text({"en": "Mend"}))}
    book.current = replace(book.current, dispositions=renamed)
    others.append(labels.bitmap(content, "disposition", 203))
    assert first not in others


def test_the_licence_plate_scans() -> None:
    assert scanned(image(LABELS.bitmap(CONTENT, "licence_plate", 203))) == [("QRCODE", LPN)]


def test_each_disposition_has_a_pictogram_of_its_own_large_enough_to_be_seen() -> None:
    areas = {}
    for disposition in DISPOSITIONS:
        bitmap = LABELS.bitmap(replace(CONTENT, disposition=disposition, disposition_word=""), "disposition", 203)
        areas[disposition] = black(bitmap)[24:184, 32:192]
    for disposition, area in areas.items():
        assert 0.15 < area.mean() < 0.85, disposition
        others = [other for name, other in areas.items() if name != disposition]
        assert min((area ^ other).mean() for other in others) > 0.08, disposition


def test_code_128_bars_are_whole_modules_of_three_dots_with_ten_modules_of_quiet_around() -> None:
    row = black(LABELS.bitmap(CONTENT, "disposition", 203))[360, : 60 * 8 - 10]
    edges = np.flatnonzero(np.diff(row.astype(int)))
    assert set(np.diff(edges) % 3) == {0}
    assert edges[0] + 1 >= 30
    assert len(row) - edges[-1] - 1 >= 30


def test_qr_modules_are_seven_dots_with_four_modules_of_quiet_around() -> None:
    area = black(LABELS.bitmap(CONTENT, "disposition", 203))[274:478, 586:790]
    ys, xs = np.nonzero(area)
    assert [int(np.ptp(xs)) + 1, int(np.ptp(ys)) + 1] == [21 * 7, 21 * 7]
    assert min(xs.min(), ys.min(), 203 - xs.max(), 203 - ys.max()) >= 28


def test_codes_never_get_thinner_modules_on_a_finer_printer() -> None:
    for dpi, least in ((203, 3), (300, 4), (600, 8)):
        bitmap = LABELS.bitmap(CONTENT, "disposition", dpi)
        assert scanned(image(bitmap)) == BOTH_CODES
        row = black(bitmap)[round(45 * dpi / 25.4), : round(58 * dpi / 25.4)]
        assert np.diff(np.flatnonzero(np.diff(row.astype(int)))).min() >= least


def test_a_reprint_is_marked_and_the_first_print_is_not() -> None:
    mark = (slice(356, 416), slice(488, 584))
    assert not black(LABELS.bitmap(CONTENT, "disposition", 203))[mark].any()
    assert black(LABELS.bitmap(replace(CONTENT, copy=1), "disposition", 203))[mark].mean() > 0.6


def test_the_same_content_gives_the_same_dots() -> None:
    assert shipped_labels().bitmap(CONTENT, "disposition", 203) == LABELS.bitmap(CONTENT, "disposition", 203)


def test_a_disposition_without_a_pictogram_is_refused() -> None:
    with pytest.raises(DockstationError) as refused:
        LABELS.bitmap(replace(CONTENT, disposition="../secret"), "disposition", 203)
    assert refused.value.code == "label.layout"


def test_an_absurd_resolution_is_refused() -> None:
    with pytest.raises(DockstationError) as refused:
        LABELS.bitmap(CONTENT, "disposition", 100_000)
    assert refused.value.code == "label.layout"


@pytest.mark.parametrize(
    "expected",
    [
        (Expected("qr", "lpn", "A2C34567Y"), Expected("code128", "lpn", LPN)),
        (Expected("qr", "lpn", LPN), Expected("code128", "lpn", "A2C34567Y")),
        (Expected("qr", "lpn", LPN), Expected("qr", "sku", LPN), Expected("code128", "lpn", LPN + "1")),
    ],
)
def test_a_bitmap_whose_codes_read_differently_is_refused(expected: tuple[Expected, ...]) -> None:
    with pytest.raises(DockstationError) as refused:
        codes.read_back(LABELS.bitmap(CONTENT, "disposition", 203), expected)
    assert refused.value.code == "label.unreadable"


def test_a_bitmap_with_a_code_too_many_is_refused() -> None:
    first = LABELS.bitmap(CONTENT, "licence_plate", 203)
    second = LABELS.bitmap(replace(CONTENT, lpn="A2C34567Y"), "licence_plate", 203)
    both = Bitmap(first.width, first.height * 2, 203, first.rows + second.rows)
    with pytest.raises(DockstationError) as refused:
        codes.read_back(both, (Expected("qr", "lpn", LPN),))
    assert refused.value.code == "label.unreadable"
