"""The inspection report of a unit, and what a claim against whoever answers for the damage is made of."""

from dockstation.application.report.claim import ClaimWanted, Reports
from dockstation.application.report.reading import ReportReader

__all__ = ["ClaimWanted", "ReportReader", "Reports"]
