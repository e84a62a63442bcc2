"""Labels as shipped, and content to put on them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from pyzbar.pyzbar import ZBarSymbol, decode

from dockstation.domain.label import Bitmap, LabelContent
from dockstation.domain.policy import PolicyBook
from dockstation.labels.png import png
from dockstation.labels.renderer import Labels
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy

ROOT = Path(__file__).parents[2]
FONT = ROOT / "resources" / "fonts" / "wqy-microhei-gbk.ttf"
PICTOGRAMS = ROOT / "resources" / "pictograms"
LAYOUTS = ROOT / "config" / "labels"
DISPOSITIONS: dict[str, dict[str, Any]] = tomllib.loads((ROOT / "config" / "dispositions.toml").read_text("utf-8"))
LPN = "A2C34567X"
BOTH_CODES = [("CODE128", LPN), ("QRCODE", LPN)]

CONTENT = LabelContent(
    lpn=LPN,
    rma_number="RMA-2026-000123",
    sku="PH-X200-256-BLK",
    name="星河 X200 手机 256GB 曜石黑（官方标配，含充电器）",
    disposition="repair",
    disposition_word="维修",
    grade="C",
    reason="修好后可售；机身有磕碰，屏幕有深划痕",
    bin="REPAIR-1",
    operator="王小明",
    station="一号台",
    at="2026-11-22 14:05",
)

HOSTILE = {
    "zpl": "^XZ^XA^FO0,0^GB800,480,480^FS^XZ~JA~HS",
    "escape bytes": "\x1b@\x1bp\x00\x10\x14\x1d\x56\x00\x00\x7f\x9b",
    "markup": '<img src="file:///etc/passwd"/><b>x</b>&amp;',
    "quotes": "'\"`;$(reboot)|\\%s{name}{0}",
    "newlines": "one\r\ntwo\nthree\ttabbed\x0bfour\u2028five",
    "emoji": "📦👩‍🔧🇨🇳✅️",
    "right to left": "\u202eتيسكب\u202c שלום \u2067abc\u2069",
    "long": "2,000 characters " * 117,
    "long word": "W" * 2000,
    "no word": "（" * 1000 + "，" * 1000,
    "rare Han": "𠮷野家䶮㐂𪚥",
    "lone surrogate": "half \ud83d of it",
    "blank": "   \u3000\u00a0 ",
}  # fmt: skip


def shipped_labels(*own: Path, language: str = "zh_CN") -> Labels:
    """The labels as they are delivered, after a warehouse's own layouts."""
    return Labels([*own, LAYOUTS], FONT, PICTOGRAMS, PolicyBook(load_policy(ConfigFolders())), language)


def image(bitmap: Bitmap) -> Image.Image:
    return Image.open(BytesIO(png(bitmap))).convert("L")


def scanned(picture: Image.Image) -> list[tuple[str, str]]:
    """What ZBar reads, which did not draw it: type and text, sorted."""
    found = decode(picture, symbols=[ZBarSymbol.CODE128, ZBarSymbol.QRCODE])
    return sorted((code.type, code.data.decode("utf-8")) for code in found)


def printed(out: Path) -> list[Bitmap]:
    """The labels that a virtual printer has laid into ``out``."""
    labels = []
    for file in sorted(out.glob("label-*.png")):
        with Image.open(file) as picture:
            rows = picture.convert("1").tobytes("raw", "1;I")
            labels.append(Bitmap(picture.width, picture.height, round(picture.info["dpi"][0]), rows))
    return labels


def lines(out: Path) -> Sequence[dict[str, Any]]:
    """printer.jsonl of a virtual printer."""
    file = out / "printer.jsonl"
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []
