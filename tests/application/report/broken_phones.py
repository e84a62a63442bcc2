"""Phones that broke on their way: decided by the shipped rules at a real store, with real pictures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from dockstation.adapters.photos.folder import PhotoShelf
from dockstation.adapters.receipts.handover import HandoverFiles
from dockstation.adapters.store.past import past_rulings
from dockstation.application.queries import InspectView
from dockstation.application.record_discrepancy import Found
from dockstation.application.report import ClaimWanted, ReportReader, Reports
from dockstation.bootstrap import FONT
from dockstation.domain.checklist import Step
from dockstation.domain.discrepancy import DiscrepancyKind
from dockstation.domain.evidence import Mark, MarkKind
from dockstation.domain.parcel import Condition
from dockstation.domain.policy import PolicyBook
from dockstation.domain.report import Claim, UnitReport
from dockstation.domain.rma import ReturnType
from dockstation.domain.shot import Shot
from dockstation.labels.report.paper import ReportPaper
from dockstation.settings import shipped
from tests.application.desk import CLERK, INSPECTOR, POLICY, Desk
from tests.fakes.answering import good_answer
from tests.fakes.returns import a_return

PAPER = ReportPaper(shipped("resources") / FONT)
"""Reading the font takes long."""
BROKEN = {"screen": "cracked", "housing": "dented@corner", "remark": "屏幕左上角裂开, glass is loose"}
MARKS = (
    Mark(MarkKind.PIN, 0.2, 0.25, defect="screen_crack", text="glass is loose"),
    Mark(MarkKind.ARROW, 0.6, 0.5, 0.8, 0.8, text="裂纹走向"),
    Mark(MarkKind.BOX, 0.4, 0.1, 0.95, 0.35, defect="housing_dent"),
)


def picture(text: str, width: int = 400, height: int = 300, colour: str = "#8fa8c0") -> Shot:
    """A JPEG with something to see in it."""
    image = Image.new("RGB", (width, height), colour)
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 4, height // 6, 3 * width // 4, 5 * height // 6), fill="#202428", outline="#ffffff")
    draw.line(
        (width // 4, height // 6, width // 2, height // 2, width // 3, 4 * height // 5), fill="#e8e8e8", width=8
    )
    draw.text((30, 30), text, fill="#000000")
    out = BytesIO()
    image.save(out, "JPEG", quality=88)
    return Shot(out.getvalue(), width, height)


@dataclass
class Phones:
    """The desk with its reports; ``broken`` is one more phone that a carrier has to answer for."""

    desk: Desk
    folder: Path
    count: int = 0
    made: dict[str, str] = field(default_factory=dict)

    @property
    def read(self) -> ReportReader:
        people = {"DEMO": "王芳", "SUPER": "A supervisor", "BEN": "Another inspector"}
        return ReportReader(self.desk.store, self.desk.clock, PolicyBook(POLICY), people)

    @property
    def reports(self) -> Reports:
        return Reports(self.read, PAPER, PhotoShelf(self.folder / "photos"), HandoverFiles())

    def claim(self, wanted: ClaimWanted | None = None, since: str = "") -> Claim:
        past = past_rulings(self.folder / "station.db", since)
        return self.reports.find(past, wanted or ClaimWanted("carrier"))

    def pdf(self, lpn: str, language: str = "en", **changes: object) -> bytes:
        """The report of a unit, with these parts of what is known of it changed."""
        report = replace(self.read(lpn), **changes)  # type: ignore[arg-type] # whatever a test wants
        return self.drawn(report, language)

    def drawn(self, report: UnitReport, language: str = "en") -> bytes:
        return PAPER.units([report], PhotoShelf(self.folder / "photos").read, language)

    def broken(self, *, damaged: bool = True, **answers: str) -> str:
        """A phone returned because it broke in transit, in a parcel that looks like it."""
        self.count += 1
        tracking, serial = f"SF999900000000{self.count}", f"35693803564380{self.count}"
        rma = a_return(f"R2611010{self.count}", return_type=ReturnType.TRANSIT_DAMAGE, tracking=(tracking,))
        phone = replace(rma.lines[0], serials=(serial,))
        self.desk.expect(replace(rma, lines=(phone, *rma.lines[1:])))
        if damaged:
            self._damaged(self.desk.arrived(tracking))
        parcel_id = self.desk.opened(tracking)
        lpn = self.desk.count(parcel_id, serial).lpn
        self.desk.inspect.begin(lpn, INSPECTOR)
        self._walk(lpn, BROKEN | answers)
        self.desk.decide(lpn, INSPECTOR)
        return lpn

    def _damaged(self, parcel_id: str) -> None:
        self.desk.arrive.note_condition(parcel_id, Condition.DAMAGED, CLERK)
        shot, kind = picture(f"parcel {self.count}", colour="#b08d57"), DiscrepancyKind.PARCEL_DAMAGED
        self.desk.record_discrepancy.photograph(parcel_id, kind, shot, CLERK)
        self.desk.record_discrepancy(Found(kind, parcel_id), CLERK)

    def _walk(self, lpn: str, answers: dict[str, str]) -> None:
        def view() -> InspectView:
            return self.desk.queries.inspect(lpn)

        while (question := (now := view()).step.question) is not None:
            if now.step.step is Step.PHOTO:
                shot = picture(f"{lpn} {question.id} {now.step.view}")
                self.desk.inspect.photograph(lpn, question.id, shot, INSPECTOR, now.step.view)
            else:
                text = answers.get(question.id, good_answer(question, now.line.accessories))
                self.desk.inspect.answer(lpn, question.id, text, INSPECTOR)
        first = view().photos[0]
        self.desk.keep_photos.mark(lpn, first.sha256, MARKS, INSPECTOR)
