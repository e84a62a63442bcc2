"""What an inspector waits for: the parts of ``./run bench inspect``."""

from __future__ import annotations

from typing import Any

from tests.bench import inspect_answers, inspect_photos

PARTS = (inspect_answers, inspect_photos)


def run() -> dict[str, Any]:
    """The figures of all parts together."""
    told = [part.run() for part in PARTS]
    figures = {name: value for each in told for name, value in each["figures"].items()}
    units = {name: unit for each in told for name, unit in each["units"].items()}
    return {"figures": figures, "units": units, "notes": "; ".join(each["notes"] for each in told)}
