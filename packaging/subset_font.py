
"""Makes resources/fonts/wqy-microhei-gbk.ttf from WenQuanYi Micro Hei; the same input gives the same bytes.

    .venv/bin/python packaging/subset_font.py /usr/share/fonts/truetype/wqy/wqy-microhei.ttc

The input is version 0.2.0-beta, as Debian's package fonts-wqy-microhei has it.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

TARGET = Path(__file__).parents[1] / "resources" / "fonts" / "wqy-microhei-gbk.ttf"
BEYOND_GBK = (
    (0x0020, 0x017F),  # Latin, Latin-1, Latin Extended-A
    (0x0391, 0x03C9),  # Greek
    (0x0401, 0x0451),  # Cyrillic
    (0x2010, 0x203E),  # dashes, quotation marks, ellipsis
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),  # №, ℃, ™
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical
    (0x2460, 0x24FF),  # numbers in circles
    (0x25A0, 0x26FF),  # squares, circles, stars
    (0x3000, 0x303F),  # ideographic punctuation
    (0xFF01, 0xFFE6),  # full-width forms
)


def gbk() -> set[int]:
    """Every code point that GBK can write."""
    return {ord(char) for char in map(chr, range(0x10000)) if _in_gbk(char)}


def _in_gbk(char: str) -> bool:
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def visible(font: TTFont, code: int) -> bool:
    """Whether the font draws something for ``code``, or it is a space."""
    name = font.getBestCmap().get(code)
    if name is None or unicodedata.category(chr(code)) in ("Cc", "Cf"):
        return False
    return font["glyf"][name].numberOfContours != 0 or unicodedata.category(chr(code)) == "Zs"


def subset(source: Path, target: Path) -> None:
    """Write face 0 of ``source`` with the wanted characters, without hints and layout tables."""
    font = TTCollection(source, recalcTimestamp=False).fonts[0]
    wanted = gbk().union(*(range(first, last + 1) for first, last in BEYOND_GBK))
    options = Options(
        hinting=False, layout_features=[], notdef_outline=True, glyph_names=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], drop_tables=["FFTM", "GDEF", "GPOS", "GSUB", "vhea", "vmtx", "gasp"],
    )  # fmt: skip
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for code in wanted if visible(font, code)])
    subsetter.subset(font)
    font["cmap"].tables = [table for table in font["cmap"].tables if (table.platformID, table.platEncID) == (3, 1)]
    font.save(target)


if __name__ == "__main__":
    subset(Path(sys.argv[1]), TARGET)
