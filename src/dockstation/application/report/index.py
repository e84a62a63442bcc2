"""What a handed-over folder holds, for machines: JSON with everything, CSV with a line a unit."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from dockstation.application.decide import ruling
from dockstation.domain.evidence import ParcelPhoto, Photo
from dockstation.domain.outcome import Ruling
from dockstation.domain.report import Claim, UnitReport

UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
LONGEST_NAME = 24
FORMULA = tuple("=+-@\t\r\n|%")
"""What a spreadsheet takes for a formula at the start of a cell."""
COLUMNS = (
    "report", "lpn", "sku", "name", "serial", "rma_number", "order_number", "parcel", "carrier", "arrived_at",
    "condition", "decided_at", "grade", "disposition", "resolution", "currency", "unit_value", "deduction",
    "evidence", "evidence_missing", "photos", "photos_missing",
)  # fmt: skip


def report_name(number: int, report: UnitReport) -> str:
    """The file of the ``number``-th report, whatever its plate holds."""
    return f"units/{number:04}-{plain(report.unit.lpn)}.pdf"


def plain(lpn: str) -> str:
    """As much of a plate as may stand in a file's name."""
    return UNSAFE.sub("_", lpn)[:LONGEST_NAME]


def photo_names(claim: Claim) -> tuple[str, ...]:
    """Every photo of the claim once."""
    every: dict[str, None] = {}
    for report in claim.reports:
        every |= dict.fromkeys(each.sha256 for each in report.parcel_photos)
        every |= dict.fromkeys(each.sha256 for each in report.photos)
    return tuple(every)


def as_json(claim: Claim, lost: Mapping[str, str]) -> bytes:
    """``lost`` are the photos whose bytes are not here, with the reason's code. Amounts in minor units."""
    told = {
        "responsibility": claim.responsibility,
        "since": claim.since,
        "until": claim.until,
        "rma_number": claim.rma_number,
        "parcel": claim.parcel,
        "units": [_unit(number, each, lost) for number, each in enumerate(claim.reports, 1)],
        "not_reported": [{"lpn": lpn, "code": code} for lpn, code in claim.unread],
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")


def as_csv(claim: Claim, lost: Mapping[str, str]) -> bytes:
    """The same in short, as spreadsheets read it: no cell is a formula."""
    out = io.StringIO(newline="")
    rows = csv.DictWriter(out, COLUMNS, extrasaction="ignore")
    rows.writeheader()
    for number, report in enumerate(claim.reports, 1):
        rows.writerow({name: _cell(value) for name, value in _unit(number, report, lost).items()})
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def _cell(value: Any) -> Any:
    if isinstance(value, Mapping):
        value = "; ".join(value)
    if isinstance(value, list):
        value = len(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _unit(number: int, report: UnitReport, lost: Mapping[str, str]) -> dict[str, Any]:
    decision, parcel = report.decision or report.ruled.decision, report.parcel
    photos = [*(_photo(each, lost) for each in report.parcel_photos), *(_photo(each, lost) for each in report.photos)]
    evidence = dict(report.evidence)
    return {
        "report": report_name(number, report),
        "lpn": report.unit.lpn,
        "sku": report.line.sku,
        "name": report.line.name.in_language("en"),
        "serial": report.unit.serial,
        "rma_number": report.rma.number,
        "order_number": report.rma.order_number,
        "parcel": parcel.code,
        "carrier": parcel.carrier,
        "arrived_at": parcel.arrived_at,
        "condition": parcel.condition.value if parcel.condition else "",
        "decided_at": report.ruled.at,
        "currency": report.rma.currency,
        "unit_value": report.line.unit_value,
        "photos": photos,
        "photos_missing": [each["sha256"] for each in photos if each["missing"]],
        "rulings": [_ruling(each) for each in report.rulings],
        "chain": asdict(report.chain) if report.chain else None,
        "last_event": report.last_event,
    } | ruling(decision) | {
        "evidence": evidence,
        "evidence_missing": {kind: False for kind, there in report.evidence if not there},
    }  # fmt: skip


def _ruling(each: Ruling) -> dict[str, str]:
    told = {name: getattr(each, name) for name in ("by", "at", "reason", "approved_by")}
    return told | {"kind": each.kind.value}


def _photo(photo: Photo | ParcelPhoto, lost: Mapping[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = {"sha256": photo.sha256, "size": photo.size, "missing": lost.get(photo.sha256, "")}
    told["file"] = "" if photo.sha256 in lost else f"photos/{photo.sha256}.jpg"
    if isinstance(photo, ParcelPhoto):
        return told | {"shows": photo.kind.value}
    own = {"question": photo.question_id, "view": photo.view, "taken_at": photo.taken_at, "by": photo.by}
    return told | own | {"station": photo.station, "marks": [asdict(each) for each in photo.marks]}
