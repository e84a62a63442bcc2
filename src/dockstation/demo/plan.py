"""Which returns the demo takes through, and what its operator will find at each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dockstation.wire import RmaLineMessage, RmaMessage


@dataclass(frozen=True, slots=True)
class Job:
    """One unit: the codes to scan and the answers to give; a question not named here gets its first option.

    ``by_camera``: the parcel is found by the camera. ``waits_for``: the job begins once this file is there.
    """

    number: int
    rma: str
    label: str
    item: str
    answers: dict[str, str]
    by_camera: bool
    waits_for: str


FINDINGS: tuple[dict[str, str], ...] = (
    {"packaging": "opened", "screen": "light", "accessories": "partly"},
    {"packaging": "sealed"},
    {"packaging": "opened", "screen": "cracked", "housing": "dented"},
    {"packaging": "opened", "power": "fail"},
    {"packaging": "opened"},
)


def jobs(returns: Sequence[RmaMessage], count: int, folder: Path) -> tuple[Job, ...]:
    """The first ``count`` approved returns of one phone each; the first is found by the camera."""
    chosen = [each for each in returns if _suits(each)][:count]
    return tuple(
        Job(
            number,
            each.number,
            f"DSRMA-{each.number}",
            each.lines[0].serials[0] if each.lines[0].serials else each.lines[0].gtin[1:],
            FINDINGS[(number - 1) % len(FINDINGS)],
            number == 1,
            str(folder / f"begin-{number}"),
        )
        for number, each in enumerate(chosen, 1)
    )


def _suits(each: RmaMessage) -> bool:
    return each.status == "approved" and len(each.lines) == 1 and _is_one_phone(each.lines[0])


def _is_one_phone(line: RmaLineMessage) -> bool:
    return line.category == "phone" and line.quantity == 1


def save(path: Path, plan: Sequence[Job], **more: Any) -> None:
    """Write the plan for the station's process."""
    path.write_text(json.dumps({"jobs": [asdict(job) for job in plan], **more}, ensure_ascii=False), "utf-8")


def load(path: Path) -> tuple[tuple[Job, ...], dict[str, Any]]:
    """The plan and whatever was saved beside it."""
    value = json.loads(path.read_text("utf-8"))
    return tuple(Job(**each) for each in value.pop("jobs")), value
