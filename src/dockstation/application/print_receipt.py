"""A closed parcel's receipt as a label; the parcel is closed whatever becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dockstation.application.contents import contents
from dockstation.application.outbox import about_parcel
from dockstation.application.ports.clock import Clock
from dockstation.application.ports.printer import Printer
from dockstation.application.ports.renderer import Renderer
from dockstation.application.ports.store import PrintJob, PrintState, Store, UnitOfWork
from dockstation.application.spooling import LabelChoice, Spooling
from dockstation.domain.contents import Contents
from dockstation.domain.errors import DockstationError
from dockstation.domain.label import LabelContent
from dockstation.domain.operator import Operator, Task
from dockstation.domain.parcel import ParcelState
from dockstation.domain.text import Text

TITLE = Text({"en": "RECEIPT", "zh_CN": "收货单"})
TOTALS = Text(
    {"en": "Here {here} · found {found} of {expected}", "zh_CN": "本包 {here} · 实收 {found} / 应收 {expected}"}
)
EXTRA = Text({"en": "surplus {0}", "zh_CN": "多出 {0}"})
MISSING = Text({"en": "Missing: {0}", "zh_CN": "缺少：{0}"})
LATER = Text({"en": "Comes later: {0}", "zh_CN": "后到：{0}"})
ALL_THERE = Text({"en": "Nothing is missing", "zh_CN": "无缺少"})


class PrintReceipt:
    """Drawn and sent on the printer's lane once the parcel is closed."""

    def __init__(
        self, store: Store, clock: Clock, renderer: Renderer, printers: Mapping[str, Printer], choice: LabelChoice
    ) -> None:
        self._store = store
        self._clock = clock
        self.spooling = Spooling(store, clock, renderer, printers, choice, _Closed())

    def __call__(self, parcel_id: str, by: Operator) -> PrintJob:
        """The job as it then stands; raises ``parcel.not_closed``, and ``label.*`` when it cannot be drawn."""
        by.require(Task.RECEIVE)
        subject = about_parcel(parcel_id)
        with self._store.unit_of_work() as work:
            job, copy = self.spooling.waiting(work, subject), self.spooling.next_copy(work, subject)
            inside = contents(work, parcel_id)
        if inside.parcel.state is not ParcelState.CLOSED:
            raise DockstationError("parcel.not_closed", code=inside.parcel.code)
        if job is None:
            content = self._content(inside, copy, by)
            picture = self.spooling.draw(content)
            with self._store.unit_of_work() as work:
                job = self.spooling.queue(work, subject, content, picture, by)
                work.commit()
        return self.spooling.send(job.job_id, by)

    def _content(self, inside: Contents, copy: int, by: Operator) -> LabelContent:
        return LabelContent(
            parcel=inside.parcel.code,
            rma_number=" ".join(each.number for each in inside.rmas),
            note=TITLE,
            totals=_in_all(_totals, inside),
            missing=_in_all(_missing, inside),
            operator=by.name,
            station=self.spooling.choice.station,
            at=self._clock.now().local(),
            copy=copy,
        )


def _in_all(said: Callable[[Contents, str], str], inside: Contents) -> Text:
    return Text({language: said(inside, language) for language in TITLE.by_language})


def _totals(inside: Contents, language: str) -> str:
    lines = inside.lines
    expected, found = sum(each.line.quantity for each in lines), sum(each.found for each in lines)
    said = TOTALS.in_language(language).format(here=len(inside.units), found=found, expected=expected)
    extra = sum(not each.line_id for each in inside.units)
    return f"{said} · {EXTRA.in_language(language).format(extra)}" if extra else said


def _missing(inside: Contents, language: str) -> str:
    missing = ", ".join(f"{each.missing} × {each.line.sku}" for each in inside.lines if each.missing)
    later = ", ".join(f"{each.unsaid} × {each.line.sku}" for each in inside.lines if each.unsaid)
    said = [(MISSING, missing), (LATER, later)]
    told = [words.in_language(language).format(what) for words, what in said if what]
    return " · ".join(told) or ALL_THERE.in_language(language)


class _Closed:
    """A parcel stays closed, whatever becomes of its receipt."""

    def facts(self, work: UnitOfWork, subject: str) -> Mapping[str, str]:
        parcel_id = subject.removeprefix(about_parcel(""))
        return {"parcel_id": parcel_id, "code": work.parcels.get(parcel_id).code}

    def printed(self, _work: UnitOfWork, _subject: str, _state: PrintState) -> None:
        """Nothing follows."""
