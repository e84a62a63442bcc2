"""Tracking numbers, by check digit where the carrier defines one, else by the shape it documents.

A bare number never proves its carrier: it is a hint, which the store settles.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dockstation.domain.scan import check_digits
from dockstation.domain.scan.meaning import Candidate, Reading, ScanKind, Weight

LONGEST = 64

_POSTS = {"CN": "china_post", "DE": "dhl", "GB": "royal_mail", "JP": "japan_post", "US": "usps"}
"""Who carries what is numbered under UPU S10, by its last two letters; everybody else is "upu"."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a carrier writes its numbers.

    Groups of ``pattern``: ``number`` is what the carrier calls the tracking number, ``bare`` the same without
    letters, ``postcode`` a destination; ``checked`` (else ``number``, else all) is what ``check`` must hold for.
    """

    carrier: str
    pattern: re.Pattern[str]
    weight: Weight
    check: Callable[[str], bool] | None = None


def _sure(carrier: str, pattern: str, check: Callable[[str], bool] | None = None) -> Shape:
    return Shape(carrier, re.compile(pattern, re.ASCII), Weight.SURE, check)


def _hint(carrier: str, pattern: str, check: Callable[[str], bool] | None = None) -> Shape:
    return Shape(carrier, re.compile(pattern, re.ASCII), Weight.HINT, check)


SHAPES = (
    _sure("ups", r"1Z[0-9A-Z]{15}\d", check_digits.ups),
    _hint("fedex", r"\d{12}", check_digits.fedex),
    _hint("fedex", r"\d{15}", check_digits.gs1),
    _hint("fedex", r"61\d{18}", check_digits.smartpost_20),
    _hint("fedex", r"96\d{5}(?P<number>\d{15})", check_digits.gs1),
    _hint("fedex", r"9261\d{18}", check_digits.gs1),
    _hint("fedex", r"(?:96|1[0-9])\d{18}(?P<checked>00(?P<number>\d{12}))", check_digits.fedex),
    _sure("usps", r"420(?P<postcode>\d{5})(?P<number>9[1-5]\d{20}(?:\d{4})?)", check_digits.gs1),
    _sure("usps", r"420(?P<postcode>\d{9})(?P<number>9[1-5]\d{20}(?:\d{4})?)", check_digits.gs1),
    _hint("usps", r"9[1-5]\d{20}(?:\d{4})?", check_digits.gs1),
    _hint("usps", r"(?:03|23|7[0-7]|81)\d{18}", check_digits.usps_20),
    _hint("dhl", r"\d{10}", check_digits.mod_7),
    _hint("dhl", r"\d{12}", check_digits.identcode),
    _sure("dhl", r"JJD\d{10,18}|JVGL\d{10}"),
    _sure("dhl_ecommerce", r"GM\d{14,20}"),
    _sure("upu", r"[A-HL-NP-RU-WZ][A-Z]\d{9}[A-Z]{2}", check_digits.s10),
    _sure("amazon", r"TB[ACM]\d{12}"),
    _sure("sf", r"SF(?P<bare>\d{12,15})"),
    _sure("yto", r"YT(?P<bare>\d{13})"),
    _hint("yto", r"88\d{16}"),
    _sure("yunexpress", r"YT\d{16}"),
    _sure("zto", r"ZTO(?P<bare>\d{12})"),
    _hint("zto", r"7[3-68]\d{12}"),
    _sure("sto", r"STO(?P<bare>\d{10,15})"),
    _hint("sto", r"77\d{11}(?:\d\d)?"),
    _hint("yunda", r"(?:3[12]|4[36])\d{13}"),
    _sure("jd", r"(?P<number>JD[0-9A-Z]{2}\d{11})(?:-\d{1,4}-\d{1,4}-?)?"),
    _hint("china_post", r"(?:1[0-2]|5[01]|9[5-9])\d{11}"),
    _sure("cainiao", r"LP\d{14}"),
    _hint("cainiao", r"621\d{12}"),
    _sure("jt", r"JT(?P<bare>\d{13})"),
    _sure("deppon", r"DPK\d{12}"),
    _sure("dpd", r"(?P<checked>(?P<number>\d{14})[A-Z])", check_digits.mod_37_36),
    _hint("dpd", r"(?P<checked>(?P<number>\d{14})\d)", check_digits.mod_37_36),
    _sure("dpd", r"%[0-9A-Z]{7}(?P<number>[0-9A-Z]{2}\d{12})\d{6}"),
    _sure("dpd", r"(?P<checked>[0-9A-Z]{7}(?P<number>[0-9A-Z]{2}\d{12})\d{6}[A-Z])", check_digits.mod_37_36),
    _hint("gls", r"[A-Z][0-9A-Z]{7}"),
    _hint("japan_post", r"\d{11,12}", check_digits.mod_7),
)


def read(text: str) -> tuple[Reading, ...]:
    """Every carrier that may have given out ``text``, written with or without spaces and hyphens."""
    if len(text) > LONGEST or not text.isascii():
        return ()
    spelt = dict.fromkeys((text.upper().replace(" ", ""), text.upper().replace(" ", "").replace("-", "")))
    found = (_reading(shape, each) for each in spelt for shape in SHAPES)
    return tuple(each for each in found if each)


def _reading(shape: Shape, text: str) -> Reading | None:
    found = shape.pattern.fullmatch(text)
    if not found:
        return None
    groups = found.groupdict()
    number = groups.get("number") or text
    if shape.check and not shape.check(groups.get("checked") or number):
        return None
    carrier = _POSTS.get(text[-2:], "upu") if shape.carrier == "upu" else shape.carrier
    values = (number, groups.get("bare"), text)
    candidates = tuple(Candidate(ScanKind.TRACKING, carrier, value) for value in dict.fromkeys(values) if value)
    parts = {"carrier": carrier, "tracking_number": number}
    if groups.get("postcode"):
        parts["ship_to_post"] = groups["postcode"]
    return Reading(ScanKind.TRACKING, shape.weight, candidates, parts)
