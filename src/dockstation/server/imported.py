"""Taking a file of RMAs in: looked at first, then all of it or what is right of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Query, Request

from dockstation.server.access import require_admin
from dockstation.server.context import Context, Here
from dockstation.server.imports import documents, reading, rows
from dockstation.server.imports.faults import Fault, FileFault, fault
from dockstation.server.imports.rows import Read
from dockstation.server.life import CHANGEABLE, TOLD
from dockstation.server.moment import now, rfc3339, zone_of
from dockstation.server.problems import Problem, documented
from dockstation.server.returns import written
from dockstation.server.store.rmas import Change, StoredRma, Written
from dockstation.wire import RmaMessage
from dockstation.wire.rma_life import FaultMessage, FileImportMessage, Who

FAULTS = 200
PREVIEW = 20
ONE_AT_A_TIME = CapacityLimiter(1)
"""A file takes up to some 200 MiB while it is read; two wait for each other."""
KINDS = ("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/json")


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file is to be taken."""

    mode: Literal["all_or_nothing", "good_rows"]
    dry_run: bool
    state: Literal["requested", "approved"]
    zone: ZoneInfo
    by: str


def routes() -> APIRouter:
    """The routes of this module."""
    router = APIRouter(dependencies=[Depends(require_admin)])
    file = {"requestBody": {"required": True, "content": {kind: {} for kind in KINDS}}}
    router.add_api_route(
        "/v1/rmas/import", import_file, methods=["POST"], responses=documented(413, 422), openapi_extra=file
    )
    return router


def _asked(
    by: Annotated[Who, Query()],
    mode: Literal["all_or_nothing", "good_rows"] = "all_or_nothing",
    dry_run: bool = False,
    state: Literal["requested", "approved"] = "approved",
    zone: Annotated[str, Query(max_length=64)] = "UTC",
) -> Asked:
    return Asked(mode, dry_run, state, zone_of(zone), by)


async def import_file(request: Request, here: Here, asked: Annotated[Asked, Depends(_asked)]) -> FileImportMessage:
    """Create or replace the RMAs of a CSV, XLSX or JSON file, which is the body as it is."""
    return await run_sync(take, await request.body(), here, asked, limiter=ONE_AT_A_TIME)


def take(body: bytes, here: Context, asked: Asked) -> FileImportMessage:
    """Look a file through and take what is asked of it; 422 ``import`` where nothing was taken for its faults."""
    try:
        found = tuple(_read(body, asked))
    except FileFault as error:
        raise _refused((error.fault,)) from error
    with here.database.reading() if asked.dry_run else here.database.writing() as work:
        if not asked.dry_run:
            work.rmas.hold()
        known = work.rmas.known([each.number for each in found if each.rma])
        judged = tuple(_judged(each, known) for each in found)
        faults = [each for read in judged for each in read.faults]
        if faults and asked.mode == "all_or_nothing" and not asked.dry_run:
            raise _refused(faults)
        good = [each.rma for each in judged if each.rma is not None]
        news = _news(good, known, asked.state)
        if not asked.dry_run:
            work.rmas.put(news, Change("imported", rfc3339(now()), asked.by))
    return _told(judged, good, len(news), asked, faults)


def _read(body: bytes, asked: Asked) -> Iterator[Read]:
    if documents.is_json(body):
        return documents.rmas(body)
    sheet = reading.read(body)
    of_rows = {row.number for row in sheet.rows}
    whole = [each for each in sheet.faults if each.row not in of_rows]
    unknown = [Read("", (), None, tuple(whole))] if whole else []
    return iter((*unknown, *rows.rmas(sheet, asked.zone)))


def _judged(read: Read, known: Mapping[str, StoredRma]) -> Read:
    """The same, or with a fault where it differs from the server's RMA and that one can no longer change."""
    stored = known.get(read.number)
    if read.rma is None or stored is None or stored.state in CHANGEABLE or not _news([read.rma], known, ""):
        return read
    closed = fault(read.rows[0], "number", "closed", read.number, state=stored.state)
    return Read(read.number, read.rows, None, (closed,))


def _news(good: Iterable[RmaMessage], known: Mapping[str, StoredRma], state: str) -> list[Written]:
    """Those that are new or not what they were; an RMA keeps its state."""
    found = []
    for rma in good:
        stored = known.get(rma.number)
        kept = stored.state if stored else state
        each = written(rma.model_copy(update={"status": TOLD[kept], "version": 0}), kept)
        if stored is None or stored.content != each.content:
            found.append(each)
    return found


def _refused(faults: Sequence[Fault]) -> Problem:
    told = [asdict(each) for each in faults[:FAULTS]]
    more = len(faults) - len(told)
    return Problem(422, "import", "The file holds mistakes; nothing of it was stored", faults=told, more_faults=more)


def _told(
    judged: Iterable[Read], good: Sequence[RmaMessage], stored: int, asked: Asked, faults: Sequence[Fault]
) -> FileImportMessage:
    whole = [each for each in judged if each.rows]
    told: dict[str, Any] = {
        "rows": sum(len(each.rows) for each in whole),
        "rmas": len(whole),
        "stored": stored,
        "unchanged": len(good) - stored,
        "left_out": len(whole) - len(good),
        "dry_run": asked.dry_run,
        "faults": tuple(FaultMessage(**asdict(each)) for each in faults[:FAULTS]),
        "more_faults": max(0, len(faults) - FAULTS),
        "preview": tuple(good[:PREVIEW]) if asked.dry_run else (),
    }
    return FileImportMessage(**told)
