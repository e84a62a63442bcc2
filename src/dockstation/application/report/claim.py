"""Reports handed over: one unit's, or those of all units that one party answers for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dockstation.application.ports.photos import KeptPhotos
from dockstation.application.ports.reports import Handover, Member, ReportPaper
from dockstation.application.report.index import as_csv, as_json, photo_names, plain, report_name
from dockstation.application.report.reading import ReportReader
from dockstation.domain.errors import DockstationError
from dockstation.domain.outcome import Ruling
from dockstation.domain.report import Claim, UnitReport

Past = Iterable[tuple[str, Ruling]]
"""The last ruling by the rules of each unit, with its licence plate, in the order given."""


@dataclass(frozen=True, slots=True)
class ClaimWanted:
    """Which units. ``before`` is RFC 3339 in UTC, "" for no end; the days are as asked for, for the paper."""

    responsibility: str
    before: str = ""
    rma_number: str = ""
    parcel: str = ""
    days: tuple[str, str] = ("", "")


class Reports:
    """Draws reports and lays them down."""

    def __init__(self, read: ReportReader, paper: ReportPaper, photos: KeptPhotos, handover: Handover) -> None:
        self._read = read
        self._paper = paper
        self._photos = photos
        self._handover = handover

    def unit(self, lpn: str, target: Path, language: str, *, overwrite: bool = False) -> UnitReport:
        """One unit's report as a PDF file; raises what reading and ``Handover`` raise, having written nothing."""
        report = self._read(lpn)
        page = self._paper.units([report], self._photos.read, language)
        self._handover.save(target, page, overwrite=overwrite)
        return report

    def unit_into(self, folder: Path, lpn: str, language: str) -> Path:
        """The same under a name of its own in that folder, never over another; where it lies."""
        page = self._paper.units([self._read(lpn)], self._photos.read, language)
        return self._handover.save_into(folder, plain(lpn), page)

    def find(self, past: Past, wanted: ClaimWanted) -> Claim:
        """The units whose standing decision holds that party responsible; one that cannot be read is named."""
        found: list[UnitReport] = []
        unread: list[tuple[str, str]] = []
        for lpn, ruling in past:
            if ruling.decision.responsibility != wanted.responsibility or (
                wanted.before and ruling.at >= wanted.before
            ):
                continue
            try:
                found.append(self._read(lpn))
            except DockstationError as error:
                if error.code.startswith(("store.", "disk.")):  # that is not about this unit
                    raise
                unread.append((lpn, error.code))
        mine = tuple(each for each in found if _is_wanted(each, wanted))
        return Claim(
            wanted.responsibility, mine, *wanted.days, wanted.rma_number, wanted.parcel, tuple(unread)
        )  # fmt: skip

    def claim(self, claim: Claim, target: Path, language: str, *, overwrite: bool = False) -> None:
        """A PDF with all of it where ``target`` is named so, else each file by itself with photos and index."""
        if target.suffix.lower() == ".pdf":
            whole = self._paper.whole_claim(claim, self._photos.read, language)
            self._handover.save(target, whole, overwrite=overwrite)
        else:
            self._handover.save_all(target, self._members(claim, language), overwrite=overwrite)

    def _members(self, claim: Claim, language: str) -> Iterator[Member]:
        yield "claim.pdf", self._paper.claim(claim, language)
        for number, report in enumerate(claim.reports, 1):
            yield report_name(number, report), self._paper.units([report], self._photos.read, language)
        lost: dict[str, str] = {}
        for sha256 in photo_names(claim):
            try:
                yield f"photos/{sha256}.jpg", self._photos.read(sha256)
            except DockstationError as error:
                lost[sha256] = error.code
        yield "index.json", as_json(claim, lost)
        yield "index.csv", as_csv(claim, lost)


def _is_wanted(report: UnitReport, wanted: ClaimWanted) -> bool:
    decision = report.decision
    if decision is None or decision.responsibility != wanted.responsibility:
        return False
    return wanted.rma_number in ("", report.rma.number) and wanted.parcel in ("", report.parcel.code)
