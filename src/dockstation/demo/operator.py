"""The operator that plays the demo: looks at the window and does the next thing, as a person would.

It keeps no plan of where it is: after a restart it goes on from what the screen shows.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dockstation.application.ports.store import PrintState
from dockstation.demo.diary import Diary
from dockstation.demo.plan import Job
from dockstation.domain.unit import UnitState

if TYPE_CHECKING:
    from dockstation.ui.main_window.hands import Hands, Sight

LOOK_MS = 25
PATIENCE_SECONDS = 60
AGAIN_SECONDS = 3
CAMERA_SECONDS = 15
GARBAGE = "^XA^FO9,9^FDx^FS~JA^XZ"


class Operator:
    """Takes every job of the plan through, then waits until the outbox is empty and leaves."""

    def __init__(
        self, hands: Hands, jobs: Sequence[Job], diary: Diary, pictures: Path, printed: Callable[[str], bool]
    ) -> None:
        self._hands = hands
        self._jobs = jobs
        self._diary = diary
        self._pictures = pictures
        self._printed = printed
        self._done = {entry["job"] for entry in diary.said("unit_done")}
        self._tried_garbage = bool(diary.said("garbage_refused"))
        self._seen: Sight | None = None
        self._thumbnails: tuple[str, ...] = ()
        self._changed = self._acted = self._began = time.monotonic()
        self._may_act = True

    def act(self) -> None:
        """One look at the window and at most one thing done; done again only when nothing came of it."""
        sight, now = self._hands.look(), time.monotonic()
        if not sight.busy and (self._seen is None or _work(sight) != _work(self._seen)):
            self._changed, self._may_act = now, True
            self._notice(sight)
            self._seen = sight
        self._see_thumbnails(sight)
        if now - self._changed > PATIENCE_SECONDS:
            self._give_up(sight)
        elif not sight.busy and (self._may_act or now - self._acted > AGAIN_SECONDS):
            self._photograph(sight)
            self._acted, self._may_act = now, False
            self._next(sight)

    def _notice(self, sight: Sight) -> None:
        if self._seen is None or self._seen.stage != sight.stage:
            self._diary.write("stage", stage=sight.stage, rma=sight.rma, by_camera=self._waits_for_camera())
            self._began = time.monotonic()
        if sight.stage == "inspect":
            answers = dict(sight.answers)
            self._diary.write("inspection", lpn=sight.lpn, answers=answers, photos=sight.photos)

    def _see_thumbnails(self, sight: Sight) -> None:
        """A picture on the screen is a promise, whatever is still under way."""
        if sight.thumbnails != self._thumbnails:
            self._thumbnails = sight.thumbnails
            if sight.thumbnails:
                self._diary.write("thumbnails", lpn=sight.lpn, photos=sight.thumbnails)

    def _photograph(self, sight: Sight) -> None:
        state = sight.print_state.value if sight.print_state else sight.step
        name = "-".join(each for each in (sight.stage, state, "reject" if sight.banner == "reject" else "") if each)
        path = self._pictures / f"{name}.png"
        if not path.exists():
            self._hands.photograph_screen(path)

    def _give_up(self, sight: Sight) -> None:
        self._diary.write("stuck", stage=sight.stage, said=sight.said)
        self._hands.photograph_screen(self._pictures / "stuck.png")
        self._hands.leave(1)

    def _next(self, sight: Sight) -> None:
        job = self._job()
        if job is None:
            self._finish(sight)
        elif sight.stage == "home":
            self._find(job, sight)
        elif sight.stage == "receive":
            self._count(job, sight)
        elif sight.stage == "inspect":
            self._inspect(job, sight)
        elif sight.stage in ("asking", "discrepancy"):
            self._go_on(sight)
        else:
            self._label(sight)

    def _job(self) -> Job | None:
        return next((each for each in self._jobs if each.number not in self._done), None)

    def _waits_for_camera(self) -> bool:
        job = self._job()
        return job is not None and job.by_camera and time.monotonic() - self._began < CAMERA_SECONDS

    def _find(self, job: Job, sight: Sight) -> None:
        if not Path(job.waits_for).exists():
            self._changed, self._may_act = time.monotonic(), True
        elif not self._tried_garbage:
            self._try_garbage(sight)
        elif self._waits_for_camera():
            self._may_act = True
        else:
            self._hands.scan(job.label)

    def _try_garbage(self, sight: Sight) -> None:
        self._may_act = True
        if sight.banner == "reject":
            self._tried_garbage = True
            self._diary.write("garbage_refused", said=sight.said)
            self._hands.acknowledge()
        else:
            self._hands.scan(GARBAGE)

    def _count(self, job: Job, sight: Sight) -> None:
        if sight.rma != job.rma:
            self._hands.scan(job.label)
        elif not sight.units:
            self._hands.scan(job.item)
        elif sight.units[0][1] is UnitState.PUT_AWAY:
            self._diary.write("unit_done", job=job.number, lpn=sight.units[0][0], rma=job.rma)
            self._done.add(job.number)
            self._hands.scan("DSCMD-NEXT")
        elif sight.units[0][1] in (UnitState.RECEIVED, UnitState.INSPECTING):
            self._hands.confirm()
        else:
            self._hands.scan(sight.units[0][0])

    def _go_on(self, sight: Sight) -> None:
        """The camera opens parcels of its own accord: another one's label is no part of what lies there."""
        way = f"DSCMD-{sight.options.index('leave') + 1}" if "leave" in sight.options else "DSCMD-BACK"
        self._hands.scan(way)

    def _inspect(self, job: Job, sight: Sight) -> None:
        if sight.step != "answer":
            self._hands.confirm()
        elif not sight.running:
            for code in _answer(job, sight):
                self._hands.scan(code)

    def _label(self, sight: Sight) -> None:
        if sight.print_state is PrintState.CONFIRMED:
            self._hands.scan(f"DSBIN-{sight.bins[0]}")
        elif sight.print_state is PrintState.SENT:
            self._hands.scan(sight.lpn)
        elif sight.print_state is PrintState.UNKNOWN:
            self._hands.scan(sight.lpn if self._printed(sight.lpn) else "DSCMD-PRINT")
        elif sight.print_state is not PrintState.SENDING:
            self._hands.confirm()

    def _finish(self, sight: Sight) -> None:
        if sight.stage == "receive":  # the camera saw the label of a parcel that was never closed
            self._hands.scan("DSCMD-NEXT")
            return
        self._may_act = True
        if sight.queue == 0 and sight.network == "online" and sight.stage == "home":
            self._diary.write("drained")
            self._hands.leave(0)


