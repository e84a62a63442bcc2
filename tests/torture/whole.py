"""What is half-written in the folder of a station that was killed, or lacks its counterpart."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

ANSWERS = "SELECT lpn, question_id, answer FROM answers WHERE answer IS NOT NULL"
PHOTOS = "SELECT lpn, question_id, sha256 FROM photos"


def half_written(station: Path) -> list[str]:
    """Files that are not what their name says, rows without what they speak of; empty when all is whole."""
    with closing(sqlite3.connect(station / "station.db")) as database:
        return [*_files(station / "photos"), *_rows(database, station / "photos")]


def _files(photos: Path) -> Iterator[str]:
    for path in photos.glob("??/*"):
        if hashlib.sha256(path.read_bytes()).hexdigest() != path.stem:
            yield f"photo {path.name} is not what its name says"


def _rows(database: sqlite3.Connection, folder: Path) -> Iterator[str]:
    answers, photos = _read(database, ANSWERS), _read(database, PHOTOS)
    yield from (f"the database: {said}" for (said,) in _read(database, "PRAGMA integrity_check") if said != "ok")
    yield from (f"an orphan row: {row}" for row in _read(database, "PRAGMA foreign_key_check"))
    yield from _apart("answers and their events", answers, _told(database, "QuestionAnswered", "answer"))
    yield from _apart("photos and their events", photos, _told(database, "PhotoTaken", "sha256"))
    names = {sha256 for _lpn, _question, sha256 in photos}
    queued = {sha256 for (sha256,) in _read(database, "SELECT sha256 FROM outbox_photos")}
    yield from _apart("photos and the outbox", names, queued)
    yield from (f"photo {each} has no file" for each in names if not (folder / each[:2] / f"{each}.jpg").exists())


def _read(database: sqlite3.Connection, query: str) -> list[tuple[str, ...]]:
    return database.execute(query).fetchall()


def _told(database: sqlite3.Connection, kind: str, name: str) -> Iterator[tuple[str, ...]]:
    for (content,) in _read(database, "SELECT content FROM events"):
        event = json.loads(content)
        if event["kind"] == kind:
            yield event["body"]["lpn"], event["body"]["question"], event["body"][name]


def _apart(what: str, rows: Iterable[object], told: Iterable[object]) -> Iterator[str]:
    here, there = Counter(rows), Counter(told)
    if here != there:
        yield f"{what} differ: {list((here - there) + (there - here))}"
