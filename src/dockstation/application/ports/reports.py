"""Reports on paper, and the place where they and what belongs to them are handed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from dockstation.domain.report import Claim, UnitReport

Picture = Callable[[str], bytes]
"""A photo's bytes by its name; raises ``photo.missing``, ``photo.damaged`` or ``disk.failed``."""
Member = tuple[str, bytes]
"""A file by its path inside, parted by ``/``, and its bytes."""


class ReportPaper(Protocol):
    """Draws PDFs in one language, ``en`` or ``zh_CN``. A photo that cannot be had is said on the page."""

    def units(self, reports: Sequence[UnitReport], picture: Picture, language: str) -> bytes:
        """One report after the other."""
        ...

    def claim(self, claim: Claim, language: str) -> bytes:
        """The list of a claim's units."""
        ...

    def whole_claim(self, claim: Claim, picture: Picture, language: str) -> bytes:
        """The list, and the report of each after it."""
        ...


class Handover(Protocol):
    """Files for somebody else, there whole or not at all."""

    def save(self, target: Path, data: bytes, *, overwrite: bool) -> None:
        """One file; raises ``report.exists`` where there is one and it may not be overwritten, and ``disk.*``."""
        ...

    def save_into(self, folder: Path, stem: str, data: bytes) -> Path:
        """A PDF file under a name that is free, ``STEM.pdf`` or ``STEM-2.pdf`` and so on; where it lies.

        Makes the folder. Raises ``disk.full``, and ``store.folder`` where it cannot be written to.
        """
        ...

    def save_all(self, target: Path, members: Iterable[Member], *, overwrite: bool) -> None:
        """A ZIP file where ``target`` is named ``.zip``, else a folder, which is never replaced. Raises the same."""
        ...
