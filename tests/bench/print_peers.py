"""The other way to a label's dots: a PDF by reportlab, drawn by poppler's pdftoppm."""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from dockstation.domain.label import LabelContent
from dockstation.labels.renderer import Labels

COUNT = 30


def run(labels: Labels, content: LabelContent, dpi: int) -> dict[str, float]:
    """How long a label takes that way, and the page alone; ms in the middle of ``COUNT``."""
    whole, page = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(COUNT):
            begun = time.perf_counter()
            data = labels.pdf(content, "disposition")
            page.append((time.perf_counter() - begun) * 1000)
            subprocess.run(
                ["pdftoppm", "-r", str(dpi), "-mono", "-", str(Path(folder) / "label")], input=data, check=True
            )
            whole.append((time.perf_counter() - begun) * 1000)
    return {"pdf_ms": statistics.median(page), "pdf_and_pdftoppm_ms": statistics.median(whole)}
