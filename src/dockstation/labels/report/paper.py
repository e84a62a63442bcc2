"""Draws reports and claims as PDFs in the font of the labels."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dockstation.application.ports.reports import Picture
from dockstation.domain.report import Claim, UnitReport
from dockstation.labels.report.claim_pages import claim_sheet
from dockstation.labels.report.sheet import Type, printed
from dockstation.labels.report.unit_pages import unit_sheet


class ReportPaper:
    """Draws as the port says. Not for two threads at once."""

    def __init__(self, font: Path) -> None:
        self._type = Type(font)

    def units(self, reports: Sequence[UnitReport], picture: Picture, language: str) -> bytes:
        """See the port."""
        sheets = [unit_sheet(each, self._type, picture, language) for each in reports]
        return printed(sheets, f"inspection report {reports[0].unit.lpn}")

    def claim(self, claim: Claim, language: str) -> bytes:
        """See the port."""
        return printed([claim_sheet(claim, self._type, language)], f"claim {claim.responsibility}")

    def whole_claim(self, claim: Claim, picture: Picture, language: str) -> bytes:
        """See the port."""
        sheets = [unit_sheet(each, self._type, picture, language) for each in claim.reports]
        return printed([claim_sheet(claim, self._type, language), *sheets], f"claim {claim.responsibility}")
