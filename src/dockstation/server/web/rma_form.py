"""The form of an RMA: its fields are the columns of a table of RMAs, read by the same rules as a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from dockstation.server.imports import rows
from dockstation.server.imports.columns import HEAD, LINE
from dockstation.server.imports.faults import Fault, fault
from dockstation.server.imports.reading import CELL, Row, Sheet
from dockstation.server.web.showing import plain
from dockstation.server.web.visits import Form
from dockstation.wire import AccessoryMessage, RmaLineMessage, RmaMessage

LINES = 40
"""So many lines fit into the form; RMAs with more are changed by a file."""
TIMES = ("due_at", "window_ends", "dispatched_at")
COLUMNS = (*HEAD, *LINE)
Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form: the cells of the head and of each line."""

    head: Cells
    lines: tuple[Cells, ...]


def empty(currency: str = "CNY") -> Typed:
    """A new form."""
    head = dict.fromkeys(HEAD, "") | {"currency": currency, "return_type": "no_reason", "wanted": "refund"}
    return Typed(head, (blank(1),))


def blank(place: int) -> Cells:
    """An empty line."""
    return dict.fromkeys(LINE, "") | {"line_id": str(place), "quantity": "1"}


def sent(form: Form) -> Typed:
    """What was typed."""
    count = min(max(form.number("lines"), 1), LINES)
    head = {column: form(column) for column in HEAD}
    lines = tuple({column: form(f"{column}-{place}") for column in LINE} for place in range(1, count + 1))
    return Typed(head, lines)


def with_line(typed: Typed) -> Typed:
    """One more line, as far as there is room."""
    more = (blank(len(typed.lines) + 1),) if len(typed.lines) < LINES else ()
    return Typed(typed.head, (*typed.lines, *more))


def cells(rma: RmaMessage, zone: ZoneInfo) -> Typed:
    """An RMA as it is typed."""
    head = {column: str(getattr(rma, column, "")) for column in HEAD}
    head |= {name: typed_time(getattr(rma, name), zone) for name in TIMES}
    head |= {"tracking_numbers": "; ".join(rma.tracking_numbers), "customer_flags": "; ".join(rma.flags)}
    return Typed(head | {"phone": rma.phone_end}, tuple(_line(each, rma.currency) for each in rma.lines))


def typed_time(moment: datetime | None, zone: ZoneInfo) -> str:
    """A time as it is typed; the last second of a day, or its first, is that day."""
    if moment is None:
        return ""
    local = moment.astimezone(zone)
    return local.strftime("%Y-%m-%d" if local.strftime("%H:%M:%S") in ("23:59:59", "00:00:00") else "%Y-%m-%d %H:%M")


def _line(line: RmaLineMessage, currency: str) -> Cells:
    told = {column: str(getattr(line, column, "")) for column in LINE}
    names = {"name_zh": line.name.get("zh_CN", ""), "name_en": line.name.get("en", "")}
    value = plain(line.unit_value, currency) if line.unit_value else ""
    pieces = "; ".join(_piece(each, currency) for each in line.accessories)
    several = {"serials": "; ".join(line.serials), "flags": "; ".join(line.flags), "accessories": pieces}
    return told | names | several | {"unit_value": value, "weight_g": str(line.weight_g or "")}


def _piece(piece: str | AccessoryMessage, currency: str) -> str:
    if isinstance(piece, str):
        return piece
    count = f"*{piece.count}" if piece.count > 1 else ""
    return f"{piece.name}{count}" + (f"={plain(piece.value, currency)}" if piece.value else "")


def read(typed: Typed, zone: ZoneInfo, before: RmaMessage | None) -> tuple[RmaMessage | None, tuple[Fault, ...]]:
    """The RMA, or what is wrong; ``row`` is the line. What the form does not show stays as it was ``before``."""
    filled = [(place, line) for place, line in enumerate(typed.lines, 1) if _is_filled(line)] or [(1, typed.lines[0])]
    sheet = Sheet(
        tuple(Row(place, _row(typed.head, line, first=place == filled[0][0])) for place, line in filled),
        {column: column for column in COLUMNS},
        tuple(_too_long(filled, typed.head)),
    )
    (found, *_) = rows.rmas(sheet, zone)
    return found.rma and _kept(found.rma, typed, zone, before), found.faults


def _is_filled(line: Cells) -> bool:
    return any(value for column, value in line.items() if column not in ("line_id", "quantity"))


def _row(head: Cells, line: Cells, *, first: bool) -> Cells:
    told = head if first else {"number": head["number"]}
    return {column: value for column, value in (told | line).items() if value}


def _too_long(filled: list[tuple[int, Cells]], head: Cells) -> Iterator[Fault]:
    for place, line in filled:
        told = (head | line) if place == filled[0][0] else line
        for column, value in told.items():
            if len(value) > CELL:
                yield fault(place, column, "too_long", value, most=CELL)


def _kept(rma: RmaMessage, typed: Typed, zone: ZoneInfo, before: RmaMessage | None) -> RmaMessage:
    if before is None:
        return rma
    times = {
        name: getattr(before, name)
        for name in TIMES
        if typed.head[name] and typed.head[name] == typed_time(getattr(before, name), zone)
    }
    lines = {line.line_id: line for line in before.lines}
    kept = tuple(_kept_line(each, lines.get(each.line_id)) for each in rma.lines)
    return rma.model_copy(update=times | {"lines": kept})


def _kept_line(line: RmaLineMessage, before: RmaLineMessage | None) -> RmaLineMessage:
    if before is None:
        return line
    others = {language: name for language, name in before.name.items() if language not in ("zh_CN", "en")}
    return line.model_copy(update={"picture": before.picture, "name": others | line.name})


def differences(mine: Typed, newer: Typed) -> Iterator[tuple[int, str, str, str]]:
    """Line (0 for the head), column, what was typed, and what stands now."""
    pairs: list[tuple[int, Mapping[str, str], Mapping[str, str]]] = [(0, mine.head, newer.head)]
    pairs += [(place, *_pair(mine, newer, place - 1)) for place in range(1, _most(mine, newer) + 1)]
    for place, typed, stands in pairs:
        for column in typed:
            if typed[column] != stands[column]:
                yield place, column, typed[column], stands[column]


def _most(mine: Typed, newer: Typed) -> int:
    return max(len(mine.lines), len(newer.lines))


def _pair(mine: Typed, newer: Typed, place: int) -> tuple[Mapping[str, str], Mapping[str, str]]:
    none = dict.fromkeys(LINE, "")
    sides = (mine.lines, newer.lines)
    first, second = (lines[place] if place < len(lines) else none for lines in sides)
    return first, second
