"""How long a label takes from the decision to the printer's socket: drawn, spooled, encoded and sent."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from dockstation.adapters.printers.device import Language
from dockstation.adapters.printers.escpos import EscPos
from dockstation.adapters.printers.tspl import Tspl
from dockstation.adapters.printers.zpl import Zpl
from dockstation.application.ports.store import PrintState
from dockstation.application.spooling import Spooling
from dockstation.domain.label import Bitmap
from tests.application.desk import INSPECTOR, Desk
from tests.bench.sink import Sink
from tests.labels.samples import CONTENT, shipped_labels
from tests.printers import printer_at

LABELS = 1000
ENCODED = 100
UNITS = {
    "encode_ms": "ms", "encode_tspl_ms": "ms", "encode_escpos_ms": "ms", "decision_to_socket_p50_ms": "ms",
    "decision_to_socket_p95_ms": "ms",
}  # fmt: skip


def run(labels: int = LABELS) -> dict[str, Any]:
    """``figures``: the median of encoding one label, and the way of ``labels`` labels at 203 dpi to a socket."""
    bitmap = shipped_labels().bitmap(CONTENT, "disposition", 203)
    languages: dict[str, Language] = {"encode_ms": Zpl(), "encode_tspl_ms": Tspl(), "encode_escpos_ms": EscPos()}
    figures = {
        name: _median([_once(language.encode, bitmap) for _ in range(ENCODED)])
        for name, language in languages.items()
    }
    taken = sorted(_sent(labels))
    figures["decision_to_socket_p50_ms"] = taken[len(taken) // 2]
    figures["decision_to_socket_p95_ms"] = taken[int(len(taken) * 0.95)]
    notes = [f"100 × 60 mm at 203 dpi, {labels} labels, each other than the last"]
    return {"figures": {name: round(value, 2) for name, value in figures.items()}, "units": UNITS, "notes": notes}


def _once(encode: Any, bitmap: Bitmap) -> float:
    began = time.perf_counter()
    encode(bitmap)
    return (time.perf_counter() - began) * 1000


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _sent(labels: int) -> Iterator[float]:
    """Milliseconds from the decision, which stands in the store, to the label's first byte at the other end."""
    with tempfile.TemporaryDirectory() as folder, _spooling(Path(folder)) as (spooling, desk, sink):
        for number in range(labels):
            content = replace(CONTENT, lpn=f"A2C{number:05}X", rma_number=f"R{number:08}")
            began = time.perf_counter()
            picture = spooling.draw(content)
            with desk.store.unit_of_work() as work:
                job = spooling.queue(work, f"unit:{content.lpn}", content, picture, INSPECTOR)
                work.commit()
            if spooling.send(job.job_id, INSPECTOR).state is not PrintState.SENT:
                raise RuntimeError(job.job_id)
            yield (sink.first_byte() - began) * 1000


@contextmanager
def _spooling(folder: Path) -> Iterator[tuple[Spooling, Desk, Sink]]:
    desk = Desk(folder)
    with Sink() as sink:
        printers = {"label": printer_at(sink.port)}
        spooling = desk.parcel_label.spooling
        about = _Nothing()
        yield (
            Spooling(desk.store, desk.clock, shipped_labels(), printers, spooling.choice, about).at(
                "disposition", "label"
            ),
            desk,
            sink,
        )
    desk.store.close()


class _Nothing:
    """Subjects that nobody follows."""

    def facts(self, _work: Any, subject: str) -> dict[str, str]:
        return {"lpn": subject.partition(":")[2]}

    def printed(self, _work: Any, _subject: str, _state: PrintState) -> None:
        """Nothing follows."""
