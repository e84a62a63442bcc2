"""From an answer to the next question in the real window on the real database; and how fast rules decide."""

from __future__ import annotations

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dockstation.domain.grading import decide
from dockstation.domain.policy import TABLES, Rule, RuleBook
from dockstation.domain.text import Text
from tests.fakes import every_kind
from tests.fakes.returns import IMEI, a_return
from tests.fakes.walks import policy_walk

ROUNDS, WARM = 30, 3
STEPS = (
    ("DSCMD-2",), ("DSCMD-1",), ("DSCMD-NO",), (IMEI,), ("DSCMD-Q418", "DSCMD-NEXT"), ("DSCMD-YES",),
    ("DSCMD-Q87.5", "DSCMD-NEXT"),
)  # fmt: skip
"""Scans that answer one question each, the last of them timed."""
RULES, DECISIONS = 1000, 50
CONDITIONS = (
    'defects.exists(d, d.severity == "critical" && d.code == "c{0}")',
    'answers.packaging == "p{0}" && line.unit_value > {0}',
    'discrepancies.exists(d, d in ["x{0}", "y{0}"])',
    'rma.return_type == "t{0}" || missing_value > {0}000000',
    "answers.battery < -{0}.0",
)


def run() -> dict[str, Any]:
    """Milliseconds; ``commit`` is a bare commit of as many bytes on the same disk between the answers."""
    with tempfile.TemporaryDirectory() as name:
        answers, commits = _answers(Path(name))
    figures = {
        "answer_median_ms": statistics.median(answers),
        "answer_p95_ms": _p95(answers),
        "commit_median_ms": statistics.median(commits),
        "commit_p95_ms": _p95(commits),
        "decide_1000_rules_ms": _rules(),
    }
    return {
        "figures": {name: round(value, 2) for name, value in figures.items()},
        "units": dict.fromkeys(figures, "ms"),
        "notes": (
            f"answers: {len(answers)} answers by scanned codes to 7 kinds of question in the real window on Qt's "
            "offscreen platform, from the first key event until the next question is painted, written in between; "
            f"rules: {RULES} CEL rules in {len(TABLES)} tables, the last of each table matches"
        ),
    }


def _p95(waits: Sequence[float]) -> float:
    return sorted(waits)[int(len(waits) * 0.95)]


def _answers(folder: Path) -> tuple[list[float], list[float]]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.bench.inspect_window import inspecting

    answers, commits = [], []
    bare = _bare(folder / "bare.db")
    every_kind.install(folder / "config")
    with inspecting(folder, a_return()) as window:
        for place in range(WARM + ROUNDS):
            waits = []
            for codes in STEPS:
                for code in codes[:-1]:
                    window.scan(code)
                waits.append(window.answer(codes[-1]))
                commits.append(_commit(bare))
            answers += waits if place >= WARM else []
            for _ in STEPS:
                window.scan("DSCMD-UNDO")
    bare.close()
    return answers, commits


def _bare(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (a TEXT)")
    return connection


def _commit(connection: sqlite3.Connection) -> float:
    began = time.monotonic()
    connection.execute("INSERT INTO t VALUES (?)", ("x" * 1000,))
    connection.commit()
    return (time.monotonic() - began) * 1000


def _rules() -> float:
    rma = a_return()
    way = policy_walk(every_kind.policy(), rma, rma.line("1"))
    values = {**way.circumstances, **way.values({"packaging": "opened", "screen": "light", "power": "pass"})}
    each = RULES // len(TABLES)
    conditions = [CONDITIONS[n % len(CONDITIONS)].format(n) for n in range(1, each)]
    tables = {
        table: tuple(Rule(f"{table}{n}", "A", Text(), when) for n, when in enumerate([*conditions, ""]))
        for table in TABLES
    }
    book = RuleBook("bench", 1, ("*",), tables)
    assert len(decide(book, values, 100).trace) == RULES
    waits = []
    for _ in range(DECISIONS):
        began = time.perf_counter()
        decide(book, values, 100)
        waits.append((time.perf_counter() - began) * 1000)
    return statistics.median(waits)