def _answer(job: Job, sight: Sight) -> tuple[str, ...]:
    """The codes that answer the question: what the job's item shows, else what a good one would."""
    wanted = job.answers.get(sight.question, "")
    chosen = f"DSCMD-{sight.options.index(wanted) + 1 if wanted in sight.options else 1}"
    if sight.kind == "timed" and not sight.opened:
        return ("DSCMD-NEXT",)
    by_kind: dict[str, tuple[str, ...]] = {
        "several_of": (chosen, "DSCMD-NEXT") if wanted else ("DSCMD-NO",),
        "number": (f"DSCMD-Q{wanted or sight.figure}", "DSCMD-NEXT"),
        "weight": (f"DSCMD-Q{wanted or sight.figure}", "DSCMD-NEXT"),
        "code": (job.item,),
        "accessories": ("DSCMD-YES",),
        "text": ("DSCMD-NEXT",),
    }
    return by_kind.get(sight.kind, (chosen,))


def _work(sight: Sight) -> tuple[object, ...]:
    """What tells one moment of the work from the next, whatever banner and status say meanwhile."""
    return (
        sight.stage, sight.parcel, sight.rma, sight.units, sight.lpn, sight.question, sight.step, sight.answers,
        sight.photos, sight.print_state, sight.running,
    )  # fmt: skip
