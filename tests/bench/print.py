"""What a label waits for: drawn and read back, encoded, and on its way from the decision to the socket."""

from __future__ import annotations

import statistics
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from dockstation.bootstrap import Place, open_labels
from dockstation.domain.label import LabelContent
from dockstation.domain.lpn import ALPHABET
from dockstation.domain.policy import PolicyBook
from dockstation.labels.renderer import Labels
from dockstation.settings import ConfigFolders
from dockstation.settings.policy import load_policy
from tests.bench import print_peers, print_socket

LABELS = 1_000
WARM = 50
DPI = (203, 300, 600)
CONTENT = LabelContent(
    rma_number="RMA-2026-000123", sku="PH-X200-256-BLK", name="星河 X200 手机 256GB 曜石黑（官方标配，含充电器）",
    grade="C", reason="修好后可售；机身有磕碰，屏幕有深划痕", bin="REPAIR-1", operator="王小明", station="一号台",
    at="2026-11-22 14:05",
)  # fmt: skip
DISPOSITIONS = ("restock", "discount", "repair", "return_to_vendor", "scrap", "quarantine", "return_to_customer")


def run(labels: int = LABELS) -> dict[str, Any]:
    """Figures of ``labels`` labels that differ, at each resolution, and of as many sent to a socket."""
    figures: dict[str, float] = {}
    for dpi in DPI:
        took = _took(dpi, labels if dpi == DPI[0] else max(1, labels // 10))
        waits = sorted(wait for wait, _ in took)
        name = "render_ms" if dpi == DPI[0] else f"render_ms_{dpi}"
        figures |= {name: statistics.median(waits), f"{name}_p95": waits[int(len(waits) * 0.95)]}
        figures[f"{name}_cpu"] = statistics.median(work for _, work in took)
    figures |= print_socket.run(labels)["figures"]
    figures |= print_peers.run(_labels(), replace(CONTENT, lpn="2A3000000", disposition="repair"), DPI[0])
    return {
        "figures": {name: round(value, 2) for name, value in figures.items()},
        "units": dict.fromkeys(figures, "ms"),
        "notes": (
            f"{labels} labels of 100 × 60 mm of all dispositions, no two alike, at 203 dpi, a tenth as many at the "
            "others, after the first ones; cpu is the processor's part of it: composed, painted and read back"
        ),
    }


def _labels() -> Labels:
    place = Place(Path(), ConfigFolders())
    return open_labels(place, PolicyBook(load_policy(place.folders)), "zh_CN")


def _took(dpi: int, count: int) -> list[tuple[float, float]]:
    """Of each label how long it took, and of that how long the processor worked on it; ms."""
    labels, took = _labels(), []
    for number in range(WARM + count):
        content = replace(
            CONTENT,
            lpn="2A3" + "".join(ALPHABET[number // 20**place % 20] for place in range(6)),
            disposition=DISPOSITIONS[number % len(DISPOSITIONS)],
            name=f"{CONTENT.name} {number}",
            reason=f"{number} {CONTENT.reason}",
        )
        begun, worked = time.perf_counter(), time.thread_time()
        labels.bitmap(content, "disposition", dpi)
        took.append(((time.perf_counter() - begun) * 1000, (time.thread_time() - worked) * 1000))
    return took[WARM:]
