"""The photos of a report, each with what it shows, its marks in words and its hash."""

from __future__ import annotations

from dataclasses import dataclass

from dockstation.application.ports.reports import Picture
from dockstation.domain.errors import DockstationError
from dockstation.domain.evidence import Mark, Photo
from dockstation.domain.report import UnitReport
from dockstation.labels.drawing import POINTS_PER_MM as MM
from dockstation.labels.receipt_words import KINDS
from dockstation.labels.report.flow import Cell, Flow
from dockstation.labels.report.phrases import Phrases, person
from dockstation.labels.report.pictures import draw_mark, shrunk
from dockstation.labels.report.sheet import NOTE, PALE, SMALL, STRONG, Box, Pen

FEW, HIGH, LOW, BETWEEN, CAPTION = 3, 40 * MM, 31 * MM, 3 * MM, 15 * MM


@dataclass(frozen=True, slots=True)
class _Shown:
    sha256: str
    title: str
    taken: str = ""
    marks: tuple[Mark, ...] = ()
    elsewhere: bool = False


def show_photos(flow: Flow, report: UnitReport, say: Phrases, picture: Picture) -> None:
    """Three beside each other, or four where there are more, on as many pages as it takes."""
    shown = _shown(report, say)
    flow.need(HIGH + CAPTION)
    flow.head(say.label("photos"))
    flow.skip(0.8 * MM)
    if not shown:
        flow.row(Cell(say.label("no_photo")))
    across, height = (FEW, HIGH) if len(shown) <= FEW else (FEW + 1, LOW)
    width = (flow.width + BETWEEN) / across
    for first in range(0, len(shown), across):
        flow.need(height + CAPTION)
        ends = [flow.at]
        for number, each in enumerate(shown[first : first + across]):
            left = flow.left + number * width
            column = Flow(flow.sheet, left, left + width - BETWEEN, flow.at)
            _photo(column, each, height, report, (say, picture))
            ends.append(column.at)
        flow.go_to(max(ends))
        flow.skip(1 * MM)


def _shown(report: UnitReport, say: Phrases) -> list[_Shown]:
    of_parcel = [_Shown(each.sha256, say.text(KINDS[each.kind])) for each in report.parcel_photos]
    return [*of_parcel, *(_of_unit(report, each, say) for each in report.photos)]


def _of_unit(report: UnitReport, photo: Photo, say: Phrases) -> _Shown:
    question = next((each for each in report.checklist.questions if each.id == photo.question_id), None)
    view = question.named(photo.view) if question else None
    title = " · ".join(say.text(each) for each in (question.text if question else None, view) if each)
    taken = " · ".join(each for each in (say.moment(photo.taken_at), person(report, photo.by), photo.station) if each)
    return _Shown(photo.sha256, title or photo.question_id, taken, photo.marks, photo.at_server)


def _photo(flow: Flow, each: _Shown, height: float, report: UnitReport, by: tuple[Phrases, Picture]) -> None:
    say, picture = by
    box, why = Box(flow.left, flow.y, flow.width, height), ""
    try:
        small = shrunk(picture(each.sha256), flow.width, height)
    except DockstationError as error:
        small, why = None, _why(each, error.code, say)
    if small is None:
        _absent(flow, box, why or say.label("photo_unreadable"))
    else:
        box = _present(flow, box, small, each.marks)
    flow.skip(box.height + 1)
    flow.row(Cell(each.title, style=STRONG))
    for number, mark in enumerate(each.marks, 1):
        flow.row(Cell(f"{number}  {say.mark(report, mark)}"))
    if each.taken:
        flow.row(Cell(each.taken, style=NOTE))
    flow.row(Cell(f"SHA-256 {each.sha256}", style=SMALL))


def _why(each: _Shown, code: str, say: Phrases) -> str:
    if code == "photo.damaged":
        return say.label("photo_damaged")
    return say.label("photo_elsewhere" if each.elsewhere else "photo_missing")


def _present(flow: Flow, room: Box, small: tuple[bytes, int, int], marks: tuple[Mark, ...]) -> Box:
    """What the picture takes of the room."""
    jpeg, width, height = small
    scale = min(room.width / width, room.height / height)
    box = Box(room.x, room.y, width * scale, height * scale)

    def draw(pen: Pen) -> None:
        pen.picture(box, jpeg)
        for number, mark in enumerate(marks, 1):
            draw_mark(pen, box, mark, number, flow.sheet.type)

    flow.sheet.put(flow.page, draw)
    return box


def _absent(flow: Flow, box: Box, why: str) -> None:
    ends = [(box.x, box.y), (box.x + box.width, box.y), (box.x + box.width, box.y + box.height)]
    outline = [*ends, (box.x, box.y + box.height), ends[0]]
    lines = flow.sheet.type.lines(why, box.width - 4 * MM, NOTE)

    def draw(pen: Pen) -> None:
        pen.line(outline, PALE, 0.8)
        pen.line([outline[0], outline[2]], PALE, 0.4)
        for number, line in enumerate(lines, 1):
            pen.text(box.x + 2 * MM, box.y + 2 * MM + number * NOTE.leading, line, NOTE)

    flow.sheet.put(flow.page, draw)
